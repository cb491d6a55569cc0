"""The words that finished files add to a Document, and how they tell that a picture is missing: alike in all of them."""

from __future__ import annotations

from collections.abc import Mapping

from generator.document.types import CalloutKind
from generator.errors import Bilingual

FIGURE_WORD = Bilingual("图", "Figure")
CALLOUT_WORDS: Mapping[CalloutKind, Bilingual] = {
    "note": Bilingual("说明", "Note"),
    "tip": Bilingual("提示", "Tip"),
    "important": Bilingual("重要", "Important"),
    "warning": Bilingual("警告", "Warning"),
    "caution": Bilingual("注意", "Caution"),
}


class MissingPictureError(LookupError):
    """A document shows a picture or figure that nobody holds."""

    def __init__(self, path: str) -> None:
        super().__init__(path)
        self.path = path
