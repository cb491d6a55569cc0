"""Documents of every length and script, to try a base document with. They say nothing about anybody."""

from __future__ import annotations

import struct
import zlib
from dataclasses import dataclass
from datetime import date

from generator.document import (
    Block,
    Callout,
    CalloutKind,
    Cell,
    Code,
    CodeBlock,
    Column,
    Document,
    Emphasis,
    Figure,
    Footnote,
    FootnoteMark,
    Heading,
    Link,
    ListBlock,
    ListItem,
    Paragraph,
    Quote,
    Rule,
    State,
    Str,
    Strong,
    Table,
)
from generator.errors import Bilingual, Language
from generator.figures.gantt import Gantt, GanttBar
from generator.states import Light
from generator.word.setting import Picture, Setting

_DAY = date(2026, 1, 31)
_CALLOUTS: tuple[CalloutKind, ...] = ("note", "tip", "important", "warning", "caution")
_PLAN, _PICTURE = "figures/plan.svg", "figures/picture.png"
AWKWARD = (
    "R&D <b>",
    "]]>",
    'say "hi"',
    "{{ title }}",
    "a  b",
    "it’s",
    "“中文”——…",
    "𠮷野",
    "😀",
    "é½×2",
    "x" * 120,
)


@dataclass(frozen=True, slots=True)
class Sample:
    """has_braces: its own text may look like a placeholder that nothing has filled."""

    name: Bilingual
    document: Document
    setting: Setting
    has_braces: bool = False


def _paragraph(*texts: str) -> Paragraph:
    return Paragraph(tuple(Str(text) for text in texts))


def _items(*texts: str, ordered: bool = False) -> ListBlock:
    inner = ListBlock(ordered, 1, True, (ListItem((_paragraph(texts[-1]),), None),))
    items = tuple(ListItem((_paragraph(text),), None) for text in texts[:-1])
    return ListBlock(ordered, 1, True, (*items, ListItem((_paragraph(texts[-1]), inner), None)))


def _table(*texts: str, rows: int = 2) -> Table:
    cells = tuple(Cell((Str(text),)) for text in texts)
    light = Cell((State(Light.AMBER, f"{Light.AMBER.glyph} {texts[0]}"),))
    return Table(
        tuple(Column("left", 0) for _ in cells), cells, tuple((*cells[:-1], light) for _ in range(rows))
    )


def _blocks(text: str, other: str) -> tuple[Block, ...]:
    """Every kind of block that a document may have."""
    return (
        Heading(1, (Str(text),), "top"),
        Paragraph((Str(other), Strong((Str(text),)), Emphasis((Str(text),)), Code(other), FootnoteMark(1))),
        *(Heading(level, (Str(f"{other} {level}"),), f"h{level}") for level in range(2, 7)),
        Paragraph((Link("https://example.com/", other, (Str(text),)), Link("#h2", "", (Str(other),)))),
        _items(text, other),
        _items(text, other, ordered=True),
        _table(text, other, text),
        Quote((_paragraph(other),)),
        *(Callout(kind, (_paragraph(text), _items(other))) for kind in _CALLOUTS),
        CodeBlock(f"{other}\n\t{other}", ""),
        Rule(),
        Figure(_PLAN, text, other),
        Figure(_PICTURE, other, text),
        _table(text, rows=1),
    )


def _grey_png() -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    pixels = zlib.compress(b"\0\x80")
    head = struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")


def _setting(language: Language, text: str, other: str) -> Setting:
    bars = (
        GanttBar(text, date(2026, 1, 5), _DAY, Light.GREEN, other),
        GanttBar(other, _DAY, _DAY, Light.RED, text),
    )
    return Setting(
        language=language,
        title=text,
        label=other,
        generated_from=other,
        day=_DAY,
        subject=other,
        company=text,
        customer=other,
        figures={_PLAN: Gantt(bars, _DAY, other, (text, other, text))},
        pictures={_PICTURE: Picture(_grey_png(), "png", 400, 300)},
    )


def _sample(
    name: Bilingual, language: Language, text: str, other: str, *, has_braces: bool = False
) -> Sample:
    document = Document(_blocks(text, other), (Footnote(1, (_paragraph(other),)),))
    return Sample(name, document, _setting(language, text, other), has_braces)


def _long() -> Sample:
    sentence = "设备联网后停机台账与主轴数据要能对上 and the two must agree, "
    blocks: tuple[Block, ...] = ()
    for number in range(1, 21):
        blocks += (Heading(2, (Str(f"{number} {sentence}"),), f"s{number}"), _paragraph(sentence * 12))
        blocks += (_table(*(sentence,) * 7, rows=8),)
    return Sample(Bilingual("很长", "very long"), Document(blocks), _setting("zh", sentence * 3, sentence))


SAMPLES = (
    Sample(Bilingual("最少内容", "minimal"), Document(()), Setting("zh", "标题", "", "", _DAY)),
    _sample(Bilingual("中文", "Chinese"), "zh", "设备联网与预测维护", "内部资料"),
    _sample(Bilingual("英文", "English"), "en", "Connected machines", "For the customer"),
    _sample(
        Bilingual("特殊字符", "awkward characters"), "en", " ".join(AWKWARD), AWKWARD[0], has_braces=True
    ),
    _long(),
)
