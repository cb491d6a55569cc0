"""Full dates."""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated

from pydantic import PlainValidator, WithJsonSchema

from generator.errors import Bilingual
from generator.source.fields.typed import FieldError, plain_form, text_of
from generator.source.text import shown

_ISO_PARTS = re.compile(
    r"(\d{4})(?:-(\d{1,2})-(\d{1,2})|/(\d{1,2})/(\d{1,2})|年(\d{1,2})月(\d{1,2})日)", re.ASCII
)
_WITH_TIME = re.compile(r"([^T\s]+?)(?:T|\s+)\d{1,2}(?::|点|时).*")
_YEARS = range(1900, 2200)


def _day_or_none(text: str) -> date | None:
    found = _ISO_PARTS.fullmatch(text)
    if not found:
        return None
    year, month, day = (int(part) for part in found.groups() if part is not None)
    try:
        return date(year, month, day) if year in _YEARS else None
    except ValueError:
        return None


def read_day(value: object) -> date:
    text = text_of(value).strip()
    day = _day_or_none(text)
    if day:
        return day
    problem = plain_form(text, lambda plain: _day_or_none(plain) is not None)
    if problem:
        raise problem
    raise FieldError("bad_date", *_what_is_wrong(text))


def _what_is_wrong(text: str) -> tuple[Bilingual, Bilingual]:
    with_time = _WITH_TIME.fullmatch(text)
    day = _day_or_none(with_time[1]) if with_time else None
    if day:
        only = Bilingual("这里只要日期，不要时间", "a date is wanted here, without a time")
        return only, Bilingual(f"写 {day}", f"write {day}")
    expected = Bilingual("写年-月-日，如 2026-05-20", "write year-month-day, such as 2026-05-20")
    found = _ISO_PARTS.fullmatch(text)
    if found and int(found[1]) not in _YEARS:
        years = Bilingual("写 1900 到 2199 之间的年份", "write a year from 1900 to 2199")
        return Bilingual(f"年份 {found[1]} 太远", f"the year {found[1]} is too far away"), years
    if found:
        return Bilingual(f"日历上没有「{text}」这一天", f"there is no day “{text}” in the calendar"), expected
    return Bilingual(f"「{shown(text)}」不是完整的日期", f"“{shown(text)}” is not a full date"), expected


def _day_pattern() -> str:
    year, leap = r"(?:19|20|21)[0-9]{2}", r"(?:(?:19|20|21)(?:0[48]|[2468][048]|[13579][26])|2000)"
    days = (
        ("(?:0?[13578]|1[02])", r"(?:0?[1-9]|[12][0-9]|3[01])", year),
        ("(?:0?[469]|11)", r"(?:0?[1-9]|[12][0-9]|30)", year),
        ("0?2", r"(?:0?[1-9]|1[0-9]|2[0-8])", year),
        ("0?2", "29", leap),
    )
    marks = (("-", "-", ""), ("/", "/", ""), ("年", "月", "日"))
    return r"^\s*(?:" + "|".join(y + a + m + b + d + c for a, b, c in marks for m, d, y in days) + r")\s*$"


Day = Annotated[
    date,
    PlainValidator(read_day),
    WithJsonSchema({"type": "string", "pattern": _day_pattern()}),
    Bilingual("完整的日期", "a full date"),
]
