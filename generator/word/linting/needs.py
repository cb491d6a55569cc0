"""What a base document needs, in plain words: for those who make one."""

from __future__ import annotations

from generator.errors import Bilingual

NEEDS = (
    Bilingual(
        "任何用 Word 保存的 .docx：信头、封面、页眉页脚、字体、颜色、标题编号都照用。宏（.docm）和引用外部文件的不能用。",
        "Any .docx saved from Word: its letterhead, cover, headers, footers, fonts, colours and heading numbers are kept."
        " Macros (.docm) and references to outside files are refused.",
    ),
    Bilingual(
        "在正文的位置单独写一段 {{ body }}。没有它，正文接在封面之后；没有封面，就取代全部内容。",
        "Write {{ body }} in a paragraph of its own where the text goes. Without it the text goes behind the cover;"
        " without a cover it replaces everything.",
    ),
    Bilingual(
        "每种页眉里写 {{ label }}（密级）；没有的话，密级写在正文第一行。",
        "Write {{ label }} (confidentiality) into every header; without it the label becomes the first line of the text.",
    ),
    Bilingual(
        "占位符可放在封面、页眉页脚、文本框、脚注、水印、图片说明和文档属性里，写法如 {{ customer }}。",
        "Placeholders such as {{ customer }} may stand on the cover, in headers, footers, text boxes, notes, watermarks,"
        " descriptions of pictures and document properties.",
    ),
    Bilingual(
        "标题用“标题 1”到“标题 5”，正文用“正文文本”，列表用“列表项目符号”“列表编号”；没有的样式由内置的补上，已有的不动。",
        "Headings use heading 1 to 5, text uses Body Text, lists use List Bullet and List Number. Missing styles are"
        " added from the built-in base; those that are there are not touched.",
    ),
    Bilingual(
        "表格用名为 Presales Table 的表格样式，没有就用设为默认的表格样式；单元格文字用 Table Text、Table Head。",
        "Tables use the table style named Presales Table, else the one that is set as default; their text uses Table Text"
        " and Table Head.",
    ),
    Bilingual(
        "“标题 1”自动编号时，模板写在标题里的章节号会去掉，不会出现两个编号。",
        "Where heading 1 counts by itself the section numbers of the template are left out: no heading has two.",
    ),
    Bilingual(
        "在样式里选定中文字体，纸张用 A4；批注、修订、隐藏文字、作者和自定义属性不会带入生成的文档。",
        "Choose a font for Chinese in the styles, and A4. Comments, tracked changes, hidden text, authors and custom"
        " properties do not travel into documents.",
    ),
)  # fmt: skip
