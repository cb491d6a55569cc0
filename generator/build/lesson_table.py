"""What was found in the notes as a table for spreadsheets and programs."""

from __future__ import annotations

from datetime import date, datetime, time
from decimal import Decimal

from generator.build.lessons import FoundThing
from generator.errors import Bilingual, Language
from generator.insights.search import FIELDS, What
from generator.notes.codes import Theme
from generator.registers import FIELD_WORDS, WHATS, about_words, status_words
from generator.spreadsheets import Cell, Table, render_csv, render_json, render_xlsx

_COLUMNS = (
    ("place", Bilingual("出处", "place")),
    ("date", Bilingual("日期", "date")),
    ("industry", Bilingual("行业", "industry")),
    ("products", Bilingual("产品", "products")),
    ("what", Bilingual("种类", "what")),
    ("about", Bilingual("主题", "about")),
    ("status", Bilingual("状态", "status")),
    ("text", Bilingual("正文", "text")),
    ("more", Bilingual("其余", "more")),
    ("matched", Bilingual("命中", "matched")),
    ("points", Bilingual("分", "points")),
    ("shown", Bilingual("出现次数", "times shown")),
    ("cited", Bilingual("引用次数", "times cited")),
    ("helped", Bilingual("有用次数", "times helped")),
    ("repeated", Bilingual("整改后复发", "repeated after the fix")),
)


def render_found(
    found: tuple[FoundThing, ...],
    themes: tuple[Theme, ...],
    day: date,
    format_name: str,
    language: Language,
) -> bytes:
    """format_name is csv, json or xlsx. Customers are not named: places lead to the notes."""
    table = Table(
        name="lessons",
        keys=tuple(key for key, _ in _COLUMNS),
        heads=tuple(head.in_(language) for _, head in _COLUMNS),
        rows=tuple(_row(each, themes, language) for each in found),
    )
    match format_name:
        case "csv":
            return render_csv(table)
        case "json":
            return render_json((table,)).encode()
        case _:
            return render_xlsx((table,), datetime.combine(day, time()))


def _row(found: FoundThing, themes: tuple[Theme, ...], language: Language) -> tuple[Cell, ...]:
    thing, engagement, use = found.thing, found.engagement, found.use
    return (
        found.hit.name,
        engagement.date,
        engagement.customer.industry,
        "; ".join(engagement.products),
        WHATS[What(thing.what)].in_(language),
        about_words(thing, themes).in_(language) or None,
        status_words(thing).in_(language) or None,
        thing.texts[0],
        _more(found, language) or None,
        matched_words(found, language) or None,
        Decimal(str(round(found.hit.points, 2))),
        *((use.shown, use.cited, use.helped, use.repeated) if use is not None else (None,) * 4),
    )


def _more(found: FoundThing, language: Language) -> str:
    """The other texts, each with its field; what a label says stands in columns of its own."""
    names = FIELDS[What(found.thing.what)]
    others = zip(names[1:-1], found.thing.texts[1:-1], strict=True)
    colon = "：" if language == "zh" else ": "
    return "\n".join(f"{FIELD_WORDS[name].in_(language)}{colon}{text}" for name, text in others if text)


def matched_words(found: FoundThing, language: Language) -> str:
    """Each word with its field, and what stands there where that is the other language's."""
    between, before, after = ("；", "（", "）") if language == "zh" else ("; ", " (", ")")
    return between.join(
        f"{match.typed}{_other(match.typed, match.found)}{before}{FIELD_WORDS[match.field].in_(language)}{after}"
        for match in found.hit.matches
    )


def _other(typed: str, found: str) -> str:
    """A word in another form or letter case needs no mention."""
    return f" = {found}" if typed.isascii() != found.isascii() else ""
