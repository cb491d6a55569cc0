"""What changed in the notes of a workspace between two revisions."""

from __future__ import annotations

from dataclasses import dataclass

from generator.views.wording import Wording


@dataclass(frozen=True, slots=True)
class ChangedNote:
    """was is the id that the note had before, empty unless it was renamed. changes are worded."""

    id: str
    title: str
    was: str
    changes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """What the template `diff.md.j2` is handed. not_compared: notes that cannot be read, and where not."""

    title: str
    span: str
    notes: tuple[ChangedNote, ...]
    not_compared: tuple[str, ...]


def build_difference(
    before: str,
    after: str,
    notes: tuple[ChangedNote, ...],
    unreadable: tuple[tuple[str, str], ...],
    wording: Wording,
) -> Difference:
    """before and after name the revisions, after is empty for the workspace; unreadable are pairs of id and revision."""
    w = wording
    workspace = w("changes.working_copy")
    return Difference(
        title=w("document.diff"),
        span=w("changes.head", before=before, after=after or workspace),
        notes=tuple(_headed(note, w) for note in notes),
        not_compared=tuple(
            w.labelled(name, w("changes.not_read_in", revision=revision or workspace))
            for name, revision in unreadable
        ),
    )


def _headed(note: ChangedNote, w: Wording) -> ChangedNote:
    """The old name as the first change, and a word where nothing else changed."""
    if not note.was:
        return note
    renamed = w("changes.renamed", name=note.was)
    return ChangedNote(
        note.id, note.title, note.was, (renamed, *(note.changes or (w("changes.only_renamed"),)))
    )


def render_text(difference: Difference, wording: Wording) -> str:
    """For a terminal: a line for each note, its changes below it."""
    lines = [difference.span]
    for note in difference.notes:
        lines += ["", wording.bracketed(note.id, note.title), *(f"  {change}" for change in note.changes)]
    if not difference.notes:
        lines.append(wording("changes.none"))
    if difference.not_compared:
        lines += ["", wording("changes.not_compared"), *(f"  {line}" for line in difference.not_compared)]
    return "\n".join(lines)
