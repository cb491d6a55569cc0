from __future__ import annotations

from generator.insights.portfolio.attention import attention
from generator.insights.working_days import Calendar
from tests.builders import day, engagement, full_engagement

DAY = day("2026-09-10")


def test_what_needs_somebody_is_listed_latest_first() -> None:
    stuck = engagement(
        id="stuck", next_steps=[{"what": "a", "owner": "b", "due": "2026-06-01", "status": "done"}]
    )
    found = attention((full_engagement(), stuck), DAY, Calendar(), frozenset({"2026-05-harbour-iot"}))

    assert [row.engagement.id for row in found.without_step] == ["stuck"]
    assert [(state.id, state.days_late) for _, state in found.red] == [("R1", 57), ("R2", 52)]
    assert found.overdue == ()
    assert [closed.id for closed in found.unfinished] == ["2026-05-harbour-iot"]


def test_an_overdue_promise_of_a_lost_deal_is_nobodys() -> None:
    promise = {"said": "a", "class": "firm", "made_by": "b", "made_on": "2026-05-20", "due": "2026-06-01"}
    lost = {"status": "lost", "decided_on": "2026-07-01"}
    found = attention(
        (engagement(id="lost", commitments=[promise], outcome=lost), engagement(id="open", commitments=[promise])),
        DAY, Calendar(), frozenset(),
    )  # fmt: skip

    assert [owner.id for owner, _ in found.overdue] == ["open"]
