"""Section 5: all open risks on one map, the worst of them by name, and what moved."""

from __future__ import annotations

from dataclasses import dataclass

from generator.figures.risk_map import RiskMap, RiskMapCell
from generator.insights.portfolio.risk_map import SHOWN_IN_A_CELL, Move, NotedRisk, RiskMove
from generator.insights.risks import Rating, colour_of
from generator.states import Light
from generator.views.digest.listing import Listing, listing
from generator.views.digest.rates import amounts_text
from generator.views.digest.subject import DigestSubject
from generator.views.wording import Chip

MOST_RISKS, MOST_MOVES = 4, 5
RISK_MAP = "risk-map"
WORST = frozenset({Light.RED, Light.ORANGE})
RELIEF = frozenset({Move.BETTER, Move.ENDED})


@dataclass(frozen=True, slots=True)
class RiskLine:
    """number is that on the map; action with its owner and its day."""

    number: int
    event: str
    action: str
    level: Chip


@dataclass(frozen=True, slots=True)
class RisksSection:
    """counts: how many of each colour, in words; map is the path of the figure, empty without risks; moves: what became
    of risks since the month before, by kind of move."""

    counts: str
    map: str
    map_alt: str
    worst: Listing[RiskLine]
    moves: tuple[tuple[str, str], ...]
    without_effect: str
    exposure: str


def build_risks(subject: DigestSubject) -> RisksSection:
    w, found = subject.wording, subject.figures.risks
    counts = _counts(subject)
    return RisksSection(
        counts=counts,
        map=subject.charts.get(RISK_MAP, "") if found.cells else "",
        map_alt=w.labelled(w("risk_memo.map_alt"), counts) if found.cells else "",
        worst=listing(w, _numbered(found.open), MOST_RISKS, lambda row: _line(subject, row)),
        moves=tuple((w(f"digest.move.{move}"), _moved(subject, move)) for move in Move),
        without_effect=subject.cases.listed(risk.name for risk in found.without_effect),
        exposure=_exposure(subject),
    )


def risk_map(subject: DigestSubject) -> RiskMap | None:
    """Each cell with the numbers of the risks listed below the map, and how many more stand there."""
    w, found = subject.wording, subject.figures.risks
    if not found.cells:
        return None
    numbers = {risk.name: number for number, risk in _numbered(found.open)[:MOST_RISKS]}
    cells = {cell.rating: tuple(risk.name for risk in cell.risks) for cell in found.cells}
    rows = tuple(
        tuple(_cell(cells, Rating(probability, impact), numbers) for impact in range(1, 6))
        for probability in range(5, 0, -1)
    )
    return RiskMap(rows, w("risks.probability"), w("risks.impact"), w("digest.map_legend"))


def _cell(cells: dict[Rating, tuple[str, ...]], rating: Rating, numbers: dict[str, int]) -> RiskMapCell:
    names = cells.get(rating, ())
    listed = [str(numbers[name]) for name in names if name in numbers][:SHOWN_IN_A_CELL]
    rest = len(names) - len(listed)
    more = (f"+{rest}",) if rest else ()
    return RiskMapCell(light=colour_of(rating), inherent=(*listed, *more), residual=())


def _numbered(risks: tuple[NotedRisk, ...]) -> tuple[tuple[int, NotedRisk], ...]:
    """Those of the two worst colours, numbered from the worst."""
    worst = (risk for risk in risks if risk.state.current_colour in WORST)
    return tuple(enumerate(worst, start=1))


def _counts(subject: DigestSubject) -> str:
    w = subject.wording
    return w.join(
        w("risk_memo.level_count", level=w(f"risks.level.{colour}"), n=count)
        for colour, count in subject.figures.risks.by_colour
    )


def _line(subject: DigestSubject, numbered: tuple[int, NotedRisk]) -> RiskLine:
    (number, risk), w = numbered, subject.wording
    action = risk.state.risk.action
    due = w("common.by_day", day=action.due) if action and action.due else ""
    done = w.within(action.status) if action and action.status else ""
    details = w.aside((action.owner or "", due, done)) if action else ""
    return RiskLine(
        number=number,
        event=w.labelled(subject.cases.of(risk.engagement, risk.state.id), risk.state.risk.event),
        action=w.bracketed(action.what or w("common.not_said"), details) if action else w("digest.no_action"),
        level=Chip(risk.state.current_colour, w(f"risks.level.{risk.state.current_colour}")),
    )


def _moved(subject: DigestSubject, move: Move) -> str:
    """Those that somebody has to look at by their event, the others by name."""
    w = subject.wording
    found = tuple(row for row in subject.figures.risks.moves if row.move is move)
    if move in RELIEF:
        return subject.cases.listed(row.risk.name for row in found)
    told = listing(w, found, MOST_MOVES, lambda row: _told(subject, row))
    return w.clauses((*told.rows, told.more))


def _told(subject: DigestSubject, row: RiskMove) -> str:
    case = subject.cases.of(row.risk.engagement, row.risk.state.id)
    return subject.wording.labelled(case, row.risk.state.risk.event)


def _exposure(subject: DigestSubject) -> str:
    w, found = subject.wording, subject.figures.risks.exposure
    if not found.listed:
        return ""
    return w(
        "digest.exposure",
        amounts=amounts_text(w, found.listed),
        n=sum(amount.n for amount in found.listed),
        unknown=len(found.unknown),
    )
