"""Each register: its columns with their names in both languages, and how a row is read off a note."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from generator.errors import Bilingual
from generator.insights.commitments import commitment_states
from generator.insights.item_ids import ids_in
from generator.insights.requirements import requirement_states
from generator.insights.risks import risk_states
from generator.insights.working_days import Calendar
from generator.notes.model import Engagement

Value = str | int | Decimal | date | bool | None
Row = tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """key is the name in json and of the machine, head the one that people read."""

    key: str
    head: Bilingual


@dataclass(frozen=True, slots=True)
class Register:
    """Every row has a value for each column; closed values are their codes."""

    name: str
    title: Bilingual
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]


def _columns(*named: tuple[str, str, str]) -> tuple[Column, ...]:
    return tuple(Column(key, Bilingual(zh, en)) for key, zh, en in named)


# Where every row comes from.
_PLACE = (
    ("note", "记录", "note"),
    ("customer", "客户", "customer"),
    ("outcome", "结果", "outcome"),
    ("id", "编号", "id"),
)


def _place(engagement: Engagement, name: str) -> Row:
    return (engagement.id, engagement.customer.name, engagement.outcome.status.value, name)


_RISKS = _columns(
    *_PLACE, ("event", "风险", "event"), ("cause", "原因", "cause"), ("effect", "后果", "effect"),
    ("category", "类别", "category"), ("probability", "可能性", "probability"), ("impact", "影响", "impact"),
    ("level", "等级", "level"), ("proximity", "何时", "proximity"), ("response", "应对", "response"),
    ("action", "行动", "action"), ("owner", "负责", "owner"), ("due", "到期", "due"), ("status", "行动状态", "action status"),
    ("residual_probability", "剩余可能性", "residual probability"), ("residual_impact", "剩余影响", "residual impact"),
    ("cost_exposure", "可能损失", "cost exposure"), ("open", "未关闭", "open"), ("happened_on", "发生日期", "happened on"),
)  # fmt: skip
_COMMITMENTS = _columns(
    *_PLACE, ("said", "承诺", "said"), ("class", "类别", "class"), ("made_by", "谁说的", "made by"),
    ("made_to", "对谁说的", "made to"), ("made_on", "日期", "made on"), ("channel", "场合", "channel"),
    ("condition", "条件", "condition"), ("condition_due", "条件期限", "condition due"), ("condition_met_on", "条件满足", "condition met on"),
    ("confirmed", "先确认", "confirmed before"), ("due", "有效到期", "effective due"), ("standing", "状态", "standing"),
    ("days_late", "逾期天数", "days late"), ("closed_on", "结束", "closed on"), ("reason", "原因", "reason"),
    ("extra_cost", "额外成本", "extra cost"), ("in_quote", "在报价里", "in the quote"),
)  # fmt: skip
_REQUIREMENTS = _columns(
    *_PLACE, ("item", "落地要点", "item"), ("party", "谁准备", "party"), ("owner_role", "岗位", "owner role"),
    ("quantity", "数量", "quantity"), ("unit", "单位", "unit"), ("needed_by", "最迟到位", "needed by"),
    ("status", "状态", "status"), ("light", "灯", "light"), ("days_late", "逾期天数", "days late"), ("blocks", "卡住", "blocks"),
)  # fmt: skip
_LESSONS = _columns(
    *_PLACE, ("kind", "种类", "kind"), ("theme", "主题", "theme"), ("text", "经验", "text"), ("when", "适用", "when"),
    ("why", "为什么", "why"), ("scope", "范围", "scope"), ("status", "状态", "status"), ("action", "行动", "action"),
    ("owner", "负责", "owner"), ("due", "到期", "due"), ("action_status", "行动状态", "action status"),
    ("closed_on", "结束", "closed on"), ("verify", "怎么验证", "verified by"),
)  # fmt: skip
_SCORES = _columns(
    *_PLACE[:3], ("by", "哪一方", "by"), ("who", "谁", "who"), ("p", "赢单可能", "chance"), ("on", "日期", "on"),
    ("at", "阶段", "at"), ("blind", "先打后看", "blind"), ("basis", "依据", "basis"), ("decided_on", "结果日期", "decided on"),
)  # fmt: skip


def _risks(engagement: Engagement, day: date, calendar: Calendar) -> Iterator[Row]:
    del day, calendar
    for state in risk_states(engagement):
        risk, action = state.risk, state.risk.action
        yield (
            *_place(engagement, state.id),
            *(risk.event, risk.cause, risk.effect, risk.category.value, risk.probability, risk.impact),
            *(state.current_colour.value, risk.proximity, risk.response),
            *((action.what, action.owner, action.due, action.status) if action else (None,) * 4),
            *((state.residual.probability, state.residual.impact) if state.residual else (None, None)),
            *(risk.cost_exposure, state.open, risk.happened_on),
        )


def _commitments(engagement: Engagement, day: date, calendar: Calendar) -> Iterator[Row]:
    for state in commitment_states(engagement, day, calendar):
        promise, condition = state.commitment, state.commitment.condition
        yield (
            *_place(engagement, state.id),
            *(
                promise.said,
                promise.cls.value,
                promise.made_by,
                promise.made_to,
                promise.made_on,
                promise.channel,
            ),
            *((condition.what, condition.due, condition.met_on) if condition else (None,) * 3),
            *(state.confirmed, state.due, state.standing.value, state.days_late or None, promise.closed_on),
            *(promise.reason, promise.extra_cost, promise.in_quote),
        )


def _requirements(engagement: Engagement, day: date, calendar: Calendar) -> Iterator[Row]:
    del calendar
    for state in requirement_states(engagement, day):
        item = state.requirement
        yield (
            *_place(engagement, state.id),
            *(item.item, item.party.value, item.owner_role, item.quantity, item.unit, item.needed_by),
            *(item.status.value, state.light.value, state.days_late or None, item.blocks),
        )


def _lessons(engagement: Engagement, day: date, calendar: Calendar) -> Iterator[Row]:
    del day, calendar
    for name, lesson in zip(ids_in(engagement, "lessons"), engagement.lessons, strict=True):
        action = lesson.action
        yield (
            *_place(engagement, name),
            *(
                lesson.kind.value,
                lesson.theme,
                lesson.text,
                lesson.when,
                lesson.why,
                lesson.scope,
                lesson.status.value,
            ),
            *(
                (action.what, action.owner, action.due, action.status, action.closed_on, action.verify)
                if action
                else (None,) * 6
            ),
        )


def _scores(engagement: Engagement, day: date, calendar: Calendar) -> Iterator[Row]:
    del day, calendar
    for score in engagement.win_scores:
        yield (
            *_place(engagement, "")[:3],
            *(score.by.value, score.who, score.p, score.on, score.at, score.blind, score.basis),
            engagement.outcome.decided_on,
        )


Reader = Callable[[Engagement, date, Calendar], Iterator[Row]]
_READERS: dict[str, tuple[Bilingual, tuple[Column, ...], Reader]] = {
    "risks": (Bilingual("风险", "Risks"), _RISKS, _risks),
    "commitments": (Bilingual("承诺", "Commitments"), _COMMITMENTS, _commitments),
    "requirements": (Bilingual("落地要点", "Requirements"), _REQUIREMENTS, _requirements),
    "lessons": (Bilingual("经验", "Lessons"), _LESSONS, _lessons),
    "scores": (Bilingual("评分", "Scores"), _SCORES, _scores),
}
REGISTERS = tuple(_READERS)


def build_registers(
    engagements: Iterable[Engagement], day: date, calendar: Calendar, names: Iterable[str] = REGISTERS
) -> tuple[Register, ...]:
    """Engagements are as of the day; rows by date of the note, then its id, then as in the note."""
    ordered = sorted(engagements, key=lambda engagement: (engagement.date, engagement.id))
    return tuple(_register(name, ordered, day, calendar) for name in names)


def _register(name: str, engagements: list[Engagement], day: date, calendar: Calendar) -> Register:
    title, columns, reader = _READERS[name]
    rows = (row for engagement in engagements for row in reader(engagement, day, calendar))
    return Register(name, title, columns, tuple(tuple(map(_plain, row)) for row in rows))


def _plain(value: Value) -> Value:
    """Closed values and prose as plain strings."""
    return str(value) if isinstance(value, str) else value
