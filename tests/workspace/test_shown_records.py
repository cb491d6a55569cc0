from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.errors import Problem, Severity
from generator.notes.shown import ShownRecord
from generator.workspace.places import Workspace, read_workspace
from generator.workspace.shown_records import read_shown_records, record_path, render_record
from tests.builders import day

RECORD = ShownRecord(day("2026-05-20"), "2026-05-a", "青屿", "拿到勘查", ("2026-03-b/L2", "2026-01-c/L1"))
WRITTEN = """\
{
  "customer": "青屿",
  "date": "2026-05-20",
  "goal": "拿到勘查",
  "note": "2026-05-a",
  "schema": 1,
  "shown": [
    "2026-03-b/L2",
    "2026-01-c/L1"
  ]
}
"""


def _workspace(root: Path, **files: str | bytes) -> Workspace:
    (root / "presales.yaml").touch()
    folder = root / "engagements" / ".shown"
    folder.mkdir(parents=True)
    for name, content in files.items():
        data = content if isinstance(content, bytes) else content.encode()
        (folder / f"{name}.json").write_bytes(data)
    return read_workspace(root)


def test_a_record_is_a_key_a_line_sorted_with_unix_line_ends() -> None:
    assert render_record(RECORD) == WRITTEN.encode()


def test_what_is_written_is_read_again_in_the_order_of_the_file_names(tmp_path: Path) -> None:
    second = ShownRecord(day("2026-05-21"), None, "", "g", ())
    workspace = _workspace(tmp_path, b=render_record(second), a=render_record(RECORD))

    assert read_shown_records(workspace) == ((RECORD, second), ())


@given(
    goal=st.text(st.characters(exclude_categories=("C", "Z")), min_size=1).filter(
        lambda text: text.strip() == text
    )
)
def test_a_goal_of_any_characters_comes_back_as_it_was(goal: str, tmp_path_factory: Any) -> None:
    record = ShownRecord(day("2026-05-20"), None, "", goal, ())
    workspace = _workspace(tmp_path_factory.mktemp("w"), a=render_record(record))

    assert read_shown_records(workspace) == ((record,), ())


@pytest.mark.parametrize(
    ("content", "code", "line"),
    [
        (WRITTEN.replace("2026-05-20", "2026-05-32"), "bad_date", 3),
        (WRITTEN.replace('"schema": 1', '"schema": 2'), "unknown_schema", 6),
        (WRITTEN.replace("2026-03-b/L2", "2026-03-b"), "bad_reference", 8),
        (WRITTEN.replace('  "goal": "拿到勘查",\n', ""), "missing_key", 1),
        ("<<<<<<< ours\n{}\n=======\n{}\n>>>>>>> theirs\n", "merge_conflict", 1),
        ("{", None, 1),
        ("", None, 1),
        (b"\xff\xfe\x00", "file_encoding", 1),
        ("[" * 5000, None, 1),
    ],
)
def test_a_bad_record_is_a_warning_at_its_line_and_the_others_count(
    content: str | bytes, code: str | None, line: int, tmp_path: Path
) -> None:
    records, problems = read_shown_records(_workspace(tmp_path, a=content, b=render_record(RECORD)))

    assert records == (RECORD,)
    assert problems
    assert {problem.path for problem in problems} == {"engagements/.shown/a.json"}
    assert {problem.severity for problem in problems} == {Severity.WARNING}
    assert problems[0].line == line
    assert code is None or problems[0].code == code


def test_other_files_and_no_folder_at_all_are_nothing(tmp_path: Path) -> None:
    (tmp_path / "presales.yaml").touch()
    assert read_shown_records(read_workspace(tmp_path)) == ((), ())

    folder = tmp_path / "engagements" / ".shown"
    folder.mkdir(parents=True)
    (folder / ".presales-1-1.tmp").write_text("{")
    (folder / "README.md").write_text("x")
    assert read_shown_records(read_workspace(tmp_path)) == ((), ())


def test_a_file_in_the_place_of_the_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "presales.yaml").touch()
    (tmp_path / "engagements").mkdir()
    (tmp_path / "engagements" / ".shown").write_text("x")
    _, problems = read_shown_records(read_workspace(tmp_path))

    assert [problem.code for problem in problems] == ["unreadable_file"]


def test_nothing_outside_the_workspace_is_read_or_written(tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "a.json").write_text(WRITTEN)
    root = tmp_path / "w"
    (root / "engagements").mkdir(parents=True)
    (root / "presales.yaml").touch()
    (root / "engagements" / ".shown").symlink_to(outside)
    workspace = read_workspace(root)
    records, problems = read_shown_records(workspace)
    path = record_path(workspace, day("2026-05-20"), "a")

    assert (records, [problem.code for problem in problems]) == ((), ["outside_workspace"])
    assert isinstance(path, Problem)
    assert path.code == "outside_workspace"


def test_a_brief_has_a_file_of_its_own(tmp_path: Path) -> None:
    path = record_path(_workspace(tmp_path), day("2026-05-20"), "quay")

    assert path == tmp_path.resolve() / "engagements" / ".shown" / "2026-05-20-quay.json"


def test_the_sample_records_are_those_that_would_be_written() -> None:
    root = Path(__file__).parents[2]
    workspace = read_workspace(root)
    records, problems = read_shown_records(workspace)
    files = sorted((root / "engagements" / ".shown").iterdir())

    assert (len(records), problems) == (3, ())
    assert [path.read_bytes() for path in files] == [render_record(record) for record in records]
    assert [json.loads(path.read_bytes())["date"] for path in files] == [path.name[:10] for path in files]
