from __future__ import annotations

from typing import Any

from generator.insights.preparation.history import PastPromise, PastRequirement, history
from generator.insights.working_days import Calendar
from generator.notes.model import Engagement
from tests.builders import day, engagement

DAY = day("2026-06-30")
LOST = {"status": "lost", "decided_on": "2026-03-10"}


def _promise(name: str, **keys: Any) -> dict[str, Any]:
    made = {"id": name, "said": name, "class": "firm", "made_by": "Lin", "made_on": "2026-01-05"}
    return made | keys


def _note(name: str = "n", on: str = "2026-05-20", **keys: Any) -> Engagement:
    return engagement(id=name, date=on, **keys)


def _ids(rows: tuple[PastPromise, ...] | tuple[PastRequirement, ...]) -> list[str]:
    return [f"{row.engagement.id}/{row.state.id}" for row in rows]


def test_what_is_late_or_broken_is_answered_for_first_the_latest_before_all() -> None:
    condition = {"what": "a server", "party": "us", "due": "2026-06-20"}
    live = _note(
        commitments=[
            _promise("K1", due="2026-06-10"),
            _promise("K2", due="2026-06-28"),
            _promise("K3", **{"class": "conditional"}, condition=condition, due="2026-09-01"),
            _promise("K4", **{"class": "conditional"}, condition=condition | {"party": "customer"}),
            _promise("K5", due="2026-12-01"),
        ]
    )
    lost = _note(
        "old",
        "2026-01-10",
        outcome=LOST,
        commitments=[
            _promise("K6", due="2026-02-01"),
            _promise("K7", status="broken", closed_on="2026-02-20"),
        ],
    )
    found = history((live, lost), DAY, Calendar())

    # 20, 10 and 2 days late; what is broken is no longer late. K6 is of a deal that is over.
    assert _ids(found.to_answer) == ["n/K1", "n/K3", "n/K2", "old/K7"]
    assert _ids(found.open) == ["n/K5", "n/K4"]


def test_what_was_kept_is_reported_the_newest_first_and_what_was_kept_late_is_a_friction() -> None:
    note = _note(
        commitments=[
            _promise("K1", status="kept", closed_on="2026-03-01"),
            _promise("K2", status="kept", closed_on="2026-04-01"),
            _promise("K3", status="kept", due="2026-02-01", closed_on="2026-02-05"),
            _promise("K4", status="renegotiated", closed_on="2026-02-05"),
            _promise("K5", status="withdrawn", closed_on="2026-02-05"),
        ]
    )
    found = history((note,), DAY, Calendar())

    assert (_ids(found.fulfilled), _ids(found.not_as_said)) == (["n/K2", "n/K1"], ["n/K3", "n/K4"])
    assert (found.to_answer, found.open) == ((), ())


def test_open_prerequisites_of_live_deals_come_with_the_worst_light_first() -> None:
    needed = [
        {"id": "R1", "item": "a", "party": "us", "needed_by": "2026-12-01"},
        {"id": "R2", "item": "b", "party": "us", "needed_by": "2026-06-01"},
        {"id": "R3", "item": "c", "party": "us", "needed_by": "2026-07-01"},
        {"id": "R4", "item": "d", "party": "us", "status": "done"},
    ]
    live = _note(landing_requirements=needed)
    over = _note("old", outcome=LOST, landing_requirements=needed)

    assert _ids(history((live, over), DAY, Calendar()).prerequisites) == ["n/R2", "n/R3", "n/R1"]


def test_frictions_are_objections_without_an_answer_people_against_us_and_what_hurt_before() -> None:
    objections = [
        {"text": "too slow", "result": "lost"},
        {"text": "too dear", "result": "resolved"},
        {"text": "too new", "result": "open"},
        {"text": "nothing said"},
    ]
    people = [{"role": "head of IT", "stance": "opposes"}, {"role": "user", "stance": "champion"}]
    newest = _note(objections=objections, stakeholders=people, intel={"past_pains": {"value": ["late"]}})
    older = _note("old", "2026-01-10", stakeholders=[{"role": "owner", "stance": "opposes"}])
    found = history((newest, older), DAY, Calendar())

    assert [objection.text for _, objection in found.objections] == ["too slow", "too new"]
    assert [person.role for person in found.opposed] == ["head of IT"]
    assert found.pains == ("late",)


def test_nobody_known_has_no_history() -> None:
    found = history((), DAY, Calendar())

    assert (found.to_answer, found.open, found.objections, found.opposed, found.pains) == ((),) * 5


def test_a_note_without_past_pains_tells_none() -> None:
    assert history((_note(intel={"budget_ceiling": {"status": "unknown"}}),), DAY, Calendar()).pains == ()
