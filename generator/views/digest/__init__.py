"""The monthly lessons digest, section by section (DOCUMENTS.md)."""

from __future__ import annotations

from dataclasses import dataclass

from generator.views.digest.actions import ActionsSection, build_actions
from generator.views.digest.adopt import Practice, build_adopt
from generator.views.digest.decisions import Decision, build_decisions
from generator.views.digest.gaps import GapsSection, build_gaps
from generator.views.digest.intel import IntelSection, build_intel
from generator.views.digest.key_points import KeyPoint, build_key_points
from generator.views.digest.listing import Listing
from generator.views.digest.method import Method, build_method
from generator.views.digest.prerequisites import PrerequisitesSection, build_prerequisites
from generator.views.digest.promises import PromisesSection, build_promises
from generator.views.digest.recurring import Recurring, build_recurring
from generator.views.digest.reuse import ReuseSection, build_reuse
from generator.views.digest.risks import RisksSection, build_risks
from generator.views.digest.subject import DigestSubject
from generator.views.digest.win import WinSection, build_win

__all__ = ["Digest", "build_digest"]


@dataclass(frozen=True, slots=True)
class Digest:
    """What the template `digest.md.j2` is handed.

    is_empty: no note counts at all; is_quiet: none is of the month, so only what is carried over is told.
    """

    title: str
    byline: tuple[str, ...]
    is_empty: bool
    is_quiet: bool
    for_partners: bool
    window_months: int
    recent_months: int
    key_points: tuple[KeyPoint, ...]
    decisions: tuple[Decision, ...]
    adopt: Listing[Practice]
    recurring: Recurring
    promises: PromisesSection
    risks: RisksSection
    prerequisites: PrerequisitesSection
    gaps: GapsSection
    intel: IntelSection
    win: WinSection
    actions: ActionsSection
    reuse: ReuseSection
    method: Method


def build_digest(subject: DigestSubject) -> Digest:
    facts = subject.facts
    return Digest(
        title=digest_title(subject),
        byline=_byline(subject),
        is_empty=not facts.selection.used,
        is_quiet=facts.is_quiet,
        for_partners=facts.is_for_partners,
        window_months=facts.rules.window_months,
        recent_months=facts.rules.recurring.months,
        key_points=build_key_points(subject),
        decisions=build_decisions(subject),
        adopt=build_adopt(subject),
        recurring=build_recurring(subject),
        promises=build_promises(subject),
        risks=build_risks(subject),
        prerequisites=build_prerequisites(subject),
        gaps=build_gaps(subject),
        intel=build_intel(subject),
        win=build_win(subject),
        actions=build_actions(subject),
        reuse=build_reuse(subject),
        method=build_method(subject),
    )


def digest_title(subject: DigestSubject) -> str:
    return subject.wording("digest.title", span=subject.facts.span)


def _byline(subject: DigestSubject) -> tuple[str, ...]:
    w, facts = subject.wording, subject.facts
    parts = (
        subject.company,
        w(f"digest.audience.{facts.audience}"),
        w.labelled(w("byline.as_of"), str(facts.day)),
        w("digest.notes_used", n=len(facts.selection.used)),
    )
    return tuple(part for part in parts if part)
