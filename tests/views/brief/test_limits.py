from __future__ import annotations

from typing import Any

from generator.insights.prospect import Prospect
from generator.views.brief.limits import build_limits
from generator.views.brief.subject import Point
from tests.views.brief.subjects import brief, note, prepared

GAP = {"capability": "runs on ARM", "level": "gap", "gap": "arm"}
QUAY = Prospect(customer="Quay", industry="machining", products=("gateway",))


def _promise(name: str, **keys: Any) -> dict[str, Any]:
    return {"id": name, "said": f"said {name}", "class": "firm", "gives": "capability", "made_by": "Lin", "made_on": "2026-05-20"} | keys  # fmt: skip


def test_a_gap_tells_what_can_be_said_instead_and_how_many_met_it() -> None:
    new = note("new", fit=[GAP | {"severity": "major", "workaround": "on x86"}])
    old = note("old", "2026-01-01", customer="Bank", fit=[GAP])

    assert build_limits(prepared(new, old)) == (Point("Gap (major)", "runs on ARM (2 deals); say: on x86"),)
    assert build_limits(prepared(new)) == (Point("Gap (major)", "runs on ARM (this deal only); say: on x86"),)


def test_elsewhere_the_customer_of_the_newest_is_an_alias() -> None:
    new, old = note("new", fit=[GAP]), note("old", "2026-01-01", fit=[GAP])

    assert build_limits(brief(new, old, prospect=QUAY)) == (
        Point("Gap", "runs on ARM (2 deals, last alias of Harbour Works 2026-05); no way around it"),
    )


def test_what_was_said_too_much_tells_how_it_ended_and_why() -> None:
    broken = _promise("K1", status="broken", closed_on="2026-06-01", reason="estimate")
    open_one = _promise("K1", extra_cost="15000")

    assert build_limits(brief(note("n", commitments=[broken]), prospect=QUAY)) == (
        Point("Said too much", "said K1 (broken (2026-06-01), estimate, said before asking, alias of Harbour Works 2026-05)"),
    )  # fmt: skip
    assert build_limits(prepared(note("n", commitments=[open_one]))) == (
        Point("Said too much", "said K1 (said before asking, CNY 15 K extra, K1)"),
    )


def test_nothing_is_told_twice() -> None:
    late = _promise("K1", due="2026-06-01")
    excluded = _promise("K2", **{"class": "out_of_scope"}, extra_cost="1")
    confirmed = {"confirmed_by": "x", "confirmed_on": "2026-05-19"}
    plain = _promise("K3", **{"class": "out_of_scope"}, in_quote="true", extra_cost="1", **confirmed)

    # K1 is overdue and stands in section 3; K2 is told as said too much, so K3 is what is not included.
    assert build_limits(prepared(note("n", commitments=[late, excluded, plain]))) == (
        Point("Said too much", "said K2 (said before asking, CNY 1 extra, K2)"),
        Point("Not included", "said K3 (K3)"),
    )


def test_where_nothing_is_known_there_are_no_limits() -> None:
    assert build_limits(brief(prospect=QUAY)) == ()
