from __future__ import annotations

from typing import Any

from generator.insights.preparation.rivals import rival_history
from generator.notes.model import Engagement
from tests.builders import engagement

WON = {"status": "won", "decided_on": "2026-06-01"}
ANSWERED = [
    {"text": "too slow", "fact": "it ran", "result": "resolved"},
    {"text": "too dear", "proposal": "in steps", "result": "resolved"},
    {"text": "no words", "result": "resolved"},
    {"text": "too new", "fact": "no", "result": "lost"},
]


def _note(name: str, rival: dict[str, str], **keys: Any) -> Engagement:
    return engagement(id=name, intel={"competitors": {"list": [rival]}}, **keys)


def test_it_tells_how_often_we_met_and_how_that_ended() -> None:
    won = _note("won", {"name": "Torn", "move": "cheap"}, outcome=WON, objections=ANSWERED)
    lost = engagement(id="lost", outcome={"status": "lost", "decided_on": "2026-06-01", "winner": "TORN"})
    open_deal = _note("open", {"name": "torn"}, objections=ANSWERED)
    other = _note("other", {"name": "Oak"}, outcome=WON)
    found = rival_history("Torn", (open_deal, other, lost, won), None)

    assert [row.engagement.id for row in found.encounters] == ["open", "lost", "won"]
    assert ([each.id for each in found.won], [each.id for each in found.lost]) == (["won"], ["lost"])
    assert [(each.id, objection.text) for each, objection in found.answers] == [
        ("won", "too slow"),
        ("won", "too dear"),
    ]
    assert [row.rival.move if row.rival else "unsaid" for row in found.encounters] == [
        None,
        "unsaid",
        "cheap",
    ]


def test_what_it_does_in_the_deal_itself_stands_apart() -> None:
    now = _note("now", {"name": "Torn", "move": "free year"})
    found = rival_history("Torn", (now,), now)

    assert found.now is not None
    assert (found.now.move, found.encounters) == ("free year", ())


def test_a_competitor_that_was_never_met_has_no_history() -> None:
    found = rival_history("Torn", (engagement(),), engagement(id="now"))

    assert (found.now, found.encounters, found.won, found.lost, found.answers) == (None, (), (), (), ())
