"""The parts of what has no key of its own at the top: decisions, practices, and section 9 of INSIGHTS.md."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from generator.dashboard.parts import RateData
from generator.dashboard.shape import told
from generator.insights.portfolio.proposals import Basis, Change
from generator.notes.codes import Corner, IntelName, ObjectionKind, OutcomeStatus, TechnicalResult


@dataclass(frozen=True, slots=True)
class DecisionData:
    basis: Basis = told("依据哪一项数", "the figure that speaks for it")
    about: str = told("关于什么：场合、情报、主题或缺口", "what it is about: a channel, item, theme or gap")
    change: Change = told("改什么", "what would be changed")
    evidence: RateData = told("涉及的支持", "engagements behind it")
    customers: int = told("涉及的客户", "customers behind it")


@dataclass(frozen=True, slots=True)
class PracticeData:
    lesson: str = told("值得推广的经验", "the lesson worth adopting")
    helped: int = told("有用几次", "engagements that it helped")
    cited: int = told("引用几次", "engagements that cited it")
    verified: bool = told("是否验证过", "whether it is verified")


@dataclass(frozen=True, slots=True)
class FollowUpData:
    id: str = told("进行中的商机", "the open deal")
    days_quiet: int = told("多少天没有动静", "days since the last event")
    open_steps: int = told("未了的下一步", "next steps that are open")


@dataclass(frozen=True, slots=True)
class CornersData:
    id: str = told("进行中的商机", "the open deal")
    unanswered: tuple[Corner, ...] = told("没有回应的角", "corners without an answer")


@dataclass(frozen=True, slots=True)
class DepthData:
    depth: int = told("确认到第几层，0–3", "deepest confirmed layer, 0 to 3")
    ids: tuple[str, ...] = told("哪些支持", "which engagements")


@dataclass(frozen=True, slots=True)
class ObjectionData:
    kind: ObjectionKind | None = told("异议的类别", "kind of objection")
    resolved: RateData = told("化解的", "resolved")


@dataclass(frozen=True, slots=True)
class ResultData:
    outcome: OutcomeStatus = told("商务结果", "commercial result")
    technical: TechnicalResult | None = told(
        "技术结果，没写为空", "technical result; null where none is given"
    )
    ids: tuple[str, ...] = told("哪些商机", "which deals")


@dataclass(frozen=True, slots=True)
class CustomData:
    custom: str = told("当时的定制", "the custom work")
    built_in: tuple[str, ...] = told(
        "后来标准或配置就能做", "where the same was standard or configured later"
    )


@dataclass(frozen=True, slots=True)
class ValueCaseData:
    id: str = told("哪次支持", "the engagement")
    annual_benefit: Decimal | None = told("每年收益", "benefit a year")
    payback_months: Decimal | None = told("回收月数", "months to pay back")
    own_share: Decimal | None = told("靠我方估算的一份", "share that rests on our own estimate")
    confirmed_by_customer: bool | None = told("客户是否确认", "whether the customer confirmed it")


@dataclass(frozen=True, slots=True)
class SiloData:
    id: str = told("哪次支持", "the engagement")
    items: tuple[IntelName, ...] = told("销售知道而售前不知道的", "what sales knew and presales did not")


@dataclass(frozen=True, slots=True)
class SuggestionData:
    lesson: str = told("新经验", "the new lesson")
    earlier: str = told("像它的已整改经验", "the lesson acted on that it reads like")


@dataclass(frozen=True, slots=True)
class RhythmData:
    meetings: int = told("窗口内的会", "meetings of the window")
    flagged: int = told("有问题的", "those with a flag")
    core_share: Decimal | None = told(
        "主体所占的中位数；不到 8 场为空", "median share of the core; null below eight"
    )
    opening_overrun: float | None = told("开场超时分钟的中位数", "median minutes that openings ran over")


@dataclass(frozen=True, slots=True)
class WriteUpData:
    median_days: float | None = told(
        "写下记录的中位天数；没有历史为空", "median days to the first commit; null without history"
    )
    fresh: RateData = told("两天内写下的", "written within two days")
    late: RateData = told("七天后才写的", "written after more than seven days")


@dataclass(frozen=True, slots=True)
class OthersData:
    decisions: tuple[DecisionData, ...] = told("请拍板的事", "decisions asked")
    practices: tuple[PracticeData, ...] = told("值得推广的做法", "practices worth adopting")
    repeat_suggestions: tuple[SuggestionData, ...] = told("可能也是复发", "perhaps repeats too")
    silos: tuple[SiloData, ...] = told("停在销售那里的情报", "intelligence that stayed with sales")
    intel_not_recorded: tuple[str, ...] = told("没有情报记录的支持", "engagements without intelligence")
    follow_ups: tuple[FollowUpData, ...] = told("进行中商机的跟进", "follow-up of open deals")
    corners: tuple[CornersData, ...] = told("三方覆盖", "corner coverage of open deals")
    need_depths: tuple[DepthData, ...] = told("需求深度的分布", "distribution of need depth")
    unsupported_claims: tuple[str, ...] = told("没有证据的主张", "claims without checked evidence")
    rhythm: RhythmData = told("会议节奏", "rhythm of the meetings")
    objections: tuple[ObjectionData, ...] = told("异议与化解", "objections and their answers")
    loss_reasons_differ: RateData = told(
        "丢单里两种原因不同的", "lost deals whose stated reason is not the one we read"
    )
    loss_reasons_from_buyer: RateData = told("丢单原因由买方说的", "lost deals whose reason the buyer gave")
    results: tuple[ResultData, ...] = told("商务与技术结果", "commercial against technical results")
    write_ups: WriteUpData = told("复盘时效", "delay of writing up")
    avoidable_custom: tuple[CustomData, ...] = told("可避免的定制", "avoidable custom work")
    value_cases: tuple[ValueCaseData, ...] = told("价值测算", "value cases")
