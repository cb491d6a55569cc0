"""Sections of pages in the text, upright and turned: the base's own, with headers, footers and page numbers going on.

Properties stand at the end of their section: in its last paragraph, or in the body for the last one (ECMA-376-1, 17.6).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.word.base_document import Base
from generator.word.placeholders import BODY, Template

_SECTION = re.compile(r"<w:sectPr\b[^>]*?(?:/>|>.*?</w:sectPr>)", re.DOTALL)
_BLOCK = re.compile(r"<w:(?:p|tbl|sdt)\b")
_HOLDER = "<w:p><w:pPr>"  # of section properties that were within what the text replaces
_PAGE = re.compile(r"<w:pgSz\b[^>]*/>")
_COLUMNS = re.compile(r'<w:cols\b[^>]*w:num="(?!1")')
# What holds for the first page of a section, where it begins, and where counting begins anew.
_BEGINNING = re.compile(
    r'<w:(?:titlePg|type)\b[^>]*/>|(?<=<w:pgNumType)( [^>]*?)?( w:start="\d+")(?=[^>]*/>)'
)


@dataclass(frozen=True, slots=True)
class PageSections:
    """own are the base's section properties where the text stands, is_last_thing tells whether the base shows nothing
    between the text and their end; lengths in twentieths of a point."""

    own: str
    is_last_thing: bool
    page_width: int
    page_height: int
    text_width: int
    text_height: int

    def properties(self, *, is_landscape: bool, is_first: bool) -> str:
        """Margins stay with the sides of the sheet as it is read, so that header and footer keep their places."""
        section = self.own
        if not is_first:
            section = _BEGINNING.sub(lambda match: match[1] or "", section)
        if is_landscape:
            page = f'<w:pgSz w:w="{self.page_height}" w:h="{self.page_width}" w:orient="landscape"/>'
            section = _PAGE.sub(page, section, count=1)
        return section

    def text_size(self, *, is_landscape: bool) -> tuple[int, int]:
        if not is_landscape:
            return self.text_width, self.text_height
        sides, ends = self.page_width - self.text_width, self.page_height - self.text_height
        return self.page_height - sides, self.page_width - ends


def page_sections(base: Base) -> PageSections | None:
    """None where pages cannot be turned: the base does not say how they are, has columns, or they are wide already."""
    behind = "".join(base.document[_place_of_body(base.document) + 1 :: 2])
    own, section = _SECTION.search(behind), base.section
    if own is None or not _PAGE.search(own[0]) or _COLUMNS.search(own[0]):
        return None
    if section.page_width >= section.page_height:
        return None
    return PageSections(
        own=own[0],
        is_last_thing=not _BLOCK.search(behind[: own.start()].removesuffix(_HOLDER)),
        page_width=section.page_width,
        page_height=section.page_height,
        text_width=section.text_width,
        text_height=section.text_height,
    )


def with_last_section(template: Template, properties: str) -> Template:
    """The template, with the section in which the text ends closed by these properties."""
    pieces = list(template)
    for place in range(_place_of_body(template) + 1, len(pieces), 2):
        own = _SECTION.search(pieces[place])
        if own:
            pieces[place] = pieces[place][: own.start()] + properties + pieces[place][own.end() :]
            break
    return tuple(pieces)


def _place_of_body(template: Template) -> int:
    return next(place for place in range(1, len(template), 2) if template[place] == BODY)
