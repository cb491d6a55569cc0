"""What the memo concludes: how many risks of each colour, the top three, and what they may cost."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from decimal import Decimal

from generator.insights.requirements import requirement_states
from generator.insights.risks import RiskState, risk_states
from generator.states import Light
from generator.views.risks import RiskRow, risk_rows
from generator.views.subject import Subject
from generator.views.wording import Chip

TOP = 3
COLOURS = (Light.RED, Light.ORANGE, Light.AMBER, Light.GREEN)
# Mid-points of the five bands of probability: a rough expectation, and labelled so.
_CHANCES = tuple(Decimal(chance) / 100 for chance in (5, 20, 40, 65, 90))


@dataclass(frozen=True, slots=True)
class LevelCount:
    """state: the level with how many open risks have it and which."""

    head: str
    state: Chip


@dataclass(frozen=True, slots=True)
class MemoConclusion:
    """advice: start, start with conditions, or wait; exposure: sentences about money, empty without any."""

    advice: Chip
    counts: tuple[LevelCount, ...]
    counts_in_words: str
    top: tuple[RiskRow, ...]
    exposure: tuple[str, ...]


def build_memo_conclusion(subject: Subject) -> MemoConclusion:
    states = tuple(state for state in risk_states(subject.engagement) if state.open)
    counts = Counter(state.current_colour for state in states)
    w = subject.wording
    words = (
        w("risk_memo.level_count", level=w(f"risks.level.{colour}"), n=counts[colour]) for colour in COLOURS
    )
    return MemoConclusion(
        advice=_advice(subject, counts),
        counts=tuple(_count(subject, colour, states) for colour in COLOURS),
        counts_in_words=w.join(words),
        top=tuple(row for row in risk_rows(subject) if row.open)[:TOP],
        exposure=_exposure(subject, states),
    )


def _count(subject: Subject, colour: Light, states: tuple[RiskState, ...]) -> LevelCount:
    w = subject.wording
    ids = [state.id for state in states if state.current_colour is colour]
    text = w.labelled(w.k_of_n(len(ids), len(states)), w.join(ids)) if ids else w.k_of_n(0, len(states))
    return LevelCount(w(f"risks.level.{colour}"), Chip(colour if ids else Light.GREY, text))


def _advice(subject: Subject, counts: Counter[Light]) -> Chip:
    """Red risks or red prerequisites say wait; orange and amber ones, start with conditions.

    Where neither is recorded nobody knows: silence is no reason to start.
    """
    w = subject.wording
    if not subject.is_live:
        return Chip(Light.GREY, w("risk_memo.advice_over"))
    if not subject.engagement.risks and not subject.engagement.landing_requirements:
        return Chip(Light.GREY, w("risk_memo.advice_unknown"))
    lights = {state.light for state in requirement_states(subject.engagement, subject.day)}
    if counts[Light.RED] or Light.RED in lights:
        return Chip(Light.RED, w("risk_memo.advice_wait"))
    if counts[Light.ORANGE] or counts[Light.AMBER] or Light.AMBER in lights:
        return Chip(Light.AMBER, w("risk_memo.advice_conditions"))
    return Chip(Light.GREEN, w("risk_memo.advice_start"))


def _exposure(subject: Subject, states: tuple[RiskState, ...]) -> tuple[str, ...]:
    w = subject.wording
    priced = [(state, cost) for state in states if (cost := state.risk.cost_exposure) is not None]
    if not priced:
        return ()
    total = sum((cost for _, cost in priced), start=Decimal(0))
    listed = w.join(w.labelled(state.id, subject.money(cost)) for state, cost in priced)
    rough = sum((cost * _CHANCES[state.current.probability - 1] for state, cost in priced), start=Decimal(0))
    return (
        w("risk_memo.exposure", amount=subject.money(total), k=len(priced), n=len(states), listed=listed),
        w("risk_memo.expected", amount=subject.money(rough)),
    )
