from __future__ import annotations

from pathlib import Path

import pytest

from generator.build.checking import Checked, check
from generator.build.report import Counts
from generator.workspace.places import read_workspace
from tests.build.building import DAY, write_file, write_note
from tests.builders import MINIMAL


def checked(root: Path, *paths: str) -> Checked:
    return check(read_workspace(root), DAY, paths, lambda done, of: None)


def codes(found: Checked) -> list[tuple[str, str]]:
    return [(problem.path, problem.code) for problem in found.problems if problem.severity == "error"]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for name in ("2026-01-one", "2026-02-two"):
        write_note(tmp_path, MINIMAL | {"id": name})
    write_file(tmp_path, "engagements/old/2025-01-bad.yaml", "schema: 1\n")
    write_file(tmp_path, "templates/page.html.j2", "{{ page.titel }}")
    return tmp_path


def test_everything_that_a_build_would_find_is_found_and_nothing_is_written(root: Path) -> None:
    found = checked(root)

    assert {path for path, _ in codes(found)} == {
        "engagements/old/2025-01-bad.yaml",
        "templates/page.html.j2",
    }
    assert found.counts == Counts(read=3, used=0, with_problems=3, skipped=0)
    assert not (root / "output").exists()


@pytest.mark.parametrize(
    ("paths", "expected"),
    [
        (("engagements/2026-01-one.yaml",), set()),
        (("engagements/old",), {"engagements/old/2025-01-bad.yaml"}),
        (("engagements",), {"engagements/old/2025-01-bad.yaml"}),
        (("templates",), {"templates/page.html.j2"}),
        ((".",), {"engagements/old/2025-01-bad.yaml", "templates/page.html.j2"}),
        (("engagements/2026-01-one.yaml", "templates/page.html.j2"), {"templates/page.html.j2"}),
        (("engagements/ol",), set()),
    ],
)
def test_only_what_was_asked_about_is_told(root: Path, paths: tuple[str, ...], expected: set[str]) -> None:
    assert {path for path, _ in codes(checked(root, *paths))} == expected


def test_a_workspace_in_order_is_told_so(tmp_path: Path) -> None:
    write_note(tmp_path, MINIMAL)
    found = checked(tmp_path)

    assert (codes(found), found.counts) == ([], Counts(read=1, used=1, with_problems=0, skipped=0))
    assert not (tmp_path / "output").exists()


def test_a_mistake_in_a_format_that_the_workspace_does_not_write_is_found(tmp_path: Path) -> None:
    write_note(tmp_path, MINIMAL)
    write_file(tmp_path, "presales.yaml", "formats: [md]\n")
    write_file(tmp_path, "templates/base.docx", b"no Word")

    assert {path for path, _ in codes(checked(tmp_path))} == {"templates/base.docx"}
