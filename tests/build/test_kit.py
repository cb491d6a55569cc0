from __future__ import annotations

from pathlib import Path

import pytest

from generator.build.kinds import RETROSPECTIVE, RISK_MEMO
from generator.build.kit import BUILT_IN, load_template, read_kit, unknown_templates
from generator.errors import ProblemsError
from generator.workspace.builtin import builtin_templates
from generator.workspace.places import Workspace, read_workspace
from tests.build.building import build_all, errors_of, words_of_markdown, write_file, write_note
from tests.builders import MINIMAL

ID = str(MINIMAL["id"])
RETRO = f"{ID}/retrospective.zh.md"


def workspace(root: Path) -> Workspace:
    write_note(root, MINIMAL)
    return read_workspace(root)


# ── A team's own ──


def test_a_template_of_the_workspace_replaces_the_built_in_one(tmp_path: Path) -> None:
    write_note(tmp_path, MINIMAL)
    write_file(tmp_path, "templates/retrospective.md.j2", "# {{ view.title }}\n\n{{ t('sections.aims') }}\n")
    _, files = build_all(tmp_path)

    assert files[RETRO].decode() == "# Harbour Works · gateway\n\n目标与结果\n"


def test_a_block_of_the_workspace_is_used_by_built_in_templates(tmp_path: Path) -> None:
    built_in = (builtin_templates() / "blocks.md.j2").read_text(encoding="utf-8")
    write_note(tmp_path, MINIMAL)
    write_file(
        tmp_path,
        "templates/blocks.md.j2",
        built_in.replace("## {{ number }} {{ text }}", "## {{ number }}. {{ text }}"),
    )
    _, files = build_all(tmp_path)

    assert "## 1. 目标与结果\n" in files[RETRO].decode()


def test_a_template_may_use_parts_of_the_teams_own(tmp_path: Path) -> None:
    write_note(tmp_path, MINIMAL)
    write_file(tmp_path, "templates/retrospective.md.j2", "{% include 'team/head.md.j2' %}\n")
    write_file(tmp_path, "templates/team/head.md.j2", "# {{ view.title }}\n")
    report, files = build_all(tmp_path, kinds=(RETROSPECTIVE,))

    assert files[RETRO].decode() == "# Harbour Works · gateway\n"
    assert ("templates/retrospective.md.j2", "template_missing") not in errors_of(report)


def test_a_label_of_the_workspace_replaces_one(tmp_path: Path) -> None:
    write_note(tmp_path, MINIMAL)
    write_file(tmp_path, "templates/labels/zh.yaml", "sections:\n  aims: 目标*与*结果\n")
    _, files = build_all(tmp_path)

    assert "## 1 目标\\*与\\*结果\n" in files[RETRO].decode()
    assert "目标*与*结果" in words_of_markdown(files[RETRO])


# ── What is found wrong ──


@pytest.mark.parametrize(
    "name",
    [
        "templates/retrospective.md.j2",
        "templates/blocks.md.j2",
        "templates/page.html.j2",
        "templates/labels/zh.yaml",
        "templates/base.docx",
        "templates/base.retrospective.zh.docx",
    ],
)
@pytest.mark.parametrize("target", ["outside", "nowhere", "itself"])
def test_a_link_that_leads_out_or_nowhere_is_told_and_nothing_is_made_without_it(
    tmp_path: Path, name: str, target: str
) -> None:
    root = tmp_path / "workspace"
    write_note(root, MINIMAL)
    secret = write_file(tmp_path, "secret", "# secret\n")
    link = root / name
    link.parent.mkdir(parents=True, exist_ok=True)
    link.symlink_to({"outside": secret, "nowhere": root / "nowhere", "itself": link}[target])
    report, files = build_all(root, kinds=(RETROSPECTIVE,))

    code = "outside_workspace" if target == "outside" else "unreadable_file"
    assert [problem for problem in errors_of(report) if problem[0] == name] == [(name, code)]
    assert files == {}


def test_a_folder_of_templates_that_lies_outside_is_told(tmp_path: Path) -> None:
    root = tmp_path / "workspace"
    write_note(root, MINIMAL)
    write_file(tmp_path, "elsewhere/retrospective.md.j2", "# secret\n")
    (root / "templates").symlink_to(tmp_path / "elsewhere")
    report, files = build_all(root, kinds=(RETROSPECTIVE,))

    assert ("templates/retrospective.md.j2", "outside_workspace") in errors_of(report)
    assert files == {}


@pytest.mark.parametrize(
    "name", ["../presales.yaml", "/etc/passwd", "a/../../x", "", "c:\\x", "labels/../../presales.yaml"]
)
def test_no_name_leads_out_of_the_templates(tmp_path: Path, name: str) -> None:
    assert load_template(workspace(tmp_path), name) is None


def test_a_template_in_another_encoding_is_told(tmp_path: Path) -> None:
    write_file(tmp_path, "templates/risk-memo.md.j2", "# 标题\n".encode("gbk"))

    with pytest.raises(ProblemsError) as raised:
        load_template(workspace(tmp_path), "risk-memo.md.j2")
    assert [problem.path for problem in raised.value.problems] == ["templates/risk-memo.md.j2"]


def test_a_file_that_no_document_uses_is_most_often_a_slip(tmp_path: Path) -> None:
    write_file(tmp_path, "templates/retrospektive.md.j2", "x")
    (problem,) = unknown_templates(workspace(tmp_path))

    assert (problem.path, problem.code) == ("templates/retrospektive.md.j2", "unknown_template")
    assert problem.suggestion is not None
    assert "retrospective.md.j2, risk-memo.md.j2" in problem.suggestion.en
    assert "retrospective.md.j2、risk-memo.md.j2" in problem.suggestion.zh


def test_a_base_document_that_cannot_be_read_stops_word_files_of_its_kind_only(tmp_path: Path) -> None:
    write_note(tmp_path, MINIMAL)
    write_file(tmp_path, "templates/base.risk-memo.docx", b"no Word")
    report, files = build_all(tmp_path, kinds=(RETROSPECTIVE, RISK_MEMO))

    assert [path for path, _ in errors_of(report)] == ["templates/base.risk-memo.docx"]
    assert {path.split("/")[1].split(".")[0] for path in files if "/figures/" not in path} == {
        "retrospective"
    }


@pytest.mark.parametrize(
    "name", ["base.retrospective.zh.docx", "base.retrospective.docx", "base.zh.docx", "base.docx"]
)
def test_the_most_specific_base_document_counts(tmp_path: Path, name: str) -> None:
    less = ["base.retrospective.zh.docx", "base.retrospective.docx", "base.zh.docx", "base.docx"]
    for other in less[less.index(name) :]:
        write_file(tmp_path, f"templates/{other}", (builtin_templates() / "base.docx").read_bytes())
    kit, _ = read_kit(workspace(tmp_path))

    assert kit is not None
    assert kit.base("retrospective", "zh") is kit.base("retrospective", "zh")
    assert list(kit.bases) == [name]


def test_the_built_in_base_document_serves_all_and_is_read_once(tmp_path: Path) -> None:
    kit, problems = read_kit(workspace(tmp_path))

    assert kit is not None
    assert kit.base("retrospective", "zh") is kit.base("risk-memo", "en")
    assert (problems, kit.problems) == ((), [])


def test_problems_of_built_in_templates_are_reported_there(tmp_path: Path) -> None:
    kit, _ = read_kit(workspace(tmp_path))

    assert kit is not None
    assert kit.template_name("retrospective.md.j2") == f"{BUILT_IN}/retrospective.md.j2"
    assert kit.template_name("nothing.md.j2") == "nothing.md.j2"
