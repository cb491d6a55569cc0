"""The engagement note as types: every key, what it holds, and an example (NOTE.md, "Keys").

The reader, the JSON Schema, `presales explain` and docs/note-format.md all come from these classes.
"""

from __future__ import annotations

from typing import Annotated

from pydantic import PlainValidator, WithJsonSchema

from generator.errors import Bilingual
from generator.notes import codes
from generator.notes.themes import read_theme
from generator.source.fields import (
    Block,
    Currency,
    Day,
    FieldError,
    Flag,
    LessonRef,
    Line,
    Lines,
    LocalId,
    Money,
    NoteId,
    ProseText,
    Quantity,
    Slug,
    key,
    one_of,
    required,
    whole,
)

Rating = Annotated[int, *whole(1, 5)]
Percent = Annotated[int, *whole(1, 99)]
Minutes = Annotated[int, *whole(0, 1440)]
Count = Annotated[int, *whole(0, 99)]
Split = tuple[Minutes, Minutes, Minutes]
Knowledge = Annotated[codes.Knowledge, *one_of(codes.Knowledge)]
Party = Annotated[codes.Party, *one_of(codes.Party)]
ActionStatus = Annotated[codes.ActionStatus, *one_of(codes.ActionStatus)]
ReasonCategory = Annotated[codes.ReasonCategory, *one_of(codes.ReasonCategory)]
ReasonSource = Annotated[codes.ReasonSource, *one_of(codes.ReasonSource)]
StageCode = Annotated[codes.Stage, *one_of(codes.Stage)]


def _format_version(value: object) -> int:
    if value == "1":
        return 1
    raise FieldError(
        "unknown_schema",
        Bilingual(f"不认识结构版本「{value}」", f"unknown format version “{value}”"),
        Bilingual("写 schema: 1", "write schema: 1"),
    )


FormatVersion = Annotated[
    int, PlainValidator(_format_version), WithJsonSchema({"anyOf": [{"const": 1}, {"const": "1"}]})
]
ThemeCode = Annotated[str, PlainValidator(read_theme), WithJsonSchema({"$ref": "#/$defs/Theme"})]


class Customer(Block):
    name: Line = required("客户名称", "the customer's name", "青屿精密")
    alias: Line | None = key(
        "跨项目文档里用的化名；不写则由行业和地区得出",
        "what documents over several projects call it; from industry and region when absent",
        "华东某机加工企业",
    )
    industry: Line = required(
        "行业，用来匹配以往经验", "industry; past lessons are matched by it", "离散制造"
    )
    region: Line | None = key("地区", "region", "华东")


class Deal(Block):
    amount: Money | None = key("商机金额", "amount of the deal", "118万")
    amount_kind: Annotated[codes.AmountKind, *one_of(codes.AmountKind)] | None = key(
        "金额是估算还是报价", "whether the amount is an estimate or was quoted", "报价"
    )
    currency: Currency | None = key("币种，缺省取工作区的设置", "currency; default from the workspace", "CNY")
    delivery_model: Annotated[codes.DeliveryModel, *one_of(codes.DeliveryModel)] | None = key(
        "交付方式", "how it is delivered", "标准加配置"
    )
    custom_reason: Line | None = key("为什么要定制", "why custom work is needed", "仅 MES 写回需要开发")
    priority: Annotated[codes.Priority, *one_of(codes.Priority)] | None = key(
        "投入的优先级", "priority in the allocation of people", "中"
    )


class Confidence(Block):
    surface: Knowledge | None = key("表层需求的把握", "how sure we are of the surface need", "已确认")
    middle: Knowledge | None = key("中层需求的把握", "how sure we are of the middle layer", "推断")
    deep: Knowledge | None = key("深层需求的把握", "how sure we are of the deep layer", "未知")


class Probe(Block):
    kind: Annotated[codes.ProbeKind, *one_of(codes.ProbeKind)] | None = key(
        "问的是场景、影响还是竞品", "whether it asks for a scenario, an impact or a competitor", "影响"
    )
    asked: Line | None = key("问了什么", "the question", "一次停机影响多少交付")
    answer: Line | None = key("对方怎么答", "the answer", "每小时约 2600 元")


class Need(Block):
    id: LocalId | None = key("需求编号", "id of the need", "N1")
    said: Line | None = key("客户原话", "the customer's own words", "想把设备管起来、看得见")
    surface: Line = required("表层需求：要什么", "surface need: what they ask for", "停机靠人巡，坏了才知道")
    middle: Line | None = key(
        "中层需求：为了哪个业务指标", "middle layer: for which business goal", "设备综合效率要到 78%"
    )
    deep: Line | None = key("深层需求：谁为什么在意", "deep layer: who cares and why", "怕被降级后丢订单份额")
    confidence: Confidence | None = key(
        "每一层的把握", "how sure we are of each layer", "{surface: 已确认, middle: 推断}"
    )
    probes: tuple[Probe, ...] = key(
        "问过的问题", "what was asked to get there", "[{kind: 场景, asked: 夜班停机时谁先知道}]", default=()
    )


class Evidence(Block):
    kind: Annotated[codes.EvidenceKind, *one_of(codes.EvidenceKind)] | None = key(
        "证据的种类", "kind of evidence", "客户案例"
    )
    ref: Line | None = key("出处", "where it is found", "案例库 C-014")
    verified: Flag | None = key("是否核对过", "whether it was checked", "true")


class Fit(Block):
    id: LocalId | None = key("匹配项编号", "id of the item", "F1")
    need: LocalId | None = key("对应的需求编号", "id of the need it answers", "N1")
    capability: Line = required("能力", "the capability", "设备联网网关")
    technology: Line | None = key(
        "技术：靠什么做到", "technology: how it is done", "边缘采集，断网续传 72 小时"
    )
    scenario: Line | None = key(
        "场景：在哪一刻用到", "scenario: the moment it is used", "夜班停机自动派单到班组长"
    )
    value: Line | None = key(
        "价值：带来什么变化", "value: what changes", "响应时间由 40 分钟降到 10 分钟以内"
    )
    level: Annotated[codes.FitLevel, *one_of(codes.FitLevel)] = required(
        "支持程度", "how far it is supported", "标准支持"
    )
    severity: Annotated[codes.Severity, *one_of(codes.Severity)] | None = key(
        "不是标准支持时，缺它有多严重", "how badly it is missed where it is not standard", "阻断"
    )
    gap: Slug | None = key(
        "产品缺口编号，跨记录汇总用", "product-gap id, summed across notes", "mes-writeback"
    )
    workaround: Line | None = key("替代办法", "workaround", "一期单向采集，人工确认原因")
    evidence: Evidence | None = key("证据", "evidence", "{kind: 客户案例, ref: 案例库 C-014, verified: true}")


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


class Condition(Block):
    what: Line | None = key("条件是什么", "the condition", "网络点位与电源到位")
    party: Party | None = key("由谁满足", "who has to meet it", "客户")
    due: Day | None = key("最迟哪天满足", "by when", "2026-07-20")
    met_on: Day | None = key("实际哪天满足", "the day it was met", "2026-07-18")


class Commitment(Block):
    id: LocalId | None = key("承诺编号", "id of the commitment", "K1")
    said: Line = required("说了什么", "what was said", "六周完成试点产线上线")
    cls: Annotated[codes.CommitmentClass, *one_of(codes.CommitmentClass)] = required(
        "承诺的类别", "class of the promise", "有条件", alias="class"
    )
    made_by: Line = required("谁说的", "who said it", "林岚")
    made_to: Line | None = key("对谁说的（写角色）", "to whom (a role)", "信息部经理")
    made_on: Day = required("哪天说的", "the day it was said", "2026-05-27")
    channel: Annotated[codes.Channel, *one_of(codes.Channel)] | None = key(
        "在什么场合", "on which occasion", "方案书"
    )
    condition: Condition | None = key(
        "条件，有条件的承诺必填",
        "the condition; required when conditional",
        "{what: 网络点位到位, party: 客户, due: 2026-07-20}",
    )
    confirmed_by: Line | None = key(
        "内部谁确认过能兑现", "who inside said that we can keep it", "交付部-何工"
    )
    confirmed_on: Day | None = key(
        "确认的日期，不晚于 made_on 才算先确认后承诺",
        "the day it was confirmed; in time only when not later than made_on",
        "2026-05-26",
    )
    due: Day | None = key(
        "到期日；「不确定」类缺省为次一工作日",
        "due day; for “uncertain” the next working day when absent",
        "2026-08-31",
    )
    gives: Annotated[codes.Gives, *one_of(codes.Gives)] | None = key(
        "给出的是什么；不写时，「不确定」给答复，其他类给可交付的东西",
        "what it gives; when absent, “uncertain” gives an answer and the others something deliverable",
        "能力",
    )
    contractual: Flag | None = key("是否写进合同", "whether it is in the contract", "true")
    extra_cost: Money | None = key("额外成本", "extra cost", "18万")
    in_quote: Flag | None = key(
        "额外成本是否已在报价里，缺省否", "whether the extra cost is in the quote; default no", "false"
    )
    customer_text: Line | None = key("给客户看的说法", "wording for the customer", "MES 写回另行评估")
    shareable: Flag | None = key("是否可给客户看", "whether the customer may see it", "true")
    status: Annotated[codes.CommitmentStatus, *one_of(codes.CommitmentStatus)] = key(
        "状态，缺省进行中", "status; default open", "已兑现", default=codes.CommitmentStatus.OPEN
    )
    closed_on: Day | None = key("结束的日期", "the day it ended", "2026-05-21")
    reason: Annotated[codes.CommitmentReason, *one_of(codes.CommitmentReason)] | None = key(
        "未按原话兑现的原因", "why it was not kept as said", "能力缺口"
    )
    note: Line | None = key("备注", "note", "改为二期单独立项")


class LandingRequirement(Block):
    id: LocalId | None = key("落地要点编号", "id of the requirement", "R1")
    item: Line = required("要准备什么", "what has to be ready", "试点产线网络点位与电源")
    party: Party = required("由谁准备", "who prepares it", "客户")
    owner_role: Line | None = key("负责的角色", "the role that owns it", "设备科")
    quantity: Quantity | None = key("数量", "quantity", "12")
    unit: Line | None = key("单位", "unit", "点")
    needed_by: Day | None = key("最迟哪天到位", "needed by", "2026-07-20")
    status: Annotated[codes.RequirementStatus, *one_of(codes.RequirementStatus)] = key(
        "状态，缺省未确认",
        "status; default unconfirmed",
        "已确认",
        default=codes.RequirementStatus.UNCONFIRMED,
    )
    blocks: LocalId | None = key("卡住哪个里程碑", "the milestone that it blocks", "M2")
    shareable: Flag | None = key("是否可给客户看", "whether the customer may see it", "true")


class RiskAction(Block):
    what: Line | None = key("做什么", "what is done", "勘查时逐台测通并出清单")
    owner: Line | None = key("谁负责", "who does it", "林岚")
    due: Day | None = key("到期日", "due day", "2026-06-12")
    status: ActionStatus | None = key("状态，缺省进行中", "status; open when absent", "进行中")
    closed_on: Day | None = key("结束的日期", "the day it ended", "2026-06-10")


class LessonAction(RiskAction):
    verify: Line | None = key("怎么验证有效", "how it is shown to work", "下三个项目报价前两项都不为空")


class Residual(Block):
    probability: Rating = required("措施后的可能性 1–5", "probability after the action, 1 to 5", "2")
    impact: Rating = required("措施后的影响 1–5", "impact after the action, 1 to 5", "3")


class Risk(Block):
    id: LocalId | None = key("风险编号", "id of the risk", "T1")
    event: Line = required("会发生什么", "what may happen", "协议不开放，采集不到关键信号")
    cause: Line | None = key("原因", "cause", "三成机床是老控制器")
    effect: Line | None = key("后果", "effect", "预测模型无法训练")
    category: Annotated[codes.RiskCategory, *one_of(codes.RiskCategory)] = required(
        "类别", "category", "技术-接口"
    )
    probability: Rating = required(
        "可能性，1 罕见 … 5 几乎必然", "probability, 1 rare … 5 almost certain", "4"
    )
    impact: Rating = required("影响，1 轻微 … 5 严重", "impact, 1 slight … 5 severe", "4")
    proximity: Annotated[codes.Proximity, *one_of(codes.Proximity)] | None = key(
        "何时会发生", "when it may happen", "试点期"
    )
    response: Annotated[codes.RiskResponse, *one_of(codes.RiskResponse)] | None = key(
        "应对方式", "response", "减轻"
    )
    action: RiskAction | None = key(
        "我方的行动", "what we do", "{what: 逐台测通, owner: 林岚, due: 2026-06-12}"
    )
    customer_action: Line | None = key("客户要做什么", "what the customer does", "提供老设备的接口手册")
    residual: Residual | None = key(
        "措施后的剩余风险", "what is left after the action", "{probability: 2, impact: 3}"
    )
    cost_exposure: Money | None = key("可能的损失，仅内部", "cost exposure, internal", "9万")
    happened_on: Day | None = key("已发生的日期", "the day it happened", "2026-07-02")
    shareable: Flag | None = key("是否可给客户看", "whether the customer may see it", "true")
    customer_text: ProseText | None = key(
        "给客户看的说法", "wording for the customer", "部分老设备需逐台确认"
    )
    internal_note: ProseText | None = key("内部备注", "internal note", "拓恩的演示回避了老设备")


class Assumption(Block):
    id: LocalId | None = key("假设编号", "id of the assumption", "A1")
    text: Line = required("假设", "the assumption", "客户提供只读账号")
    shareable: Flag | None = key("是否可给客户看", "whether the customer may see it", "true")


class Meeting(Block):
    on: Day = required("哪天", "the day", "2026-05-20")
    kind: Annotated[codes.MeetingKind, *one_of(codes.MeetingKind)] | None = key(
        "会议种类", "kind of meeting", "方案交流"
    )
    minutes: Minutes | None = key("时长，分钟", "length in minutes", "30")
    planned_split: Split | None = key(
        "计划的开场、核心、收尾，分钟", "planned opening, core and close, in minutes", "[5, 20, 5]"
    )
    actual_split: Split | None = key(
        "实际的开场、核心、收尾，分钟", "actual opening, core and close, in minutes", "[9, 19, 2]"
    )
    pains: Count | None = key("讲了几个痛点", "how many pains were addressed", "1")
    options: Count | None = key("给了几个方案", "how many options were offered", "2")
    closed_with_roi: Flag | None = key("收尾时是否算了账", "whether it closed with the return", "false")
    attended: tuple[Line, ...] = key(
        "到场的人（写角色）", "who attended (roles)", "[生产副总, 信息部经理]", default=()
    )


class Objection(Block):
    id: LocalId | None = key("异议编号", "id of the objection", "O1")
    raised_by: Line | None = key("谁提的（写角色）", "who raised it (a role)", "信息部经理")
    text: Line = required("异议", "the objection", "上线周期太长")
    kind: Annotated[codes.ObjectionKind, *one_of(codes.ObjectionKind)] | None = key("种类", "kind", "周期")
    acknowledged: Flag | None = key("是否先认同再回答", "whether it was acknowledged first", "true")
    fact: Line | None = key("用的事实", "the fact used", "试点产线已有网络")
    proposal: Line | None = key("给的办法", "the proposal", "拆成勘查、单线、扩线三步")
    result: Annotated[codes.ObjectionResult, *one_of(codes.ObjectionResult)] | None = key(
        "结果", "how it ended", "已化解"
    )


class Option(Block):
    id: LocalId | None = key("方案编号", "id of the option", "A")
    name: Line = required("方案名称", "name of the option", "轻量联网版")
    cost: Money | None = key("费用", "cost", "68万")
    weeks: Quantity | None = key("周数", "weeks", "4")
    note: Line | None = key("备注", "note", "只采集与告警")


class Benefit(Block):
    item: Line | None = key("收益项", "benefit", "减少停机")
    quantity: Quantity | None = key("每年的数量", "quantity a year", "240")
    unit: Line | None = key("单位", "unit", "小时/年")
    unit_value: Money | None = key("单价", "value of one unit", "2600")
    source: Line | None = key("数据来源", "source of the figure", "客户口述 05-20")
    own_estimate: Flag | None = key("是否我方估算", "whether it is our own estimate", "true")


class Roi(Block):
    confirmed_by_customer: Flag | None = key(
        "客户是否认可这笔账", "whether the customer confirmed the sum", "false"
    )
    benefits: tuple[Benefit, ...] = key(
        "每年的收益", "benefits a year", "[{item: 减少停机, quantity: 240, unit_value: 2600}]", default=()
    )
    investment: Money | None = key("投入", "investment", "98万")


class Milestone(Block):
    id: LocalId = required("里程碑编号", "id of the milestone", "M1")
    name: Line = required("名称", "name", "试点产线上线")
    start: Day = required("开始", "start", "2026-07-20")
    end: Day = required("结束", "end", "2026-08-28")
    after: tuple[LocalId, ...] = key("在哪些里程碑之后", "the milestones it comes after", "[M1]", default=())


class Criterion(Block):
    text: Line | None = key("判据", "criterion", "信号覆盖率")
    target: Line | None = key("目标", "target", "≥ 95%")
    agreed_in_writing: Flag | None = key("是否书面约定", "whether agreed in writing", "true")
    measured: Line | None = key("实测", "measured", "96.2%")
    verdict: Annotated[codes.Verdict, *one_of(codes.Verdict)] | None = key("是否达标", "verdict", "达标")


class Pilot(Block):
    started_on: Day | None = key("开始", "start", "2026-07-20")
    ended_on: Day | None = key("结束", "end", "2026-08-28")
    criteria: tuple[Criterion, ...] = key(
        "判据", "criteria", "[{text: 信号覆盖率, target: ≥ 95%}]", default=()
    )


class Before(Block):
    held: Flag | None = key("是否开过战前会", "whether there was a preparation meeting", "true")
    on: Day | None = key("哪天", "the day", "2026-05-19")
    got: tuple[Annotated[str, *one_of(codes.IntelName)], ...] = key(
        "会上得到了哪些情报", "the intelligence it brought", "[decision_chain, procurement]", default=()
    )


class During(Block):
    sales_present: Flag | None = key("销售是否在场", "whether sales was present", "true")


class After(Block):
    debrief_on: Day | None = key("复盘会的日期", "the day of the debrief", "2026-05-21")
    memo_sent_on: Day | None = key("备忘录发出的日期", "the day the memo was sent", "2026-05-25")
    handed_to: Line | None = key("交接给谁", "who took over", "交付部-何工")


class Collaboration(Block):
    before: Before | None = key("战前", "before the meeting", "{held: true, on: 2026-05-19}")
    during: During | None = key("战中", "during the meeting", "{sales_present: true}")
    after: After | None = key("战后", "after the meeting", "{debrief_on: 2026-05-21}")


class WinScore(Block):
    by: Annotated[codes.ScoredBy, *one_of(codes.ScoredBy)] = required(
        "哪一方打的", "which side scored", "售前"
    )
    who: Line | None = key("谁打的", "who scored", "林岚")
    p: Percent = required("赢单的可能性，1–99", "chance to win, 1 to 99", "45")
    on: Day = required("哪天打的", "the day", "2026-05-20")
    at: StageCode | None = key("在哪个阶段打的", "at which stage", "方案评估")
    blind: Flag | None = key("打分前是否没看过另一方的分", "whether scored before seeing the other", "true")
    basis: Line | None = key("依据", "on what basis", "预算不明，写回有缺口")


class Lesson(Block):
    id: LocalId | None = key("经验编号，被引用才需要", "id of the lesson; needed to be cited", "L1")
    kind: Annotated[codes.LessonKind, *one_of(codes.LessonKind)] = required(
        "保持、改进、开始还是停止", "keep, improve, start or stop", "改进"
    )
    theme: ThemeCode = required("主题", "theme", "情报不全")
    text: Line = required("经验", "the lesson", "报完价才知道预算上限")
    why: ProseText | None = key("为什么", "why", "战前会没有固定问预算")
    when: Line | None = key("什么条件下适用", "the conditions in which it applies", "任何报价之前")
    evidence: Line | None = key("依据", "evidence", "会议记录 05-20")
    scope: Annotated[codes.LessonScope, *one_of(codes.LessonScope)] | None = key("适用范围", "scope", "团队")
    action: LessonAction | None = key(
        "行动", "action", "{what: 清单加预算一项, owner: 林岚, due: 2026-06-15}"
    )
    status: Annotated[codes.LessonStatus, *one_of(codes.LessonStatus)] = key(
        "状态，缺省观察", "status; default observed", "已落实", default=codes.LessonStatus.OBSERVED
    )
    share: Annotated[codes.LessonShare, *one_of(codes.LessonShare)] | None = key(
        "可以传到哪里", "how far it may travel", "公司"
    )


class ReusedLesson(Block):
    id: LessonRef = required("引用的经验", "the lesson used", "2026-03-helan-wms/L2")
    effect: Annotated[codes.ReuseEffect, *one_of(codes.ReuseEffect)] = required(
        "有没有用", "whether it helped", "有用"
    )
    note: Line | None = key("备注", "note", "提前要了决策链")


class NextStep(Block):
    what: Line = required("做什么", "what", "三方接口会议")
    owner: Line = required("谁负责", "who", "周启")
    side: Party | None = key("哪一方", "which side", "我方")
    due: Day = required("到期日", "due day", "2026-07-25")
    status: ActionStatus | None = key("状态，缺省进行中", "status; open when absent", "进行中")


class StatedReason(Block):
    category: ReasonCategory | None = key("类别", "category", "价值")
    text: ProseText | None = key("对方的说法", "in their words", "能说清停机损失怎么降")
    source: ReasonSource | None = key("从谁那里听到的", "who said so", "买方")


class OurRead(Block):
    category: ReasonCategory | None = key("类别", "category", "关系")
    text: ProseText | None = key("我们的判断", "our reading", "副总考核压力大、时间紧")


class Outcome(Block):
    status: Annotated[codes.OutcomeStatus, *one_of(codes.OutcomeStatus)] = required("结果", "outcome", "赢单")
    decided_on: Day | None = key(
        "决定的日期，未关闭时不写", "the day of the decision; required unless open", "2026-07-03"
    )
    amount: Money | None = key("成交金额", "amount of the contract", "98万")
    technical_result: Annotated[codes.TechnicalResult, *one_of(codes.TechnicalResult)] | None = key(
        "技术上赢没赢", "the technical result", "赢"
    )
    winner: Line | None = key("输给谁", "who won instead", "拓恩系统")
    stated_reason: StatedReason | None = key(
        "对方说的原因", "the stated reason", "{category: 价值, text: …, source: 买方}"
    )
    our_read: OurRead | None = key("我们判断的原因", "our reading of the reason", "{category: 关系, text: …}")
    decision_moment: Line | None = key("拍板的那一刻", "the moment of the decision", "勘查清单当面过完之后")


class Attachment(Block):
    file: Line = required("图片文件，相对于本记录", "picture, relative to this note", "pictures/line-3.png")
    caption: Line = required("图注", "caption", "三号线现场")
    shareable: Flag | None = key("是否可给客户看", "whether the customer may see it", "true")


class Allowed(Block):
    value: Line = required("放行的内容", "what may pass", "拓恩系统")
    reason: Line = required("为什么可以", "why", "客户自己写进了招标文件")


class CustomerShare(Block):
    approved_by: Line | None = key("谁批准对外", "who approved it", "周启")
    on: Day | None = key("批准的日期", "the day of the approval", "2026-06-01")
    allow: tuple[Allowed, ...] = key(
        "泄密检查放行的内容", "what the leak check may pass", "[{value: 拓恩系统, reason: …}]", default=()
    )
    include: tuple[Annotated[codes.ShareGroup, *one_of(codes.ShareGroup)], ...] = key(
        "批准后可写给客户的几类内容", "groups that the approval opens", "[金额]", default=()
    )


class Engagement(Block):
    """One opportunity as presales sees it, from first support to outcome."""

    format_version: FormatVersion = required("结构版本", "version of the format", "1", alias="schema")
    id: NoteId = required(
        "记录编号，与文件名相同", "id of the note, same as the file name", "2026-05-qingyu-iot"
    )
    title: Line | None = key("标题", "title", "青屿精密 · 设备联网与预测维护")
    language: Annotated[codes.NoteLanguage, *one_of(codes.NoteLanguage)] | None = key(
        "文档语言，缺省取工作区的设置", "language of its documents; default from the workspace", "zh"
    )
    confidentiality: Annotated[codes.Confidentiality, *one_of(codes.Confidentiality)] = key(
        "密级，缺省内部", "confidentiality; default internal", "内部", default=codes.Confidentiality.INTERNAL
    )
    reviewed_by: Line | None = key("审阅人", "reviewer", "周启")
    presales: Line = required("售前负责人", "presales owner", "林岚")
    sales: Line = required("销售负责人", "sales owner", "周启")
    date: Day = required("本次支持的日期", "the day of this engagement", "2026-05-20")
    products: tuple[Line, ...] = required("涉及的产品", "products", "[设备联网网关, 预测维护]", min_length=1)
    stage: StageCode | None = key("所处阶段", "stage", "方案评估")
    customer: Customer = required("客户", "the customer", "{name: 青屿精密, industry: 离散制造}")
    deal: Deal | None = key("商机", "the deal", "{amount: 118万, delivery_model: 标准加配置}")
    background: ProseText | None = key("背景", "background", "客户今年要把两条线联网")
    goal: ProseText = required("会前想达成什么", "what was intended", "拿到试点产线的现场勘查")
    result: ProseText = required("实际发生了什么", "what happened", "同意勘查；MES 写回当场没答上来")
    notes: ProseText | None = key("其他记录", "other notes", "设备科的人下周休假")
    needs: tuple[Need, ...] = required(
        "需求，至少一条", "needs, at least one", "[{surface: 停机靠人巡}]", min_length=1
    )
    fit: tuple[Fit, ...] = key(
        "方案匹配", "fit of the offer", "[{capability: 设备联网网关, level: 标准支持}]", default=()
    )
    stakeholders: tuple[Stakeholder, ...] = key(
        "决策链上的人", "people in the decision", "[{role: 生产副总}]", default=()
    )
    intel: Intel | None = key(
        "情报，会前与现在", "intelligence, before and now", "{budget_ceiling: {status: 未知}}"
    )
    commitments: tuple[Commitment, ...] = required(
        "承诺，没有就写 []", "promises made; write [] if none", "[]"
    )
    landing_requirements: tuple[LandingRequirement, ...] = key(
        "落地要点：交付前谁要准备什么",
        "what has to be ready before delivery",
        "[{item: 网络点位, party: 客户}]",
        default=(),
    )
    risks: tuple[Risk, ...] = key(
        "技术与交付风险",
        "risks",
        "[{event: 协议不开放, category: 技术-接口, probability: 4, impact: 4}]",
        default=(),
    )
    assumptions: tuple[Assumption, ...] = key("假设", "assumptions", "[{text: 客户提供只读账号}]", default=())
    meetings: tuple[Meeting, ...] = key("会议", "meetings", "[{on: 2026-05-20, kind: 方案交流}]", default=())
    objections: tuple[Objection, ...] = key(
        "异议", "objections", "[{text: 上线周期太长, kind: 周期}]", default=()
    )
    options: tuple[Option, ...] = key(
        "可选方案", "options offered", "[{id: A, name: 轻量联网版}]", default=()
    )
    roi: Roi | None = key("价值测算的输入", "inputs of the value case", "{investment: 98万, benefits: […]}")
    milestones: tuple[Milestone, ...] = key(
        "里程碑", "milestones", "[{id: M1, name: 勘查, start: …, end: …}]", default=()
    )
    pilot: Pilot | None = key("试点", "pilot", "{started_on: 2026-07-20}")
    collaboration: Collaboration | None = key(
        "售前与销售的协作", "how presales and sales worked together", "{before: {held: true}}"
    )
    win_scores: tuple[WinScore, ...] = key(
        "赢单评分，只追加", "win scores, append only", "[{by: 售前, p: 45, on: 2026-05-20}]", default=()
    )
    lessons: tuple[Lesson, ...] = required(
        "经验，至少一条", "lessons, at least one", "[{kind: 改进, theme: 情报不全, text: …}]", min_length=1
    )
    reused_lessons: tuple[ReusedLesson, ...] = key(
        "用到的旧经验", "old lessons that were used", "[{id: 2026-03-helan-wms/L2, effect: 有用}]", default=()
    )
    repeats: tuple[LessonRef, ...] = key(
        "又犯了哪条已落实的教训", "closed lessons that happened again", "[2026-03-helan-wms/L2]", default=()
    )
    next_steps: tuple[NextStep, ...] = key(
        "下一步，未关闭时至少一条",
        "next steps; at least one while open",
        "[{what: 三方接口会议, owner: 周启, due: 2026-07-25}]",
        default=(),
    )
    outcome: Outcome = required("结果", "the outcome", "{status: 进行中}")
    attachments: tuple[Attachment, ...] = key(
        "图片附件", "pictures", "[{file: line-3.png, caption: 三号线}]", default=()
    )
    customer_share: CustomerShare | None = key(
        "对客户开放的批准", "approval for the customer", "{approved_by: 周启, on: 2026-06-01}"
    )
