"""How each problem with the dialect is told: what is wrong and what to write instead."""

from __future__ import annotations

from generator.errors import Bilingual

# code -> (what is wrong, what to write instead); `{}` is what was found.
WORDING: dict[str, tuple[Bilingual, Bilingual]] = {
    "control-character": (
        Bilingual(
            "这里有看不见的控制字符（{}），Word 不接受",
            "an invisible control character ({}) that Word does not take",
        ),
        Bilingual("删掉这个字符，或重新手工输入这一行", "delete it, or type the line again"),
    ),
    "heading": (
        Bilingual(
            "正文里不能写标题，标题由模板给出", "a heading inside a text; headings come from the template"
        ),
        Bilingual("改用单独一行的粗体：**{}**", "write a line in bold instead: **{}**"),
    ),
    "underlined-heading": (
        Bilingual(
            "文字下面紧跟一行 = 或 -，别处会读成标题",
            "a line of = or - right below text makes it a heading elsewhere",
        ),
        Bilingual(
            "标题请写成“# 标题”；分隔线上面请空一行；只是文字的话，前面加反斜杠：\\{}",
            "write a heading as `# Heading`; leave an empty line above a rule; if it is text, put a back-slash before it: \\{}",
        ),
    ),
    "html": (
        Bilingual("这里不能用 HTML：{}", "HTML is not taken here: {}"),
        Bilingual(
            "改用 Markdown（**粗体**、*强调*、列表、表格）；如果就是要显示尖括号，写成 \\<",
            "use Markdown (**bold**, *emphasis*, lists, tables); to show the bracket itself, write \\<",
        ),
    ),
    "indented-text": (
        Bilingual(
            "这一段缩进过多，别处会读成代码", "this is indented so far that it is read as code elsewhere"
        ),
        Bilingual(
            "去掉多余的缩进；属于列表项的段落缩进 4 个空格，且不超过上一层 3 格；代码请放进 ``` 之间",
            "remove the indent; a paragraph of a list item takes four spaces; put code between lines of ```",
        ),
    ),
    "link-definition": (
        Bilingual(
            "“[名称]: 地址”这种写法在别处会从正文里消失",
            "a line `[name]: address` vanishes from the text elsewhere",
        ),
        Bilingual(
            "把地址直接写进链接：[文字](地址)；是正文就写成 \\[",
            "write the address in the link: [text](address); if it is text, write \\[",
        ),
    ),
    "surplus-cells": (
        Bilingual(
            "这一行有 {} 格，比表头多，多出的格会丢失",
            "this row has {} cells, more than the header; the surplus would be lost",
        ),
        Bilingual(
            "删掉多余的 |，或给表头补上列；格子里要显示竖线请写 \\|",
            "remove the surplus | or add columns to the header; for a bar inside a cell write \\|",
        ),
    ),
    "lone-rule": (
        Bilingual(
            "只有一列的表格缺少 |，各处读法不同",
            "a table of one column without its | is read in different ways",
        ),
        Bilingual(
            "表头写成 | 名称 |，下一行写 | --- |；不是表格就在前面加反斜杠",
            "write | Name | and below it | --- |; if it is no table, put a back-slash before it",
        ),
    ),
    "unknown-alert": (
        Bilingual("不认识的提示框 [!{}]", "unknown alert [!{}]"),
        Bilingual(
            "可用：[!NOTE]、[!TIP]、[!IMPORTANT]、[!WARNING]、[!CAUTION]",
            "use [!NOTE], [!TIP], [!IMPORTANT], [!WARNING] or [!CAUTION]",
        ),
    ),
    "alert-line": (
        Bilingual("[!{}] 后面还有文字，这样不是提示框", "text behind [!{}] on its line: this is no alert"),
        Bilingual(
            "让“> [!{}]”单独占一行，文字从下一行“> ”开始",
            "leave `> [!{}]` alone on its line and begin the text on the next one with `> `",
        ),
    ),
    "nested-alert": (
        Bilingual(
            "提示框放在列表或引用里面，GitHub 只当普通引用显示",
            "an alert inside a list or quote is a plain quote on GitHub",
        ),
        Bilingual(
            "把提示框移到最外层，行首就是 >",
            "move the alert to the outermost level, with > at the start of the line",
        ),
    ),
    "empty-alert": (
        Bilingual("提示框里没有内容", "an alert without text"),
        Bilingual("在下一行写“> 内容”", "write `> text` on the next line"),
    ),
    "task-block": (
        Bilingual("[ ] 后面要接着写文字", "behind [ ] there must be text on the same line"),
        Bilingual(
            "写成“- [ ] 要做的事”；列表、表格放到下一层",
            "write `- [ ] what is to be done`; put lists and tables below it",
        ),
    ),
    "open-fence": (
        Bilingual(
            "代码块没有结束，后面的内容都会当成代码", "this code block does not end; all that follows is code"
        ),
        Bilingual("在代码后面加一行 {}", "add a line {} behind the code"),
    ),
    "tab-in-code": (
        Bilingual(
            "列表或引用里的代码块含有制表符，各处宽度不同",
            "a tab in a code block inside a list or quote, which has another width elsewhere",
        ),
        Bilingual("改用空格", "use spaces"),
    ),
    "deep-nesting": (
        Bilingual(
            "列表和引用套得太深（超过 {} 层），Word 排不出来",
            "lists and quotes nested more than {} deep, which Word cannot lay out",
        ),
        Bilingual("减少层次，或拆成几段", "use fewer levels, or several paragraphs"),
    ),
    "footnote-in-prose": (
        Bilingual(
            "正文里不能用脚注：几份记录的脚注会混在一起",
            "no footnotes here: those of several notes would get mixed up",
        ),
        Bilingual("把内容写在括号里；是正文就写成 \\[^", "write it in brackets; if it is text, write \\[^"),
    ),
    "double-footnote": (
        Bilingual(
            "脚注 [^{}] 定义了两次，后一个会丢失",
            "footnote [^{}] is defined twice; the second one would be lost",
        ),
        Bilingual("换一个名称", "give it another name"),
    ),
    "unused-footnote": (
        Bilingual(
            "正文没有用到脚注 [^{}]，它不会出现", "nothing refers to footnote [^{}]; it would not appear"
        ),
        Bilingual("在正文里写 [^{}]，或删掉它", "write [^{}] in the text, or delete it"),
    ),
    "unknown-footnote": (
        Bilingual(
            "没有名为 {} 的脚注，会原样显示 [^{}]", "there is no footnote {}; [^{}] would stay as it is"
        ),
        Bilingual(
            "另起一行写“[^{}]: 内容”；是正文就写成 \\[^",
            "add a line `[^{}]: text`; if it is text, write \\[^",
        ),
    ),
    "nested-footnote": (
        Bilingual(
            "脚注定义放在了列表、引用或另一个脚注里",
            "a footnote is defined inside a list, a quote or another footnote",
        ),
        Bilingual("移到行首，单独成段", "move it to the start of a line of its own"),
    ),
    "strikethrough": (
        Bilingual("两个 ~ 之间的文字在 GitHub 上会显示删除线", "text between two ~ is struck out on GitHub"),
        Bilingual(
            "范围请用“–”或“至”（3–5 天）；要显示 ~ 请写 \\~",
            "write a range with – (3–5 days); for a ~ write \\~",
        ),
    ),
    "link-target": (
        Bilingual("链接不能指向 {}", "a link may not go to {}"),
        Bilingual(
            "只能用 http://、https://、mailto:、tel: 或 #标题",
            "use http://, https://, mailto:, tel: or #heading",
        ),
    ),
    "nested-link": (
        Bilingual("链接文字里又有网址或脚注", "an address or a footnote inside the text of a link"),
        Bilingual(
            "链接里只写文字，脚注放到链接后面", "write plain text in the link, and a footnote behind it"
        ),
    ),
    "picture-path": (
        Bilingual("图片不能用这个路径：{}", "a picture may not have this path: {}"),
        Bilingual(
            "把图片放进工作区，写相对路径，不带 .. 和网址",
            "put the picture into the workspace and give its relative path, without .. or an address",
        ),
    ),
    "inline-picture": (
        Bilingual("图片必须单独成段", "a picture must stand alone in its paragraph"),
        Bilingual(
            "图片前后各空一行；不能放进表格、标题或链接",
            "leave an empty line before and behind it; it cannot stand in a table, heading or link",
        ),
    ),
    "bare-address": (
        Bilingual(
            "这个网址里的符号在 GitHub 上和这里读法不同：{}",
            "the signs in this address are read otherwise on GitHub: {}",
        ),
        Bilingual("写成 <{}>", "write <{}>"),
    ),
    "tangled-code": (
        Bilingual("反引号从链接里面一直到链接外面", "back-ticks reach from inside a link to outside of it"),
        Bilingual("链接里的 ` 写成 \\`", "write \\` for the ` inside the link"),
    ),
}


def wording(code: str, detail: str) -> tuple[Bilingual, Bilingual]:
    """Message and suggestion of a code with what was found."""
    message, suggestion = WORDING[code]
    return _filled(message, detail), _filled(suggestion, detail)


def _filled(text: Bilingual, detail: str) -> Bilingual:
    return Bilingual(text.zh.replace("{}", detail), text.en.replace("{}", detail))
