"""The sections of a base document: how much room the text has, and whether every page shows the label."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator.errors import Bilingual
from generator.word.base_package import BasePackage, resolve
from generator.word.spans import Span, children, read_spans

# What Word takes where a section does not say (ECMA-376-1, 17.6.13 and the settings of Word).
_PAGE = {"w:w": "12240", "w:h": "15840"}
_MARGINS = {"w:top": "1440", "w:bottom": "1440", "w:left": "1440", "w:right": "1440", "w:gutter": "0"}
_KINDS = {
    "default": Bilingual("", ""),
    "first": Bilingual("首页", "first-page "),
    "even": Bilingual("偶数页", "even-page "),
}
_BANDS = {"header": Bilingual("页眉", "header"), "footer": Bilingual("页脚", "footer")}


@dataclass(frozen=True, slots=True)
class Section:
    """Lengths in twentieths of a point; bands are the parts of headers and footers by ("header", "first"), those of
    the sections before included where this one has none of its own; shown are the kinds of pages that it has."""

    end: int
    page_width: int
    page_height: int
    text_width: int
    text_height: int
    bands: Mapping[tuple[str, str], str]
    own: tuple[tuple[str, str], ...]
    shown: tuple[str, ...]


def read_sections(package: BasePackage, part: bytes) -> tuple[Section, ...]:
    """In the order of the document. A document that says nothing about its pages has one as Word would make it."""
    spans = read_spans(part)
    even = _has_even_pages(package)
    bands: dict[tuple[str, str], str] = {}
    sections = []
    for index, span in enumerate(spans):
        if span.tag == "w:sectPr" and spans[span.parent].tag in ("w:pPr", "w:body"):
            section = _read_section(package, span.end, children(spans, index), bands, even)
            sections.append(section)
            bands = dict(section.bands)
    return tuple(sections) or (_read_section(package, len(part), (), {}, even),)


def _has_even_pages(package: BasePackage) -> bool:
    name = package.part_of("settings")
    return bool(name) and b"<w:evenAndOddHeaders" in package.parts[name]


def _read_section(
    package: BasePackage,
    end: int,
    inner: tuple[Span, ...],
    before: Mapping[tuple[str, str], str],
    even: bool,
) -> Section:
    page = {**_PAGE, **_attributes(inner, "w:pgSz")}
    margins = {**_MARGINS, **_attributes(inner, "w:pgMar")}
    targets = {r.id: resolve(package.main, r.target) for r in package.relationships}
    own = {
        (span.tag[2:-9], span.attributes.get("w:type", "default")): targets[span.attributes["r:id"]]
        for span in inner
        if span.tag in ("w:headerReference", "w:footerReference")
    }
    first = any(
        span.tag == "w:titlePg" and span.attributes.get("w:val", "1") not in ("0", "false") for span in inner
    )
    width = _length(page["w:w"]) - sum(_length(margins[f"w:{side}"]) for side in ("left", "right", "gutter"))
    return Section(
        end=end,
        page_width=_length(page["w:w"]),
        page_height=_length(page["w:h"]),
        text_width=_column_width(width, _attributes(inner, "w:cols")),
        text_height=_length(page["w:h"]) - abs(_length(margins["w:top"])) - abs(_length(margins["w:bottom"])),
        bands={**before, **own},
        own=tuple(own),
        shown=("default", *(("first",) if first else ()), *(("even",) if even else ())),
    )


def _attributes(inner: tuple[Span, ...], tag: str) -> dict[str, str]:
    return next((span.attributes for span in inner if span.tag == tag), {})


def _length(text: str) -> int:
    return round(float(text))  # some programs write fractions


def _column_width(width: int, columns: Mapping[str, str]) -> int:
    count = int(columns.get("w:num", "1"))
    return (width - _length(columns.get("w:space", "720")) * (count - 1)) // count


def name_of_band(sections: tuple[Section, ...], part: str) -> Bilingual:
    """`header of section 2`, `first-page footer`: where a header or footer part is first used."""
    for number, section in enumerate(sections, 1):
        for band, kind in section.own:
            if section.bands[band, kind] == part:
                where, word = _KINDS[kind], _BANDS[band]
                if len(sections) == 1:
                    return Bilingual(where.zh + word.zh, where.en + word.en)
                return Bilingual(
                    f"第 {number} 节的{where.zh}{word.zh}", f"{where.en}{word.en} of section {number}"
                )
    return Bilingual(f"没有用到的部件 {part}", f"{part}, which no page uses")
