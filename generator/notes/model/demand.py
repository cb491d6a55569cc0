"""Who the customer is, what the deal is worth and what is needed."""

from __future__ import annotations

from typing import Annotated

from generator.notes import codes
from generator.notes.model.kinds import Knowledge
from generator.source.fields import Block, Currency, Line, LocalId, Money, key, one_of, required


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
