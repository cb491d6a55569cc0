"""Templates, labels and bases of a workspace are looked through together."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.build.linting import lint_templates
from generator.workspace.builtin import builtin_files
from generator.workspace.places import read_workspace
from tests.build.building import DAY, write_note
from tests.builders import MINIMAL


def linted(root: Path, files: dict[str, bytes], *paths: str) -> list[tuple[str, int, str]]:
    write_note(root, MINIMAL)
    for name, data in files.items():
        path = root / "templates" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    problems = lint_templates(read_workspace(root), DAY, paths)
    return [(problem.path, problem.line, problem.code) for problem in problems]


def test_the_built_in_set_in_a_workspace_is_in_order(tmp_path: Path) -> None:
    assert linted(tmp_path, builtin_files()) == []


@pytest.mark.parametrize("name", ["digest.md.j2", "retrospective.md.j2", "page.html.j2"])
def test_a_template_that_cannot_be_read_is_told_once_whether_notes_need_it_or_not(
    tmp_path: Path, name: str
) -> None:
    assert linted(tmp_path, {name: b"a\n{% if %}\n"}) == [(f"templates/{name}", 2, "template_syntax")]


def test_what_shows_with_a_note_alone_is_told(tmp_path: Path) -> None:
    assert linted(tmp_path, {"retrospective.md.j2": b"# t\n\n{{ view.titel }}\n"}) == [
        ("templates/retrospective.md.j2", 3, "template_name")
    ]


def test_labels_bases_and_names_that_nothing_uses_are_told(tmp_path: Path) -> None:
    files = {
        "labels/en.yaml": b"retrospective: {gaol: Aim}\n",
        "base.docx": b"no Word",
        "retrospektive.md.j2": b"",
    }

    assert [(path, code) for path, _, code in linted(tmp_path, files)] == [
        ("templates/base.docx", "base-not-word"),
        ("templates/labels/en.yaml", "unknown_label"),
        ("templates/retrospektive.md.j2", "unknown_template"),
    ]


def test_paths_limit_what_is_told(tmp_path: Path) -> None:
    files = {"base.docx": b"no Word", "labels/en.yaml": b"retrospective: {gaol: Aim}\n"}

    assert linted(tmp_path, files, "templates/labels") == [("templates/labels/en.yaml", 1, "unknown_label")]


def test_a_template_that_is_no_text_is_told(tmp_path: Path) -> None:
    ((path, _, _), *_) = linted(tmp_path, {"digest.md.j2": b"\xff\xfe\xfa"})

    assert path == "templates/digest.md.j2"
