"""Section 12: what was counted, what was left out and why, and the thresholds. Trust rests on this page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha1

from generator.insights.portfolio.selection import LeftOutReason
from generator.insights.portfolio.windows import Window
from generator.views.digest.subject import DigestSubject

MOST_NOTES, MOST_IDS = 60, 12


@dataclass(frozen=True, slots=True)
class Method:
    """lines are sentences; notes lists the notes used with the first digits of their texts' ids, where they are not
    too many, and set identifies all of them together. For partners no note is named."""

    lines: tuple[str, ...]
    notes: str
    set: str


def build_method(subject: DigestSubject) -> Method:
    return Method(
        lines=tuple(line for line in _lines(subject) if line),
        notes=_notes(subject),
        set=note_set(subject),
    )


def note_set(subject: DigestSubject) -> str:
    """One id for the set of notes used, from their ids and texts: the first 12 digits of a SHA-1."""
    facts = subject.facts
    lines = sorted(f"{note.id} {facts.blobs[note.id]}\n" for note in facts.selection.used)
    return sha1("".join(lines).encode(), usedforsecurity=False).hexdigest()[:12]


def _lines(subject: DigestSubject) -> Iterator[str]:
    w, facts, rules = subject.wording, subject.facts, subject.facts.rules
    withheld = len(facts.selection.withheld_lessons)
    yield w.clauses(
        (
            w("digest.method.notes", read=facts.selection.read, used=len(facts.selection.used)),
            *(_left_out(subject, reason) for reason in LeftOutReason),
            w("digest.method.withheld", n=withheld) if withheld else "",
        )
    )
    yield w("digest.method.dropped", n=facts.dropped) if facts.is_for_partners else ""
    now, window = _period(facts.figures.now), _period(facts.figures.window)
    yield w("digest.method.windows", now=now, window=window, n=rules.window_months)
    yield w("digest.method.unit")
    recurring = rules.recurring
    yield w(
        "digest.method.recurring",
        n=recurring.engagements,
        customers=recurring.customers,
        months=recurring.months,
    )
    yield w("digest.method.decisions")
    yield from _rules_of_scores_and_gaps(subject)
    yield w("digest.method.states")
    yield "" if facts.has_history else w("digest.method.no_history")


def _rules_of_scores_and_gaps(subject: DigestSubject) -> Iterator[str]:
    w, scoring = subject.wording, subject.facts.rules.scoring
    stage = w.within(scoring.stage)
    days, apart = scoring.min_days_before, scoring.pair_within_days
    yield w("digest.method.scores", stage=stage, days=days, apart=apart)
    yield w("digest.method.gaps", **_weights(subject))


def _weights(subject: DigestSubject) -> dict[str, object]:
    weights = subject.facts.rules.gap_weights
    return {"blocker": weights.blocker, "major": weights.major, "minor": weights.minor}


def _left_out(subject: DigestSubject, reason: LeftOutReason) -> str:
    """How many, and which; of restricted notes no more than how many."""
    w, facts = subject.wording, subject.facts
    names = [note.id for note in facts.selection.left_out if note.reason is reason]
    if not names:
        return ""
    head = w("digest.method.left_out", reason=w(f"digest.left_out.{reason}"), n=len(names))
    if facts.is_for_partners or reason is LeftOutReason.RESTRICTED:
        return head
    more = len(names) - MOST_IDS
    rest = w("digest.more_cases", n=more) if more > 0 else ""
    return w.labelled(head, w.join((*names[:MOST_IDS], rest)))


def _period(window: Window) -> str:
    first = window.after.fromordinal(window.after.toordinal() + 1)
    return f"{first} – {window.until}"


def _notes(subject: DigestSubject) -> str:
    facts, w = subject.facts, subject.wording
    used = facts.selection.used
    if facts.is_for_partners or len(used) > MOST_NOTES:
        return ""
    return w.join(w.bracketed(note.id, facts.blobs[note.id][:12]) for note in used)
