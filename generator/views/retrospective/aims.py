"""Section 1: what was intended and what came of it, with the difference where it can be computed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.insights.commitments import Standing, commitment_states
from generator.notes.codes import Verdict
from generator.notes.model import Criterion
from generator.prose import Prose
from generator.states import Light
from generator.views.subject import PictureFile, Subject
from generator.views.wording import TENTH, Chip, number

MOST_BRIEFS = 3
_VERDICTS = {Verdict.MET: Light.GREEN, Verdict.MISSED: Light.RED, Verdict.NOT_MEASURED: Light.GREY}
_KEPT_AS_SAID = frozenset({Standing.KEPT})
_NOT_AS_SAID = frozenset({Standing.KEPT_LATE, Standing.BROKEN, Standing.RENEGOTIATED, Standing.OVERDUE})


@dataclass(frozen=True, slots=True)
class CriterionRow:
    text: str
    target: str
    agreed: str
    measured: str
    verdict: Chip


@dataclass(frozen=True, slots=True)
class BriefGoal:
    """What the brief before a meeting of this engagement was made for."""

    head: str
    goal: str


@dataclass(frozen=True, slots=True)
class Aims:
    """differences are sentences; background and notes are empty where not written."""

    background: Prose
    goal: Prose
    result: Prose
    differences: tuple[str, ...]
    pilot_period: str
    criteria: tuple[CriterionRow, ...]
    notes: Prose
    pictures: tuple[PictureFile, ...]
    briefs: tuple[BriefGoal, ...] = ()


def build_aims(subject: Subject) -> Aims:
    engagement, pilot = subject.engagement, subject.engagement.pilot
    return Aims(
        background=engagement.background or Prose(""),
        goal=engagement.goal,
        briefs=tuple(
            BriefGoal(subject.wording("aims.brief_goal", day=brief.date), brief.goal)
            for brief in subject.briefs[-MOST_BRIEFS:]
        ),
        result=engagement.result,
        differences=tuple(_differences(subject)),
        pilot_period=subject.wording.period(pilot.started_on, pilot.ended_on) if pilot else "",
        criteria=tuple(_criterion(subject, criterion) for criterion in (pilot.criteria if pilot else ())),
        notes=engagement.notes or Prose(""),
        pictures=subject.pictures,
    )


def _criterion(subject: Subject, criterion: Criterion) -> CriterionRow:
    w = subject.wording
    verdict = criterion.verdict or Verdict.NOT_MEASURED
    return CriterionRow(
        text=criterion.text or "",
        target=criterion.target or "",
        agreed=w.flag(criterion.agreed_in_writing),
        measured=criterion.measured or "",
        verdict=Chip(_VERDICTS[verdict], w.code(verdict)),
    )


def _differences(subject: Subject) -> Iterable[str]:
    yield from _amount(subject)
    yield from _pilot(subject)
    yield from _promises(subject)


def _amount(subject: Subject) -> Iterable[str]:
    deal, contract = subject.engagement.deal, subject.engagement.outcome.amount
    if deal is None or not deal.amount or contract is None:
        return
    w, change = subject.wording, contract - deal.amount
    if not change:
        yield w("aims.amount_same", amount=subject.money(contract))
        return
    percent = number(abs(change) / deal.amount * 100, TENTH)
    key = "aims.amount_less" if change < 0 else "aims.amount_more"
    yield w(
        key,
        planned=subject.money(deal.amount),
        contract=subject.money(contract),
        change=subject.money(abs(change)),
        percent=percent,
    )


def _pilot(subject: Subject) -> Iterable[str]:
    pilot = subject.engagement.pilot
    measured = [c for c in pilot.criteria if c.verdict in {Verdict.MET, Verdict.MISSED}] if pilot else []
    if measured:
        met = sum(criterion.verdict is Verdict.MET for criterion in measured)
        yield subject.wording("aims.criteria_met", k=met, n=len(measured))


def _promises(subject: Subject) -> Iterable[str]:
    states = commitment_states(subject.engagement, subject.day, subject.calendar)
    settled = [state for state in states if state.standing in _KEPT_AS_SAID | _NOT_AS_SAID]
    if settled:
        kept = sum(state.standing in _KEPT_AS_SAID for state in settled)
        broken = subject.wording.join(state.id for state in settled if state.standing in _NOT_AS_SAID)
        key = "aims.promises_kept" if not broken else "aims.promises_broken"
        yield subject.wording(key, k=kept, n=len(settled), ids=broken)
