"""What is told about a base document, in words that its author knows."""

from __future__ import annotations

from collections.abc import Sequence

from generator.errors import Bilingual, Problem
from generator.word.base_package import base_problem
from generator.word.placeholders import nearest_name, placeholder_name

NO_LABEL = Bilingual(
    "页眉没有 {{ label }}：密级将写在正文第一行",
    "no {{ label }} in the header: the confidentiality label becomes the first line of the text",
)
ADD_LABEL = Bilingual(
    "在每种页眉（首页、偶数页若有）里写 {{ label }}",
    "write {{ label }} into every header (that of first and of even pages where they differ)",
)
REPLACES_ALL = Bilingual(
    "没有只含 {{ body }} 的段落：正文将取代基准文档的全部内容",
    "no paragraph that holds {{ body }} alone: the text replaces everything in the base document",
)
NAMESPACE = Bilingual(
    "不是 Word 的默认格式（可能是 Strict Open XML）", "not Word's default format (Strict Open XML?)"
)
SAVE_DEFAULT = Bilingual(
    "在 Word 中另存为“Word 文档 (*.docx)”，不要选 Strict",
    'save it from Word as "Word Document (*.docx)", not as Strict',
)
MARK_BODY = Bilingual(
    "在正文的位置单独写一段 {{ body }}", "write {{ body }} in a paragraph of its own where the text goes"
)
MISPLACED = Bilingual(
    "{{ body }} 不是单独的一段，或在表格、文本框里：正文放不进去",
    "{{ body }} is not alone in its paragraph, or stands in a table or text box: the text does not go there",
)
REPEATED = Bilingual("{{ body }} 出现了不止一次", "{{ body }} stands there more than once")
LEFT_OUT = {
    "changes": Bilingual("修订已按接受处理", "tracked changes count as accepted"),
    "comments": Bilingual("批注不会带入文档", "comments are left out of documents"),
    "hidden": Bilingual("隐藏文字不会带入文档", "hidden text is left out of documents"),
    "settings": Bilingual(
        "附加模板、邮件合并、保护、修订等设置不会带入文档",
        "settings such as an attached template, mail merge, protection or tracking are left out of documents",
    ),
}


def after_cover(sample: str) -> Bilingual:
    if not sample:
        return Bilingual("没有 {{ body }}：正文接在封面之后", "no {{ body }}: the text goes behind the cover")
    return Bilingual(
        f"没有 {{{{ body }}}}：正文接在封面之后，取代从“{sample}”开始的文字",
        f"no {{{{ body }}}}: the text goes behind the cover and replaces what begins with “{sample}”",
    )


def missing_styles(names: Sequence[str]) -> Bilingual:
    listed = ", ".join(names)
    return Bilingual(
        f"缺少的样式由内置基准文档补上：{listed}", f"styles taken from the built-in base: {listed}"
    )


def wrong_type(names: Sequence[str]) -> Bilingual:
    listed = ", ".join(names)
    return Bilingual(
        f"这些样式的类型不对，另用内置样式：{listed}",
        f"styles of the wrong type, built-in ones are used beside them: {listed}",
    )


def unknown_problem(path: str, part: str, name: str, place: Bilingual) -> Problem:
    """A name that is known elsewhere is told to be of no use here."""
    written, near = f"{{{{ {name} }}}}", nearest_name(name)
    if near == placeholder_name(name):
        message = Bilingual(
            f"{place.zh}不能用占位符 {written}", f"the placeholder {written} is of no use in the {place.en}"
        )
        return base_problem(path, "base-placeholder", message, part)
    message = Bilingual(
        f"{place.zh}有未知的占位符 {written}", f"unknown placeholder {written} in the {place.en}"
    )
    meant = Bilingual(f"是否想写 {{{{ {near} }}}}？", f"did you mean {{{{ {near} }}}}?") if near else None
    return base_problem(path, "base-placeholder", message, part, suggestion=meant)


def damaged(why: str) -> Bilingual:
    return Bilingual(f"基准文档已损坏：{why}", f"the base document is damaged: {why}")


def custom_left_out(names: Sequence[str]) -> Bilingual:
    listed = ", ".join(names)
    return Bilingual(
        f"自定义文档属性不会带入文档：{listed}",
        f"custom document properties are left out of documents: {listed}",
    )


def stale_field(name: str, place: Bilingual) -> Bilingual:
    return Bilingual(
        f"{place.zh}的域 {name} 会显示基准文档的旧内容，或打开当天的日期",
        f"the field {name} in the {place.en} shows what it remembers of the base document, or the day of opening",
    )


STALE_ADVICE = Bilingual("改用占位符，如 {{ date }}", "use a placeholder instead, such as {{ date }}")
BODY_PLACE = Bilingual("正文", "text")
BOX_PLACE = Bilingual("文本框", "text box")
NOTES_PLACE = Bilingual("脚注或尾注", "footnotes or endnotes")


def property_place(name: str) -> Bilingual:
    return Bilingual(f"文档属性 {name} ", f"document property {name}")


def in_box(place: Bilingual) -> Bilingual:
    return Bilingual(f"{place.zh}的文本框", f"text box of the {place.en}")
