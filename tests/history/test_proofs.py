from __future__ import annotations

from datetime import date
from pathlib import Path

from generator.history import Blobs, proofs, read_history
from generator.insights.win_scores import ScoringRule
from generator.notes.codes import ScoredBy
from generator.notes.reader import NoteFile, read_notes
from tests.history.repositories import ID, NOTE, commit, git, new_repository, note, repository

PRE, SALES = ("presales", 45, "2026-05-20"), ("sales", 80, "2026-05-21")


def proven(root: Path) -> dict[ScoredBy, bool | None]:
    files = tuple(
        NoteFile(path.relative_to(root).as_posix(), path.read_bytes())
        for path in root.glob("engagements/*.yaml")
    )
    notes = read_notes(files, date(2026, 8, 1))
    assert [
        problem.message.en for read in notes for problem in read.problems if problem.severity == "error"
    ] == []
    with Blobs(repository(root)) as blobs:
        found = proofs(read_history(repository(root)), blobs, notes, ScoringRule())
    return {side: value for (name, side), value in found.items() if name == ID}


def test_a_score_committed_before_the_outcome_is_proven_whatever_the_clocks_say(tmp_path: Path) -> None:
    root = new_repository(tmp_path)
    commit(root, {NOTE: note(PRE)}, "2026-09-01")
    commit(root, {NOTE: note(PRE, SALES)}, "2026-08-01")
    commit(root, {NOTE: note(PRE, SALES, outcome="won")}, "2026-07-01")

    assert proven(root) == {ScoredBy.PRESALES: True, ScoredBy.SALES: True}


def test_a_score_that_came_with_the_outcome_or_after_it_is_not(tmp_path: Path) -> None:
    root = new_repository(tmp_path, {NOTE: note()})
    commit(root, {NOTE: note(PRE, outcome="lost")})
    commit(root, {NOTE: note(PRE, SALES, outcome="lost")})

    assert proven(root) == {ScoredBy.PRESALES: False, ScoredBy.SALES: False}


def test_a_score_changed_after_the_outcome_is_not(tmp_path: Path) -> None:
    root = new_repository(tmp_path, {NOTE: note(("presales", 80, "2026-05-20"), SALES)})
    commit(root, {NOTE: note(("presales", 80, "2026-05-20"), SALES, outcome="lost")})
    commit(root, {NOTE: note(PRE, SALES, outcome="lost")})

    assert proven(root) == {ScoredBy.PRESALES: False, ScoredBy.SALES: True}


def test_scores_are_followed_through_a_rename_that_closes_the_deal_too(tmp_path: Path) -> None:
    root = new_repository(tmp_path, {"engagements/draft.yaml": note(PRE, SALES, name="draft")})
    git(root, "mv", "engagements/draft.yaml", NOTE)
    commit(root, {NOTE: note(PRE, SALES, outcome="won")})

    assert proven(root) == {ScoredBy.PRESALES: True, ScoredBy.SALES: True}


def test_a_score_of_one_branch_does_not_come_before_the_outcome_of_another(tmp_path: Path) -> None:
    root = new_repository(tmp_path, {NOTE: note(SALES)})
    git(root, "switch", "--quiet", "--create", "side")
    commit(root, {NOTE: note(PRE, SALES)}, "2026-06-01")
    git(root, "switch", "--quiet", "main")
    commit(root, {NOTE: note(SALES, outcome="won")}, "2026-07-04")
    git(root, "merge", "--quiet", "--no-commit", "--strategy=ours", "side")
    commit(root, {NOTE: note(PRE, SALES, outcome="won")}, "2026-07-05")

    assert proven(root) == {ScoredBy.PRESALES: False, ScoredBy.SALES: True}


def test_a_score_that_a_merge_brought_in_comes_before_an_outcome_after_the_merge(tmp_path: Path) -> None:
    root = new_repository(tmp_path, {NOTE: note(SALES)})
    git(root, "switch", "--quiet", "--create", "side")
    commit(root, {NOTE: note(PRE, SALES)})
    git(root, "switch", "--quiet", "main")
    commit(root, {"README.md": "x"})
    git(root, "merge", "--quiet", "--no-edit", "side")
    commit(root, {NOTE: note(PRE, SALES, outcome="won")})

    assert proven(root) == {ScoredBy.PRESALES: True, ScoredBy.SALES: True}


def test_a_deal_closed_again_is_proven_by_its_first_closing(tmp_path: Path) -> None:
    root = new_repository(tmp_path, {NOTE: note(SALES, outcome="lost")})
    commit(root, {NOTE: note(PRE, SALES)})
    commit(root, {NOTE: note(PRE, SALES, outcome="won")})

    assert proven(root) == {ScoredBy.PRESALES: False, ScoredBy.SALES: False}


def test_an_outcome_that_is_not_committed_yet_comes_after_every_commit(tmp_path: Path) -> None:
    root = new_repository(tmp_path, {NOTE: note(SALES)})
    (root / NOTE).write_text(note(PRE, SALES, outcome="won"), "utf-8")

    assert proven(root) == {ScoredBy.PRESALES: False, ScoredBy.SALES: True}


def test_versions_that_cannot_be_read_are_passed_over(tmp_path: Path) -> None:
    root = new_repository(tmp_path, {NOTE: note(PRE, SALES)})
    commit(root, {NOTE: "<<<<<<< ours\n" + note(PRE, SALES)})
    commit(root, {NOTE: "win_scores: [{by: presales}, x]\noutcome: won\n"})
    commit(root, {NOTE: "win_scores: none\noutcome: {}\n"})
    commit(root, {NOTE: "- a list"})
    commit(root, {NOTE: note(PRE, SALES, outcome="won")})

    assert proven(root) == {ScoredBy.PRESALES: True, ScoredBy.SALES: True}


def test_open_deals_and_scores_that_do_not_count_are_not_asked_about(tmp_path: Path) -> None:
    late = ("sales", 80, "2026-07-01")
    root = new_repository(
        tmp_path, {NOTE: note(PRE, late, outcome="won"), "engagements/open.yaml": note(PRE, name="open")}
    )

    assert proven(root) == {ScoredBy.PRESALES: False}


def test_without_history_the_scores_of_closed_deals_are_neither_proven_nor_not(tmp_path: Path) -> None:
    root = new_repository(tmp_path)
    (root / "engagements").mkdir()
    (root / NOTE).write_text(note(PRE, SALES, outcome="won"), "utf-8")

    assert proven(root) == {ScoredBy.PRESALES: None, ScoredBy.SALES: None}
