"""Section 9: both sides' scores with their basis, and afterwards who was nearer."""

from __future__ import annotations

from dataclasses import dataclass

from generator.insights.win_scores import DIVERGES_FROM, SideScores, WinAssessment, win_assessment
from generator.notes.codes import ScoredBy
from generator.notes.model import WinScore
from generator.views.subject import Subject

_SIDES = tuple(ScoredBy)


@dataclass(frozen=True, slots=True)
class ScoreRow:
    """counting: whether it is the score that is compared across deals."""

    side: str
    day: str
    p: str
    stage: str
    blind: str
    basis: str
    counting: bool


@dataclass(frozen=True, slots=True)
class WinSection:
    """findings, as sentences: divergence, once it is over who was nearer, and whether the deal counts elsewhere."""

    scores: tuple[ScoreRow, ...]
    findings: tuple[str, ...]


def build_win(subject: Subject) -> WinSection | None:
    """None where nobody scored."""
    if not subject.engagement.win_scores:
        return None
    found, w = win_assessment(subject.engagement, subject.scoring), subject.wording
    counting = {id(side.counting) for side in (found.presales, found.sales, found.consensus)}
    ordered = sorted(subject.engagement.win_scores, key=lambda score: (score.on, _SIDES.index(score.by)))
    paired = w("win.paired" if found.paired else "win.not_paired", stage=w.within(subject.scoring.stage))
    return WinSection(
        scores=tuple(_row(subject, score, id(score) in counting) for score in ordered),
        findings=tuple(
            line for line in (_divergence(subject, found), _nearer(subject, found), paired) if line
        ),
    )


def _row(subject: Subject, score: WinScore, counting: bool) -> ScoreRow:
    w = subject.wording
    return ScoreRow(
        side=w.code(score.by),
        day=str(score.on),
        p=f"{score.p}%",
        stage=w.code(score.at or subject.scoring.stage),
        blind=w.flag(score.blind),
        basis=score.basis or "",
        counting=counting,
    )


def _divergence(subject: Subject, found: WinAssessment) -> str:
    w = subject.wording
    if found.divergence is None:
        missing = [side for side in (found.presales, found.sales) if side.last is None]
        return w("win.one_side", side=w.join(w.within(side.side) for side in missing))
    key = "win.diverges" if found.diverges else "win.agrees"
    return w(key, n=found.divergence, limit=DIVERGES_FROM, **_last(found.presales, found.sales))


def _last(presales: SideScores, sales: SideScores) -> dict[str, object]:
    return {
        "presales": f"{presales.last.p}%" if presales.last else "—",
        "sales": f"{sales.last.p}%" if sales.last else "—",
    }


def _nearer(subject: Subject, found: WinAssessment) -> str:
    w = subject.wording
    if found.nearer is None:
        return ""
    outcome = w.within(subject.engagement.outcome.status)
    return w(f"win.nearer.{found.nearer}", outcome=outcome, **_last(found.presales, found.sales))
