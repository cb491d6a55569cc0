from __future__ import annotations

from typing import Any

from generator.insights.prospect import Prospect
from generator.notes.model import Engagement
from generator.views.brief.rivals import build_rivals
from generator.views.brief.subject import BriefSubject, Point
from tests.views.brief.subjects import brief, note, prepared

WON = {"status": "won", "decided_on": "2026-06-01"}
LOST = {"status": "lost", "decided_on": "2026-06-01", "winner": "Torn"}
ANSWERED = [{"text": "too slow", "fact": "it ran", "proposal": "in steps", "result": "resolved"}]


def _met(name: str, move: str | None = None, **keys: Any) -> Engagement:
    rival = {"name": "Torn"} | ({"move": move, "note": "a note"} if move else {})
    return note(name, customer=f"C {name}", intel={"competitors": {"list": [rival]}}, **keys)


def _points(subject: BriefSubject, *engagements: Engagement) -> tuple[Point, ...]:
    return build_rivals(subject, engagements)


def _asked(*engagements: Engagement, names: tuple[str, ...] = ("Torn",)) -> tuple[Point, ...]:
    return _points(brief(*engagements, prospect=Prospect(industry="x", competitors=names)), *engagements)


def test_without_a_name_nothing_is_told() -> None:
    assert _asked(names=()) == ()


def test_a_competitor_never_met_is_told_as_such() -> None:
    assert _asked() == (Point("Torn", "not met before"),)


def test_what_it_did_and_what_worked_against_it() -> None:
    won, silent = _met("a", "free year", outcome=WON, objections=ANSWERED), _met("b")

    assert _asked(silent, won) == (
        Point(
            "Torn",
            "met 2 times before: we won 1, lost 0 to them; before: free year, a note (alias of C a 2026-05, won); "
            "what worked: “too slow” → it ran, in steps (alias of C a 2026-05)",
        ),
    )


def test_that_we_never_won_against_it_is_told() -> None:
    assert _asked(_met("a", outcome=LOST)) == (
        Point("Torn", "met once before: we won 0, lost 1 to them; never won against them yet"),
    )


def test_what_it_does_now_stands_before_the_deal_that_it_won() -> None:
    now = _met("now", "a low price")
    met = (_met("a", "free year", outcome=WON), _met("b", "a reference", outcome=LOST))
    (point,) = _points(prepared(now, *met), now, *met)

    assert point.text == (
        "met 2 times before: we won 1, lost 1 to them; this time: a low price, a note; "
        "before: a reference, a note (alias of C b 2026-05, lost)"
    )


def test_the_first_one_named_is_told_in_full_and_a_third_not_at_all() -> None:
    won = _met("a", "free year", outcome=WON, objections=ANSWERED)

    assert _asked(won, names=("Oak", "Torn", "Elm")) == (
        Point("Oak", "not met before"),
        Point("Torn", "met once before: we won 1, lost 0 to them"),
    )
