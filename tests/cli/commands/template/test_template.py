"""`presales template` from the outside."""

from __future__ import annotations

import json
from pathlib import Path

import click
import pytest

from generator.build.offers import VIEWS
from generator.cli.commands.template import COMMAND, COMMANDS, fields
from generator.cli.completion import complete_folder, complete_path
from generator.workspace.builtin import builtin_files
from tests.bases.make import path_of
from tests.cli.workspaces import DAY, make_workspace, run, run_in

CORPORATE = path_of("corporate")


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_below_it_has_examples_that_its_own_options_allow(name: str) -> None:
    command = COMMAND.get_command(click.Context(COMMAND), name)
    examples = getattr(command, "examples", ())

    assert examples
    for example in examples:
        program, above, called, *args = example.split()
        assert (program, above, called) == ("presales", "template", name)
        assert command is not None
        command.make_context(name, args)


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("name", COMMANDS)
def test_help_of_commands_below_it_speaks_the_language_of_messages(name: str, language: str) -> None:
    shown = run("--lang", language, "template", name, "--help").stdout

    assert shown.startswith("用法：presales template" if language == "zh" else "Usage: presales template")


def test_without_a_command_it_tells_which_there_are() -> None:
    result = run("template")

    assert (result.exit_code, result.stdout) == (2, "")
    assert all(f"\n  {name} " in result.stderr for name in COMMANDS)


def test_a_slip_in_the_name_is_told_with_the_nearest_one() -> None:
    result = run("template", "lints")

    assert result.exit_code == 2
    assert "error: there is no command lints; did you mean lint?" in result.stderr


def test_the_names_below_it_are_listed_and_completed() -> None:
    ctx = click.Context(COMMAND, obj=None)

    assert COMMAND.list_commands(ctx) == list(COMMANDS)
    assert complete_path(ctx, fields.COMMAND.params[0], "tem")[0].type == "file"
    assert complete_folder(ctx, fields.COMMAND.params[0], "tem")[0].type == "dir"


def test_a_base_outside_a_workspace_is_linted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    result = run("template", "lint", CORPORATE)

    assert result.exit_code == 0
    assert result.stderr == ""
    assert {line.split(": ")[1] for line in result.stdout.splitlines()} == {"hint"}


def test_what_a_base_needs_is_told_where_it_has_an_error(tmp_path: Path) -> None:
    root = make_workspace(tmp_path, {"templates/base.docx": "no Word"})
    result = run_in(root, "template", "lint", "--as-of", DAY)
    quiet = run_in(root, "--quiet", "template", "lint", root / "templates/base.docx")

    assert result.exit_code == quiet.exit_code == 1
    assert result.stdout.startswith("templates/base.docx:1:1: error: this is not a usable Word document")
    assert result.stderr.startswith("What a base document needs:\n- Any .docx saved from Word")
    assert quiet.stderr == ""


def test_problems_are_data_for_programs_and_warnings_count_where_asked(tmp_path: Path) -> None:
    root = make_workspace(tmp_path, {"templates/retrospective.md.j2": "{{ view.titel }}\n"})
    result = run_in(root, "template", "lint", "--as-of", DAY, "--format", "json")

    assert result.exit_code == 1
    assert [problem["code"] for problem in json.loads(result.stdout)] == ["template_name"]


def test_warnings_fail_under_strict_alone(tmp_path: Path) -> None:
    import docx

    path = tmp_path / "plain.docx"
    docx.Document().save(str(path))

    assert [run("template", "lint", path, *more).exit_code for more in ((), ("--strict",))] == [0, 1]


def test_one_template_of_a_workspace_is_linted_by_its_path(tmp_path: Path) -> None:
    files = {"templates/retrospective.md.j2": "{% if %}\n", "templates/base.docx": "no Word"}
    root = make_workspace(tmp_path, files)
    result = run_in(root, "template", "lint", "templates/retrospective.md.j2", "--as-of", DAY)

    assert result.exit_code == 1
    assert (
        next(line.partition(":")[0] for line in result.stdout.splitlines()) == "templates/retrospective.md.j2"
    )
    assert "base.docx" not in result.stdout
    assert run_in(root, "template", "lint", "templates/base.docx").stdout.startswith(
        "templates/base.docx:1:1"
    )


@pytest.mark.parametrize("name", ["none.docx", "none.md.j2"])
def test_a_file_that_is_not_there_is_a_usage_error(tmp_path: Path, name: str) -> None:
    result = run_in(make_workspace(tmp_path), "template", "lint", name)

    assert result.exit_code == 2
    assert f"there is no file or folder {name}" in result.stderr


def test_export_writes_the_built_in_set_into_the_workspace_and_keeps_what_is_there(tmp_path: Path) -> None:
    root = make_workspace(tmp_path, {"templates/labels/en.yaml": "retrospective: {}\n"})
    result = run_in(root, "template", "export")
    written = {
        path.relative_to(root / "templates").as_posix(): path.read_bytes()
        for path in (root / "templates").rglob("*")
        if path.is_file()
    }

    assert result.exit_code == 3
    assert written == builtin_files() | {"labels/en.yaml": b"retrospective: {}\n"}
    assert "labels/en.yaml" in result.stderr


def test_export_goes_where_it_is_told_and_does_nothing_twice(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    codes = [run("template", "export", *more).exit_code for more in (("mine",), ("mine",), ())]

    assert codes == [0, 0, 0]
    assert {path.name for path in tmp_path.iterdir()} == {"mine", "templates"}
    assert (tmp_path / "mine/base.docx").read_bytes() == builtin_files()["base.docx"]


def test_fields_tell_what_a_template_and_a_base_may_use() -> None:
    shown = run("template", "fields", "risk-memo").stdout

    assert shown.startswith("risk-memo.md.j2\n\nview: What the template `risk-memo.md.j2` is handed.")
    assert "\n  risk_map " in shown
    assert "list of RiskRow" in shown
    assert "section(number, text)" in shown
    assert "{{ customer }}" in shown


def test_fields_are_data_for_programs() -> None:
    data = json.loads(run("template", "fields", "--format", "json").stdout)

    assert [document["template"] for document in data["documents"]] == [f"{name}.md.j2" for name in VIEWS]
    assert data["documents"][0]["groups"][0]["fields"][0] == {
        "name": "title",
        "type": {"zh": "文字", "en": "text"},
        "meaning": "",
    }
    assert tuple(VIEWS) == fields.DOCUMENTS
