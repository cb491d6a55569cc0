from __future__ import annotations

from pathlib import Path

from generator.build.bases import base_names, lint_bases
from generator.workspace.builtin import builtin_templates
from generator.workspace.places import Workspace, read_workspace


def workspace(folder: Path) -> Workspace:
    (folder / "presales.yaml").write_text("", "utf-8")
    (folder / "templates").mkdir()
    return read_workspace(folder)


def test_every_base_of_the_workspace_is_looked_through(tmp_path: Path) -> None:
    made = workspace(tmp_path)
    (made.templates / "base.docx").write_bytes((builtin_templates() / "base.docx").read_bytes())
    (made.templates / "base.risk-memo.zh.docx").write_bytes(b"no Word")

    assert [(problem.path, problem.code) for problem in lint_bases(made)] == [
        ("templates/base.risk-memo.zh.docx", "base-not-word")
    ]


def test_a_file_that_was_meant_to_be_one_is_told(tmp_path: Path) -> None:
    made = workspace(tmp_path)
    for name in ("base.retrospectiv.docx", "base.docm", "base.css", "base-qqqqqqqqqqqqqqqqqqqq.doc"):
        (made.templates / name).write_bytes(b"x")
    found = {
        problem.path.rpartition("/")[2]: problem.suggestion and problem.suggestion.en
        for problem in lint_bases(made)
    }

    assert found == {
        "base.retrospectiv.docx": "name it base.retrospective.docx, saved as that format from Word",
        "base.docm": "name it base.docx, saved as that format from Word",
        "base-qqqqqqqqqqqqqqqqqqqq.doc": None,
    }


def test_a_link_out_of_the_workspace_is_told(tmp_path: Path) -> None:
    folder = tmp_path / "work"
    folder.mkdir()
    made = workspace(folder)
    (tmp_path / "base.docx").write_bytes(b"outside")
    (made.templates / "base.docx").symlink_to(tmp_path / "base.docx")

    assert [(problem.path, problem.code) for problem in lint_bases(made)] == [
        ("templates/base.docx", "outside_workspace")
    ]


def test_without_templates_there_is_nothing_to_say(tmp_path: Path) -> None:
    (tmp_path / "presales.yaml").write_text("", "utf-8")

    assert lint_bases(read_workspace(tmp_path)) == ()


def test_a_base_may_be_for_a_document_and_a_language() -> None:
    names = tuple(base_names())

    assert names[:3] == ("base.docx", "base.zh.docx", "base.en.docx")
    assert "base.customer-memo.en.docx" in names
    assert "base.blocks.docx" not in names
