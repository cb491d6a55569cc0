"""Every figure over many engagements for one day, each over the notes that its formula asks for (INSIGHTS.md)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from generator.insights.portfolio.actions import Actions, actions, noted_actions
from generator.insights.portfolio.calibration import COMPARED_FROM, Calibration, calibration
from generator.insights.portfolio.custom_work import AvoidableCustom, avoidable_custom
from generator.insights.portfolio.focus import FocusDeal, focus_deals
from generator.insights.portfolio.follow_up import FollowUp, follow_ups
from generator.insights.portfolio.groundwork import (
    NotedClaim,
    NotedCorners,
    NotedValueCase,
    corners_of_open_deals,
    need_depths,
    unsupported_claims,
    value_cases,
)
from generator.insights.portfolio.intelligence import IntelligenceGaps, intelligence_gaps
from generator.insights.portfolio.lessons import TO_CHANGE, TO_KEEP, noted_lessons
from generator.insights.portfolio.meetings import Rhythm, rhythm
from generator.insights.portfolio.objections import ObjectionAnswers, objection_answers
from generator.insights.portfolio.over_promises import OverPromises, over_promises
from generator.insights.portfolio.prerequisites import Prerequisites, noted_requirements, prerequisites
from generator.insights.portfolio.product_gaps import GapRow, GapWeights, gap_rows
from generator.insights.portfolio.promises import Promises, noted_promises, promises
from generator.insights.portfolio.reasons import LossReasons, ResultCell, loss_reasons, result_table
from generator.insights.portfolio.repeats import Repeats, repeats
from generator.insights.portfolio.reuse import Reuse, reuse
from generator.insights.portfolio.risk_map import RiskMap, risk_map
from generator.insights.portfolio.scored_deals import Proofs, noted_scores, scored_deals
from generator.insights.portfolio.shown import shown_to
from generator.insights.portfolio.themes import RecurringRule, ThemeRow, theme_rows
from generator.insights.portfolio.windows import Window, window_to
from generator.insights.portfolio.write_up import WriteUps, write_ups
from generator.insights.win_scores import ScoringRule
from generator.insights.working_days import Calendar
from generator.notes.model import Engagement
from generator.notes.shown import ShownRecord


@dataclass(frozen=True, slots=True)
class FigureRules:
    """What a team settles in presales.yaml. currency is that of deals without one; required_intel holds item keys."""

    currency: str
    required_intel: tuple[str, ...]
    calendar: Calendar = field(default_factory=Calendar)
    window_months: int = 12
    recurring: RecurringRule = field(default_factory=RecurringRule)
    scoring: ScoringRule = field(default_factory=ScoringRule)
    scores_on_trial_until: int = COMPARED_FROM
    require_proof: bool = False
    gap_weights: GapWeights = field(default_factory=GapWeights)


@dataclass(frozen=True, slots=True)
class Recorded:
    """What stands beside the notes: briefs that were recorded, and what history shows of notes and scores."""

    shown: tuple[ShownRecord, ...] = ()
    first_commits: Mapping[str, date | None] = field(default_factory=dict)
    proofs: Proofs = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Figures:
    """now is the month (or other span) that the figures report on, window the longer one for what needs numbers.

    actions_now is over the actions due in now.
    """

    window: Window
    now: Window
    to_change: tuple[ThemeRow, ...]
    to_keep: tuple[ThemeRow, ...]
    repeats: Repeats
    promises: Promises
    over_promises: OverPromises
    risks: RiskMap
    prerequisites: Prerequisites
    calibration: Calibration
    gaps: tuple[GapRow, ...]
    intelligence: IntelligenceGaps
    focus: tuple[FocusDeal, ...]
    actions: Actions
    actions_now: Actions
    reuse: Reuse
    follow_ups: tuple[FollowUp, ...]
    corners: tuple[NotedCorners, ...]
    need_depths: tuple[tuple[int, tuple[str, ...]], ...]
    claims: tuple[NotedClaim, ...]
    rhythm: Rhythm
    objections: tuple[ObjectionAnswers, ...]
    losses: LossReasons
    results: tuple[ResultCell, ...]
    write_ups: WriteUps
    avoidable_custom: tuple[AvoidableCustom, ...]
    value_cases: tuple[NotedValueCase, ...]


def figures(
    engagements: tuple[Engagement, ...],
    now: Window,
    rules: FigureRules,
    recorded: Recorded,
) -> Figures:
    """engagements are as of the last day of `now`."""
    day = now.until
    window = window_to(day, rules.window_months)
    within = tuple(engagement for engagement in engagements if window.holds(engagement.date))
    lessons = noted_lessons(engagements)
    shown = shown_to(engagements, recorded.shown, day)
    came_back = repeats(engagements, lessons, shown, window=window, now=now)
    made = noted_promises(engagements, day, rules.calendar)
    needed = noted_requirements(engagements, day)
    scores = noted_scores(engagements, rules.scoring)
    scored = scored_deals(scores, day, recorded.proofs, require_proof=rules.require_proof)
    agreed = noted_actions(lessons, day)
    return Figures(
        window=window,
        now=now,
        to_change=theme_rows(
            engagements,
            lessons,
            TO_CHANGE,
            window=window,
            now=now,
            rule=rules.recurring,
            repeats=came_back.by_theme(),
        ),
        to_keep=theme_rows(
            engagements, lessons, TO_KEEP, window=window, now=now, rule=rules.recurring, repeats={}
        ),
        repeats=came_back,
        promises=promises(made, window),
        over_promises=over_promises(made, window, rules.currency),
        risks=risk_map(engagements, now.after, rules.currency),
        prerequisites=prerequisites(needed),
        calibration=calibration(scored, on_trial_until=rules.scores_on_trial_until),
        gaps=gap_rows(engagements, rules.currency, rules.gap_weights),
        intelligence=intelligence_gaps(engagements, rules.required_intel, window),
        focus=focus_deals(scores, made, needed, day=day, required_intel=rules.required_intel),
        actions=actions(agreed, window),
        actions_now=actions(agreed, now),
        reuse=reuse(engagements, lessons, shown, window),
        follow_ups=follow_ups(engagements, day),
        corners=corners_of_open_deals(engagements),
        need_depths=need_depths(within),
        claims=unsupported_claims(engagements),
        rhythm=rhythm(engagements, window),
        objections=objection_answers(engagements, window),
        losses=loss_reasons(engagements, window),
        results=result_table(engagements, window),
        write_ups=write_ups(engagements, recorded.first_commits, window),
        avoidable_custom=avoidable_custom(engagements),
        value_cases=value_cases(within),
    )
