"""How meetings went and how presales and sales worked together."""

from __future__ import annotations

from typing import Annotated

from generator.notes import codes
from generator.notes.model.kinds import Count, Minutes, Split
from generator.source.fields import Block, Day, Flag, Line, LocalId, key, one_of, required


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


class Before(Block):
    held: Flag | None = key("是否开过战前会", "whether there was a preparation meeting", "true")
    on: Day | None = key("哪天", "the day", "2026-05-19")
    got: tuple[Annotated[codes.IntelName, *one_of(codes.IntelName)], ...] = key(
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
