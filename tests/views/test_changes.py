from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from generator.errors import LANGUAGES, Language
from generator.insights.changes import changes
from generator.insights.pairing import NAMED_BY
from generator.insights.working_days import Calendar
from generator.labels import Labels, read_labels
from generator.notes.codes import THEMES
from generator.notes.model import Engagement
from generator.source.fields import Block
from generator.source.text import Source
from generator.views.changes import changes_in_words
from generator.views.wording import Wording
from tests.builders import FULL, day, engagement, full_engagement
from tests.insights.test_pairing import blocks_in

TEMPLATES = Path(__file__).parents[2] / "templates"


def labels(language: Language) -> Labels:
    source = Source(language, (TEMPLATES / "labels" / f"{language}.yaml").read_text("utf-8"))
    found, problems = read_labels(language, source)
    assert problems == ()
    return found


WORDINGS = {language: Wording(labels(language), THEMES) for language in LANGUAGES}


def words(
    before: Engagement | None,
    after: Engagement | None,
    language: Language = "en",
    *,
    show_names: bool = False,
) -> list[str]:
    wording = WORDINGS[language]

    def money(amount: Decimal) -> str:
        return wording.money(amount, "CNY")

    found = changes(before, after, day("2026-07-01"), Calendar())
    return list(changes_in_words(found, wording, money, show_names=show_names))


def both(before: Engagement | None, after: Engagement | None) -> tuple[list[str], list[str]]:
    return words(before, after, "en"), words(before, after, "zh")


def item(block: str, place: int, **values: Any) -> list[dict[str, Any]]:
    """The list of FULL with some values of one item replaced; None takes a value away."""
    items = list(FULL[block])
    items[place] = {key: value for key, value in (items[place] | values).items() if value is not None}
    return items


def test_ratings_states_and_what_they_did_are_told_by_id() -> None:
    after = full_engagement(
        commitments=item("commitments", 1, status="kept", closed_on="2026-06-30"),
        risks=item("risks", 1, probability="4", action={"what": "meet", "status": "done"}),
        landing_requirements=item("landing_requirements", 1, status="blocked"),
    )

    assert both(full_engagement(), after) == (
        [
            "K2 kept",
            "K2 closed on: 2026-06-30",
            "R2 blocked",
            "R2 now red",
            "T2 probability 3 → 4",
            "T2 action owner removed",
            "T2 action due removed",
            "T2 action done",
        ],
        [
            "K2 已兑现",
            "K2 结束日：2026-06-30",
            "R2 受阻",
            "R2 现为红灯",
            "T2 可能性 3 → 4",
            "T2 行动负责人已删去",
            "T2 行动到期已删去",
            "T2 行动 已完成",
        ],
    )


def test_levels_of_risks_and_standings_of_promises_have_the_words_of_the_documents() -> None:
    after = full_engagement(
        risks=item("risks", 1, impact="5"),
        commitments=item("commitments", 1, due="2026-06-20", **{"class": "firm"}),
    )

    assert both(full_engagement(), after) == (
        [
            "K2 class conditional → firm",
            "K2 due 2026-08-31 → 2026-06-20",
            "K2 now overdue",
            "T2 impact 3 → 5",
            "T2 now high",
        ],
        [
            "K2 类别 有条件 → 确定",
            "K2 到期 2026-08-31 → 2026-06-20",
            "K2 现为已逾期",
            "T2 影响 3 → 5",
            "T2 现为高",
        ],
    )


def test_items_that_are_new_or_gone_are_told_by_name() -> None:
    risk = {
        "id": "T6",
        "event": "no power on site",
        "category": "schedule",
        "probability": "5",
        "impact": "5",
    }
    score = {"by": "presales", "p": "60", "on": "2026-06-20"}
    asked = {"asked": "and in winter"}
    after = full_engagement(
        needs=item("needs", 0, probes=[*FULL["needs"][0]["probes"], asked, {"kind": "impact"}]),
        risks=[FULL["risks"][0], risk],
        win_scores=[*FULL["win_scores"], score],
        next_steps=None,
    )

    assert both(full_engagement(), after) == (
        [
            "N1: new question: and in winter",
            "N1: new question",
            "new risk T6: no power on site",
            "T6 now high",
            "risk T2 removed: no agreement on the interface",
            "new score: presales 60 % of 2026-06-20",
            "next step removed: visit",
        ],
        [
            "N1：新增提问：and in winter",
            "N1：新增提问",
            "新增风险 T6：no power on site",
            "T6 现为高",
            "删去风险 T2：no agreement on the interface",
            "新增评分：售前 60%（2026-06-20）",
            "删去下一步：visit",
        ],
    )


def test_items_without_ids_are_quoted() -> None:
    steps = [{"what": "visit", "owner": "Lin", "due": "2026-06-12", "status": "done"}]
    asked = item(
        "needs",
        0,
        probes=[FULL["needs"][0]["probes"][0] | {"answer": "a guard"}, *FULL["needs"][0]["probes"][1:]],
    )

    assert both(full_engagement(), full_engagement(next_steps=steps, needs=asked)) == (
        [
            "N1 question “who notices a stop at night” answer 40 minutes later → a guard",
            "next step “visit” done",
        ],
        ["N1 提问「who notices a stop at night」 回答 40 minutes later → a guard", "下一步「visit」 已完成"],
    )
    unnamed = [{"quantity": "240", "unit_value": "2600"}]
    dearer = [{"quantity": "240.5", "unit_value": "3000"}]
    assert words(engagement(roi={"benefits": unnamed}), engagement(roi={"benefits": dearer})) == [
        "benefit quantity 240 → 240.5",
        "benefit unit value CNY 2,600 → CNY 3,000",
    ]


def test_money_days_closed_values_and_flags_are_worded() -> None:
    before = engagement(deal={"amount": "1180000", "priority": "high"}, stage="solution_evaluation")
    after = engagement(
        deal={"amount": "980000", "priority": "normal"},
        stage="pilot",
        outcome={"status": "won", "decided_on": "2026-06-30", "amount": "980000"},
        stakeholders=[{"role": "head", "met": "false"}],
        products=["gateway", "maintenance"],
    )

    assert both(before, after) == (
        [
            "products gateway → gateway, maintenance",
            "stage solution evaluation → pilot",
            "deal CNY 1,180 K → CNY 980 K",
            "priority high → normal",
            "new stakeholder: head",
            "outcome won",
            "decided on: 2026-06-30",
            "contract: CNY 980 K",
        ],
        [
            "产品 gateway → gateway、maintenance",
            "阶段 方案评估 → 试点",
            "商机 118万元 → 98万元",
            "优先级 高 → 中",
            "新增决策人：head",
            "结果 赢单",
            "决定日：2026-06-30",
            "成交：98万元",
        ],
    )
    contract = item("commitments", 0, contractual="false")
    assert words(full_engagement(), full_engagement(commitments=contract)) == ["K1 in the contract: no"]


def test_prose_is_rewritten_and_long_texts_are_told_by_their_new_words() -> None:
    event = "the old controllers on line two stay closed"
    before = full_engagement(
        background="one", goal="two", lessons=[{"id": "L1", "kind": "keep", "theme": "rhythm", "text": "x"}]
    )
    after = full_engagement(
        notes="three", goal="four", risks=item("risks", 0, event=event),
        lessons=[{"id": "L1", "kind": "keep", "theme": "intel_gap", "text": "x"}],
    )  # fmt: skip

    assert both(before, after) == (
        [
            "background removed",
            "goal rewritten",
            "notes written",
            f"T1 event reworded: {event}",
            "L1 theme Rhythm → Intelligence gap",
        ],
        [
            "背景已删去",
            "会前目标已改写",
            "其他记录新写",
            f"T1 事件改为：{event}",
            "L1 主题 节奏把控 → 情报不全",
        ],
    )


def test_intelligence_is_told_by_its_item() -> None:
    ceiling = {"budget_ceiling": {"status": "confirmed", "value": "1000000", "known_before": "false"}}

    assert both(engagement(intel={"budget_ceiling": {"status": "unknown"}}), engagement(intel=ceiling)) == (
        ["budget ceiling confirmed", "budget ceiling known before: no", "budget ceiling: CNY 1,000 K"],
        ["预算上限 已确认", "预算上限 会前已知：否", "预算上限：100万元"],
    )


def test_splits_of_minutes_are_told_as_three() -> None:
    assert words(
        full_engagement(), full_engagement(meetings=item("meetings", 0, actual_split=["5", "20", "5"]))
    ) == ["meeting “2026-05-20” actual split 9 / 19 / 2 → 5 / 20 / 5"]


def test_names_of_customer_staff_are_told_only_where_asked_for() -> None:
    before, after = (engagement(stakeholders=[{"role": "head", "name": name}]) for name in ("Chen", "Wang"))

    assert words(before, after) == ["stakeholder “head” name changed"]
    assert words(before, after, show_names=True) == ["stakeholder “head” name Chen → Wang"]


def test_notes_that_are_new_or_gone() -> None:
    assert (both(None, engagement()), both(engagement(), None)) == (
        (["new note"], ["新记录"]),
        (["note removed"], ["记录已删除"]),
    )


def leaves(model: type[Block], path: tuple[str, ...] = ()) -> list[tuple[str, ...]]:
    found: list[tuple[str, ...]] = []
    for name, field in model.model_fields.items():
        blocks = blocks_in(field.annotation)
        below = [leaf for block in blocks for leaf in leaves(block, (*path, name))]
        found += below or [(*path, name)]
    return [leaf for leaf in found if leaf[-1] not in ("x", "id", "format_version")]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_key_and_every_list_of_the_format_has_its_words(language: Language) -> None:
    texts = WORDINGS[language].labels.texts
    paths = leaves(Engagement)

    assert len(paths) > 200
    assert [
        path
        for path in paths
        if f"changes.keys_of.{'.'.join(path[-2:])}" not in texts
        and f"changes.key.{path[-1]}" not in texts
        and f"changes.keys_of.intel.{path[-1]}" not in texts
    ] == []
    assert [block for block in NAMED_BY if f"changes.what.{block}" not in texts] == []
