"""The blocks of a body, a cell or a note as they are written, with what must stand between two of them."""

from __future__ import annotations

from dataclasses import dataclass, field

from generator.word import styles
from generator.word.draft import Draft
from generator.word.formatting import paragraph_properties

ORDINARY, TABLE, HEADING = "", "table", "heading"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a block stands: text is the style of its paragraphs, box whether that style draws a frame.

    depth counts the lists around it, indent is its left edge in twentieths of a point where the style does not say
    it; space_after is that of loose lists; leads: a table follows that a paragraph here leads into.
    """

    text: str
    box: bool = False
    depth: int = 0
    indent: int = 0
    space_after: int | None = None
    leads: bool = False


@dataclass(slots=True)
class Flow:
    """The finished blocks. Word draws neighbouring tables, and neighbouring frames of one style, as one: a small
    paragraph keeps them apart. frame is the last one's style, frame_id tells two of one style from each other."""

    draft: Draft
    parts: list[str] = field(default_factory=list)
    frame: str = ORDINARY
    frame_id: int = 0
    frames: int = 0

    def new_frame(self) -> int:
        self.frames += 1
        return self.frames

    def paragraph(self, properties: str, content: str, frame: str = ORDINARY, frame_id: int = 0) -> None:
        after_table = self.frame == TABLE and frame != HEADING
        if after_table or (frame_id and frame == self.frame and frame_id != self.frame_id):
            self.gap()
        self.parts.append(f"<w:p>{properties}{content}</w:p>")
        self.frame, self.frame_id = frame, frame_id

    def table(self, xml: str) -> None:
        if self.frame == TABLE:
            self.gap()
        self.parts.append(xml)
        self.frame = TABLE

    def block(self, xml: str) -> None:
        """Something that begins and ends with paragraphs of its own."""
        self.parts.append(xml)
        self.frame = ORDINARY

    def gap(self) -> None:
        self.parts.append(f"<w:p>{paragraph_properties(self.draft.base.style(styles.TABLE_GAP))}</w:p>")
        self.frame = ORDINARY

    def end_section(self, properties: str) -> None:
        """What was written so far stands on pages with these section properties; the last paragraph carries them."""
        if self.frame == TABLE or not self.parts[-1].startswith("<w:p>"):
            self.gap()
        self.parts[-1] = self.parts[-1].replace("</w:pPr>", f"{properties}</w:pPr>", 1)
        self.frame = ORDINARY

    def xml(self) -> str:
        """Ends in a paragraph, as bodies, cells and notes must."""
        if self.frame == TABLE:
            self.gap()
        return "".join(self.parts)
