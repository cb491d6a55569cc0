from __future__ import annotations

from decimal import Decimal
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from generator.insights.changes import Change, ChangeKind, changes
from generator.insights.commitments import Standing
from generator.insights.working_days import Calendar
from generator.notes.model import Engagement
from generator.states import Light
from tests.builders import FULL, day, engagement, full_engagement

CALENDAR = Calendar()
DAY = day("2026-07-01")


def told(
    before: Engagement | None, after: Engagement | None, on: str = "2026-07-01"
) -> list[tuple[Any, ...]]:
    """Kind, place with the ids on the way, before and after."""
    return [
        (
            change.kind.value,
            ".".join((*(item.id for item in change.items), *change.path)),
            change.before,
            change.after,
        )
        for change in changes(before, after, day(on), CALENDAR)
    ]


def with_risk(**values: Any) -> list[dict[str, Any]]:
    """The risks of FULL, the second with some values replaced."""
    first, second = FULL["risks"]
    return [first, {key: value for key, value in (second | values).items() if value is not None}]


def test_a_note_is_not_different_from_itself() -> None:
    assert told(full_engagement(), full_engagement()) == []
    assert told(None, None) == []


def test_values_that_changed_are_told_where_they_stand_in_the_order_of_the_format() -> None:
    before = engagement(deal={"amount": "1180000", "currency": "CNY"}, products=["gateway"])
    after = engagement(
        deal={"amount": "980000"}, products=["gateway", "maintenance"], goal="to win", presales="Wu"
    )

    assert told(before, after) == [
        ("changed", "presales", "Lin", "Wu"),
        ("changed", "products", ("gateway",), ("gateway", "maintenance")),
        ("changed", "deal.amount", Decimal(1180000), Decimal(980000)),
        ("changed", "deal.currency", "CNY", None),
        ("changed", "goal", "a visit to the pilot line", "to win"),
    ]


def test_a_group_of_keys_that_is_new_is_told_key_by_key_and_false_is_something_said() -> None:
    met = engagement(stakeholders=[{"role": "head", "met": "false"}])

    assert told(engagement(), engagement(deal={"amount": "1", "priority": "high"})) == [
        ("changed", "deal.amount", None, Decimal(1)),
        ("changed", "deal.priority", None, "high"),
    ]
    assert told(engagement(stakeholders=[{"role": "head"}]), met) == [
        ("changed", ".stakeholders.met", None, False)
    ]


def test_an_empty_list_says_as_little_as_none() -> None:
    assert told(engagement(pilot={}), engagement()) == []


def test_items_are_known_again_by_their_ids_wherever_they_stand() -> None:
    after = full_engagement(risks=with_risk(event="the interface stays closed", id="T2")[::-1])

    assert told(full_engagement(), after) == [
        ("changed", "T2.risks.event", "no agreement on the interface", "the interface stays closed")
    ]


def test_items_without_ids_are_known_again_by_their_names_and_by_names_alike() -> None:
    steps = [
        {"what": what, "owner": "Lin", "due": "2026-08-01"}
        for what in ("send the offer", "visit the pilot line")
    ]
    later = [dict(steps[1], what="visit the pilot lines", status="done"), dict(steps[0], due="2026-08-09")]

    assert told(engagement(next_steps=steps), engagement(next_steps=later)) == [
        ("changed", ".next_steps.what", "visit the pilot line", "visit the pilot lines"),
        ("changed", ".next_steps.status", None, "done"),
        ("changed", ".next_steps.due", day("2026-08-01"), day("2026-08-09")),
    ]


def test_an_item_that_was_given_an_id_is_still_the_same() -> None:
    first = {"kind": "improve", "theme": "intel_gap", "text": "ask for the budget first"}

    assert told(engagement(), engagement(lessons=[first | {"id": "L7", "status": "actioned"}])) == [
        ("changed", "L7.lessons.status", "observed", "actioned")
    ]


def test_items_with_different_ids_are_two_even_where_they_say_the_same() -> None:
    first, second = with_risk()
    after = full_engagement(risks=[first, second | {"id": "T9", "probability": "2", "impact": "2"}])

    found = changes(full_engagement(), after, DAY, CALENDAR)

    assert [(change.kind, change.items[0].id) for change in found] == [
        (ChangeKind.ADDED, "T9"),
        (ChangeKind.REMOVED, "T2"),
    ]


def test_items_of_items_and_scores_are_told_apart() -> None:
    need = FULL["needs"][0]
    asked = {"kind": "impact", "asked": "and in winter", "answer": "more"}
    after = full_engagement(
        needs=[need | {"probes": [*need["probes"], asked]}],
        win_scores=[*FULL["win_scores"], {"by": "presales", "p": "60", "on": "2026-06-20"}],
    )

    found = changes(full_engagement(), after, DAY, CALENDAR)

    assert [(change.kind, change.path, [item.id for item in change.items]) for change in found] == [
        (ChangeKind.ADDED, ("needs", "probes"), ["N1", ""]),
        (ChangeKind.ADDED, ("win_scores",), [""]),
    ]
    assert found[1].after == after.win_scores[2]


def test_milestones_are_named_by_their_ids() -> None:
    moved = [FULL["milestones"][0] | {"end": "2026-07-18"}, *FULL["milestones"][1:]]

    assert told(full_engagement(), full_engagement(milestones=moved)) == [
        ("changed", "M1.milestones.end", day("2026-07-17"), day("2026-07-18"))
    ]


def test_a_new_note_and_a_removed_one_are_one_change() -> None:
    note = engagement()

    assert changes(None, note, DAY, CALENDAR) == (Change(ChangeKind.ADDED, (), after=note),)
    assert changes(note, None, DAY, CALENDAR) == (Change(ChangeKind.REMOVED, (), before=note),)


# ── Where things stand ──


def test_a_risk_whose_rating_changed_has_another_colour() -> None:
    assert told(full_engagement(), full_engagement(risks=with_risk(probability="4"))) == [
        ("changed", "T2.risks.probability", 3, 4),
        ("standing", "T2.risks", Light.AMBER, Light.ORANGE),
    ]


def test_a_risk_that_happened_has_no_colour_any_more() -> None:
    assert told(full_engagement(), full_engagement(risks=with_risk(happened_on="2026-06-30"))) == [
        ("changed", "T2.risks.happened_on", None, day("2026-06-30"))
    ]


def test_a_new_item_has_a_standing_where_it_is_trouble() -> None:
    red = {"event": "no power on site", "category": "schedule", "probability": "5", "impact": "5"}
    green = {"event": "a late holiday", "category": "schedule", "probability": "1", "impact": "1"}

    found = told(engagement(), engagement(risks=[red, green]))

    assert [(kind, place, after) for kind, place, _, after in found if kind == "standing"] == [
        ("standing", "T1.risks", Light.RED)
    ]


def requirement(**values: str) -> Engagement:
    return engagement(landing_requirements=[{"item": "network and power", "party": "customer"} | values])


def test_a_requirement_turns_red_and_green_again_by_its_values_but_not_by_time() -> None:
    ahead, late = requirement(needed_by="2026-08-20"), requirement(needed_by="2026-06-20")
    blocked = requirement(needed_by="2026-08-20", status="blocked")

    assert told(late, late, "2026-12-01") == []
    assert told(ahead, late)[1:] == [("standing", "R1.landing_requirements", Light.GREEN, Light.RED)]
    assert told(blocked, ahead)[1:] == [("standing", "R1.landing_requirements", Light.RED, Light.GREEN)]


def test_what_is_done_or_has_no_day_has_no_light_to_tell() -> None:
    done = requirement(needed_by="2026-06-20", status="done")

    assert [kind for kind, *_ in told(requirement(needed_by="2026-06-20"), done)] == ["changed"]
    assert [kind for kind, *_ in told(requirement(), requirement(needed_by="2026-08-20"))] == ["changed"]
    assert [kind for kind, *_ in told(requirement(), requirement(needed_by="2026-07-05"))] == [
        "changed",
        "standing",
    ]


def promise(**values: str) -> Engagement:
    said = {
        "said": "an answer",
        "class": "firm",
        "made_by": "Lin",
        "made_on": "2026-05-20",
        "due": "2026-06-20",
    }
    return engagement(commitments=[said | values])


def test_a_promise_that_was_moved_is_not_late_any_more() -> None:
    assert told(promise(), promise(due="2026-07-20"))[1:] == [
        ("standing", "K1.commitments", Standing.OVERDUE, Standing.OPEN)
    ]
    assert told(promise(due="2026-07-20"), promise(due="2026-07-21"))[1:] == []


def test_a_status_that_was_typed_is_told_once_and_one_that_is_computed_beside_it() -> None:
    kept = promise(status="kept", closed_on="2026-06-20")
    late = promise(status="kept", closed_on="2026-06-25")

    assert [kind for kind, *_ in told(promise(), kept)] == ["changed", "changed"]
    assert told(promise(), late)[2:] == [("standing", "K1.commitments", Standing.OVERDUE, Standing.KEPT_LATE)]


def test_deals_that_are_over_have_no_standings() -> None:
    lost = {"outcome": {"status": "lost", "decided_on": "2026-06-30"}}

    found = told(
        full_engagement(**lost), full_engagement(**lost, risks=with_risk(probability="5", impact="5"))
    )

    assert [kind for kind, *_ in found] == ["changed", "changed"]


@given(st.permutations(range(3)), st.permutations(range(2)))
def test_the_order_of_items_with_ids_changes_nothing(promises: list[int], risks: list[int]) -> None:
    after = full_engagement(
        commitments=[FULL["commitments"][place] for place in promises],
        risks=[FULL["risks"][place] for place in risks],
    )

    assert told(full_engagement(), after) == []


@given(
    st.lists(st.sampled_from(["a visit", "a visit soon", "an offer", "the offer", "a call"]), max_size=5),
    st.data(),
)
def test_every_item_is_added_removed_or_known_again_and_none_twice(
    names: list[str], data: st.DataObject
) -> None:
    later = data.draw(st.lists(st.sampled_from(names or ["x"]), max_size=5))
    steps = [
        [{"what": name, "owner": "Lin", "due": "2026-08-01"} for name in every] for every in (names, later)
    ]

    found = changes(engagement(next_steps=steps[0]), engagement(next_steps=steps[1]), DAY, CALENDAR)

    kinds = [change.kind for change in found]
    assert len(later) - kinds.count(ChangeKind.ADDED) == len(names) - kinds.count(ChangeKind.REMOVED)
