"""What a month's figures ask somebody to decide: a few changes, each with its evidence (DOCUMENTS.md, the digest).

A proposal changes how the team works (a template or a checklist), the price list or the product. The first of each
of the three is asked, then the next best; repeats after a fix come first, then what most engagements speak for.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from generator.insights.portfolio.amounts import AmountSum
from generator.insights.portfolio.figures import Figures
from generator.insights.portfolio.lessons import NotedLesson
from generator.insights.portfolio.product_gaps import GapRow
from generator.insights.portfolio.promises import NotedPromise
from generator.insights.portfolio.references import customers_of
from generator.insights.portfolio.repeats import RepeatedLesson
from generator.insights.portfolio.small_numbers import Rate, rate
from generator.insights.portfolio.themes import RecurringRule, ThemeRow
from generator.notes.codes import ActionStatus
from generator.notes.model import Engagement

MOST_ASKED = 3


class Change(StrEnum):
    """What would be changed."""

    WORKING = "working"
    PRICE_LIST = "price_list"
    PRODUCT = "product"


class Basis(StrEnum):
    """Which figure speaks for it."""

    REPEAT = "repeat"
    CHANNEL = "channel"
    INTEL = "intel"
    THEME = "theme"
    EXTRA_COST = "extra_cost"
    GAP = "gap"


CHANGES = {Basis.EXTRA_COST: Change.PRICE_LIST, Basis.GAP: Change.PRODUCT}
# What two figures would ask for alike is asked once.
TOPICS = {Basis.CHANNEL: "over_promise", Basis.INTEL: "intel_gap", Basis.EXTRA_COST: "extra_cost"}


@dataclass(frozen=True, slots=True)
class Proposal:
    """about is the channel, intelligence item, theme or gap that it is about, empty for extra costs.

    evidence counts engagements, customers those behind its k. lesson is the one whose action did not hold (a repeat)
    or waits for a decision (a theme); gap is the row of a product gap, amounts are unquoted costs.
    """

    basis: Basis
    about: str
    evidence: Rate
    customers: int
    lesson: NotedLesson | None = None
    gap: GapRow | None = None
    amounts: tuple[AmountSum, ...] = ()

    @property
    def change(self) -> Change:
        return CHANGES.get(self.basis, Change.WORKING)

    @property
    def topic(self) -> str:
        return TOPICS.get(self.basis, self.about)


def proposals(
    figures: Figures, engagements: tuple[Engagement, ...], rule: RecurringRule
) -> tuple[Proposal, ...]:
    """All of them, the most urgent first. engagements are those of the figures, as of their day."""
    within = tuple(engagement for engagement in engagements if figures.window.holds(engagement.date))
    by_id = {engagement.id: engagement for engagement in engagements}
    found = (
        *_repeats(figures.repeats.lessons),
        *_channels(figures.over_promises.flagged, len(within)),
        *_unknown_intel(figures, by_id),
        *_themes(figures.to_change),
        *_extra_costs(figures, len(within)),
        *_gaps(figures.gaps, len(engagements)),
    )
    enough = (proposal for proposal in found if _has_evidence(proposal, rule))
    return tuple(sorted(enough, key=_order))


def asked(ranked: tuple[Proposal, ...]) -> tuple[Proposal, ...]:
    """At most three: the first of each change, then the next best about something else; in the order of the rank."""
    first_of = {proposal.change: proposal for proposal in reversed(ranked)}
    chosen = [proposal for proposal in ranked if first_of[proposal.change] is proposal]
    for proposal in ranked:
        if all(proposal.topic != other.topic for other in chosen):
            chosen.append(proposal)
    return tuple(sorted(chosen[:MOST_ASKED], key=ranked.index))


def _has_evidence(proposal: Proposal, rule: RecurringRule) -> bool:
    """A repeat after a fix counts at once, a gap by its customers and its money, all else as recurring themes do."""
    if proposal.basis is Basis.REPEAT:
        return True
    enough = proposal.gap is not None or proposal.evidence.k >= rule.engagements
    return enough and proposal.customers >= rule.customers


def _order(proposal: Proposal) -> tuple[object, ...]:
    return (
        proposal.basis is not Basis.REPEAT,
        -proposal.evidence.k,
        -proposal.customers,
        list(Basis).index(proposal.basis),
        proposal.about,
        proposal.lesson.name if proposal.lesson else "",
        proposal.gap.currency if proposal.gap else "",
    )


def _repeats(rows: Iterable[RepeatedLesson]) -> Iterator[Proposal]:
    for row in rows:
        unanswered = tuple(engagement for engagement in row.repeats if not _was_answered(engagement, row))
        if unanswered:
            yield Proposal(
                basis=Basis.REPEAT,
                about=row.lesson.lesson.theme,
                evidence=row.share or rate((e.id for e in row.repeats), len(row.repeats)),
                customers=customers_of((row.lesson.engagement, *row.repeats)),
                lesson=row.lesson,
            )


def _was_answered(engagement: Engagement, row: RepeatedLesson) -> bool:
    """Whether the note that repeated it has a new action on the same theme, done by now."""
    return any(
        lesson.theme == row.lesson.lesson.theme
        and lesson.action is not None
        and lesson.action.status is ActionStatus.DONE
        for lesson in engagement.lessons
    )


def _channels(flagged: Iterable[NotedPromise], n: int) -> Iterator[Proposal]:
    groups: dict[str, list[Engagement]] = defaultdict(list)
    for promise in flagged:
        if promise.state.commitment.channel is not None:
            groups[promise.state.commitment.channel.value].append(promise.engagement)
    for channel, engagements in groups.items():
        yield Proposal(Basis.CHANNEL, channel, _share(engagements, n), customers_of(tuple(engagements)))


def _share(engagements: Iterable[Engagement], n: int) -> Rate:
    """Distinct engagements of n, which may be fewer where a promise of the window is from an older note."""
    ids = {engagement.id for engagement in engagements}
    return rate(ids, max(n, len(ids)))


def _unknown_intel(figures: Figures, by_id: dict[str, Engagement]) -> Iterator[Proposal]:
    for gap in figures.intelligence.gaps:
        engagements = tuple(by_id[name] for name in gap.unknown.ids)
        yield Proposal(Basis.INTEL, gap.item, gap.unknown, customers_of(engagements))


def _themes(rows: Iterable[ThemeRow]) -> Iterator[Proposal]:
    """Recurring ones, with the newest lesson whose action waits."""
    for row in rows:
        if row.recurring:
            waiting = (noted for noted in row.lessons if _waits(noted))
            yield Proposal(Basis.THEME, row.theme, row.rate, row.customers, next(waiting, None))


def _waits(noted: NotedLesson) -> bool:
    action = noted.lesson.action
    return action is not None and action.what is not None and action.status in {None, ActionStatus.OPEN}


def _extra_costs(figures: Figures, n: int) -> Iterator[Proposal]:
    unquoted = tuple(
        promise.engagement
        for promise in figures.over_promises.flagged
        if promise.state.commitment.extra_cost and not promise.state.commitment.in_quote
    )
    if unquoted:
        yield Proposal(
            Basis.EXTRA_COST,
            "",
            _share(unquoted, n),
            customers_of(unquoted),
            amounts=figures.over_promises.extra_costs,
        )


def _gaps(rows: Iterable[GapRow], n: int) -> Iterator[Proposal]:
    """Those that cost a deal or put one at risk."""
    for row in rows:
        if row.lost or row.at_risk:
            yield Proposal(Basis.GAP, row.gap, rate(row.deals, n), row.customers, gap=row)
