"""What grows while a document is written: ids, relationships, lists, media. The only thing here that changes."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, field
from itertools import count
from typing import Self
from urllib.parse import unquote

from generator.word.base_document import Base
from generator.word.base_package import OFFICE, Relationship
from generator.word.numbering import ListFamily, abstract_number, number
from generator.word.setting import Picture, Setting

_BOOKMARK = re.compile(r"[^\W\d_][\w-]{0,39}")


@dataclass(slots=True)
class Relationships:
    """Of one part; the same target is related to once."""

    taken: frozenset[str] = frozenset()
    made: dict[tuple[str, str], Relationship] = field(default_factory=dict)

    def id_of(self, kind: str, target: str, *, external: bool = False) -> str:
        key = (kind, target)
        if key not in self.made:
            serial = next(n for n in count(len(self.made) + 1) if f"rIdP{n}" not in self.taken)
            self.made[key] = Relationship(f"rIdP{serial}", f"{OFFICE}/{kind}", target, external)
        return self.made[key].id


@dataclass(slots=True)
class Lists:
    """The lists of one document: `w:num` elements, and the definitions that they turned out to need."""

    base: Base
    nums: list[str] = field(default_factory=list)
    definitions: dict[ListFamily, int] = field(default_factory=dict)
    shared: dict[tuple[ListFamily, int], int] = field(default_factory=dict)

    def start_list(self, family: ListFamily, depth: int, start: int = 1) -> int:
        """The id of a new list."""
        definition = self.base.numbering.own.get(family)
        if definition is None:
            definition = self.base.numbering.first_definition + family.order
            self.definitions[family] = definition
        number_id = self.base.numbering.first_list + len(self.nums)
        self.nums.append(number(number_id, definition, depth, start))
        return number_id

    def shared_list(self, family: ListFamily, depth: int) -> int:
        """Lists that count nothing need no id of their own."""
        key = (family, depth)
        if key not in self.shared:
            self.shared[key] = self.start_list(family, depth)
        return self.shared[key]

    def xml(self) -> str:
        part = self.base.numbering
        ordered = sorted(self.definitions.items(), key=lambda item: item[1])
        definitions = "".join(abstract_number(id_, family) for family, id_ in ordered)
        return part.start + definitions + part.middle + "".join(self.nums) + part.end


@dataclass(slots=True)
class Draft:
    """One document being written. The relationships are those of the part at hand, body or footnotes.

    parts are charts and their workbooks, named from the document's folder; text_width and text_height are those of
    the pages at hand, in twentieths of a point; last_section replaces the base's section properties behind the text
    where pages were turned.
    """

    base: Base
    setting: Setting
    anchors: frozenset[str]
    footnote_ids: dict[int, int]
    relationships: Relationships
    lists: Lists
    bookmarks: count[int]
    drawings: count[int]
    figures: count[int]
    charts: count[int]
    text_width: int
    text_height: int
    last_section: str = ""
    parts: dict[str, bytes] = field(default_factory=dict)
    media: dict[str, Picture] = field(default_factory=dict)
    marked: set[int] = field(default_factory=set)
    in_footnotes: bool = False

    @classmethod
    def begin(cls, base: Base, setting: Setting, anchors: frozenset[str], footnotes: tuple[int, ...]) -> Self:
        return cls(
            base=base,
            setting=setting,
            anchors=anchors,
            footnote_ids={note: base.footnotes.first + place for place, note in enumerate(footnotes)},
            relationships=Relationships(frozenset(relationship.id for relationship in base.relationships)),
            lists=Lists(base),
            bookmarks=count(base.first_bookmark),
            drawings=count(base.first_drawing),
            figures=count(1),
            charts=count(1),
            text_width=base.text_width,
            text_height=base.text_height,
        )

    def bookmark(self, name: str, content: str) -> str:
        number_id = next(self.bookmarks)
        return f'<w:bookmarkStart w:id="{number_id}" w:name="{name}"/>{content}<w:bookmarkEnd w:id="{number_id}"/>'

    def anchor_of(self, target: str) -> str:
        """The heading anchor that `#…` means, as it is or percent-encoded; empty where there is none."""
        for anchor in (target[1:], unquote(target[1:])):
            if anchor in self.anchors:
                return anchor
        return ""


def bookmark_name(anchor: str) -> str:
    """Word wants a letter first, at most 40 letters, digits, `_`; and takes `A` and `a` for the same name."""
    if _BOOKMARK.fullmatch(anchor) and anchor == anchor.lower():
        return anchor
    return "x" + hashlib.sha256(anchor.encode()).hexdigest()[:39]


def footnote_bookmark(note: int) -> str:
    return f"_presales_note_{note}"
