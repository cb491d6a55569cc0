"""How the offer fits, the options shown and the value case."""

from __future__ import annotations

from typing import Annotated

from generator.notes import codes
from generator.source.fields import Block, Flag, Line, LocalId, Money, Quantity, Slug, key, one_of, required


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
