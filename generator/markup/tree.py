"""Blocks -> the element tree that Python-Markdown's inline patterns then work on."""

from __future__ import annotations

import re
from itertools import zip_longest
from typing import assert_never
from xml.etree.ElementTree import Element, SubElement

from markdown.util import AtomicString

from generator.markup.blocks import Block, Kind, Line
from generator.markup.emphasis import add_emphasis
from generator.markup.inline import plain_text
from generator.markup.starts import TASK
from generator.markup.tables import ColumnRule, column_weights, read_rule_row, split_row

# Text without any of these holds no markup but emphasis.
MARKUP = re.compile(r"[\\`\[\]<&]| \n")


def build_tree(document: Block) -> Element:
    """A `div` of blocks. Footnotes are gathered at its end, in `div.footnotes`, under their labels as `data-note`."""
    root = Element("div")
    notes: list[Block] = []
    _add_blocks(root, document.children, notes, tight=False)
    if notes:
        items = SubElement(SubElement(root, "div", {"class": "footnotes"}), "ol")
        # A footnote may define another one inside: the list grows while it is walked.
        for note in notes:
            item = SubElement(items, "li", {"data-note": note.marker})
            _add_blocks(item, note.children, notes, tight=False)
    return root


def _add_blocks(parent: Element, blocks: list[Block], notes: list[Block], *, tight: bool) -> None:
    for block in blocks:
        _add_block(parent, block, notes, tight=tight)


def _add_block(parent: Element, block: Block, notes: list[Block], *, tight: bool) -> None:
    match block.kind:
        case Kind.PARAGRAPH | Kind.INDENTED:
            _add_paragraph(parent, joined_lines(block.lines), tight=tight)
        case Kind.HEADING:
            _add_inline(SubElement(parent, f"h{block.number}"), block.lines[0].text)
        case Kind.RULE:
            SubElement(parent, "hr")
        case Kind.FENCE:
            _add_code(parent, block)
        case Kind.TABLE:
            _add_table(parent, block.lines)
        case Kind.LIST:
            _add_list(parent, block, notes)
        case Kind.QUOTE:
            _add_blocks(_add_quote(parent, block), block.children, notes, tight=False)
        case Kind.NOTE:
            notes.append(block)
        case Kind.DOCUMENT | Kind.ITEM:
            msg = f"{block.kind} has no element of its own"
            raise AssertionError(msg)
        case _:
            assert_never(block.kind)


def joined_lines(lines: list[Line]) -> str:
    """A paragraph's text; the spaces before a line break are for the inline patterns to read."""
    return "\n".join(line.text for line in lines).rstrip(" \t")


def _add_inline(parent: Element, text: str) -> None:
    """Appends running text; what only Python-Markdown's patterns can read is left to them."""
    if MARKUP.search(text) is None:
        add_emphasis(parent, text)
    elif len(parent):
        parent[-1].tail = text
    else:
        parent.text = text


def _add_paragraph(parent: Element, text: str, *, tight: bool) -> None:
    """In a tight list the text stands in the item itself, before or behind its other blocks."""
    _add_inline(parent if tight else SubElement(parent, "p"), text)


def _add_code(parent: Element, block: Block) -> None:
    code = SubElement(SubElement(parent, "pre"), "code")
    code.text = AtomicString("".join(f"{line.text}\n" for line in block.lines))
    if block.info:
        code.set("class", "language-" + plain_text(block.info.split()[0]))


def _add_quote(parent: Element, block: Block) -> Element:
    if block.info:
        return SubElement(parent, "div", {"class": f"callout callout-{block.info}"})
    return SubElement(parent, "blockquote")


def _add_list(parent: Element, block: Block, notes: list[Block]) -> None:
    element = SubElement(parent, "ol" if block.number >= 0 else "ul")
    if block.number >= 0 and block.number != 1:
        element.set("start", str(block.number))
    for child in block.children:
        item = SubElement(element, "li")
        blocks = child.children
        task = TASK.match(blocks[0].lines[0].text) if blocks and blocks[0].kind is Kind.PARAGRAPH else None
        if task is None:
            _add_blocks(item, blocks, notes, tight=block.tight)
            continue
        item.set("class", "task")
        paragraph = item if block.tight else SubElement(item, "p")
        _add_task(paragraph, joined_lines(blocks[0].lines), task)
        _add_blocks(item, blocks[1:], notes, tight=block.tight)


def _add_task(parent: Element, text: str, task: re.Match[str]) -> None:
    attributes = {"type": "checkbox", "disabled": "disabled"}
    if task.group(1) != " ":
        attributes["checked"] = "checked"
    SubElement(parent, "input", attributes)
    _add_inline(parent, " " + text[task.end() :])


def _add_table(parent: Element, lines: list[Line]) -> None:
    header, rule_row, *rows = (line.text for line in lines)
    rules = read_rule_row(rule_row) or ()
    table = SubElement(parent, "table")
    weights = column_weights(rules)
    if weights:
        columns = SubElement(table, "colgroup")
        for weight in weights:
            share = f"{100 * weight / sum(weights):.4g}%"
            SubElement(columns, "col", {"data-weight": str(weight), "style": f"width: {share}"})
    _add_row(SubElement(table, "thead"), "th", header, rules)
    if rows:
        body = SubElement(table, "tbody")
        for row in rows:
            _add_row(body, "td", row, rules)


def _add_row(parent: Element, tag: str, row: str, rules: tuple[ColumnRule, ...]) -> None:
    """Missing cells are empty and surplus ones fall away (GFM 4.10); the dialect check names the latter."""
    element = SubElement(parent, "tr")
    cells = split_row(row)[: len(rules)]
    for rule, cell in zip_longest(rules, cells, fillvalue=""):
        attributes = (
            {"style": f"text-align: {rule.align}"} if isinstance(rule, ColumnRule) and rule.align else {}
        )
        _add_inline(SubElement(element, tag, attributes), str(cell))
