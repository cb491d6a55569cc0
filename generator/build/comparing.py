"""The difference between two revisions of a workspace's notes, as text, Markdown or Word."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from difflib import get_close_matches
from functools import partial
from pathlib import PurePosixPath

from generator.build.kit import Kit
from generator.build.rendering import Paper, render_files
from generator.build.report import Counts, in_reading_order
from generator.build.selection import UnknownNoteError
from generator.build.subjects import Rules, rules_of
from generator.build.versions import NotePair, Side, pair_notes, read_sides
from generator.errors import Language, Problem, Severity
from generator.history import Repository
from generator.insights.as_of import engagement_as_of
from generator.insights.changes import changes
from generator.notes.codes import Confidentiality
from generator.notes.model import Engagement
from generator.notes.reader import Note
from generator.views.changes import changes_in_words
from generator.views.difference import ChangedNote, Difference, build_difference, render_text
from generator.views.titles import headline
from generator.views.wording import Wording
from generator.workspace.codes import Format
from generator.workspace.places import Workspace

_DIGITS = 12


@dataclass(frozen=True, slots=True)
class Comparison:
    """The notes that differ, as of a day. problems keep notes from being compared; a revision stands before their
    paths, as git writes it."""

    before: Side
    after: Side
    pairs: tuple[NotePair, ...]
    day: date
    counts: Counts
    problems: tuple[Problem, ...]


def compare(
    workspace: Workspace,
    repository: Repository,
    names: tuple[str, str],
    asked: tuple[str, ...],
    day: date,
) -> Comparison:
    """names are of two revisions, the second empty for the workspace; asked are ids or paths, none for all notes.

    Raises UnknownRevisionError and UnknownNoteError.
    """
    before, after = read_sides(workspace, repository, names, day)
    wanted = _wanted((*before.paths, *after.paths), asked)
    different = pair_notes(before, after)
    pairs = tuple(pair for pair in different if not wanted.isdisjoint(_paths(pair)))
    problems = [
        replace(problem, path=f"{side.name}:{problem.path}" if side.name else problem.path)
        for pair in pairs
        for side, note in _sides(before, after, pair)
        for problem in note.problems
        if problem.severity is Severity.ERROR
    ]
    read = len(after.paths) + sum(pair.after is None for pair in different)
    used = sum(map(_is_readable, pairs))
    counts = Counts(read, used, len(pairs) - used, read - len(pairs))
    return Comparison(before, after, pairs, day, counts, in_reading_order(problems))


def _wanted(paths: tuple[str, ...], asked: tuple[str, ...]) -> frozenset[str]:
    """The paths that were asked for by id or path."""
    if not asked:
        return frozenset(paths)
    wanted: set[str] = set()
    for name in asked:
        path = PurePosixPath(name.replace("\\", "/")).as_posix()
        found = {known for known in paths if path in (known, PurePosixPath(known).stem)}
        if not found:
            stems = sorted({PurePosixPath(known).stem for known in paths})
            raise UnknownNoteError(name, tuple(get_close_matches(PurePosixPath(path).stem, stems, 3, 0.5)))
        wanted |= found
    return frozenset(wanted)


def _paths(pair: NotePair) -> set[str]:
    return {note.file.path for note in (pair.before, pair.after) if note is not None}


def _sides(before: Side, after: Side, pair: NotePair) -> Iterator[tuple[Side, Note]]:
    for side, note in ((before, pair.before), (after, pair.after)):
        if note is not None:
            yield side, note


def _is_readable(pair: NotePair) -> bool:
    return all(note is None or note.engagement is not None for note in (pair.before, pair.after))


def difference_text(
    comparison: Comparison, workspace: Workspace, kit: Kit, language: Language, *, show_names: bool
) -> str:
    """For a terminal."""
    wording = Wording(kit.labels[language], workspace.config.all_themes())
    return render_text(_difference(comparison, rules_of(workspace), wording, show_names=show_names), wording)


def render_difference(
    comparison: Comparison,
    workspace: Workspace,
    kit: Kit,
    language: Language,
    wanted: Format,
    *,
    show_names: bool,
) -> bytes:
    """As a document. Raises ProblemsError for mistakes of the template or the base document."""
    rules = rules_of(workspace)
    w = Wording(kit.labels[language], rules.themes)
    view = _difference(comparison, rules, w, show_names=show_names)
    paper = Paper(
        name="diff",
        view=view,
        labels=w.labels,
        stem="diff",
        title=view.title,
        label=w("document.restricted" if _is_restricted(comparison) else "document.internal"),
        source=w("document.generated_from", notes=_source(comparison, w), day=comparison.day),
        day=comparison.day,
        company=rules.company,
    )
    return render_files(kit, paper, (wanted,))[0].data


def _source(comparison: Comparison, w: Wording) -> str:
    sides = (comparison.before, comparison.after)
    return " → ".join(w.bracketed(s.name or w("changes.working_copy"), s.commit[:_DIGITS]) for s in sides)


def _is_restricted(comparison: Comparison) -> bool:
    notes = (note for pair in comparison.pairs for note in (pair.before, pair.after) if note is not None)
    engagements = (note.engagement for note in notes if note.engagement is not None)
    return any(engagement.confidentiality is Confidentiality.RESTRICTED for engagement in engagements)


def _difference(comparison: Comparison, rules: Rules, wording: Wording, *, show_names: bool) -> Difference:
    readable = (pair for pair in comparison.pairs if _is_readable(pair))
    changed = (_changed(pair, comparison.day, rules, wording, show_names=show_names) for pair in readable)
    unreadable = tuple(
        (note.file.stem, side.name)
        for pair in comparison.pairs
        for side, note in _sides(comparison.before, comparison.after, pair)
        if note.engagement is None
    )
    return build_difference(
        comparison.before.name,
        comparison.after.name,
        tuple(note for note in changed if note is not None),
        unreadable,
        wording,
    )


def _changed(pair: NotePair, day: date, rules: Rules, w: Wording, *, show_names: bool) -> ChangedNote | None:
    """None where nothing that a reader would call a change is left, as of the day."""
    before, after = (_as_of(note, day) for note in (pair.before, pair.after))
    shown = after or before
    if shown is None:
        return None
    currency = (shown.deal.currency if shown.deal else None) or rules.currency
    found = changes(before, after, day, rules.calendar)
    words = changes_in_words(found, w, partial(w.money, currency=currency), show_names=show_names)
    was = pair.was if before and after else ""
    return ChangedNote(shown.id, headline(shown, w), was, words) if words or was else None


def _as_of(note: Note | None, day: date) -> Engagement | None:
    return engagement_as_of(note.engagement, day) if note and note.engagement else None
