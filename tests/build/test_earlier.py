"""The risk memo says what the last change of its note changed."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.build.kinds import RETROSPECTIVE, RISK_MEMO
from generator.build.run import Request
from generator.history import find_repository
from generator.workspace.codes import Format
from tests.build.building import DAY, Memory, build_with
from tests.history.repositories import ENVIRONMENT, ID, NOTE, commit, git, new_repository, note

HEAD = "**Since the last change**: "


def memo(root: Path, *, with_repository: bool = True, kind: str = "risk-memo", lang: str = "en") -> str:
    repository = find_repository(root, ENVIRONMENT) if with_repository else None
    memory = Memory()
    kinds = (RISK_MEMO, RETROSPECTIVE)
    request = Request(DAY, kinds=kinds, formats=(Format.MD,), languages=("en", "zh"), repository=repository)
    report = build_with(root, request, memory)
    assert [problem.message.en for problem in report.problems if problem.severity == "error"] == []
    return memory.files[f"{ID}/{kind}.{lang}.md"].decode()


def workspace(root: Path, *texts: str) -> Path:
    """A repository with a version of the note in each commit."""
    new_repository(root, {"presales.yaml": "language: en\n"})
    for text in texts:
        commit(root, {NOTE: text})
    return root


def line_about_changes(text: str) -> list[str]:
    return [line.removeprefix(HEAD) for line in text.splitlines() if line.startswith(HEAD)]


def test_what_the_last_commit_of_the_note_changed_is_told_in_both_languages(tmp_path: Path) -> None:
    root = workspace(tmp_path, note(), note(("presales", 45, "2026-05-20"), goal="an order"))

    assert line_about_changes(memo(root)) == ["goal rewritten; new score: presales 45 % of 2026-05-20"]
    assert "**自上次修改**：会前目标已改写；新增评分：售前 45%（2026-05-20）" in memo(root, lang="zh")
    assert "rewritten" not in memo(root, kind="retrospective")


def test_committing_what_was_built_before_changes_no_byte(tmp_path: Path) -> None:
    root = workspace(tmp_path, note())
    (root / NOTE).write_text(note(goal="an order"), "utf-8")
    before = memo(root)
    commit(root)
    commit(root, {"README.md": "something else"})

    assert line_about_changes(before) == ["goal rewritten"]
    assert memo(root) == before


def test_a_new_note_and_one_whose_comments_alone_changed_say_nothing(tmp_path: Path) -> None:
    root = workspace(tmp_path, note())

    assert line_about_changes(memo(root)) == []
    commit(root, {NOTE: note() + "# a comment\n"})
    assert line_about_changes(memo(root)) == []


def test_what_is_later_than_the_day_is_no_change(tmp_path: Path) -> None:
    root = workspace(tmp_path, note(), note(("presales", 45, "2026-12-01")))

    assert line_about_changes(memo(root)) == []


def test_a_note_that_was_renamed_tells_only_what_else_changed(tmp_path: Path) -> None:
    root = workspace(tmp_path)
    commit(root, {"engagements/draft.yaml": note(name="draft")})
    git(root, "mv", "engagements/draft.yaml", NOTE)
    commit(root, {NOTE: note(goal="an order")})

    assert line_about_changes(memo(root)) == ["goal rewritten"]


def test_a_version_before_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    root = workspace(tmp_path, note().replace("goal:", "gaol:"), note())

    assert line_about_changes(memo(root)) == ["the version before cannot be read"]


@pytest.mark.parametrize("with_repository", [True, False])
def test_without_history_the_memo_says_so(tmp_path: Path, with_repository: bool) -> None:
    root = new_repository(tmp_path)
    (root / "engagements").mkdir()
    (root / "presales.yaml").touch()
    (root / NOTE).write_text(note(), "utf-8")

    assert line_about_changes(memo(root, with_repository=with_repository)) == ["no history"]
    assert "**自上次修改**：没有 git 历史" in memo(root, with_repository=with_repository, lang="zh")
