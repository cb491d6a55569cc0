from __future__ import annotations

from generator.prose import Prose
from generator.views.commitments import commitment_rows
from generator.views.requirements import milestone_rows, plan_in_words, requirement_rows
from generator.views.risk_memo import AssumptionRow, CommitmentGroup, RiskNote, Scope, build_risk_memo
from generator.views.risk_memo.conclusion import build_memo_conclusion
from generator.views.risks import risk_rows
from generator.views.subject import PictureFile
from tests.builders import FULL, engagement, full_engagement
from tests.views.subjects import full, subject

FIGURES = {"milestones": "figures/plan.svg", "risk-map": "figures/map.svg"}
PICTURE = PictureFile("figures/0123456789ab.png", "line 3")


def test_the_memo_of_a_full_note() -> None:
    found = full(figures=FIGURES, pictures=(PICTURE,), changes=("T2 probability 3 → 4",))
    memo = build_risk_memo(found)
    answer, pilot, write_back = commitment_rows(found)

    assert (memo.title, memo.byline[0]) == ("Harbour Works · gateway", "Customer: Harbour Works (machining)")
    assert memo.scope == Scope(
        asked=("stops are noticed too late",),
        brings=("gateway: from 40 to 10 minutes", "write-back: nobody types them again"),
        basis="2026-05-20 (solution talk)",
    )
    assert memo.conclusion == build_memo_conclusion(found)
    assert (memo.changes, memo.pictures) == (("T2 probability 3 → 4",), (PICTURE,))
    assert (memo.risk_map, memo.risk_map_alt) == (
        "figures/map.svg",
        "Risk map: High: 0, Raised: 0, Medium: 2, Low: 0",
    )
    assert (memo.plan, memo.plan_alt) == ("figures/plan.svg", plan_in_words(found))
    assert (memo.risks, memo.requirements, memo.milestones) == (
        risk_rows(found),
        requirement_rows(found),
        milestone_rows(found),
    )
    assert memo.commitments == (
        CommitmentGroup("Conditional", (pilot,)),
        CommitmentGroup("Uncertain", (answer,)),
    )
    assert memo.out_of_scope == (write_back,)


def test_the_memo_of_a_minimal_note() -> None:
    memo = build_risk_memo(subject(engagement(), "2026-07-25", "zh", figures=FIGURES))

    assert memo.scope == Scope(("stops are noticed too late",), (), "2026-05-20 的售前支持")
    assert (memo.risk_map, memo.risk_map_alt, memo.plan, memo.plan_alt) == ("", "", "", "")
    assert (memo.risks, memo.requirements, memo.commitments, memo.out_of_scope) == ((), (), (), ())
    assert (memo.assumptions, memo.reviewed_by, memo.risk_notes) == ((), "", ())


def test_the_basis_is_the_meetings_up_to_the_day() -> None:
    found = full_engagement(
        meetings=[{"on": "2026-05-20"}, {"on": "2026-06-01", "kind": "demo"}, {"on": "2026-07-30"}]
    )

    assert build_risk_memo(subject(found)).scope.basis == "2026-05-20, 2026-06-01 (demo)"
    assert build_risk_memo(subject(engagement())).scope.basis == "the engagement of 2026-05-20"


def test_promises_are_grouped_by_class_conditional_ones_first() -> None:
    base = {"said": "s", "made_by": "Lin", "made_on": "2026-05-22", "condition": {"what": "c"}}
    classes = ("uncertain", "firm", "out_of_scope", "conditional", "firm")
    memo = build_risk_memo(
        subject(full_engagement(commitments=[base | {"class": cls} for cls in classes]), language="zh")
    )

    assert [(group.name, [row.id for row in group.rows]) for group in memo.commitments] == [
        ("有条件", ["K4"]),
        ("确定", ["K2", "K5"]),
        ("不确定", ["K1"]),
    ]
    assert [row.id for row in memo.out_of_scope] == ["K3"]


def test_internal_notes_and_assumptions_carry_their_ids() -> None:
    risks = [FULL["risks"][0], FULL["risks"][1] | {"internal_note": "*watch*"}]
    assumptions = [{"text": "read-only account"}, {"id": "A9", "text": "one site"}]
    memo = build_risk_memo(subject(full_engagement(risks=risks, assumptions=assumptions, reviewed_by="Zhou")))

    assert memo.risk_notes == (RiskNote("T2", Prose("*watch*")),)
    assert isinstance(memo.risk_notes[0].note, Prose)
    assert memo.assumptions == (AssumptionRow("A1", "read-only account"), AssumptionRow("A9", "one site"))
    assert memo.reviewed_by == "Zhou"
