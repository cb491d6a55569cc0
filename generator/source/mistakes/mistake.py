"""One slip on one line, and the line as it should be."""

from __future__ import annotations

from dataclasses import dataclass

from generator.errors import Bilingual

KEY = r"[A-Za-z_][\w-]*"


@dataclass(frozen=True, slots=True)
class Mistake:
    """column counts from 1; mended is the whole line as it should be."""

    column: int
    code: str
    message: Bilingual
    suggestion: Bilingual
    mended: str


def write(text: str) -> Bilingual:
    return Bilingual(f"写成：{text.strip()}", f"write: {text.strip()}")
