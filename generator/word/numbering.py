"""Lists: a definition for each kind, and one `w:num` with a restart for every list of the document."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from generator.word.formatting import element, level

ListKind = Literal["bullet", "number", "open", "done"]
LIST_KINDS: tuple[ListKind, ...] = ("bullet", "number", "open", "done")
LEVELS = 9
STEP = 397  # 7 mm, in twentieths of a point
HANGING = 284  # 5 mm
BOX_INDENT = 227  # 4 mm: where text in quotes and callouts begins
_BULLETS = ("•", "–", "▪")
# Boxes are numbering, not text: pandoc reads such items as tasks, and Word's users tick by changing the bullet.
_TASKS = {"open": "☐", "done": "☑"}
_BULLET_FONT, _TASK_FONT = (
    element("rFonts", ascii=font, hAnsi=font, eastAsia=font, cs=font) for font in ("Arial", "Segoe UI Symbol")
)


@dataclass(frozen=True, slots=True)
class ListFamily:
    """boxed lists stand in a quote or callout: their number begins where the box's text does, so that the bar at
    its left stays in one line (Word draws the border at the smaller of the two indents)."""

    kind: ListKind
    boxed: bool = False

    @property
    def order(self) -> int:
        return LIST_KINDS.index(self.kind) + (len(LIST_KINDS) if self.boxed else 0)


def list_indent(depth: int, *, boxed: bool = False) -> int:
    """Where the text of a list begins, depth from 0."""
    return BOX_INDENT + HANGING + STEP * depth if boxed else STEP * (depth + 1)


def abstract_number(number: int, family: ListFamily, style_id: str = "") -> str:
    """The definition; a style id ties level 0 to that paragraph style."""
    levels = "".join(_level(index, family, style_id if index == 0 else "") for index in range(LEVELS))
    return (
        f'<w:abstractNum w:abstractNumId="{number}"><w:nsid w:val="{0x50520000 + number:08X}"/>'
        f'<w:multiLevelType w:val="multilevel"/>{levels}</w:abstractNum>'
    )


def _level(index: int, family: ListFamily, style_id: str) -> str:
    left = list_indent(index, boxed=family.boxed)
    hanging = left - BOX_INDENT if family.boxed else HANGING
    # Em spaces stand for the indent that the box may not have.
    inset = "\u2003" * index if family.boxed else ""
    texts = {"bullet": _BULLETS[index % 3], "number": f"%{index + 1}.", **_TASKS}
    font = _TASK_FONT if family.kind in _TASKS else _BULLET_FONT
    parts = {
        "start": element("start", val=1),
        "numFmt": element("numFmt", val="decimal" if family.kind == "number" else "bullet"),
        "pStyle": element("pStyle", val=style_id) if style_id else "",
        "lvlText": element("lvlText", val=inset + texts[family.kind]),
        "lvlJc": element("lvlJc", val="left"),
        "pPr": f"<w:pPr>{element('ind', left=left, hanging=hanging)}</w:pPr>",
        "rPr": "" if family.kind == "number" else f"<w:rPr>{font}</w:rPr>",
    }
    return level(index, parts)


def number(number_id: int, abstract_id: int, depth: int, start: int) -> str:
    """One list, counting from start at its depth, whatever the lists before it have counted to."""
    return (
        f'<w:num w:numId="{number_id}"><w:abstractNumId w:val="{abstract_id}"/>'
        f'<w:lvlOverride w:ilvl="{depth}"><w:startOverride w:val="{start}"/></w:lvlOverride></w:num>'
    )
