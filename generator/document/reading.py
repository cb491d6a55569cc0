"""The dialect's XHTML -> Document."""

from __future__ import annotations

from urllib.parse import unquote
from xml.etree.ElementTree import Element, fromstring

from generator.document.inlines import LAYOUT, UnknownElementError, content, read_inlines, unknown
from generator.document.types import (
    Align,
    Block,
    Callout,
    CalloutKind,
    Cell,
    CodeBlock,
    Column,
    Document,
    Figure,
    Footnote,
    Heading,
    ListBlock,
    ListItem,
    Paragraph,
    Quote,
    Rule,
    Table,
)

__all__ = ["UnknownElementError", "read_document"]

INLINE = frozenset({"em", "strong", "code", "br", "a", "sup", "img"})
CALLOUTS: dict[str, CalloutKind] = {
    "callout-note": "note",
    "callout-tip": "tip",
    "callout-important": "important",
    "callout-warning": "warning",
    "callout-caution": "caution",
}


def read_document(xhtml: str) -> Document:
    """The Document that `render_xhtml` describes. UnknownElementError for anything else, never text passed through."""
    root = fromstring(f"<div>{xhtml}</div>")  # noqa: S314  our own rendering, without entities or doctype
    footnotes = root.find("div[@class='footnotes']")
    if footnotes is not None:
        root.remove(footnotes)
    return Document(_read_blocks(root), _read_footnotes(footnotes))


def _read_footnotes(holder: Element | None) -> tuple[Footnote, ...]:
    if holder is None:
        return ()
    items = enumerate(holder.iterfind("ol/li"), start=1)
    return tuple(Footnote(number, _read_blocks(item)) for number, item in items)


def _read_blocks(parent: Element) -> tuple[Block, ...]:
    """Blocks of a holder; text directly in it (a tight list item's) makes paragraphs."""
    blocks: list[Block] = []
    run: list[Element | str] = []
    for node in content(parent):
        if isinstance(node, str) or node.tag in INLINE:
            run.append(node)
            continue
        blocks += _read_run(run)
        run = []
        if node.tag != "input":
            blocks += _read_block(node)
    return (*blocks, *_read_run(run))


def _read_run(run: list[Element | str]) -> tuple[Block, ...]:
    """A paragraph, a figure when the run is one picture, or nothing."""
    shown = [node for node in run if not (isinstance(node, str) and not node.strip(LAYOUT))]
    if len(shown) == 1 and isinstance(shown[0], Element) and shown[0].tag == "img":
        return (_read_figure(shown[0], shown[0].get("title", "")),)
    inlines = read_inlines(run)
    return (Paragraph(inlines),) if inlines else ()


def _read_block(element: Element) -> tuple[Block, ...]:
    match element.tag:
        case "p":
            # In an item of a loose list the box of a task stands in the paragraph.
            return _read_run(
                [node for node in content(element) if isinstance(node, str) or node.tag != "input"]
            )
        case "h1" | "h2" | "h3" | "h4" | "h5" | "h6":
            level = int(element.tag[1])
            return (Heading(level, read_inlines(content(element)), element.get("id", "")),)
        case "ul" | "ol":
            return (_read_list(element),)
        case "table":
            return (_read_table(element),)
        case "pre":
            return (_read_code(element),)
        case "blockquote":
            return (Quote(_read_blocks(element)),)
        case "div":
            return (_read_callout(element),)
        case "figure":
            picture = element.find("img")
            if picture is None:
                raise unknown(element)
            return (_read_figure(picture, element.findtext("figcaption", "")),)
        case "hr":
            return (Rule(),)
        case _:
            raise unknown(element)


def _read_figure(picture: Element, caption: str) -> Figure:
    return Figure(unquote(picture.get("src", "")), picture.get("alt", ""), caption)


def _read_list(element: Element) -> ListBlock:
    ordered = element.tag == "ol"
    tight = element.find("li/p") is None and element.find("li/figure") is None
    items = tuple(_read_item(item) for item in element)
    return ListBlock(ordered, int(element.get("start", "1")) if ordered else 1, tight, items)


def _read_item(item: Element) -> ListItem:
    if item.tag != "li":
        raise unknown(item)
    box = item.find("input")
    if box is None:
        box = item.find("p/input")
    return ListItem(_read_blocks(item), None if box is None else box.get("checked") is not None)


def _read_callout(element: Element) -> Callout:
    for name in element.get("class", "").split():
        if name in CALLOUTS:
            return Callout(CALLOUTS[name], _read_blocks(element))
    raise unknown(element)


def _read_code(element: Element) -> CodeBlock:
    code = element.find("code")
    if code is None:
        raise unknown(element)
    text = "".join(code.itertext())
    return CodeBlock(text.removesuffix("\n"), code.get("class", "").removeprefix("language-"))


def _read_table(element: Element) -> Table:
    heads = element.findall("thead/tr/th")
    weights = [int(column.get("data-weight", "0")) for column in element.iterfind("colgroup/col")] or [
        0
    ] * len(heads)
    columns = tuple(Column(_read_align(head), weight) for head, weight in zip(heads, weights, strict=True))
    rows = tuple(tuple(_read_cell(cell) for cell in row) for row in element.iterfind("tbody/tr"))
    return Table(columns, tuple(_read_cell(head) for head in heads), rows)


def _read_align(cell: Element) -> Align:
    match cell.get("style", "").replace(" ", "").rstrip(";"):
        case "text-align:center":
            return "center"
        case "text-align:right":
            return "right"
        case _:
            return "left"


def _read_cell(cell: Element) -> Cell:
    return Cell(read_inlines(content(cell)))
