"""How it ended, what was learned and what comes next."""

from __future__ import annotations

from typing import Annotated

from generator.notes import codes
from generator.notes.model.delivery import RiskAction
from generator.notes.model.kinds import (
    ActionStatus,
    Party,
    Percent,
    ReasonCategory,
    ReasonSource,
    StageCode,
    ThemeCode,
)
from generator.source.fields import (
    Block,
    Day,
    Flag,
    LessonRef,
    Line,
    LocalId,
    Money,
    ProseText,
    key,
    one_of,
    required,
)


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


class LessonAction(RiskAction):
    verify: Line | None = key("怎么验证有效", "how it is shown to work", "下三个项目报价前两项都不为空")


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
