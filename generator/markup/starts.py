"""What the first characters of a line begin: the block starts of CommonMark 0.31 and GFM, without setext and HTML."""

from __future__ import annotations

import re
from dataclasses import dataclass

RULE = re.compile(r"(?:(?:\* *){3,}|(?:- *){3,}|(?:_ *){3,})$")
FENCE = re.compile(r"(`{3,}|~{3,})(.*)$")
ITEM = re.compile(r"([-+*]|(\d{1,9})[.)])(?= |$)")
NOTE = re.compile(r"\[\^([^\]\s]+)\]:")
UNDERLINE = re.compile(r"(?:=+|-+) *$")
# `[label]: target "title"`, the target of `[label]` elsewhere; the title may stand on the next line.
DEFINITION = re.compile(
    r"\[(?!\s*\])(?:[^\[\]\\]|\\.)+\]:[ \t]*\n?[ \t]*(?:<[^<>\n]*>|[^\s<]\S*)(?:[ \t]*(?:\n|\Z)|[ \t]+[\"'(])",
    re.DOTALL,
)
# What begins an HTML block, or may.
HTML_START = re.compile(r"</?[A-Za-z][A-Za-z0-9-]*(?=[\s/>]|$)|<[!?]")
ALERT_KINDS = frozenset({"note", "tip", "important", "warning", "caution"})
ALERT = re.compile(r"\[!([A-Za-z][\w-]*)\][ \t]*$")
ALERT_LINE = re.compile(r"\[!([A-Za-z][\w-]*)\]")
TASK = re.compile(r"\[([ xX])\][ \t]+")
# A rule row of one column that only some take for one.
LONE_RULE = re.compile(r":-+:?[ \t]*$|-+:[ \t]*$")


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


def begins_block(text: str) -> bool:
    """Whether text would begin something else than a paragraph, at the start of a line."""
    return bool(text) and (
        text[0] == ">"
        or is_rule(text)
        or any(read(text) is not None for read in (read_heading, read_fence, NOTE.match))
        or read_item(text, interrupts=False) is not None
    )


def is_rule(text: str) -> bool:
    return text[0] in "*-_" and RULE.match(text) is not None
