"""What another program sees of a document against what the document holds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.document import Document
from generator.errors import Bilingual
from generator.rereading.expected import ANY, expected_lines, expected_tables
from generator.rereading.seen import Line, Seen
from generator.word import Setting

_SHOWN = 40


def find_differences(document: Document, setting: Setting, seen: Seen) -> Iterator[Bilingual]:
    """Everything that is expected is looked for in its order; what a base adds of its own does not count."""
    rest = iter(seen.lines)
    for line in expected_lines(document.blocks):
        found = next((other for other in rest if other.text == line.text), None)
        if found is None:
            yield _lost(line)
            break
        if line.style not in (ANY, found.style):
            yield _other_style(line, found)
    yield from _lost_tables(document, seen)
    if setting.label and not _is_shown(setting.label, seen):
        yield Bilingual(f"看不到密级 {setting.label}", f"the confidentiality {setting.label} is not seen")
    yield from (_no_style(line) for line in seen.lines if not line.style)


def _lost_tables(document: Document, seen: Seen) -> Iterator[Bilingual]:
    rest = iter(seen.tables)
    for number, cells in enumerate(expected_tables(document.blocks), start=1):
        if not any(other == cells for other in rest):
            yield Bilingual(f"第 {number} 个表格的内容不一样", f"the cells of table {number} differ")
            break


def _is_shown(text: str, seen: Seen) -> bool:
    lines: Sequence[str] = (*seen.margins, *(line.text for line in seen.lines))
    return any(text in line for line in lines)


def _lost(line: Line) -> Bilingual:
    return Bilingual(
        f"看不到段落「{_short(line.text)}」，或顺序不对",
        f"the paragraph “{_short(line.text)}” is not seen, or not in its place",
    )


def _other_style(line: Line, found: Line) -> Bilingual:
    return Bilingual(
        f"段落「{_short(line.text)}」的样式是 {found.style or '无'}，不是 {line.style}",
        f"the paragraph “{_short(line.text)}” has the style {found.style or '(none)'}, not {line.style}",
    )


def _no_style(line: Line) -> Bilingual:
    return Bilingual(
        f"段落「{_short(line.text)}」的样式不存在",
        f"the style of the paragraph “{_short(line.text)}” is not there",
    )


def _short(text: str) -> str:
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"
