from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from generator.history import Edit
from tests.history.repositories import LINES, NOTE, commit, git, history, new_repository, note

AWKWARD = (
    "engagements/2026-05-青屿.yaml",
    'engagements/客户 A/2026-05-müller "x".yaml',
    "engagements/2026-05-ſ🚢.yaml",
    "engagements/-2026-05.yaml",
    "engagements/:(exclude)2026.yaml",
)


def test_commits_have_children_before_parents_and_the_day_of_their_author(tmp_path: Path) -> None:
    root = new_repository(tmp_path)
    first = commit(root, {NOTE: note()}, "2026-05-21")
    second = commit(root, {"README.md": "x"}, "2026-05-01")

    found = history(root)

    assert [(name, c.parents, c.day) for name, c in found.commits.items()] == [
        (second, (first,), date(2026, 5, 1)),
        (first, (), date(2026, 5, 21)),
    ]


def test_edits_tell_what_was_added_changed_and_removed_with_the_contents_before(tmp_path: Path) -> None:
    root = new_repository(tmp_path)
    added = commit(root, {NOTE: "one"})
    changed = commit(root, {NOTE: "two"})
    commit(root, {"README.md": "no note"})
    one, two = (git(root, "rev-parse", f"{name}:{NOTE}") for name in (added, changed))
    (root / NOTE).unlink()
    removed = commit(root, {"engagements/other.yaml": "other"})
    other = git(root, "rev-parse", "HEAD:engagements/other.yaml")

    assert history(root).edits == (
        Edit(removed, NOTE, "", (two,)),
        Edit(removed, "engagements/other.yaml", other, ()),
        Edit(changed, NOTE, two, (one,)),
        Edit(added, NOTE, one, ()),
    )


@pytest.mark.parametrize("folder", ["", "公司/售前 workspace"])
def test_paths_of_any_script_are_told_from_the_workspace(tmp_path: Path, folder: str) -> None:
    new_repository(tmp_path)
    root = tmp_path / folder
    commit(tmp_path, {f"{folder}/{path}".lstrip("/"): LINES for path in AWKWARD})
    (root / AWKWARD[0]).rename(root / "engagements/2026-05-新名字.yaml")
    commit(tmp_path, {"engagements.yaml": "beside", "engagements2/x.yaml": "beside"})

    found = history(root)

    assert {edit.path for edit in found.edits[1:]} == set(AWKWARD)
    assert (found.edits[0].path, found.edits[0].renamed_from) == (
        "engagements/2026-05-新名字.yaml",
        AWKWARD[0],
    )
    assert set(found.head) == {*AWKWARD[1:], "engagements/2026-05-新名字.yaml"}


def test_a_merge_is_an_edit_only_where_its_content_is_in_none_of_its_parents(tmp_path: Path) -> None:
    root = new_repository(tmp_path, {NOTE: f"a\n{LINES}z\n", "engagements/b.yaml": LINES})
    git(root, "switch", "--quiet", "--create", "side")
    commit(root, {NOTE: f"a\n{LINES}Z\n", "engagements/b.yaml": "side"})
    side = git(root, "rev-parse", f"HEAD:{NOTE}")
    git(root, "switch", "--quiet", "main")
    commit(root, {NOTE: f"A\n{LINES}z\n"})
    main = git(root, "rev-parse", f"HEAD:{NOTE}")
    git(root, "merge", "--quiet", "--no-edit", "side")
    merge, both = git(root, "rev-parse", "HEAD"), git(root, "rev-parse", f"HEAD:{NOTE}")

    found = history(root)

    assert [edit for edit in found.edits if edit.commit == merge] == [Edit(merge, NOTE, both, (main, side))]
    assert len(found.commits[merge].parents) == 2


def test_links_are_no_notes(tmp_path: Path) -> None:
    root = new_repository(tmp_path, {NOTE: LINES})
    link = git(root, "hash-object", "-w", NOTE)
    git(root, "update-index", "--add", "--cacheinfo", f"120000,{link},engagements/link.yaml")
    git(root, "commit", "--quiet", "--message", "a link")

    assert list(history(root).head) == [NOTE]


def test_a_commit_of_a_day_that_no_calendar_has_is_a_commit_without_a_day(tmp_path: Path) -> None:
    root = new_repository(tmp_path, {NOTE: LINES})
    git(root, "commit", "--quiet", "--amend", "--no-edit", "--date=@253402300800 +0000")

    assert [commit.day for commit in history(root).commits.values()] == [None]
