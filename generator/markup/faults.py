"""What in the text of one paragraph, heading or cell is not in the dialect or is read otherwise elsewhere."""

from __future__ import annotations

import re
import string
from collections.abc import Iterator
from dataclasses import dataclass

from generator.markup.emphasis import find_emphasis, flanking
from generator.markup.inline import (
    FOOTNOTE,
    TARGET,
    VERBATIM,
    closing_ticks,
    is_angled_target,
    plain_text,
    read_link,
)
from generator.markup.targets import is_harmless, is_link_target, is_picture_path

ATTRIBUTE = r"""\s+[A-Za-z_:][\w.:-]*(?:\s*=\s*(?:[^\s"'=<>`]+|'[^']*'|"[^"]*"))?"""
HTML = rf"""
    <!--(?:>|->|.*?-->) | <\?.*?\?> | <![A-Za-z].*?> | <!\[CDATA\[.*?\]\]>
    | </[A-Za-z][A-Za-z0-9-]*\s*> | <[A-Za-z][A-Za-z0-9-]*(?:{ATTRIBUTE})*\s*/?>
"""
# HTML comes last: an address in angle brackets looks like a tag.
TOKEN = re.compile(rf"{VERBATIM} | (?P<html>{HTML})", re.DOTALL)
OPENING = re.compile(r"!?\[")
MARK = re.compile(FOOTNOTE)
TILDES = re.compile(r"~+")
ADDRESS = re.compile(r"(?i)(?:https?://|\bwww\.)[^ \t\n<]+")
# GitHub leaves these out of an address that ends with them.
ADDRESS_END = "?!.,:*_~'\""
UNSAFE_IN_ADDRESS = re.compile(r"[\\`~]|&#?\w+;")
FILLER = "x"


@dataclass(frozen=True, slots=True)
class Fault:
    """offset counts from 0; detail goes into the message. The code `mark` is a footnote mark with its label."""

    offset: int
    code: str
    detail: str = ""


def find_faults(text: str, *, prose: bool, may_be_figure: bool) -> Iterator[Fault]:
    """Faults in no particular order. may_be_figure: a picture may stand here, if alone."""
    masked = _Masked(text)
    yield from masked.faults
    yield from _tangled(text, masked.spans)
    yield from _link_faults(masked, prose=prose, may_be_figure=may_be_figure)
    yield from (Fault(m.start(), "mark", text[m.start(1) : m.end(1)]) for m in MARK.finditer(masked.text))
    yield from _struck(text, masked.text)
    yield from _bare_addresses(text, masked.text)


class _Masked:
    """The text with filler for code, escapes, entities and HTML, so that what is left can be searched for markup."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.text = source
        self.faults: list[Fault] = []
        self.spans: list[tuple[int, int]] = []
        self.addresses: list[int] = []
        position = 0
        while (match := TOKEN.search(source, position)) is not None:
            position = self._take(match)

    def fill(self, start: int, end: int) -> None:
        self.text = self.text[:start] + FILLER * (end - start) + self.text[end:]

    def _take(self, match: re.Match[str]) -> int:
        start, end = match.span()
        kind = match.lastgroup
        if kind == "escaped":
            if match["escaped"] not in string.punctuation:
                return end
        elif kind == "ticks":
            closing = closing_ticks(self.source, match["ticks"], end)
            if closing is None:
                return end
            end = closing.end()
        elif kind in {"html", "address", "mail"} and is_angled_target(self.source, start):
            return start + 1
        elif kind == "html":
            self.faults.append(Fault(start, "html", match["html"].split("\n")[0]))
        elif kind == "address" and not is_harmless(match["address"]):
            self.faults.append(Fault(start, "link-target", match["address"]))
        elif kind in {"address", "mail"}:
            self.addresses.append(start)
        self.fill(start, end)
        self.spans.append((start, end))
        return end


def _tangled(text: str, spans: list[tuple[int, int]]) -> Iterator[Fault]:
    """Code that begins in the target or title of a link and ends behind it: the link comes first elsewhere."""
    for match in re.finditer(r"\]\(", text):
        target = TARGET.match(text, match.start() + 1)
        for start, end in spans:
            if target is not None and match.start() < start < target.end() < end:
                yield Fault(start, "tangled-code")


def _link_faults(masked: _Masked, *, prose: bool, may_be_figure: bool) -> Iterator[Fault]:
    for opening in OPENING.finditer(masked.text):
        parts = read_link(masked.text, opening.end())
        if parts is None:
            continue
        start, text_end = opening.start(), opening.end() + len(parts.text)
        target = plain_text(masked.source[parts.target_at : parts.target_at + len(parts.target)])
        if opening.group() == "![":
            if not may_be_figure or start > 0 or parts.end < len(masked.source.rstrip()):
                yield Fault(start, "inline-picture")
            if not is_picture_path(target):
                yield Fault(start, "picture-path", target)
        else:
            if not (is_link_target(target) if prose else is_harmless(target)):
                yield Fault(start, "link-target", target)
            if MARK.search(parts.text) or any(start < at < text_end for at in masked.addresses):
                yield Fault(start, "nested-link")
        masked.fill(text_end, parts.end)


def _struck(text: str, masked: str) -> Iterator[Fault]:
    """`~~x~~` and `~x~`, by the rules of GitHub's reader: as many tildes on either side."""
    openers: dict[int, int] = {}
    for match in TILDES.finditer(masked):
        opens, closes = flanking(text, *match.span())
        size = len(match.group())
        if closes and size in openers:
            yield Fault(openers.pop(size), "strikethrough")
        elif opens:
            openers.setdefault(size, match.start())


def _bare_addresses(text: str, masked: str) -> Iterator[Fault]:
    """Addresses that GitHub makes links of, with the markup in them that is read as such here."""
    delimiters = [
        offset
        for piece in find_emphasis(masked)
        if piece.size
        for offset in (piece.start, piece.end - piece.size)
    ]
    for match in ADDRESS.finditer(text):
        start = match.start()
        address = match.group().rstrip(ADDRESS_END)
        if masked[start : start + 4] != text[start : start + 4]:
            continue
        if UNSAFE_IN_ADDRESS.search(address) or any(start < at < start + len(address) for at in delimiters):
            yield Fault(start, "bare-address", address)
