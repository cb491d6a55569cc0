"""What people really type, told in their terms, and mended for the rest of the run so that one slip hides no other.

Every detector looks at one line. It returns what is wrong and the line as it should be; the reader then goes on
with the mended text. The file itself is never changed.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from generator.errors import Bilingual
from generator.source.fields import quoted

_KEY = r"[A-Za-z_][\w-]*"
_PAIR = re.compile(rf"^(?P<lead>\s*(?:- +)*)(?P<key>{_KEY}): +(?P<value>\S.*)$")
_FULL_WIDTH_COLON = re.compile(rf"(?P<lead>^\s*(?:- +)*|[{{,]\s*)(?P<key>{_KEY})：\s*")
_NO_SPACE = re.compile(rf"^(?P<lead>\s*(?:- +)*)(?P<key>{_KEY}):(?P<value>[^\s/].*)$")
_FLOW_PAIR = re.compile(rf"(?P<lead>[{{,]\s*{_KEY}: +)(?P<value>[^\"'{{}}\[\],][^,{{}}\[\]]*?)(?=\s*[,}}])")
_COMMENT = re.compile(r"\s+#.*$")
_ITEM = re.compile(r"^(?P<lead>\s*(?:- +)+)(?P<value>\S.*)$")
_QUOTED = re.compile(r"""("(?:[^"\\]|\\.)*"|'(?:[^']|'')*')\s*(?:#.*)?$""")
# What may follow the key of a block scalar.
_BLOCK_HEADER = re.compile(r"[|>][+-]?\d?[+-]?")
_CURLY = "“”‘’"
# First characters that YAML keeps for itself, with the name people know them by.
_RESERVED = "@%`*&!?|>,]}"


@dataclass(frozen=True, slots=True)
class Mistake:
    """column counts from 1; mended is the whole line as it should be."""

    column: int
    code: str
    message: Bilingual
    suggestion: Bilingual
    mended: str


Detector = Callable[[str], Mistake | None]


def find_mistake(line: str) -> Mistake | None:
    """The first thing on the line that YAML reads otherwise than its author meant."""
    for detector in _DETECTORS:
        mistake = detector(line)
        if mistake is not None:
            return mistake
    return None


def _write(text: str) -> Bilingual:
    return Bilingual(f"写成：{text}", f"write: {text}")


def _indent(line: str) -> Mistake | None:
    lead = line[: len(line) - len(line.lstrip("\t \u3000\u00a0"))]
    odd = next((index for index, char in enumerate(lead) if char != " "), None)
    if odd is None:
        return None
    mended = lead.replace("\t", "  ").replace("\u3000", "  ").replace("\u00a0", " ") + line[len(lead) :]
    if lead[odd] == "\t":
        message = Bilingual("缩进里有制表符（Tab）", "a tab in the indentation")
        return Mistake(odd + 1, "tab", message, Bilingual("缩进只用空格", "indent with spaces only"), mended)
    message = Bilingual("缩进里有全角空格", "a full-width space in the indentation")
    return Mistake(
        odd + 1,
        "full_width_space",
        message,
        Bilingual("缩进只用半角空格", "indent with plain spaces"),
        mended,
    )


def _full_width_colon(line: str) -> Mistake | None:
    found = _FULL_WIDTH_COLON.search(line)
    if not found:
        return None
    mended = line[: found.start()] + found["lead"] + found["key"] + ": " + line[found.end() :]
    message = Bilingual(f"{found['key']} 后面是全角冒号", f"a full-width colon after {found['key']}")
    suggestion = Bilingual("键后面用英文冒号加一个空格 「: 」", "write : and a space after the key")
    return Mistake(found.end("key") + 1, "full_width_colon", message, suggestion, mended)


def _no_space(line: str) -> Mistake | None:
    found = _NO_SPACE.match(line)
    if not found:
        return None
    mended = f"{found['lead']}{found['key']}: {found['value']}"
    message = Bilingual("冒号后面要空一格", "a space is needed after the colon")
    return Mistake(found.end("key") + 1, "space_after_colon", message, _write(mended.strip()), mended)


def _without_comment(value: str) -> str:
    return _COMMENT.sub("", value)


def _requoted(lead: str, value: str) -> tuple[str, Bilingual]:
    text = quoted(value.strip(_CURLY) if value[0] in _CURLY else value)
    mended = lead + text
    return mended, _write(mended.strip().removeprefix("- "))


def _block_value(line: str) -> Mistake | None:
    found = _PAIR.match(line)
    if found:
        return _value_mistake(f"{found['lead']}{found['key']}: ", found["value"])
    found = _ITEM.match(line)
    return _value_mistake(found["lead"], found["value"]) if found else None


def _value_mistake(lead: str, raw: str) -> Mistake | None:
    value = _without_comment(raw)
    column = len(lead) + 1
    code_message = _what_is_wrong(value)
    if code_message is None:
        return None
    code, message = code_message
    mended, suggestion = _requoted(lead, value)
    return Mistake(column, code, message, suggestion, mended)


def _what_is_wrong(value: str) -> tuple[str, Bilingual] | None:
    first = value[0]
    if first in "\"'":
        return _after_quote(value)
    if first in "{[#" or _BLOCK_HEADER.fullmatch(value):
        return None
    wrong = None
    if first in _CURLY and ": " in value:
        wrong = "curly_quotes", Bilingual("弯引号不是 YAML 的引号", "curly quotes do not quote in YAML")
    elif first in _RESERVED:
        message = Bilingual(f"值以 {first} 开头，要加引号", f"a value that starts with {first} needs quotes")
        wrong = "reserved_character", message
    elif ": " in value or value.endswith(":"):
        wrong = (
            "colon_in_value",
            Bilingual("文字里有「: 」，要加引号", "text that contains “: ” needs quotes"),
        )
    elif value.startswith("- "):
        wrong = (
            "dash_after_key",
            Bilingual("值以「- 」开头，要加引号", "a value that starts with “- ” needs quotes"),
        )
    return wrong


def _after_quote(value: str) -> tuple[str, Bilingual] | None:
    if _QUOTED.match(value) or value.count(value[0]) == 1:
        return None
    return "text_after_quote", Bilingual("引号后面还有文字", "there is text after the closing quote")


def _flow_values(line: str) -> Mistake | None:
    if "{" not in line:
        return None
    for found in _FLOW_PAIR.finditer(line):
        what = _what_is_wrong(found["value"])
        if what is not None:
            text = quoted(found["value"].strip(_CURLY))
            mended = line[: found.start("value")] + text + line[found.end("value") :]
            return Mistake(
                found.start("value") + 1, *what, _write(found["lead"].lstrip("{, ") + text), mended
            )
    return None


_DETECTORS: tuple[Detector, ...] = (_indent, _full_width_colon, _flow_values, _no_space, _block_value)
