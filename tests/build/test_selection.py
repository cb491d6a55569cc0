from __future__ import annotations

import pytest

from generator.build.selection import UnknownNoteError, select, unknown_note_message
from generator.errors import Bilingual
from generator.notes.reader import Note, NoteFile

PATHS = (
    "engagements/a/2026-01-alpha.yaml",
    "engagements/b/2026-02-beta.yaml",
    "engagements/2026-03-gamma.yml",
)
NOTES = tuple(Note(NoteFile(path, b""), None, ()) for path in PATHS)
ALPHA, BETA, GAMMA = NOTES


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ((), NOTES),
        (("2026-02-beta",), (BETA,)),
        (("engagements/b/2026-02-beta.yaml",), (BETA,)),
        (("./engagements/b/2026-02-beta.yaml",), (BETA,)),
        (("engagements\\b\\2026-02-beta.yaml",), (BETA,)),
        ((".\\engagements\\2026-03-gamma.yml",), (GAMMA,)),
        (("2026-03-gamma", "2026-01-alpha"), (ALPHA, GAMMA)),
        (("2026-01-alpha", PATHS[0]), (ALPHA,)),
    ],
)
def test_notes_are_asked_for_by_id_or_path_and_come_in_their_order(
    asked: tuple[str, ...], expected: tuple[Note, ...]
) -> None:
    assert select(NOTES, asked) == expected


@pytest.mark.parametrize(
    ("asked", "near"),
    [
        ("2026-02-bta", ("2026-02-beta",)),
        ("2026-02-beta.yaml", ("2026-02-beta",)),
        ("engagements\\b\\2026-02-betta.yaml", ("2026-02-beta",)),
        ("zzz", ()),
    ],
)
def test_an_unknown_note_names_those_like_it(asked: str, near: tuple[str, ...]) -> None:
    with pytest.raises(UnknownNoteError) as raised:
        select(NOTES, ("2026-01-alpha", asked))

    assert (raised.value.name, raised.value.near[:1]) == (asked, near)


@pytest.mark.parametrize(
    ("near", "expected"),
    [
        ((), Bilingual("没有记录 x", "there is no note x")),
        (("y", "z"), Bilingual("没有记录 x；是不是 y、z？", "there is no note x; did you mean y, z?")),
    ],
)
def test_the_message_says_what_was_meant(near: tuple[str, ...], expected: Bilingual) -> None:
    assert unknown_note_message(UnknownNoteError("x", near)) == expected
