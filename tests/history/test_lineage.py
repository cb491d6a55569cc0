"""Edits as made by hand: e4 is the newest; a letter is a file."""

from __future__ import annotations

from generator.history.lineage import Lineages
from generator.history.log import Commit, Edit, History


def line(*edits: Edit) -> History:
    """A history of one line of commits, e1 the first; edits in any order."""
    names = [f"e{number}" for number in range(9, 0, -1)]
    commits = {name: Commit(name, (f"e{int(name[1]) - 1}",) if name != "e1" else (), None) for name in names}
    return History(commits, tuple(sorted(edits, key=lambda edit: names.index(edit.commit))), {})


def edit(commit: str, path: str, renamed_from: str = "") -> Edit:
    return Edit(commit, path, f"blob of {commit}", (), renamed_from)


def commits_of(history: History, path: str) -> list[str]:
    return [edit.commit for edit in Lineages(history).of(path)]


def test_a_note_keeps_its_edits_under_each_name_that_it_had() -> None:
    history = line(
        edit("e1", "a"), edit("e2", "b", "a"), edit("e3", "b"), edit("e4", "c", "b"), edit("e5", "c")
    )

    assert commits_of(history, "c") == ["e5", "e4", "e3", "e2", "e1"]


def test_a_name_that_was_given_up_and_taken_again_belongs_to_two_notes() -> None:
    history = line(
        edit("e1", "a"),
        edit("e2", "b", "a"),
        edit("e3", "a"),
        edit("e4", "c", "a"),
        edit("e5", "a"),
        edit("e6", "b"),
    )

    assert commits_of(history, "b") == ["e6", "e2", "e1"]
    assert commits_of(history, "c") == ["e4", "e3"]
    assert commits_of(history, "a") == ["e5"]


def test_a_note_that_was_renamed_and_back_is_one_note() -> None:
    history = line(edit("e1", "a"), edit("e2", "b", "a"), edit("e3", "a", "b"), edit("e4", "a"))

    assert commits_of(history, "a") == ["e4", "e3", "e2", "e1"]


def test_an_edit_on_another_branch_than_the_rename_is_the_notes_too() -> None:
    commits = {
        "merge": Commit("merge", ("edit", "rename"), None),
        "edit": Commit("edit", ("first",), None),
        "rename": Commit("rename", ("first",), None),
        "first": Commit("first", (), None),
    }
    history = History(commits, (edit("edit", "a"), edit("rename", "b", "a"), edit("first", "a")), {})

    assert commits_of(history, "b") == ["edit", "rename", "first"]


def test_two_branches_that_rename_to_and_fro_end() -> None:
    commits = {
        "merge": Commit("merge", ("left", "right"), None),
        "left": Commit("left", ("added",), None),
        "added": Commit("added", ("first",), None),
        "right": Commit("right", ("first",), None),
        "first": Commit("first", (), None),
    }
    edits = (edit("left", "b", "a"), edit("added", "a"), edit("right", "a", "b"), edit("first", "b"))

    assert commits_of(History(commits, edits, {}), "b") == ["left", "added", "right", "first"]


def test_a_path_without_commits_has_no_edits() -> None:
    assert commits_of(line(edit("e1", "a")), "b") == []
