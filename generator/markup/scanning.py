"""Markdown text -> its blocks with their lines: the block structure of CommonMark, line by line.

Python-Markdown splits at blank lines first and finds blocks by searching, which is where its silent differences from
CommonMark in lists, quotes and fences come from. This is the algorithm of CommonMark's appendix "A parsing strategy"
instead: the open blocks are a stack, each line continues some of them and opens others.
"""

from __future__ import annotations

import re

from generator.markup.blocks import CONTAINERS, Block, Kind, Line, settle
from generator.markup.starts import (
    ALERT,
    ALERT_KINDS,
    NOTE,
    closes_fence,
    indent_of,
    is_rule,
    read_fence,
    read_heading,
    read_item,
)
from generator.markup.tables import table_rule

# Control characters, lone surrogates and non-characters: XML 1.0 has no way to write them.
ILLEGAL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
LINE_END = re.compile(r"\r\n?|\n")
CODE_INDENT = 4
# What may stand before the text of a line. Tabs in it count as columns; tabs in the text are text.
MARKS = re.compile(r"(?:[ \t>+*#-]|[0-9]{1,9}[.)]|\[\^[^\]\s]+\]:)*")
# Deeper ones stay text: nobody writes them, and what walks the blocks may recurse.
MOST_CONTAINERS = 40


def scan_blocks(source: str) -> Block:
    """The DOCUMENT block of a source. Tabs count as up to four spaces, illegal characters as U+FFFD."""
    scanner = _Scanner()
    lines = LINE_END.split(ILLEGAL.sub("\ufffd", source))
    for number, text in enumerate(lines if lines[-1] else lines[:-1], start=1):
        scanner.take(number, text)
    document = scanner.stack[0]
    settle(document)
    return document


def expand_marks(line: str) -> str:
    """The line without tabs before its text."""
    end = _marks_end(line)
    return line[:end].expandtabs(CODE_INDENT) + line[end:]


def typed_column(line: str, column: int) -> int:
    """Where in the line as typed stands what has this column in `expand_marks(line)`."""
    end = _marks_end(line)
    width = len(line[:end].expandtabs(CODE_INDENT))
    if column > width:
        return column - width + end
    return next(typed for typed in range(1, end + 1) if len(line[:typed].expandtabs(CODE_INDENT)) >= column)


def _marks_end(line: str) -> int:
    marks = MARKS.match(line) if "\t" in line else None
    return 0 if marks is None else marks.end()


class _Scanner:
    """stack: the open containers from the document down; leaf: the open leaf of the innermost one."""

    def __init__(self) -> None:
        self.stack = [Block(Kind.DOCUMENT, 0, 1)]
        self.leaf: Block | None = None
        self.number = 0
        self.text = ""

    def take(self, number: int, text: str) -> None:
        """Works one source line into the structure."""
        self.number = number
        self.text = text if self._is_open(Kind.FENCE) and len(self.stack) == 1 else expand_marks(text)
        depth, position = self._continued()
        if depth == len(self.stack) and self.leaf is not None and self.leaf.kind is Kind.FENCE:
            self._take_fence_line(self.leaf, position)
            return
        lazy = depth < len(self.stack) and self._is_open(Kind.PARAGRAPH)
        while (after := self._open_container(depth, position)) is not None:
            depth, position, lazy = len(self.stack), after, False
        self._take_rest(depth, position, lazy)

    def _is_open(self, kind: Kind) -> bool:
        return self.leaf is not None and self.leaf.kind is kind

    def _continued(self) -> tuple[int, int]:
        """How many open containers this line continues, and where what belongs to the last of them begins."""
        position = 0
        for depth, block in enumerate(self.stack):
            indent = indent_of(self.text, position)
            blank = position + indent == len(self.text)
            match block.kind:
                case Kind.QUOTE:
                    if indent >= CODE_INDENT or blank or self.text[position + indent] != ">":
                        return depth, position
                    block.last = self.number
                    position = self._behind_quote_mark(position + indent)
                case Kind.ITEM | Kind.NOTE:
                    # An item that begins with a bare line may not go on with another one.
                    if (blank and not block.children) or (not blank and indent < block.number):
                        return depth, position
                    position = min(position + block.number, len(self.text))
                case _:
                    pass
        return len(self.stack), position

    def _behind_quote_mark(self, position: int) -> int:
        return position + 2 if self.text[position + 1 : position + 2] == " " else position + 1

    def _open_container(self, depth: int, position: int) -> int | None:
        """Opens the quote, item or footnote that begins here; where its text begins, or None if none does."""
        indent = indent_of(self.text, position)
        rest = self.text[position + indent :]
        if not rest or indent >= CODE_INDENT or len(self.stack) > MOST_CONTAINERS:
            return None
        column = position + indent + 1
        if rest[0] == ">":
            self._add(depth, Block(Kind.QUOTE, self.number, column))
            return self._behind_quote_mark(position + indent)
        if (note := NOTE.match(rest)) is not None:
            self._add(depth, Block(Kind.NOTE, self.number, column, CODE_INDENT, note.group(1)))
            return position + indent + note.end()
        interrupts = depth == len(self.stack) and self._is_open(Kind.PARAGRAPH)
        item = None if is_rule(rest) else read_item(rest, interrupts=interrupts)
        if item is None:
            return None
        self._close_to(depth)
        if self.stack[-1].kind is not Kind.LIST or self.stack[-1].marker != item.marker:
            self._add(depth, Block(Kind.LIST, self.number, column, item.number, item.marker))
        self._push(Block(Kind.ITEM, self.number, column, indent + item.width))
        return min(position + indent + item.width, len(self.text))

    def _take_rest(self, depth: int, position: int, lazy: bool) -> None:
        """Gives what stands behind all container marks to a leaf."""
        indent = indent_of(self.text, position)
        line = Line(self.number, position + indent + 1, self.text[position + indent :])
        if not line.text:
            self._close_to(depth)
            self.leaf = None
        elif indent < CODE_INDENT and (leaf := self._leaf_start(line, indent)) is not None:
            self._add(depth, leaf)
            self.leaf = leaf if leaf.kind is Kind.FENCE else None
        elif lazy and self.leaf is not None:
            self._append(self.leaf, line)
        else:
            self._close_to(depth)
            self._take_text(line, indented=indent >= CODE_INDENT)

    def _leaf_start(self, line: Line, indent: int) -> Block | None:
        if (heading := read_heading(line.text)) is not None:
            level, offset, words = heading
            words_line = Line(line.number, line.column + offset, words)
            return Block(Kind.HEADING, line.number, line.column, level, lines=[words_line])
        if (fence := read_fence(line.text)) is not None:
            return Block(Kind.FENCE, line.number, line.column, indent, *fence)
        if is_rule(line.text):
            return Block(Kind.RULE, line.number, line.column, info=line.text)
        return None

    def _take_fence_line(self, fence: Block, position: int) -> None:
        indent = indent_of(self.text, position)
        fence.last = self.number
        if indent < CODE_INDENT and closes_fence(self.text[position + indent :], fence.marker):
            fence.closed = True
            self.leaf = None
            return
        start = position + min(indent, fence.number)
        fence.lines.append(Line(self.number, start + 1, self.text[start:]))

    def _take_text(self, line: Line, *, indented: bool) -> None:
        leaf = self.leaf
        alert = ALERT.match(line.text) if self._is_first_in_quote() else None
        if alert is not None and alert.group(1).lower() in ALERT_KINDS:
            self.stack[-1].info = alert.group(1).lower()
        elif leaf is not None and leaf.kind is Kind.PARAGRAPH:
            if indented or table_rule(leaf.lines[-1].text, line.text) is None:
                self._append(leaf, line)
            else:
                self._begin_table(leaf, line)
        elif leaf is not None and (leaf.kind is Kind.INDENTED) == indented:
            self._append(leaf, line)
        else:
            kind = Kind.INDENTED if indented else Kind.PARAGRAPH
            self.leaf = Block(kind, line.number, line.column, last=line.number, lines=[line])
            self._add(len(self.stack), self.leaf)

    def _is_first_in_quote(self) -> bool:
        quote = self.stack[-1]
        return quote.kind is Kind.QUOTE and quote.line == self.number and not quote.children

    def _begin_table(self, paragraph: Block, rule: Line) -> None:
        """Takes the paragraph's last line for the head of a table."""
        header = paragraph.lines.pop()
        siblings = self.stack[-1].children
        if paragraph.lines:
            paragraph.last = paragraph.lines[-1].number
        else:
            siblings.pop()
        table = Block(Kind.TABLE, header.number, header.column, last=rule.number, lines=[header, rule])
        siblings.append(table)
        self.leaf = table

    def _append(self, leaf: Block, line: Line) -> None:
        leaf.lines.append(line)
        leaf.last = line.number

    def _close_to(self, depth: int) -> None:
        if depth < len(self.stack):
            del self.stack[depth:]
            self.leaf = None

    def _add(self, depth: int, block: Block) -> None:
        """Appends a block that is not a list item, and makes a container the innermost one."""
        self._close_to(depth)
        if self.stack[-1].kind is Kind.LIST:
            self.stack.pop()
        if block.kind in CONTAINERS:
            self._push(block)
        else:
            self.stack[-1].children.append(block)

    def _push(self, block: Block) -> None:
        self.stack[-1].children.append(block)
        self.stack.append(block)
        self.leaf = None
