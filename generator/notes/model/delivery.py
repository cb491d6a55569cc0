"""What was promised, what has to be ready and what may go wrong."""

from __future__ import annotations

from typing import Annotated

from generator.notes import codes
from generator.notes.model.kinds import ActionStatus, Party, Rating
from generator.source.fields import (
    Block,
    Day,
    Flag,
    Line,
    LocalId,
    Money,
    ProseText,
    Quantity,
    key,
    one_of,
    required,
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
