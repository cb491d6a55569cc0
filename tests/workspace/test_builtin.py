"""Built-in templates are found in the repository and in an installed package."""

from __future__ import annotations

from pathlib import Path

from generator.workspace.builtin import builtin_templates, templates_of


def test_the_built_in_base_document_is_found() -> None:
    assert (builtin_templates() / "base.docx").is_file()


def test_an_installed_package_carries_its_templates(tmp_path: Path) -> None:
    carried = tmp_path / "generator" / "templates"
    carried.mkdir(parents=True)
    (tmp_path / "templates").mkdir()

    assert templates_of(tmp_path / "generator") == carried


def test_in_the_repository_they_lie_beside_the_package(tmp_path: Path) -> None:
    assert templates_of(tmp_path / "generator") == tmp_path / "templates"
