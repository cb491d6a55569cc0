"""Do the reader and the JSON Schema of a format take the same files? What is compared, and who is asked."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from jsonschema import Draft7Validator

from generator.errors import Severity
from generator.source.fields import Block
from generator.source.keys import Group, Key, Scalar, Several, placed_keys
from generator.source.reading import read_yaml
from generator.source.text import Source
from generator.source.validate import validate
from tests.notes.editor import load_as_editor

TEXTS = (
    "text", "一行文字", '"quoted text"', '""', '"  "', "'null'", '"~"', '"- 3"', "# 3", "a, b",
    "true", "True", "TRUE", "tRUE", "false", "yes", "No", "是", "否", "on", "off", "y", '"true"',
)  # fmt: skip
NUMBERS = (
    "0", "1", "3", "5", "6", "45", "99", "100", "1440", "1441", "-1", "2.5", "010", ".5", '"5"', '" 5 "',
    '"+5"', '"5.0"', '"1,000"', "1,180,000", "1,18,000", "118万", "118 万元", "1.18 million", "1.2亿", "3 K",
    "12点", "１２", "1_000", "1:30", "-118万", "万", '"0x1f"', '"1e3"',
)  # fmt: skip
DATES = (
    "2026-05-20", "2026/5/20", "2026-5-20", "2026年5月20日", "2026-05", "20260520", "2026-05-20T10:00",
    "2026-05-20 10:00", "2026-02-29", "2024-02-29", "2100-02-29", "2000-02-29", "2026-13-01", "2026-04-31",
    "1899-12-31", "2199-12-31", "2200-01-01", "2026-5/20", "２０２６年５月２０日", '"2026-05-20 "',
)  # fmt: skip
IDS = (
    "K1", "K 1", "1K", "-K1", "K_1", "编号1", "编号。", "a234567890123456", "a2345678901234567",
    "mes-writeback", "con", "CON", "com1", "com10", "x" * 80, "x" * 81, "note/L1", "note/1", "note/L1/2",
    "con/L1", "/L1", "note/", "note L1", "CNY", "cny", '" cny "', "CNYX", "C1Y",
)  # fmt: skip
SHAPES = (
    "", "~", "null", "Null", "NULL", '"null"', "text", "5", "true",
    "[]", "{}", "[a, b]", "[a, [b]]", "[a, ~]", "[5, 20, 5]", '[5, "20", 5]', "[5, 20]", "[5, 20, 5, 1]",
    "[5, 20, 5000]", "{a: b}", "{x-own: b}", "[{}]", "[~]", "[{x-own: [1, {a: 2}]}]",
)  # fmt: skip
VALUES = (*TEXTS, *NUMBERS, *DATES, *IDS, *SHAPES)


@dataclass(frozen=True, slots=True)
class Judges:
    """out_of_reach names the reader's codes that a schema, which sees one value at a time, cannot know."""

    block: type[Block]
    schema: dict[str, Any]
    out_of_reach: frozenset[str]

    def refused(self, text: str) -> set[str]:
        """The codes of the reader's errors."""
        reading = read_yaml(Source("file.yaml", text))
        assert reading.root is not None, text
        _, findings = validate(self.block, reading.root)
        errors = {finding.code for finding in findings if finding.severity is Severity.ERROR}
        return errors | {problem.code for problem in reading.problems}

    def taken(self, text: str) -> bool:
        """Whether an editor underlines nothing."""
        return Draft7Validator(self.schema).is_valid(load_as_editor(text))

    def disagreements(self, texts: Iterable[tuple[str, str]]) -> list[str]:
        """Which of the named files one side takes and the other does not."""
        found, compared = [], 0
        for name, text in texts:
            codes, taken = self.refused(text), self.taken(text)
            compared += 1
            if taken != (not codes - self.out_of_reach):
                found.append(f"{name}: the reader says {sorted(codes) or 'fine'}, the schema {taken}")
        assert compared
        return found


def kinds(block: type[Block]) -> dict[str, str]:
    """One path for each kind of value: what keys hold, and whether they may be left out."""
    found: dict[str, str] = {}
    for path, key in placed_keys(block):
        found.setdefault(repr((_kind(key), key.required)), path)
    return found


def _kind(key: Key) -> object:
    item = key.item.block if isinstance(key.item, Group) else key.item.schema
    return (item, key.holds.at_least, key.holds.at_most) if isinstance(key.holds, Several) else item


def own_values(key: Key) -> tuple[str, ...]:
    """Its closed values as people write them."""
    codes = key.item.codes if isinstance(key.item, Scalar) else None
    forms = (form for code in codes or () for form in (code.value, code.zh, code.value.upper(), code.en))
    return tuple(forms)


def values_for(key: Key) -> tuple[str, ...]:
    """What may tell schema and reader apart: everything where characters matter, shapes where only they do."""
    if isinstance(key.item, Group):
        return SHAPES
    return (*SHAPES, *TEXTS, *own_values(key)) if key.item.codes else VALUES
