"""Closed values: a code and a Chinese label each, and true and false."""

from __future__ import annotations

from difflib import get_close_matches
from enum import StrEnum
from functools import cache
from typing import Annotated, Any, Self

from pydantic import PlainValidator, WithJsonSchema

from generator.errors import Bilingual
from generator.source.fields.typed import FieldError, plain_form, text_of
from generator.source.text import shown

_TRUE = frozenset({"true", "yes", "是"})
_FALSE = frozenset({"false", "no", "否"})


def _flag(value: object) -> bool:
    text = text_of(value).strip().lower()
    if text in _TRUE:
        return True
    if text in _FALSE:
        return False
    problem = plain_form(text, lambda plain: plain in _TRUE | _FALSE)
    raise problem or FieldError(
        "bad_flag",
        Bilingual(f"「{shown(text)}」不是「是」或「否」", f"“{shown(text)}” is neither yes nor no"),
        Bilingual("写 true / false、yes / no 或 是 / 否", "write true / false, yes / no or 是 / 否"),
    )


class Code(StrEnum):
    """A closed list: each member has an English code and a Chinese label, and notes may write either."""

    zh: str

    def __new__(cls, code: str, zh: str) -> Self:
        member = str.__new__(cls, code)
        member._value_ = code
        member.zh = zh
        return member

    @property
    def en(self) -> str:
        return self.value.replace("_", " ")

    @classmethod
    def read(cls, value: object) -> Self:
        """The member that a scalar names, in either language and any letter case."""
        text = text_of(value).strip()
        member = cls.named(text)
        if member is not None:
            return member
        problem = plain_form(text, lambda plain: cls.named(plain) is not None)
        raise problem or FieldError(
            "unknown_value",
            Bilingual(f"这里没有「{shown(text)}」这个值", f"“{shown(text)}” is not a value of this key"),
            cls._suggestion(text),
        )

    @classmethod
    def named(cls, text: str) -> Self | None:
        return cls._by_name().get(text.lower())

    @classmethod
    @cache
    def _by_name(cls) -> dict[str, Self]:
        """Each member under its code and its label, in small letters; of two with one label the first."""
        labels = {member.zh.lower(): member for member in reversed(cls)}
        return labels | {member.value: member for member in cls}

    @classmethod
    def _suggestion(cls, text: str) -> Bilingual:
        codes = [member.value for member in cls]
        labels = [member.zh for member in cls]
        near = get_close_matches(text.lower().replace(" ", "_"), codes, 1, 0.6) or get_close_matches(
            text, labels, 1, 0.4
        )
        every_zh = "、".join(f"{member.zh} {member.value}" for member in cls)
        every_en = ", ".join(f"{member.value} {member.zh}" for member in cls)
        if near:
            return Bilingual(
                f"是不是「{near[0]}」？可写：{every_zh}", f"did you mean “{near[0]}”? One of: {every_en}"
            )
        return Bilingual(f"可写：{every_zh}", f"write one of: {every_en}")


def any_case_pattern(words: list[str]) -> str:
    """A pattern without flags, as JSON Schema has none, that takes the words in any letter case."""
    return r"^\s*(?:" + "|".join("".join(either_case(char) for char in word) for word in words) + r")\s*$"


def either_case(char: str) -> str:
    """The character for a pattern. Escapes only what both ECMAScript with its `u` flag and Python take."""
    lower, upper = char.lower(), char.upper()
    if lower != upper and len(lower) == len(upper) == 1:
        return f"[{lower}{upper}]"
    return f"\\{char}" if char in r"^$.*+?()[]{}|\/" else char


def code_schema(codes: type[Code]) -> dict[str, Any]:
    """Completion offers codes and labels; the pattern takes other letter cases."""
    values = [member.value for member in codes] + [member.zh for member in codes]
    shown = [f"{member.value} {member.zh}" for member in codes]
    return labelled_schema(values, shown + shown)


def labelled_schema(values: list[str], shown: list[str]) -> dict[str, Any]:
    """JSON Schema of a text that is one of the values in any letter case, each with what an editor shows for it."""
    offered = {"enum": values, "enumDescriptions": shown}
    return {"type": "string", "anyOf": [offered, {"pattern": any_case_pattern(values)}]}


def one_of(codes: type[Code]) -> tuple[PlainValidator, WithJsonSchema, Bilingual]:
    """The annotations that make a closed list a field type: `Annotated[Stage, *one_of(Stage)]`."""
    return PlainValidator(codes.read), WithJsonSchema(code_schema(codes)), Bilingual("以下之一", "one of")


Flag = Annotated[
    bool,
    PlainValidator(_flag),
    WithJsonSchema({"type": ["boolean", "string"], "pattern": any_case_pattern(sorted(_TRUE | _FALSE))}),
    Bilingual("是或否：true / false、yes / no、是 / 否", "yes or no: true / false, yes / no, 是 / 否"),
]
