"""Text into XML. Control characters that XML 1.0 forbids are refused where notes are read."""

from __future__ import annotations

import re

_SPECIAL = re.compile('[&<>\r\n\t"]')
_TEXT = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;"})
_ATTRIBUTE = str.maketrans(
    {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\r": "&#13;", "\n": "&#10;", "\t": "&#9;"}
)


def escape_text(text: str) -> str:
    # Looking first is several times cheaper than translating: nearly no text needs it.
    return text.translate(_TEXT) if _SPECIAL.search(text) else text


def escape_attribute(text: str) -> str:
    return text.translate(_ATTRIBUTE) if _SPECIAL.search(text) else text
