from __future__ import annotations

from typing import Any

from generator.insights.preparation.limits import KnownGap, known_gaps, out_of_scope, too_much_promised
from generator.insights.preparation.surroundings import Surroundings, surroundings
from generator.insights.prospect import Prospect
from generator.insights.working_days import Calendar
from generator.notes.codes import Severity
from generator.notes.model import Engagement
from tests.builders import day, engagement

DAY = day("2026-06-30")


def _note(name: str, on: str, customer: str = "Harbour Works", **keys: Any) -> Engagement:
    return engagement(id=name, date=on, customer={"name": customer, "industry": "machining"}, **keys)


def _fit(level: str = "gap", gap: str | None = "arm", **keys: str) -> dict[str, str]:
    typed = {"capability": "runs on ARM", "level": level, "gap": gap} | keys
    return {key: value for key, value in typed.items() if value is not None}


def _gaps(*notes: Engagement, prepared: Engagement | None = None) -> tuple[KnownGap, ...]:
    return known_gaps(notes, prepared)


def test_a_gap_is_told_as_the_newest_note_has_it_with_all_that_met_it() -> None:
    new = _note("new", "2026-05-01", fit=[_fit("roadmap", severity="minor")])
    old = _note("old", "2026-01-01", fit=[_fit(severity="blocker", workaround="on x86")])
    (found,) = _gaps(new, old)

    assert (found.fit.level.value, found.severity, found.workaround) == (
        "roadmap",
        Severity.BLOCKER,
        "on x86",
    )
    assert found.engagements == (new, old)


def test_for_the_deal_itself_its_own_severity_counts() -> None:
    new = _note("new", "2026-05-01", fit=[_fit(severity="minor")])
    (found,) = _gaps(new, _note("old", "2026-01-01", fit=[_fit(severity="blocker")]), prepared=new)

    assert found.severity is Severity.MINOR


def test_what_the_newest_note_supports_is_no_gap_any_more() -> None:
    new = _note("new", "2026-05-01", fit=[_fit("standard")])

    assert _gaps(new, _note("old", "2026-01-01", fit=[_fit()])) == ()


def test_a_gap_that_the_same_note_supports_in_part_stays_one() -> None:
    assert len(_gaps(_note("new", "2026-05-01", fit=[_fit(), _fit("standard")]))) == 1


def test_gaps_without_a_name_are_one_by_their_capability() -> None:
    new = _note("new", "2026-05-01", fit=[_fit(gap=None)])
    old = _note("old", "2026-01-01", fit=[_fit(gap=None, capability="Runs on  arm")])
    (found,) = _gaps(new, old)

    assert [each.id for each in found.engagements] == ["new", "old"]


def test_the_worst_gap_comes_first_then_the_one_met_most_often_then_the_newest() -> None:
    worst = _note(
        "a", "2026-01-01", fit=[_fit(gap="worst", severity="blocker"), _fit(gap="often", severity="major")]
    )
    often = _note("b", "2026-02-01", fit=[_fit(gap="often"), _fit(gap="new"), _fit(gap="unsaid")])
    newer = _note("c", "2026-03-01", fit=[_fit(gap="new", severity="major"), _fit("partner", gap="partner")])
    newest = _note("d", "2026-04-01", fit=[_fit(gap="once", severity="major")])

    assert [gap.fit.gap for gap in _gaps(newest, newer, often, worst)] == ["worst", "new", "often", "once", "unsaid"]  # fmt: skip


def _promise(name: str, **keys: Any) -> dict[str, Any]:
    made = {"id": name, "said": name, "class": "firm", "gives": "capability", "made_by": "Lin", "made_on": "2026-01-05"}  # fmt: skip
    return made | keys


CONFIRMED = {"confirmed_by": "delivery", "confirmed_on": "2026-01-04"}
BROKEN = {"status": "broken", "closed_on": "2026-02-01", "reason": "capability_gap"}


def _around() -> Surroundings:
    own = _note(
        "own",
        "2026-01-10",
        commitments=[
            _promise("K1", **CONFIRMED),
            _promise("K2"),
            _promise("K3", status="kept", closed_on="2026-01-20"),
            _promise("K4", **{"class": "out_of_scope"}, **CONFIRMED),
        ],
    )
    other = _note(
        "other",
        "2026-01-10",
        "Quay",
        commitments=[
            _promise("K1", **BROKEN, **CONFIRMED),
            _promise("K2", **{"class": "out_of_scope"}, made_on="2026-01-09", **CONFIRMED),
        ],
    )
    return surroundings((own, other), Prospect(customer="Harbour Works", industry="machining"))


def test_a_promise_was_too_much_where_it_ended_badly_or_nobody_had_confirmed_it_and_it_is_not_kept() -> None:
    found = too_much_promised(_around(), DAY, Calendar())

    # K2 was said before asking; K3 too, but it was kept after all.
    assert [(row.engagement.id, row.state.id, row.is_own) for row in found] == [
        ("own", "K2", True),
        ("other", "K1", False),
    ]


def test_what_is_out_of_scope_for_this_customer_comes_first() -> None:
    found = out_of_scope(_around(), DAY, Calendar())

    assert [f"{row.engagement.id}/{row.state.id}" for row in found] == ["own/K4", "other/K2"]
