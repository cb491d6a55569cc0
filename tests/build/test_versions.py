from __future__ import annotations

from datetime import date
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from generator.build.versions import NotePair, Side, pair_notes, read_sides
from generator.history import find_repository
from generator.notes.reader import NoteFile, read_note
from generator.workspace.places import read_workspace
from tests.history.repositories import ENVIRONMENT, commit, git, new_repository, note, write

DAY = date(2026, 11, 25)


def side(**texts: str) -> Side:
    """Notes by stem, with `__` for a folder: north__a lies at engagements/north/a.yaml."""
    paths = {f"engagements/{name.replace('__', '/')}.yaml": text for name, text in texts.items()}
    notes = tuple(read_note(NoteFile(path, text.encode()), DAY) for path, text in paths.items())
    return Side("", "", tuple(paths), notes)


def paired(before: Side, after: Side) -> list[tuple[str, str]]:
    def path(pair: NotePair, when: str) -> str:
        found = getattr(pair, when)
        return found.file.path.removeprefix("engagements/").removesuffix(".yaml") if found else ""

    return [(path(pair, "before"), path(pair, "after")) for pair in pair_notes(before, after)]


def test_notes_are_matched_by_path_and_by_id_in_another_folder() -> None:
    before = side(a=note(name="a"), b=note(name="b"), c="broken: [")
    after = side(a=note(name="a", goal="x"), north__b=note(name="b", goal="x"), c=note(name="c"))

    assert paired(before, after) == [("a", "a"), ("b", "north/b"), ("c", "c")]


def test_a_note_under_another_name_is_known_again_by_what_it_holds() -> None:
    before = side(draft=note(name="draft"), gone="other: [")
    after = side(
        final=note(name="final", goal="an order"), new=note(name="new").replace("Harbour Works", "Quay Bank")
    )

    pairs = pair_notes(before, after)

    assert paired(before, after) == [("draft", "final"), ("gone", ""), ("", "new")]
    assert [pair.was for pair in pairs] == ["draft", "", ""]


def test_of_several_that_could_be_it_the_most_alike_is() -> None:
    first, second = note(name="first"), note(name="second", goal="an order", outcome="won")
    before, after = (
        side(first=first, second=second),
        side(x=second.replace("second", "x"), y=first.replace("first", "y")),
    )

    assert paired(before, after) == [("second", "x"), ("first", "y")]


def test_notes_of_one_customer_that_share_little_are_two() -> None:
    long = "".join(f"# an own line {number}\n" for number in range(100))

    assert paired(side(a=note(name="a") + long), side(b=note(name="b"))) == [("a", ""), ("", "b")]


@given(st.lists(st.sampled_from("abcd"), unique=True), st.lists(st.sampled_from("abcdef"), unique=True))
def test_every_note_is_in_one_pair(before: list[str], after: list[str]) -> None:
    old, new = ({name: note(name=name) for name in names} for names in (before, after))

    pairs = paired(side(**old), side(**new))

    assert sorted(name for name, _ in pairs if name) == sorted(before)
    assert sorted(name for _, name in pairs if name) == sorted(after)
    assert [pair for pair in pairs if pair[0] in new and pair[0] != pair[1] and pair[0]] == []


def test_only_what_differs_is_read_and_what_has_no_content_is_told(tmp_path: Path) -> None:
    names = ("same", "edited", "lost", "gone")
    texts = {f"engagements/{name}.yaml": note(name=name) for name in names}
    root = new_repository(
        tmp_path, {"presales.yaml": "language: en\n", **texts, "engagements/lost.yaml": "only here\n"}
    )
    blob = git(root, "rev-parse", "HEAD:engagements/lost.yaml")
    commit(
        root,
        {
            "engagements/edited.yaml": note(name="edited", goal="x"),
            "engagements/lost.yaml": note(name="lost"),
        },
    )
    (root / "engagements/gone.yaml").unlink()
    write(root, "engagements/new.yaml", note(name="new"))
    write(root, "engagements/big.yaml", "#" * (1 << 20) + "\n")
    (root / ".git/objects" / blob[:2] / blob[2:]).unlink()
    repository = find_repository(root, ENVIRONMENT)
    assert repository is not None

    before, after = read_sides(read_workspace(root), repository, ("HEAD~1", ""), DAY)

    assert [note.file.stem for note in before.notes] == ["edited", "gone", "lost"]
    assert [note.file.stem for note in after.notes] == ["edited", "lost", "new", "big"]
    assert [
        problem.code
        for side in (before, after)
        for note in side.notes
        for problem in note.problems
        if note.engagement is None
    ] == [
        "unreadable_file",
        "file_too_large",
    ]
    assert len(after.paths) == 5

    first, second = read_sides(read_workspace(root), repository, ("HEAD~1", "HEAD"), DAY)

    assert [note.file.stem for note in first.notes] == ["edited", "lost"]
    assert [note.file.stem for note in second.notes] == ["edited", "lost"]
