"""`presales export` and `presales status` from the outside."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cli.workspaces import ID, add_broken_note, make_workspace, run_in, summary

DAY = "2026-07-01"


def test_registers_land_below_output_and_a_second_run_changes_nothing(tmp_path: Path) -> None:
    root = make_workspace(tmp_path)
    first = run_in(root, "export", "--as-of", DAY)
    again = run_in(root, "export", "--as-of", DAY)

    assert (first.exit_code, again.exit_code) == (0, 0)
    assert (root / "output" / "registers" / "registers.xlsx").is_file()
    assert again.stderr.splitlines()[-1] == summary(1, 1, 0, 0, 0, 1, 0)


def test_one_csv_a_register(tmp_path: Path) -> None:
    root = make_workspace(tmp_path)
    run_in(root, "export", "--format", "csv", "--register", "risks,lessons", "-o", tmp_path / "lists")

    assert sorted(path.name for path in (tmp_path / "lists").iterdir()) == ["lessons.csv", "risks.csv"]


def test_a_file_that_is_there_is_kept_without_force(tmp_path: Path) -> None:
    root, target = make_workspace(tmp_path), tmp_path / "r.json"
    target.write_text("mine")
    kept = run_in(root, "export", "--format", "json", "-o", target)
    forced = run_in(root, "export", "--format", "json", "-o", target, "--force")

    assert (kept.exit_code, forced.exit_code) == (3, 0)
    assert json.loads(target.read_text("utf-8"))["lessons"][0]["note"] == ID


def test_restricted_notes_only_when_asked(tmp_path: Path) -> None:
    root = make_workspace(tmp_path)
    path = root / "engagements" / f"{ID}.yaml"
    path.write_text(path.read_text() + "confidentiality: restricted\n")
    run_in(root, "export", "--format", "json", "-o", tmp_path / "a.json")
    run_in(root, "export", "--format", "json", "-o", tmp_path / "b.json", "--include-restricted")

    assert json.loads((tmp_path / "a.json").read_text())["lessons"] == []
    assert len(json.loads((tmp_path / "b.json").read_text())["lessons"]) == 1


def test_a_broken_note_is_told_and_the_others_are_exported(tmp_path: Path) -> None:
    root = make_workspace(tmp_path)
    add_broken_note(root)
    result = run_in(root, "export", "--format", "json", "-o", tmp_path / "r.json")

    assert result.exit_code == 1
    assert len(json.loads((tmp_path / "r.json").read_text("utf-8"))["lessons"]) == 1


def test_status_lists_what_needs_somebody_and_is_no_failure(tmp_path: Path) -> None:
    root = make_workspace(tmp_path)
    path = root / "engagements" / f"{ID}.yaml"
    promise = "- {said: an answer, class: uncertain, made_by: Lin, made_on: 2026-05-20}"
    path.write_text(path.read_text().replace("commitments: []", f"commitments:\n  {promise}"))
    text = run_in(root, "status", "--as-of", DAY)
    found = json.loads(run_in(root, "status", "--as-of", DAY, "--format", "json").stdout)

    assert text.exit_code == 0
    assert "41 days late" in text.stdout
    assert found["overdue"] == [
        {"note": ID, "id": "K1", "said": "an answer", "due": "2026-05-21", "days_late": 41}
    ]
    assert found["without_step"] == []
