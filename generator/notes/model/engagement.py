"""The whole note."""

from __future__ import annotations

from typing import Annotated

from generator.notes import codes
from generator.notes.model.closing import Lesson, NextStep, Outcome, ReusedLesson, WinScore
from generator.notes.model.delivery import Assumption, Commitment, LandingRequirement, Milestone, Pilot, Risk
from generator.notes.model.demand import Customer, Deal, Need
from generator.notes.model.kinds import FormatVersion, StageCode
from generator.notes.model.meetings import Collaboration, Meeting, Objection
from generator.notes.model.offer import Fit, Option, Roi
from generator.notes.model.people import Intel, Stakeholder
from generator.notes.model.sharing import Attachment, CustomerShare
from generator.source.fields import Block, Day, LessonRef, Line, NoteId, ProseText, key, one_of, required


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
