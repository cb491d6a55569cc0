"""What the first characters of a line begin: the block starts of CommonMark 0.31 and GFM, without setext and HTML."""

from __future__ import annotations

import re
from dataclasses import dataclass

RULE = re.compile(r"(?:(?:\* *){3,}|(?:- *){3,}|(?:_ *){3,})$")
FENCE = re.compile(r"(`{3,}|~{3,})(.*)$")
ITEM = re.compile(r"([-+*]|(\d{1,9})[.)])(?= |$)")
NOTE = re.compile(r"\[\^([^\]\s]+)\]:")
UNDERLINE = re.compile(r"(?:=+|-+) *$")
ALERT_KINDS = frozenset({"note", "tip", "important", "warning", "caution"})
ALERT = re.compile(r"\[!([A-Za-z][\w-]*)\] *$")
TASK = re.compile(r"\[([ xX])\] +(?=\S)")


@dataclass(frozen=True, slots=True)
class ItemStart:
    """marker is a bullet, `.` or `)`; number is -1 for a bullet; width is the column at which the content begins.

    bare: nothing follows the marker.
    """

    marker: str
    number: int
    width: int
    bare: bool


def indent_of(line: str, position: int) -> int:
    return len(line) - position - len(line[position:].lstrip(" "))


def read_heading(text: str) -> tuple[int, int, str] | None:
    """Level, the offset of the words in text, and the words without closing `#`."""
    if not text.startswith("#"):
        return None
    level = len(text) - len(text.lstrip("#"))
    rest = text[level:]
    if level > 6 or (rest and not rest.startswith(" ")):
        return None
    words = rest.strip(" ")
    unclosed = words.rstrip("#")
    if unclosed != words and (not unclosed or unclosed.endswith(" ")):
        words = unclosed.rstrip(" ")
    return level, level + len(rest) - len(rest.lstrip(" ")), words


def read_fence(text: str) -> tuple[str, str] | None:
    """The fence and what stands behind it; back-ticks behind back-ticks are code in a line."""
    match = FENCE.match(text)
    if match is None or (match.group(1).startswith("`") and "`" in match.group(2)):
        return None
    return match.group(1), match.group(2).strip(" ")


def closes_fence(text: str, fence: str) -> bool:
    text = text.rstrip(" ")
    return len(text) >= len(fence) and text == fence[0] * len(text)


def read_item(text: str, *, interrupts: bool) -> ItemStart | None:
    """interrupts: the line before is a paragraph, which only a bullet or a `1.` with content may cut short."""
    match = ITEM.match(text)
    if match is None:
        return None
    marker, digits = match.groups()
    after = text[len(marker) :]
    bare = not after.strip(" ")
    if interrupts and (bare or (digits is not None and int(digits) != 1)):
        return None
    spaces = len(after) - len(after.lstrip(" "))
    padding = spaces if not bare and spaces <= 4 else 1
    return ItemStart(marker[-1], int(digits) if digits else -1, len(marker) + padding, bare)


def is_rule(text: str) -> bool:
    return text[0] in "*-_" and RULE.match(text) is not None
