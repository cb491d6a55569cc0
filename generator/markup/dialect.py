"""The check of Markdown against the dialect: what is not in it, and what others read differently, with its line."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from itertools import accumulate, pairwise

from generator.errors import Bilingual
from generator.markup.blocks import CONTAINERS, Block, Kind, Line
from generator.markup.faults import find_faults
from generator.markup.scanning import ILLEGAL, LINE_END, scan_blocks, typed_column
from generator.markup.starts import (
    ALERT_KINDS,
    ALERT_LINE,
    DEFINITION,
    HTML_START,
    LONE_RULE,
    TASK,
    UNDERLINE,
    begins_block,
)
from generator.markup.tables import cell_offsets, split_row
from generator.markup.tree import joined_lines
from generator.markup.wording import wording

# Word has nine levels of lists.
MOST_LEVELS = 9
# A text without any of these has no fault; most have none.
SUSPECT = re.compile(r"[\\`<~\[]|https?://|www\.", re.IGNORECASE)
DETAIL_LENGTH = 60


@dataclass(frozen=True, slots=True)
class DialectProblem:
    """line and column count from 1, in the source as it was given."""

    line: int
    column: int
    code: str
    message: Bilingual
    suggestion: Bilingual | None


def find_dialect_problems(source: str, *, prose: bool) -> tuple[DialectProblem, ...]:
    """What GitHub, Word and HTML would not read alike, in reading order; `()` promises that they do.

    prose: the text is a note's, and gets neither headings nor footnotes, which belong to the document around it.
    """
    lines = LINE_END.split(source)
    check = _Check(lines, prose=prose)
    check.control_characters()
    check.blocks(scan_blocks(source), 0)
    check.footnotes()
    return tuple(
        DialectProblem(line, typed_column(lines[line - 1], column), code, *wording(code, detail))
        for (line, column, code), detail in sorted(check.found.items())
    )


class _Check:
    """found: line, column and code -> what was found there.

    marks: label, the label of the footnote around it or nothing, line, column.
    """

    def __init__(self, lines: list[str], *, prose: bool) -> None:
        self.lines = lines
        self.prose = prose
        self.found: dict[tuple[int, int, str], str] = {}
        self.notes: dict[str, Block] = {}
        self.marks: list[tuple[str, str, int, int]] = []
        self.inside = ""

    def add(self, line: int, column: int, code: str, detail: str = "") -> None:
        """Keeps the start of what was found, for the message."""
        short = detail if len(detail) <= DETAIL_LENGTH else f"{detail[:DETAIL_LENGTH]}…"
        self.found.setdefault((line, column, code), short)

    def control_characters(self) -> None:
        """The first one of each line."""
        for number, line in enumerate(self.lines, start=1):
            if (match := ILLEGAL.search(line)) is not None:
                self.add(number, match.start() + 1, "control-character", f"U+{ord(match[0]):04X}")

    def blocks(self, parent: Block, depth: int) -> None:
        """All blocks inside parent; depth counts the containers around them."""
        for before, rule in pairwise(parent.children):
            if before.kind is Kind.PARAGRAPH and rule.kind is Kind.RULE and rule.line == before.last + 1:
                self.underline(Line(rule.line, rule.column, rule.info))
        for block in parent.children:
            if block.kind not in CONTAINERS:
                self.leaf(block, depth)
                continue
            inner = depth if block.kind is Kind.LIST else depth + 1
            if inner > MOST_LEVELS:
                self.add(block.line, block.column, "deep-nesting", str(MOST_LEVELS))
                continue
            self.container(block, depth)
            around, self.inside = self.inside, block.marker if block.kind is Kind.NOTE else self.inside
            self.blocks(block, inner)
            self.inside = around

    def container(self, block: Block, depth: int) -> None:
        """Alerts, footnotes and tasks; lists and other items are what they seem."""
        if block.kind is Kind.NOTE:
            self.note(block, depth)
        elif block.kind is Kind.ITEM:
            self.item(block)
        elif block.kind is Kind.QUOTE and block.info:
            if depth:
                self.add(block.line, block.column, "nested-alert")
            if not block.children:
                self.add(block.line, block.column, "empty-alert")
        elif block.kind is Kind.QUOTE and block.children and block.children[0].kind is Kind.PARAGRAPH:
            first = block.children[0].lines[0]
            alert = ALERT_LINE.match(first.text)
            if alert is not None and alert[1].lower() in ALERT_KINDS:
                self.add(first.number, first.column, "alert-line", alert[1])
            elif alert is not None:
                self.add(first.number, first.column, "unknown-alert", alert[1])

    def item(self, block: Block) -> None:
        """A task is a line of text: what else stands behind its box is a list here and text there."""
        first = block.children[0] if block.children else None
        if first is None or first.kind not in {Kind.PARAGRAPH, Kind.TABLE}:
            return
        task = TASK.match(first.lines[0].text)
        if task is None:
            return
        rest = first.lines[0].text[task.end() :]
        if first.kind is Kind.TABLE or begins_block(rest) or (not rest and len(first.lines) > 1):
            self.add(first.line, first.column, "task-block")

    def note(self, block: Block, depth: int) -> None:
        """A footnote's definition; only a document has them."""
        if self.prose:
            self.add(block.line, block.column, "footnote-in-prose")
        elif depth:
            self.add(block.line, block.column, "nested-footnote")
        elif block.marker in self.notes:
            self.add(block.line, block.column, "double-footnote", block.marker)
        self.notes.setdefault(block.marker, block)

    def leaf(self, block: Block, depth: int) -> None:
        """A block that holds text."""
        match block.kind:
            case Kind.INDENTED:
                self.add(block.line, block.column, "indented-text")
            case Kind.FENCE:
                self.fence(block, depth)
            case Kind.HEADING:
                self.heading(block)
            case Kind.TABLE:
                self.table(block)
            case Kind.PARAGRAPH:
                self.paragraph(block)
            case _:
                pass

    def fence(self, block: Block, depth: int) -> None:
        if not block.closed:
            self.add(block.line, block.column, "open-fence", block.marker)
        for line in block.lines:
            if depth and "\t" in self.lines[line.number - 1]:
                self.add(line.number, line.column, "tab-in-code")

    def heading(self, block: Block) -> None:
        if self.prose:
            self.add(block.line, block.column, "heading", block.lines[0].text)
        self.text(block.lines, may_be_figure=False)

    def table(self, block: Block) -> None:
        width = len(split_row(block.lines[0].text))
        if width == 1 and not all("|" in line.text for line in block.lines[:2]):
            self.add(block.lines[1].number, block.lines[1].column, "lone-rule")
        for line in block.lines:
            cells = split_row(line.text)
            if len(cells) > width:
                self.add(line.number, line.column, "surplus-cells", str(len(cells)))
            for offset, cell in zip(cell_offsets(line.text), cells, strict=True):
                self.text([Line(line.number, line.column + offset, cell)], may_be_figure=False)
            self.html_start(line)

    def paragraph(self, block: Block) -> None:
        if DEFINITION.match(joined_lines(block.lines)) is not None:
            self.add(block.line, block.column, "link-definition")
        self.text(block.lines, may_be_figure=True)
        for line in block.lines:
            self.html_start(line)
        for line in block.lines[1:]:
            self.underline(line)
            if LONE_RULE.match(line.text) is not None:
                self.add(line.number, line.column, "lone-rule")

    def underline(self, line: Line) -> None:
        if UNDERLINE.match(line.text) is not None:
            self.add(line.number, line.column, "underlined-heading", line.text.strip())

    def html_start(self, line: Line) -> None:
        match = HTML_START.match(line.text)
        if match is not None:
            self.add(line.number, line.column, "html", match[0])

    def text(self, lines: list[Line], *, may_be_figure: bool) -> None:
        """Running text, whose faults are found by their offset in the joined lines."""
        joined = joined_lines(lines)
        if SUSPECT.search(joined) is None:
            return
        starts = list(accumulate((len(line.text) + 1 for line in lines), initial=0))
        for fault in find_faults(joined, prose=self.prose, may_be_figure=may_be_figure):
            index = bisect_right(starts, fault.offset) - 1
            line, column = lines[index].number, lines[index].column + fault.offset - starts[index]
            if fault.code == "mark":
                self.marks.append((fault.detail, self.inside, line, column))
            else:
                self.add(line, column, fault.code, fault.detail)

    def footnotes(self) -> None:
        """What is marked without being defined, and the other way round."""
        for label, _, line, column in self.marks:
            if self.prose:
                self.add(line, column, "footnote-in-prose")
            elif label not in self.notes:
                self.add(line, column, "unknown-footnote", label)
        used = {""}
        while more := {label for label, inside, _, _ in self.marks if inside in used} - used:
            used |= more
        for label, note in self.notes.items():
            if not self.prose and label not in used:
                self.add(note.line, note.column, "unused-footnote", label)
