"""What a Word file needs beside its Document."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from generator.errors import Bilingual, Language
from generator.figures import Figure

PictureExtension = Literal["png", "jpeg"]


@dataclass(frozen=True, slots=True)
class Picture:
    """A raster picture without metadata; its size in pixels is taken at 96 to the inch."""

    data: bytes
    extension: PictureExtension
    width_px: int
    height_px: int


@dataclass(frozen=True, slots=True)
class Setting:
    """title, label (confidentiality, empty for none) and generated_from stand in header and footer.

    What a base document can say is what stands here: for a customer generated_from names no note.

    contents is the word over the table of contents that a document of many pages gets behind its first section, empty
    where it shall have none.

    day is the day spoken for and the only date in the file; figures and pictures are keyed by `Figure.path`.
    """

    language: Language
    title: str
    label: str
    generated_from: str
    day: date
    subject: str = ""
    company: str = ""
    customer: str = ""
    contents: str = ""
    figures: Mapping[str, Figure] = field(default_factory=dict)
    pictures: Mapping[str, Picture] = field(default_factory=dict)


# Around PAGE and NUMPAGES.
PAGE_WORDS = (Bilingual("第 ", "Page "), Bilingual(" 页 / 共 ", " of "), Bilingual(" 页", ""))
LANGUAGE_TAGS: Mapping[Language, str] = {"zh": "zh-CN", "en": "en-US"}
PRODUCT = "presales"
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip


def written_date(day: date, language: Language) -> str:
    """As a cover says it: 2026年11月20日, 20 November 2026."""
    if language == "zh":
        return f"{day.year}年{day.month}月{day.day}日"
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"
