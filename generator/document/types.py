"""The one closed type that every writer of finished files understands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from generator.states import Light

Align = Literal["left", "center", "right"]
CalloutKind = Literal["note", "tip", "important", "warning", "caution"]


# ── inline kinds ──


@dataclass(frozen=True, slots=True)
class Str:
    """Text as it is to be read: no escapes, no line breaks."""

    text: str


@dataclass(frozen=True, slots=True)
class Emphasis:
    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Strong:
    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class State:
    """Strong text that begins with a state's glyph and a space, such as `**■ late**`; text holds the glyph too."""

    light: Light
    text: str


@dataclass(frozen=True, slots=True)
class Code:
    text: str


@dataclass(frozen=True, slots=True)
class Link:
    """target is percent-encoded, or `#anchor` for a heading of the same document."""

    target: str
    title: str
    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Break:
    """A hard line break."""


@dataclass(frozen=True, slots=True)
class FootnoteMark:
    number: int


Inline = Str | Emphasis | Strong | State | Code | Link | Break | FootnoteMark


# ── block kinds ──


@dataclass(frozen=True, slots=True)
class Heading:
    """level 1 is the document's title; anchor is unique in the document."""

    level: int
    children: tuple[Inline, ...]
    anchor: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class ListItem:
    """checked is None for an ordinary item, else the state of a task item."""

    blocks: tuple[Block, ...]
    checked: bool | None = None


@dataclass(frozen=True, slots=True)
class ListBlock:
    ordered: bool
    start: int
    tight: bool
    items: tuple[ListItem, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """weight is the column's share of the width (the dashes of the rule row); 0 where the author set none."""

    align: Align
    weight: int


@dataclass(frozen=True, slots=True)
class Table:
    """Every row has as many cells as there are columns."""

    columns: tuple[Column, ...]
    header: tuple[Cell, ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True)
class CodeBlock:
    """text has no final line break."""

    text: str
    language: str


@dataclass(frozen=True, slots=True)
class Quote:
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Callout:
    """A GitHub alert, `> [!NOTE]`."""

    kind: CalloutKind
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture alone in its paragraph; caption is its title, empty without one."""

    path: str
    alt: str
    caption: str


@dataclass(frozen=True, slots=True)
class Rule:
    """`---`. Right before a heading it starts a new page in Word and in print."""


Block = Heading | Paragraph | ListBlock | Table | CodeBlock | Quote | Callout | Figure | Rule


@dataclass(frozen=True, slots=True)
class Footnote:
    number: int
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Document:
    blocks: tuple[Block, ...]
    footnotes: tuple[Footnote, ...] = ()
