from __future__ import annotations

import re
from dataclasses import fields, is_dataclass
from typing import Any

import pytest

from generator.prose import Prose
from generator.states import Light
from generator.views.retrospective import Retrospective, build_retrospective
from tests.builders import FULL, MINIMAL, engagement, full_engagement
from tests.views.subjects import full, subject


def texts(value: Any) -> list[str]:
    """Every text that a template could print."""
    if isinstance(value, Light):
        return []
    if isinstance(value, str):
        return [value]
    if isinstance(value, tuple):
        return [text for part in value for text in texts(part)]
    if is_dataclass(value):
        return [text for field in fields(value) for text in texts(getattr(value, field.name))]
    return []


def test_every_section_is_there_for_a_full_note() -> None:
    found = build_retrospective(full())

    assert [field.name for field in fields(Retrospective)] == [
        "title", "byline", "conclusion", "aims", "needs", "fit", "decision_chain", "intel", "promises", "delivery",
        "collaboration", "win", "lessons", "reuse", "completeness", "x",
    ]  # fmt: skip
    assert (found.title, found.byline[0]) == (
        "Harbour Works · gateway",
        "Customer: Harbour Works (machining)",
    )
    assert (found.intel is None, found.win is None, found.reuse is None) == (False, False, True)


def test_a_minimal_note_has_sections_without_words_for_what_it_lacks() -> None:
    found = build_retrospective(subject(engagement()))

    assert (found.intel, found.win, found.reuse, found.fit.rows, found.promises.rows) == (
        None,
        None,
        None,
        (),
        (),
    )


@pytest.mark.parametrize(("missing", "is_long"), [(13, False), (10, False), (9, True)])
def test_the_bottom_line_has_its_own_page_where_the_rest_fills_pages(missing: int, is_long: bool) -> None:
    parts = ("fit", "roi", "stakeholders", "intel")[: 13 - missing]

    assert build_retrospective(subject(engagement(**{part: FULL[part] for part in parts}))).is_long is is_long


def test_own_keys_of_a_team_are_handed_to_its_template() -> None:
    note = engagement().model_copy(update={"x": {"crm": "4711"}})

    assert build_retrospective(subject(note)).x == {"crm": "4711"}


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("on", ["2026-05-20", "2026-05-21", "2026-05-26", "2026-06-04", "2026-07-02"])
def test_nothing_that_happened_later_than_the_day_is_told(language: Any, on: str) -> None:
    """What is ahead is told where it was planned: due days, milestones, days by which something is needed."""
    found = full(on, language)
    planned = {
        "2026-05-21",
        "2026-06-12",
        "2026-07-20",
        "2026-08-31",
        "2026-07-15",
        "2026-07-10",
        "2026-07-25",
    }
    planned |= {
        str(day) for milestone in FULL["milestones"] for day in (milestone["start"], milestone["end"])
    }
    told = {day for text in texts(build_retrospective(found)) for day in re.findall(r"\d{4}-\d\d-\d\d", text)}

    assert on in told
    assert {day for day in told if day > on} <= planned


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_days_of_what_happened_are_told_once_they_are_past(language: Any) -> None:
    told = "\n".join(texts(build_retrospective(full(language=language))))

    assert [day for day in ("2026-05-26", "2026-06-05", "2026-07-03") if day not in told] == []


def test_names_of_customer_staff_are_shown_only_where_they_were_asked_for() -> None:
    people = [person | {"name": f"Name{n}"} for n, person in enumerate(FULL["stakeholders"])]
    found = full_engagement(stakeholders=people)
    hidden = "\n".join(texts(build_retrospective(subject(found))))
    shown = "\n".join(texts(build_retrospective(subject(found, show_names=True))))

    assert "Name" not in hidden
    assert [n for n in range(4) if f"Name{n}" not in shown] == []


@pytest.mark.parametrize("outcome", ["lost", "no_decision", "withdrawn"])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_dead_deal_shows_no_light_for_what_nobody_has_to_do_any_more(language: Any, outcome: str) -> None:
    note = full_engagement(outcome={"status": outcome, "decided_on": "2026-07-03"})
    found = build_retrospective(subject(note, language=language))

    states = (
        *(count.state for count in found.conclusion.counts[1:]),
        *(row.level for row in found.delivery.risks),
        *(row.state for row in found.delivery.requirements),
        *(row.state for row in found.delivery.milestones),
        found.promises.rows[1].state,
    )
    assert len(states) == 10
    assert {state.light for state in states} == {Light.GREY}


def test_only_prose_of_the_note_is_prose() -> None:
    marked = MINIMAL | {"goal": "*g*", "result": "*r*", "background": "*b*", "notes": "*n*"}
    found = build_retrospective(subject(engagement(**marked)))
    prose = {text for text in texts(found) if isinstance(text, Prose) and text}

    assert prose == {"*g*", "*r*", "*b*", "*n*"}
