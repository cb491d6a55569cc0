from __future__ import annotations

import pytest

from generator.errors import Bilingual
from generator.insights.search import FIELDS, HAPPENED, Thing, What
from generator.notes.codes import THEMES
from generator.registers import FIELD_WORDS, WHATS, about_words, status_names, status_words, theme_names

NONE = Bilingual("", "")


def thing(what: What, about: str = "", status: str = "") -> Thing:
    return Thing(what.value, "X1", about, status, False, ())


@pytest.mark.parametrize(
    ("found", "about", "status"),
    [
        (thing(What.LESSON, "over_promise", "actioned"), Bilingual("过度承诺", "Over-promise"), Bilingual("已落实", "actioned")),
        (thing(What.LESSON, "tone", "observed"), Bilingual("tone", "tone"), Bilingual("观察", "observed")),
        (thing(What.OBJECTION, "timeline", "lost"), Bilingual("周期", "timeline"), Bilingual("未能化解", "lost")),
        (thing(What.OBJECTION), NONE, NONE),
        (thing(What.GAP, "mes-writeback", "roadmap"), Bilingual("mes-writeback", "mes-writeback"), Bilingual("路线图", "roadmap")),
        (thing(What.RISK, "scope", HAPPENED), Bilingual("范围", "scope"), Bilingual("已发生", "happened")),
        (thing(What.RISK, "scope", "done"), Bilingual("范围", "scope"), Bilingual("已完成", "done")),
    ],
)  # fmt: skip
def test_what_is_found_is_told_in_both_languages(found: Thing, about: Bilingual, status: Bilingual) -> None:
    assert about_words(found, THEMES) == about
    assert status_words(found) == status


def test_every_kind_and_field_has_words() -> None:
    assert set(WHATS) == set(What)
    assert {name for names in FIELDS.values() for name in names} <= set(FIELD_WORDS)


def test_names_of_themes_and_statuses_are_known_in_either_language() -> None:
    assert {theme_names(THEMES)[name] for name in ("过度承诺", "over-promise", "over_promise")} == {
        "over_promise"
    }
    assert {status_names()[name] for name in ("已发生", "happened")} == {HAPPENED}
    assert {status_names()[name] for name in ("已落实", "actioned")} == {"actioned"}
