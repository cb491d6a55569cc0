"""What a scalar's text must be and how to say that it is not: what all kinds of values share."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable

from generator.errors import Bilingual


class FieldError(ValueError):
    """A value that its key cannot hold. code is stable; message and suggestion are for people."""

    def __init__(self, code: str, message: Bilingual, suggestion: Bilingual | None = None) -> None:
        super().__init__(message.en)
        self.code = code
        self.message = message
        self.suggestion = suggestion


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
        Bilingual(
            "只写一个值；文字以 { 开头或含有「: 」要加引号",
            "write one value; quote text that starts with { or contains “: ”",
        ),
    )


def full_width(text: str) -> str | None:
    """The text in plain ASCII when full-width digits or signs are what is wrong with it."""
    folded = unicodedata.normalize("NFKC", text)
    return folded if folded != text and folded.isascii() else None


def unquoted(text: str) -> str | None:
    """The text without curly quotes around it."""
    return text[1:-1] if len(text) > 1 and text[0] in "“‘「" and text[-1] in "”’」" else None


def plain_form(text: str, is_good: Callable[[str], bool], expected: Bilingual) -> FieldError | None:
    """What to say when only full-width characters or curly quotes keep a value from being read."""
    candidate = full_width(text)
    if candidate is not None and is_good(candidate):
        return FieldError(
            "full_width",
            Bilingual(f"「{text}」里有全角字符", f"“{text}” has full-width characters"),
            Bilingual(f"写 {candidate}", f"write {candidate}"),
        )
    candidate = unquoted(text)
    if candidate is not None and is_good(candidate):
        return FieldError(
            "curly_quotes",
            Bilingual("弯引号不是 YAML 的引号", "curly quotes do not quote in YAML"),
            Bilingual(f"写 {candidate}", f"write {candidate}"),
        )
    return None
