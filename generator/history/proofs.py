"""Whether win scores were written down before the outcome was (INSIGHTS.md, section 6).

Proof of order is ancestry: the commit that adds the score is a strict ancestor of the commit that adds the outcome.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from generator.errors import Problem
from generator.history.ancestry import Pair, pairs_in_order
from generator.history.blobs import Blobs, is_content
from generator.history.lineage import Lineages
from generator.history.log import Edit, History, composed
from generator.insights.portfolio.scored_deals import Proofs
from generator.insights.win_scores import ScoringRule, win_assessment
from generator.notes.codes import OutcomeStatus, ScoredBy
from generator.notes.model import WinScore
from generator.notes.reader import Note
from generator.source.reading import read_yaml
from generator.source.text import decode_source
from generator.source.tree import Mapping as Keys
from generator.source.tree import Node, Scalar, Sequence
from generator.source.validate import validate

Score = tuple[ScoredBy, int, date]


@dataclass(frozen=True, slots=True)
class _Facts:
    """What one version of a note says; nothing where it cannot be read."""

    scores: frozenset[Score] = frozenset()
    is_closed: bool = False


@dataclass(frozen=True, slots=True)
class _Course:
    """The commits that added a score and those that added a closed outcome.

    is_closing_now: the outcome is not committed yet, so that every commit comes before it.
    """

    adding: tuple[str, ...]
    closing: tuple[str, ...]
    is_closing_now: bool

    def pairs(self) -> frozenset[Pair]:
        return frozenset((first, second) for second in self.closing for first in self.adding)

    def is_proven(self, in_order: frozenset[Pair]) -> bool:
        if self.is_closing_now:
            return bool(self.adding)
        by_closing = (any((first, second) in in_order for first in self.adding) for second in self.closing)
        return bool(self.closing) and all(by_closing)


def proofs(history: History | None, blobs: Blobs, notes: Iterable[Note], rule: ScoringRule) -> Proofs:
    """For the scores of closed deals that the rule counts, by id of the note and side; None is "no history"."""
    counted = tuple(_counted(notes, rule))
    if history is None:
        return {(note.file.stem, score.by): None for note, score in counted}
    reader = _VersionReader(history, blobs)
    courses = {(note.file.stem, score.by): reader.course(note, score) for note, score in counted}
    pairs = frozenset(pair for course in courses.values() for pair in course.pairs())
    in_order = pairs_in_order(history.commits, pairs)
    return {key: course.is_proven(in_order) for key, course in courses.items()}


def _counted(notes: Iterable[Note], rule: ScoringRule) -> Iterator[tuple[Note, WinScore]]:
    for note in notes:
        if note.engagement is not None and note.engagement.outcome.status is not OutcomeStatus.OPEN:
            assessment = win_assessment(note.engagement, rule)
            for side in (assessment.presales, assessment.sales):
                if side.counting is not None:
                    yield note, side.counting


class _VersionReader:
    def __init__(self, history: History, blobs: Blobs) -> None:
        self._head = history.head
        self._lineages = Lineages(history)
        self._blobs = blobs
        self._facts: dict[str, _Facts] = {}

    def course(self, note: Note, score: WinScore) -> _Course:
        key: Score = (score.by, score.p, score.on)
        edits = self._lineages.of(note.file.path)
        head = self._head.get(composed(note.file.path), "")
        return _Course(
            adding=tuple(edit.commit for edit in edits if self._adds_score(edit, key)),
            closing=tuple(edit.commit for edit in edits if self._closes(edit)),
            is_closing_now=not is_content(note.file.data, head) and not self._read(head).is_closed,
        )

    def _adds_score(self, edit: Edit, score: Score) -> bool:
        before = (self._read(blob) for blob in edit.before)
        return score in self._read(edit.blob).scores and not any(score in facts.scores for facts in before)

    def _closes(self, edit: Edit) -> bool:
        before = (self._read(blob) for blob in edit.before)
        return self._read(edit.blob).is_closed and not any(facts.is_closed for facts in before)

    def _read(self, blob: str) -> _Facts:
        if blob not in self._facts:
            data = self._blobs.read(blob) if blob else None
            self._facts[blob] = _facts(data) if data is not None else _Facts()
        return self._facts[blob]


def _facts(data: bytes) -> _Facts:
    """Only the two keys are read: a version counts although something else in it was wrong."""
    source = decode_source("", data)
    root = None if isinstance(source, Problem) else read_yaml(source).root
    if not isinstance(root, Keys):
        return _Facts()
    scores = _value(root, "win_scores")
    outcome = _value(root, "outcome")
    status = _value(outcome, "status") if isinstance(outcome, Keys) else None
    named = OutcomeStatus.named(status.text.strip()) if isinstance(status, Scalar) else None
    items = scores.items if isinstance(scores, Sequence) else ()
    return _Facts(frozenset(_scores(items)), named is not None and named is not OutcomeStatus.OPEN)


def _scores(items: Iterable[Node]) -> Iterator[Score]:
    for item in items:
        if isinstance(item, Keys):
            needed = {name: entry for name, entry in item.entries.items() if name in ("by", "p", "on")}
            score, _ = validate(WinScore, item._replace(entries=needed))
            if score is not None:
                yield score.by, score.p, score.on


def _value(keys: Keys, name: str) -> Node | None:
    entry = keys.entries.get(name)
    return entry.value if entry is not None else None
