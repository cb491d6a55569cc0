"""Values that YAML takes for something else unless they are quoted."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.errors import Bilingual
from generator.source.fields.typed import CURLY, quoted
from generator.source.mistakes.mistake import KEY, Mistake, write

_PAIR = re.compile(rf"^(?P<lead>\s*(?:- +)*{KEY}: +)(?P<value>\S.*)$")
_ITEM = re.compile(r"^(?P<lead>\s*(?:- +)+)(?P<value>\S.*)$")
# A value in braces or brackets up to the next comma or bracket; commas in quotes do not end it.
_FLOW_VALUE = re.compile(
    rf"(?P<lead>[{{\[,]\s*(?:{KEY}: +)?)"
    r"""(?P<value>(?:"(?:[^"\\]|\\.)*"|'[^']*'|[^\s,{}\[\]])[^,{}\[\]]*?)(?=\s*[,}\]])"""
)
# A value in braces up to the next key or the end, whatever it holds.
_FLOW_TEXT = re.compile(
    rf"(?P<lead>[{{,]\s*{KEY}: +)(?P<value>[^\s\"'\[{{].*?)(?=\s*(?:,\s*{KEY}: |\}}\s*(?:,\s*(?:\{{|{KEY}: )|[\]}}#]|$)))"
)
_CUTS_IN_FLOW = re.compile(r"[\[\]{},]|(?:^|\s)#")
_COMMENT = re.compile(r"(?<!\s)\s+#.*$")
_QUOTED = re.compile(r"""("(?:[^"\\]|\\.)*"|'(?:[^']|'')*')\s*(?:#.*)?$""")
# What may follow the key of a block scalar.
_BLOCK_HEADER = re.compile(r"[|>][+-]?\d?[+-]?")
# A backslash that starts none of YAML's escapes.
_BACKSLASH = re.compile(
    r"\\(?![\"\\/abefnrtv0 N_LP]|x[0-9a-fA-F]{2}|u(?![dD][89a-fA-F])[0-9a-fA-F]{4}|U[0-9a-fA-F]{8})"
)
# First characters that YAML keeps for itself.
_RESERVED = "@%`*&!?|>,]}"
_CLOSERS = {"[": "]", "{": "}"}
_Wrong = tuple[str, Bilingual]


def block_values(line: str) -> Iterator[Mistake]:
    """The value of a key, or of a list item, on its own line."""
    found = _PAIR.match(line) or _ITEM.match(line)
    if found:
        value = _COMMENT.sub("", found["value"])
        yield from _mistakes(line, found, value, len(line))


def flow_values(line: str) -> Iterator[Mistake]:
    """Values in braces and brackets."""
    if "{" in line or "[" in line:
        for found in _FLOW_VALUE.finditer(line):
            yield from _mistakes(line, found, found["value"], found.end("value"))
        for found in _FLOW_TEXT.finditer(line):
            if _CUTS_IN_FLOW.search(found["value"]):
                message = Bilingual(
                    "大括号里的文字含有括号、逗号或 #，要加引号",
                    "in braces, text with brackets, commas or # needs quotes",
                )
                yield _quoting(
                    line, found, quoted(found["value"]), ("bracket_in_value", message), found.end("value")
                )


def _mistakes(line: str, found: re.Match[str], value: str, end: int) -> Iterator[Mistake]:
    if value[0] in "\"'":
        wrong, text = _wrong_quotes(value)
    else:
        wrong, text = _wrong_start(value), quoted(value.strip(CURLY) if value[0] in CURLY else value)
    if value[0] in "[{":
        wrong, text = _wrong_brackets(value)
    if wrong:
        yield _quoting(line, found, text, wrong, end)


def _quoting(line: str, found: re.Match[str], text: str, wrong: _Wrong, end: int) -> Mistake:
    """The mistake that is mended by writing text for the value, which ends at end."""
    shown = found["lead"].lstrip("{[, ").removeprefix("- ") + text
    mended = line[: found.start("value")] + text + line[end:]
    return Mistake(found.start("value") + 1, *wrong, write(shown), mended)


def _wrong_start(value: str) -> _Wrong | None:
    """What is wrong with an unquoted value."""
    first = value[0]
    if first in "{[#" or _BLOCK_HEADER.fullmatch(value):
        return None
    if first in CURLY and ": " in value:
        return "curly_quotes", Bilingual("弯引号不是 YAML 的引号", "curly quotes do not quote in YAML")
    if first in _RESERVED:
        return "reserved_character", Bilingual(
            f"值以 {first} 开头，要加引号", f"a value that starts with {first} needs quotes"
        )
    if ": " in value or value.endswith(":") or first == ":":
        return "colon_in_value", Bilingual("文字里有「: 」，要加引号", "text that contains “: ” needs quotes")
    if value == "-" or value.startswith("- "):
        return "dash_after_key", Bilingual(
            "值以「- 」开头，要加引号", "a value that starts with “- ” needs quotes"
        )
    return None


def _wrong_quotes(value: str) -> tuple[_Wrong | None, str]:
    """What is wrong with a value that starts with a quote, and the value as it should be."""
    mark = value[0]
    if mark == '"' and _BACKSLASH.search(value):
        message = Bilingual("双引号里的 \\ 要写两个", "in double quotes a \\ is written twice")
        return ("backslash", message), _BACKSLASH.sub(r"\\\\", value)
    if _QUOTED.fullmatch(value):
        return None, value
    if value.count(mark) == 1:
        message = Bilingual("这里开始的引号没有结束", "the quote that opens here is never closed")
        return ("unclosed_quote", message), value + mark
    message = Bilingual("引号后面还有文字", "there is text after the closing quote")
    inner = value[1:-1] if value[-1] == mark else value
    return ("text_after_quote", message), quoted(inner)


def _wrong_brackets(value: str) -> tuple[_Wrong | None, str]:
    """What is wrong with a value that starts with a bracket, and the value as it should be."""
    closers = ""
    for char in value:
        if char in _CLOSERS:
            closers = _CLOSERS[char] + closers
        elif closers.startswith(char):
            closers = closers[1:]
    if closers:
        message = Bilingual("这里开始的括号没有结束", "the bracket that opens here is never closed")
        return ("unclosed_bracket", message), value + closers
    if value[-1] in _CLOSERS.values():
        return None, value
    message = Bilingual(
        f"值以 {value[0]} 开头，要加引号", f"a value that starts with {value[0]} needs quotes"
    )
    return ("reserved_character", message), quoted(value)
