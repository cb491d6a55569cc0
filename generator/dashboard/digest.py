"""Facts of a digest -> its data."""

from __future__ import annotations

from generator.dashboard.deals import ActionData, ActionsData, GapData, IntelData, ReuseData
from generator.dashboard.naming import Naming, naming_of
from generator.dashboard.others import others_of
from generator.dashboard.parts import RepeatData, ThemeData
from generator.dashboard.promises import commitments_of, over_promise_of, requirements_of, risks_of
from generator.dashboard.scores import calibration_of, focus_of, items_of
from generator.dashboard.top import VERSION, DigestData, LeftOutData, NotesData
from generator.insights.portfolio.actions import NotedAction
from generator.insights.portfolio.figures import Figures
from generator.insights.portfolio.product_gaps import GapRow
from generator.insights.portfolio.selection import LeftOutReason
from generator.insights.portfolio.themes import ThemeRow
from generator.views.digest.subject import Facts


def digest_data(facts: Facts) -> DigestData:
    names, found = naming_of(facts), facts.figures
    return DigestData(
        schema=VERSION,
        month=facts.span,
        as_of=facts.day,
        audience=facts.audience,
        notes=_notes(facts),
        themes=_themes(names, found),
        repeats=_repeats(names, found),
        commitments=commitments_of(names, found.promises),
        over_promise=over_promise_of(names, found.over_promises),
        risks=risks_of(names, found.risks),
        requirements=requirements_of(names, found.prerequisites),
        calibration=calibration_of(names, found.calibration),
        gaps=tuple(_gap(names, row) for row in found.gaps),
        intel=_intel(names, found),
        focus=tuple(focus_of(names, deal) for deal in found.focus),
        actions=_actions(names, found),
        reuse=_reuse(names, found),
        others=others_of(names, facts),
    )


def _notes(facts: Facts) -> NotesData:
    """Restricted notes are counted one by one and not named; for partners none is."""
    selection = facts.selection
    left_out = (
        LeftOutData(
            None if facts.is_for_partners or note.reason is LeftOutReason.RESTRICTED else note.id,
            note.reason,
        )
        for note in selection.left_out
    )
    return NotesData(selection.read, len(selection.used), tuple(left_out))


def _themes(names: Naming, found: Figures) -> tuple[ThemeData, ...]:
    return (
        *(_theme(names, row, keep=False) for row in found.to_change),
        *(_theme(names, row, keep=True) for row in found.to_keep),
    )


def _theme(names: Naming, row: ThemeRow, *, keep: bool) -> ThemeData:
    return ThemeData(
        theme=row.theme,
        keep=keep,
        engagements=names.rate(row.rate),
        customers=row.customers,
        recent=names.rate(row.recent),
        recurring=row.recurring,
        repeats=row.repeats,
        change_chance=row.change.chance,
        rose=row.change.flagged,
        lessons=names.all(noted.name for noted in row.lessons),
    )


def _repeats(names: Naming, found: Figures) -> tuple[RepeatData, ...]:
    return tuple(
        RepeatData(
            lesson=names.of(row.lesson.name),
            theme=row.lesson.lesson.theme,
            engagements=names.notes(row.repeats),
            share=names.rate(row.share) if row.share is not None else None,
        )
        for row in found.repeats.lessons
    )


def _gap(names: Naming, row: GapRow) -> GapData:
    return GapData(
        gap=row.gap,
        currency=row.currency,
        lost=row.lost,
        at_risk=row.at_risk,
        at_most=row.at_most,
        customers=row.customers,
        deals=names.all(row.deals),
        lost_deals=names.all(row.lost_deals),
        open_deals=names.all(row.open_deals),
        won_anyway=names.all(row.won_anyway),
        without_amount=names.all(row.without_amount),
        newest=row.newest,
    )


def _intel(names: Naming, found: Figures) -> tuple[IntelData, ...]:
    rows = found.intelligence.gaps
    items = items_of(tuple(row.item for row in rows))
    return tuple(IntelData(item, names.rate(row.unknown)) for item, row in zip(items, rows, strict=True))


def _actions(names: Naming, found: Figures) -> ActionsData:
    return ActionsData(
        done_on_time=names.rate(found.actions.done_on_time),
        done_on_time_now=names.rate(found.actions_now.done_on_time),
        open=tuple(_action(names, row) for row in found.actions.open),
        closed=names.all(row.lesson.name for row in found.actions_now.closed),
    )


def _action(names: Naming, row: NotedAction) -> ActionData:
    action = row.action
    return ActionData(
        names.of(row.lesson.name), action.what, action.owner, action.due, row.days_late, row.age
    )


def _reuse(names: Naming, found: Figures) -> ReuseData:
    reuse = found.reuse
    return ReuseData(
        cited=names.rate(reuse.cited),
        helped=names.rate(reuse.helped),
        shown_lessons=names.all(reuse.step("shown")),
        cited_lessons=names.all(reuse.step("cited")),
        helped_lessons=names.all(reuse.step("helped")),
        to_retire=None if reuse.to_retire is None else names.all(noted.name for noted in reuse.to_retire),
        unnoted_briefs=len(reuse.unnoted),
    )
