"""The parts that several figures are made of, and those of themes, promises and risks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from generator.dashboard.shape import told
from generator.insights.portfolio.over_promises import Flavour
from generator.insights.portfolio.risk_map import Move
from generator.insights.requirements import RequirementReason
from generator.notes.codes import Channel, CommitmentReason, Party
from generator.states import Light


@dataclass(frozen=True, slots=True)
class RateData:
    k: int = told("算上的例数", "cases that count")
    n: int = told("全部例数", "cases in all")
    low: float = told("95% 区间的下端（Wilson）", "lower end of the 95% interval (Wilson)")
    high: float = told("95% 区间的上端", "upper end of the 95% interval")
    ids: tuple[str, ...] = told(
        "算上的是哪些：记录编号，或 记录编号/条目", "which ones count: ids of notes, or note-id/item"
    )
    left_out: tuple[str, ...] = told("说不清、没有算的", "those that could not be counted either way")


@dataclass(frozen=True, slots=True)
class AmountData:
    currency: str = told("币种；不同币种不相加", "currency; currencies are never added")
    total: Decimal = told("合计", "sum")
    median: Decimal = told("中位数", "median")
    n: int = told("笔数", "amounts in it")


@dataclass(frozen=True, slots=True)
class ThemeData:
    theme: str = told("主题代码", "code of the theme")
    keep: bool = told("是值得保持的，还是要改的", "whether its lessons are to keep, or to change something")
    engagements: RateData = told("窗口内有这个主题的支持", "engagements of the window with the theme")
    customers: int = told("涉及的客户数", "customers behind them")
    recent: RateData = told("其中最近几个月的", "those of the last months")
    recurring: bool = told("是否反复出现", "whether it recurs")
    repeats: int = told("整改后又犯的次数", "how often a lesson of it came back after its fix")
    change_chance: float = told(
        "本月这么多次纯属偶然的概率（Fisher，单侧）",
        "chance of as many this month by accident (Fisher, one-sided)",
    )
    rose: bool = told("是否比前 12 个月明显增多", "whether it became more frequent by more than chance")
    lessons: tuple[str, ...] = told("窗口内的经验，最新的在前", "lessons of the window, newest first")


@dataclass(frozen=True, slots=True)
class RepeatData:
    lesson: str = told("已整改的经验", "the lesson that was acted on")
    theme: str = told("主题代码", "code of its theme")
    engagements: tuple[str, ...] = told("又犯的支持，最新的在前", "where it came back, newest first")
    share: RateData | None = told(
        "见过它的支持里又犯的；整改日期不明时为空",
        "of the engagements that knew it; null where the day of the fix is unknown",
    )


@dataclass(frozen=True, slots=True)
class PromiseData:
    id: str = told("承诺", "the promise")
    due: date | None = told("有效到期日", "effective due day")
    days_late: int = told("拖了几天", "days late")
    waits_on: Party | None = told("等哪一方满足条件", "whose condition it waits for")


@dataclass(frozen=True, slots=True)
class ReasonData:
    reason: CommitmentReason | None = told(
        "没按时的原因，没写为空", "why not in time; null where none is given"
    )
    ids: tuple[str, ...] = told("哪些承诺", "which promises")


@dataclass(frozen=True, slots=True)
class CommitmentsData:
    overdue: tuple[PromiseData, ...] = told("逾期的，最久的在前", "overdue, the latest first")
    waiting: tuple[PromiseData, ...] = told("等条件的", "waiting for a condition")
    waiting_late: tuple[PromiseData, ...] = told("条件已过期的", "waiting for a condition that is late")
    no_date: tuple[str, ...] = told("没有日期的", "without a day")
    kept_on_time: RateData = told("窗口内到期、按时兑现的", "kept on time, of those due in the window")
    renegotiated_in_time: tuple[str, ...] = told(
        "到期前重新约定的，不算在内", "renegotiated before due, not among them"
    )
    reasons: tuple[ReasonData, ...] = told("没按时的原因", "reasons of what was not kept on time")


@dataclass(frozen=True, slots=True)
class ChannelData:
    channel: Channel | None = told("场合，没写为空", "the channel; null where none is given")
    flagged: RateData = told("过度承诺的", "over-promises among them")


@dataclass(frozen=True, slots=True)
class FlavourData:
    flavour: Flavour = told("关于什么", "what it is about")
    flagged: RateData = told("过度承诺的", "over-promises among them")


@dataclass(frozen=True, slots=True)
class OverPromiseData:
    either: RateData = told("过度承诺率：两部分之一", "over-promise rate: either part")
    process: RateData = told("先说后确认", "said before it was confirmed")
    outcome: RateData = told("结果更差", "ended worse than said")
    flagged: tuple[str, ...] = told("哪些承诺，最新的在前", "which promises, newest first")
    extra_costs: tuple[AmountData, ...] = told("没进报价的额外成本", "extra costs that no quote holds")
    by_channel: tuple[ChannelData, ...] = told("按场合", "by channel")
    by_flavour: tuple[FlavourData, ...] = told("按内容", "by what it is about")


@dataclass(frozen=True, slots=True)
class ColourData:
    colour: Light = told("等级的颜色", "colour of the level")
    n: int = told("几项", "risks of it")


@dataclass(frozen=True, slots=True)
class CellData:
    probability: int = told("可能性 1–5", "probability, 1 to 5")
    impact: int = told("影响 1–5", "impact, 1 to 5")
    colour: Light = told("颜色", "colour")
    n: int = told("几项", "risks in it")
    ids: tuple[str, ...] = told("哪些风险，近的在前", "which risks, nearest first")


@dataclass(frozen=True, slots=True)
class MoveData:
    id: str = told("风险", "the risk")
    move: Move = told("怎样变了", "what became of it")
    before: str | None = told(
        "原来的「可能性 × 影响」，新增为空", "earlier `probability x impact`; null for a new one"
    )
    after: str | None = told("现在的，不再未了结为空", "the present one; null where it is no longer open")


@dataclass(frozen=True, slots=True)
class RisksData:
    open: int = told("未了结的项数", "open risks")
    by_colour: tuple[ColourData, ...] = told("按颜色", "by colour")
    cells: tuple[CellData, ...] = told("有风险的格子，最重的在前", "cells with risks, worst first")
    moves: tuple[MoveData, ...] = told("本期的变化", "moves of the span")
    without_effect: tuple[str, ...] = told(
        "行动做完等级没降的", "those whose action is done and changed nothing"
    )
    exposure: tuple[AmountData, ...] = told("列出的可能损失", "possible costs that are listed")
    exposure_expected: tuple[AmountData, ...] = told(
        "按可能性折算的，只看量级", "weighed by probability, an order of magnitude only"
    )
    exposure_unknown: tuple[str, ...] = told("没有金额的", "open risks without an amount")


@dataclass(frozen=True, slots=True)
class RequirementData:
    id: str = told("落地要点", "the prerequisite")
    needed_by: date | None = told("最迟到位", "needed by")
    reason: RequirementReason = told("为什么是这个灯", "why it has its light")
    days_late: int = told("拖了几天", "days late")
    milestone: str | None = told("卡住的里程碑", "the milestone that it blocks")


@dataclass(frozen=True, slots=True)
class SlipData:
    engagement: str = told("哪次支持", "the engagement")
    milestone: str = told("里程碑", "the milestone")
    days: int = told("至少后移几天", "days that it moves at least")


@dataclass(frozen=True, slots=True)
class RequirementsData:
    red: tuple[RequirementData, ...] = told("红灯，按里程碑", "red, by milestone")
    amber: tuple[RequirementData, ...] = told("黄灯", "amber")
    slips: tuple[SlipData, ...] = told("后移的里程碑", "milestones that move")
    ready_before_signature: RateData = told("签约前已确认或完成", "confirmed or done before signature")
