"""What a scalar's text must be and how to say that it is not: what all kinds of values share."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable

from generator.errors import Bilingual
from generator.source.text import shown


class FieldError(ValueError):
    """A value that its key cannot hold. code is stable; message and suggestion are for people."""

    def __init__(self, code: str, message: Bilingual, suggestion: Bilingual | None = None) -> None:
        super().__init__(message.en)
        self.code = code
        self.message = message
        self.suggestion = suggestion


CURLY = "“”‘’「」"


def quoted(text: str) -> str:
    """The text as a double-quoted YAML value on one line."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", " ") + '"'


def text_of(value: object) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, list):
        raise FieldError(
            "expected_text",
            Bilingual("这里要一个值，写成了列表", "one value is expected here, not a list"),
            Bilingual(
                "去掉 [ ] 或 -，只写一个值；文字以 [ 开头要加引号",
                "drop the [ ] or the -; quote text that starts with [",
            ),
        )
    raise FieldError(
        "expected_text",
        Bilingual("这里要一个值，写成了一组键", "one value is expected here, not a group of keys"),
        _as_one_text(value),
    )


def _as_one_text(value: object) -> Bilingual:
    """How to write what YAML took for a group of keys."""
    pairs = list(value.items()) if isinstance(value, dict) else []
    if len(pairs) == 1 and isinstance(pairs[0][1], str):
        name, text = pairs[0]
        whole = quoted(f"{name}: {text}".strip(CURLY))
        return Bilingual(
            f"文字里有「: 」，要加引号：{whole}", f"text that contains “: ” needs quotes: {whole}"
        )
    return Bilingual(
        "只写一个值；文字以 { 开头或含有「: 」要加引号",
        "write one value; quote text that starts with { or contains “: ”",
    )


def plain_form(text: str, is_good: Callable[[str], bool]) -> FieldError | None:
    """What to say when only full-width characters or curly quotes keep a value from being read."""
    candidate = unicodedata.normalize("NFKC", text)
    if candidate != text and is_good(candidate):
        return FieldError(
            "full_width",
            Bilingual(f"「{shown(text)}」里有全角字符", f"“{shown(text)}” has full-width characters"),
            Bilingual(f"写 {candidate}", f"write {candidate}"),
        )
    candidate = text.strip(CURLY)
    if candidate != text and is_good(candidate):
        return FieldError(
            "curly_quotes",
            Bilingual("弯引号不是 YAML 的引号", "curly quotes do not quote in YAML"),
            Bilingual(f"写 {candidate}", f"write {candidate}"),
        )
    return None
