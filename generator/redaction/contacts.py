"""Addresses, links, telephone and account numbers: nothing in a copy leads to anybody."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.redaction.spans import Span

EXAMPLE_LINK, EXAMPLE_MAIL, NO_NUMBER = "https://example.com/", "someone@example.com", "000-0000-0000"
EXAMPLE_DOMAIN, EXAMPLE_SHARE = "example.com", r"\\server\share"
EXAMPLES = frozenset({EXAMPLE_LINK, EXAMPLE_MAIL, NO_NUMBER, EXAMPLE_DOMAIN, EXAMPLE_SHARE})
_END_OF_LINK = r"[^\s<>()\[\]{}\"'|，。；：、！？（）【】「」《》]"
_LINK = re.compile(rf"(?:(?:https?|ftp|file|mailto):|www\.){_END_OF_LINK}+", re.IGNORECASE)
_MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_DOMAIN = re.compile(
    r"(?<![\w@.])(?!(?:asp|ado|vb)\.net\b|example\.com)(?:[a-z0-9-]+\.)+(?:com|cn|net|org|gov|edu|io|co|uk|de|eu|ai)\b(?:/[\w./?=&%#-]*)?",
    re.IGNORECASE,
)
_SHARE = re.compile(r"\\\\[^\s，。；]+")
_PICTURE = re.compile(r"!\[([^\]]*)\]\([^)]*\)")
_TARGET = re.compile(r"(?<=\]\()(?!https?:)[^)\s]+")
_PHONES = (
    r"(?<![\d.,])1[3-9]\d[ -]?\d{4}[ -]?\d{4}(?!\d)",
    r"(?<![\d.,])(?=[+\d() -]{10})(?:\+|00)\d{1,3}(?:[ -]?\(?\d{1,5}\)?){2,5}(?!\d)",
    r"(?<![\d.,])\(?0\d{2,4}\)?[ -]\d{3,4}[ -]?\d{3,4}(?!\d)",
    r"(?<![\d.,])[48]00[ -]\d{3,4}[ -]?\d{3,4}(?!\d)",
)
_PHONE = re.compile("|".join(_PHONES))
_LONG_NUMBER = re.compile(r"(?<![\d.,])\d{9,}[xX]?(?!\d)")
_KINDS = (
    (_LINK, EXAMPLE_LINK),
    (_MAIL, EXAMPLE_MAIL),
    (_DOMAIN, EXAMPLE_DOMAIN),
    (_SHARE, EXAMPLE_SHARE),
    (_TARGET, EXAMPLE_LINK),
    (_PHONE, NO_NUMBER),
)


def without_pictures(prose: str) -> str:
    """What a picture shows, in its place: a copy has no pictures."""
    return _PICTURE.sub(r"\1", prose)


def contact_spans(text: str) -> Iterator[Span]:
    for pattern, new in _KINDS:
        yield from (Span(found.start(), found.end(), new) for found in pattern.finditer(text))


def number_spans(text: str) -> Iterator[Span]:
    """Numbers of nine digits and more that are no amounts: accounts, contracts, identity cards."""
    for found in _LONG_NUMBER.finditer(text):
        yield Span(found.start(), found.end(), "0" * len(found[0]))
