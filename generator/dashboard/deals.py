"""The parts of scores, gaps, intelligence, open deals, actions and reuse."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from generator.dashboard.parts import RateData
from generator.dashboard.shape import told
from generator.insights.portfolio.calibration import Statement
from generator.insights.portfolio.scored_deals import UnscoredReason
from generator.notes.codes import IntelName


@dataclass(frozen=True, slots=True)
class SideData:
    n: int = told("几对", "pairs")
    mean_y: float = told("胜率", "win rate")
    bias: float = told("平均偏差：打的分减胜率", "mean bias: chance given less win rate")
    bias_low: float | None = told("偏差区间的下端", "lower end of its interval")
    bias_high: float | None = told("偏差区间的上端", "upper end of its interval")
    brier: float = told("Brier，越低越好", "Brier score, lower is better")
    unc: float | None = told("一直报真实胜率会得的 Brier", "Brier of always quoting the true win rate")
    skill: float | None = told("相对一直报胜率的改进", "improvement on quoting the win rate")


@dataclass(frozen=True, slots=True)
class ComparisonData:
    n: int = told("几对", "pairs")
    d_mean: float = told(
        "误差之差的平均，负数是售前更近", "mean difference of the errors, below 0 presales is nearer"
    )
    low: float | None = told("区间的下端", "lower end of its interval")
    high: float | None = told("区间的上端", "upper end of its interval")
    p_value: float = told("翻转符号检验的概率", "chance of the sign-flip test")


@dataclass(frozen=True, slots=True)
class UnscoredData:
    id: str = told("关闭的商机", "the closed deal")
    reason: UnscoredReason = told("为什么不可比", "why it is not compared")


@dataclass(frozen=True, slots=True)
class CalibrationData:
    statement: Statement = told("这么多对能说什么", "what so many pairs can carry")
    pairs: int = told("可比的几对", "pairs that are compared")
    on_trial: bool = told("是否还在试用", "whether scores are still on trial")
    next_look: int = told("满几对时再下结论", "pairs at which it is looked at again")
    presales: SideData | None = told("售前；不到 10 对为空", "presales; null below ten pairs")
    sales: SideData | None = told("销售", "sales")
    average: SideData | None = told("两方平均", "mean of both")
    comparison: ComparisonData | None = told("谁更近", "who is nearer")
    proven: RateData = told("历史能证明先打分的", "scored before the outcome, as history shows")
    closed: int = told("关闭的商机", "closed deals")
    unscored: tuple[UnscoredData, ...] = told("不可比的", "those that are not compared")
    open: int = told("进行中的商机", "open deals")
    open_long: int = told("超过常见周期两倍的", "those older than twice the usual cycle")


@dataclass(frozen=True, slots=True)
class GapData:
    gap: str = told("缺口", "the gap")
    currency: str = told("币种", "currency")
    lost: Decimal = told("已丢的，分摊", "lost, shared among gaps")
    at_risk: Decimal = told("有风险的，分摊", "at risk, shared among gaps")
    at_most: Decimal = told("不分摊的上限", "not shared, at most")
    customers: int = told("客户数", "customers")
    deals: tuple[str, ...] = told("提到它的商机", "deals that name it")
    lost_deals: tuple[str, ...] = told("因此丢的", "those lost by it")
    open_deals: tuple[str, ...] = told("进行中的", "those open")
    won_anyway: tuple[str, ...] = told("照样赢的", "those won anyway")
    without_amount: tuple[str, ...] = told("没有金额、没有算进去的", "without an amount, so not in the sums")
    newest: date = told("最近一次", "the newest")


@dataclass(frozen=True, slots=True)
class IntelData:
    item: IntelName = told("情报", "the item")
    unknown: RateData = told("首次报价或演示前不知道的", "unknown before the first quote or demo")


@dataclass(frozen=True, slots=True)
class FocusData:
    id: str = told("进行中的商机", "the open deal")
    presales: int | None = told("售前最近的分", "last chance given by presales")
    sales: int | None = told("销售最近的分", "last chance given by sales")
    divergence: int | None = told("差几点", "points between them")
    presales_basis: str | None = told("售前的依据", "basis of presales")
    sales_basis: str | None = told("销售的依据", "basis of sales")
    unknown: tuple[IntelName, ...] | None = told(
        "还不知道的情报；没有情报记录为空", "required items still unknown; null without intelligence"
    )
    late_promises: tuple[str, ...] = told("拖期的承诺", "promises that are late")
    red_requirements: tuple[str, ...] = told("红灯的落地要点", "red prerequisites")
    late_steps: int = told("过期的下一步", "next steps that are late")


@dataclass(frozen=True, slots=True)
class ActionData:
    lesson: str = told("来自哪条经验", "the lesson it follows from")
    what: str | None = told("做什么", "what is to be done")
    owner: str | None = told("负责人", "its owner")
    due: date | None = told("到期日", "due day")
    days_late: int = told("拖了几天", "days late")
    age: int = told("写下多少天", "days since it was written down")


@dataclass(frozen=True, slots=True)
class ActionsData:
    done_on_time: RateData = told("窗口内到期、按时完成的", "done on time, of those due in the window")
    done_on_time_now: RateData = told("本期内到期、按时完成的", "done on time, of those due in the span")
    open: tuple[ActionData, ...] = told("未完成的，最迟的在前", "open, the latest first")
    closed: tuple[str, ...] = told("本期了结的", "finished in the span")


@dataclass(frozen=True, slots=True)
class ReuseData:
    cited: RateData = told("看过经验的支持里引用了的", "of engagements shown a lesson those that cited one")
    helped: RateData = told("引用了的支持里有用的", "of engagements citing a lesson those that it helped")
    shown_lessons: tuple[str, ...] = told("给出过的经验", "lessons shown")
    cited_lessons: tuple[str, ...] = told("引用过的", "lessons cited")
    helped_lessons: tuple[str, ...] = told("有用过的", "lessons that helped")
    to_retire: tuple[str, ...] | None = told(
        "没人用到的；没有简报记录为空", "unused ones; null without briefs on record"
    )
    unnoted_briefs: int = told("会后没有记录的简报", "briefs without a note of their meeting")
