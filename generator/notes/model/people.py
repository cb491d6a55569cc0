"""Who decides, and what is known of the decision."""

from __future__ import annotations

from typing import Annotated

from generator.notes import codes
from generator.notes.model.kinds import Knowledge
from generator.source.fields import Block, Flag, Line, Lines, LocalId, Money, key, one_of, required


class Stakeholder(Block):
    role: Line = required("角色", "role", "生产副总")
    name: Line | None = key(
        "姓名，只在要求时进入内部文档", "name; in internal documents only when asked for", "陈总"
    )
    decision_role: Annotated[codes.DecisionRole, *one_of(codes.DecisionRole)] | None = key(
        "在决策里的角色", "role in the decision", "经济决策人"
    )
    corner: Annotated[codes.Corner, *one_of(codes.Corner)] | None = key(
        "站在哪一方", "which corner they stand in", "商业"
    )
    cares_about: Line | None = key("在意什么", "what they care about", "成本可控、考核达标")
    stance: Annotated[codes.Stance, *one_of(codes.Stance)] | None = key("态度", "stance", "支持")
    met: Flag | None = key("是否见过面", "whether we have met them", "true")
    answered_by: tuple[LocalId, ...] = key(
        "用什么回应了他的关切：本记录里的编号或 roi",
        "what answers the concern: ids of this note, or roi",
        "[F1, roi]",
        default=(),
    )


class Competitor(Block):
    name: Line | None = key("竞品名称", "the competitor", "拓恩系统")
    move: Line | None = key("对方的打法", "what they do", "低价切入")
    note: Line | None = key("备注", "note", "首年软件免费")


class IntelKnowledge(Block):
    """How much is known of one thing that decides the deal."""

    status: Knowledge | None = key("现在知道多少", "what is known now", "已确认")
    known_before: Flag | None = key(
        "首次方案或报价之前是否知道", "whether it was known before the first talk or quote", "false"
    )
    source: Line | None = key("从哪里知道的", "where it came from", "报价后销售转告")
    driver: Line | None = key("背后的推动力", "what drives it", "主机厂年审")


class IntelItem(IntelKnowledge):
    value: Lines = key(
        "内容，一行或一列", "what it is: a line or a list of lines", "2026-09-30 前上线", default=()
    )


class BudgetIntel(IntelKnowledge):
    value: Money | None = key("预算上限，金额", "the budget ceiling, an amount", "100万")


class CompetitorIntel(IntelItem):
    rivals: tuple[Competitor, ...] = key(
        "逐个竞品",
        "the competitors one by one",
        "[{name: 拓恩系统, move: 低价切入}]",
        default=(),
        alias="list",
    )


class Intel(Block):
    budget_ceiling: BudgetIntel | None = key(
        "预算上限", "budget ceiling", "{value: 100万, status: 已确认, known_before: false}"
    )
    decision_chain: IntelItem | None = key("决策链", "decision chain", "{status: 已确认, known_before: true}")
    competitors: CompetitorIntel | None = key("竞品", "competitors", "{status: 已确认, known_before: false}")
    timeline: IntelItem | None = key("时间表", "timeline", "{value: 2026-09-30 前上线, status: 推断}")
    decision_criteria: IntelItem | None = key(
        "评判标准", "decision criteria", "{status: 未知, known_before: false}"
    )
    procurement: IntelItem | None = key("采购方式", "procurement", "{value: 邀请招标, status: 已确认}")
    past_pains: IntelItem | None = key(
        "过去的痛处", "past pains", "{value: [上一家拖了四个月], status: 已确认}"
    )

    def items(self) -> tuple[tuple[str, IntelKnowledge], ...]:
        """The recorded items with their keys, in the order of the format."""
        named = ((name, getattr(self, name)) for name in INTEL_ITEMS)
        return tuple((name, item) for name, item in named if item is not None)


INTEL_ITEMS = (
    "budget_ceiling",
    "decision_chain",
    "competitors",
    "timeline",
    "decision_criteria",
    "procurement",
    "past_pains",
)
