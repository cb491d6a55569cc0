"""Block kinds as paragraphs and tables."""

from __future__ import annotations

from dataclasses import replace
from itertools import zip_longest
from typing import assert_never

from generator.document import (
    Block,
    Callout,
    CodeBlock,
    Figure,
    Heading,
    ListBlock,
    ListItem,
    Paragraph,
    Quote,
    Rule,
    Table,
)
from generator.document.wording import CALLOUT_WORDS
from generator.figures.measure import text_width
from generator.word import styles
from generator.word.draft import bookmark_name
from generator.word.figure_story import write_figure
from generator.word.flow import HEADING, Flow, Place
from generator.word.formatting import paragraph_properties
from generator.word.numbering import BOX_INDENT, LEVELS, ListFamily, list_indent
from generator.word.runs import render_inlines, text_runs
from generator.word.tables import render_table
from generator.word.widths import plain_text

_CODE_INDENT = 120  # of the style, which an indent replaces
_LEAD = 260  # half-widths, about three lines: so much stays on the page of the table below it
_LOOSE = 120  # after an item of a list with blank lines, in twentieths of a point


def write_blocks(blocks: tuple[Block, ...], flow: Flow, place: Place) -> None:
    new_page = False
    for block, following in zip_longest(blocks, blocks[1:]):
        if isinstance(block, Rule) and isinstance(following, Heading):
            new_page = True
            continue
        leads = isinstance(block, Paragraph) and isinstance(following, Table) and _is_short(block)
        _write_block(block, flow, replace(place, leads=True) if leads else place, new_page)
        new_page = False


def _is_short(paragraph: Paragraph) -> bool:
    return text_width(plain_text(paragraph.children)) <= _LEAD


def _write_block(block: Block, flow: Flow, place: Place, new_page: bool) -> None:
    match block:
        case Heading():
            _write_heading(block, flow, new_page)
        case Paragraph(children):
            _write_paragraph(render_inlines(children, flow.draft), flow, place)
        case ListBlock():
            _write_list(block, flow, place)
        case Table():
            flow.table(render_table(block, flow.draft, place.indent))
        case CodeBlock(text):
            _write_code(text, flow, place)
        case Quote(blocks):
            _write_boxed(blocks, flow, place, styles.QUOTE)
        case Callout():
            _write_callout(block, flow, place)
        case Figure():
            write_figure(block, flow, place)
        case Rule():
            flow.paragraph(paragraph_properties(flow.draft.base.style(styles.RULE)), "")
        case _:
            assert_never(block)


def _write_heading(heading: Heading, flow: Flow, new_page: bool) -> None:
    """Level 1 is the title of the document; the levels below it are Word's heading 1 and so on."""
    name = styles.TITLE if heading.level == 1 else styles.HEADINGS[heading.level - 2]
    content = render_inlines(heading.children, flow.draft)
    properties = paragraph_properties(flow.draft.base.style(name), page_break=new_page)
    flow.paragraph(properties, flow.draft.bookmark(bookmark_name(heading.anchor), content), HEADING)


def _write_paragraph(
    content: str, flow: Flow, place: Place, numbering: tuple[int, int] | None = None
) -> None:
    """In a box the frame's id is the flow's: paragraphs of one box run on."""
    properties = paragraph_properties(
        flow.draft.base.style(place.text),
        keep_next=place.leads,
        numbering=numbering,
        space_after=place.space_after,
        indent=0 if numbering else place.indent,
    )
    if place.box:
        flow.paragraph(properties, content, place.text, flow.frames)
    else:
        flow.paragraph(properties, content)


def _write_list(block: ListBlock, flow: Flow, place: Place) -> None:
    """Later paragraphs of an item are not numbered, and Word counts on after them; readers that rebuild lists
    take an invisible number for a bullet."""
    family = ListFamily("number" if block.ordered else "bullet", place.box)
    depth = min(place.depth, LEVELS - 1)
    list_id = flow.draft.lists.start_list(family, depth, block.start if block.ordered else 1)
    inner = replace(
        place,
        text=place.text if place.box else styles.LIST_CONTINUE,
        depth=place.depth + 1,
        indent=place.indent if place.box else list_indent(depth),
        space_after=None if block.tight else _LOOSE,
    )
    for item in block.items:
        _write_item(item, flow, inner, family, (list_id, depth))


def _write_item(
    item: ListItem, flow: Flow, place: Place, family: ListFamily, numbering: tuple[int, int]
) -> None:
    """The first paragraph carries the number, an empty one where the item begins with something else."""
    first = item.blocks[0] if item.blocks else None
    content = render_inlines(first.children, flow.draft) if isinstance(first, Paragraph) else ""
    if item.checked is not None and family.kind == "number":
        content = text_runs("☑ " if item.checked else "☐ ") + content
    elif item.checked is not None:
        task = ListFamily("done" if item.checked else "open", family.boxed)
        numbering = (flow.draft.lists.shared_list(task, numbering[1]), numbering[1])
    numbered = place if place.box else replace(place, text=styles.LIST_STYLES[family.kind])
    _write_paragraph(content, flow, numbered, numbering)
    write_blocks(item.blocks[1:] if isinstance(first, Paragraph) else item.blocks, flow, place)


def _write_code(text: str, flow: Flow, place: Place) -> None:
    lines = [text_runs(line) if line else "" for line in text.split("\n")]
    style = flow.draft.base.style(styles.SOURCE_CODE)
    indent = place.indent + _CODE_INDENT if place.indent else 0
    properties = paragraph_properties(style, indent=indent)
    flow.paragraph(properties, "<w:r><w:br/></w:r>".join(lines), styles.SOURCE_CODE, flow.new_frame())


def _write_boxed(blocks: tuple[Block, ...], flow: Flow, place: Place, name: str) -> None:
    flow.new_frame()
    write_blocks(blocks, flow, _box_place(name, place))


def _box_place(name: str, place: Place) -> Place:
    """A frame in a list moves in as a whole; its own lists count their depth on."""
    return Place(
        text=name, box=True, depth=place.depth, indent=place.indent + BOX_INDENT if place.indent else 0
    )


def _write_callout(callout: Callout, flow: Flow, place: Place) -> None:
    name = styles.CALLOUTS[callout.kind]
    flow.new_frame()
    inner = _box_place(name, place)
    title = paragraph_properties(flow.draft.base.style(styles.callout_title(name)), indent=inner.indent)
    word = CALLOUT_WORDS[callout.kind].in_(flow.draft.setting.language)
    flow.paragraph(title, text_runs(word), name, flow.frames)
    write_blocks(callout.blocks, flow, inner)
