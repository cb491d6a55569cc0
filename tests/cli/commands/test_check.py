"""`presales check` from the outside."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.workspaces import BROKEN_ID, DAY, ID, NOTE, add_broken_note, make_workspace, run_in, summary

SHALLOW = NOTE.replace(", middle: fewer stops", "")


def codes(root: Path, *args: str) -> list[tuple[str, str]]:
    found = json.loads(run_in(root, "check", "--as-of", DAY, "--format", "json", *args).stdout)
    return [(problem["path"], problem["code"]) for problem in found]


def test_a_good_workspace_has_nothing_to_tell(tmp_path: Path) -> None:
    root = make_workspace(tmp_path)

    result = run_in(root, "check", "--as-of", DAY)

    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == summary(1, 1, 0, 0, 0, 0, 0) + "\n"
    assert not (root / "output").exists()


def test_problems_go_to_standard_output_and_the_last_line_to_standard_error(tmp_path: Path) -> None:
    root = make_workspace(tmp_path)
    add_broken_note(root)

    result = run_in(root, "check", "--as-of", DAY)

    assert result.exit_code == 1
    assert result.stdout.startswith(f"engagements/{BROKEN_ID}.yaml:7:7: error: ")
    assert result.stderr == summary(2, 1, 1, 0, 0, 0, 0) + "\n"


def test_json_is_the_only_thing_on_standard_output_also_where_there_is_nothing(tmp_path: Path) -> None:
    root = make_workspace(tmp_path)
    nothing = run_in(root, "check", "--as-of", DAY, "--format", "json").stdout
    add_broken_note(root)

    result = run_in(root, "--lang", "zh", "check", "--as-of", DAY, "--format", "json")

    assert nothing == "[]\n"
    [problem] = json.loads(result.stdout)
    assert (problem["path"], problem["line"], problem["column"]) == (f"engagements/{BROKEN_ID}.yaml", 7, 7)
    assert (problem["key"], problem["severity"]) == ("date", "error")
    assert sorted(problem) == ["code", "column", "key", "line", "message", "path", "severity", "suggestion"]
    assert "2026-05-32" in problem["message"]


def test_github_gets_one_command_a_problem(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = make_workspace(tmp_path / "team")
    add_broken_note(root)
    monkeypatch.chdir(tmp_path)

    [line] = run_in(root, "check", "--as-of", DAY, "--format", "github").stdout.splitlines()

    assert line.startswith(f"::error file=team/engagements/{BROKEN_ID}.yaml,line=7,col=7,title=")


def test_hints_do_not_fail_even_under_strict(tmp_path: Path) -> None:
    root = make_workspace(tmp_path, {f"engagements/{ID}.yaml": SHALLOW})

    result = run_in(root, "check", "--as-of", DAY, "--strict")

    assert result.exit_code == 0
    assert f"engagements/{ID}.yaml:12:5: hint: " in result.stdout


def test_warnings_fail_under_strict_only(tmp_path: Path) -> None:
    root = make_workspace(tmp_path, {f"engagements/{ID}.yaml.txt": "schema: 1\n"})

    assert run_in(root, "check", "--as-of", DAY).exit_code == 0
    assert run_in(root, "check", "--as-of", DAY, "--strict").exit_code == 1


def test_hints_depend_on_the_day(tmp_path: Path) -> None:
    root = make_workspace(tmp_path)

    assert codes(root) == []
    assert codes(root, "--as-of", "2026-06-13") == [(f"engagements/{ID}.yaml", "stale_next_step")]


def test_settings_and_holidays_are_checked(tmp_path: Path) -> None:
    config = "language: en\ncurency: EUR\nworking_days: {holidays: holidays.yaml}\n"
    root = make_workspace(tmp_path, {"holidays.yaml": "off: [2026-13-01]\n"}, config)

    assert codes(root)[0] == ("presales.yaml", "unknown_key")

    (root / "presales.yaml").write_text(config.replace("curency", "currency"), "utf-8")

    assert [path for path, _ in codes(root)] == ["holidays.yaml"]


def test_a_lesson_that_an_earlier_note_has_is_a_hint_at_its_place(tmp_path: Path) -> None:
    later = NOTE.replace(ID, "2026-05-later").replace("date: 2026-05-20", "date: 2026-05-27")
    again = later.replace("ask for the budget first", "first ask for their budget")
    root = make_workspace(tmp_path, {"engagements/2026-05-later.yaml": again})

    result = run_in(root, "check", "--as-of", DAY)

    assert result.exit_code == 0
    assert result.stdout.startswith(
        f"engagements/2026-05-later.yaml:15:45: hint: this lesson is known already as {ID}/L1\n"
    )
    assert "write id: L1 there first" in result.stdout


def test_the_hint_ends_where_the_lesson_is_cited(tmp_path: Path) -> None:
    earlier = NOTE.replace("{kind: improve", "{id: L1, kind: improve")
    later = NOTE.replace(ID, "2026-05-later").replace("date: 2026-05-20", "date: 2026-05-27")
    files = {f"engagements/{ID}.yaml": earlier, "engagements/2026-05-later.yaml": later}
    root = make_workspace(tmp_path, files)
    before = codes(root)
    cited = f"{later}reused_lessons: [{{id: {ID}/L1, effect: helped}}]\n"
    (root / "engagements" / "2026-05-later.yaml").write_text(cited, "utf-8")

    assert before == [("engagements/2026-05-later.yaml", "known_lesson")]
    assert codes(root) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("kind: improve", "share: restricted, kind: improve"),
        ("language: en", "language: en\nconfidentiality: restricted"),
    ],
)
def test_a_restricted_lesson_is_named_to_nobody(old: str, new: str, tmp_path: Path) -> None:
    later = NOTE.replace(ID, "2026-05-later").replace("date: 2026-05-20", "date: 2026-05-27")
    files = {f"engagements/{ID}.yaml": NOTE.replace(old, new), "engagements/2026-05-later.yaml": later}
    root = make_workspace(tmp_path, files)

    assert codes(root) == []


@pytest.mark.parametrize(
    ("name", "text", "line", "code"),
    [
        ("retrospective.md.j2", "# {{ view.title }}\n{% if %}\n", 2, "template_syntax"),
        ("retrospective.md.j2", "# {{ view.title }}\n\n{{ t('common.yess') }}\n", 3, "unknown_label"),
        ("page.html.j2", "<html>\n{{ page.titel }}\n", 2, "template_name"),
        ("retrospektive.md.j2", "# x\n", 1, "unknown_template"),
        ("labels/en.yaml", "common:\n  yess: Y\n", 2, "unknown_label"),
    ],
)
def test_mistakes_in_templates_and_labels_are_found(
    name: str, text: str, line: int, code: str, tmp_path: Path
) -> None:
    root = make_workspace(tmp_path, {f"templates/{name}": text})

    found = json.loads(run_in(root, "check", "--as-of", DAY, "--format", "json").stdout)

    assert [(p["path"], p["line"], p["code"]) for p in found] == [(f"templates/{name}", line, code)]


def test_a_template_is_tried_with_every_note(tmp_path: Path) -> None:
    second = NOTE.replace(ID, "2026-05-second").replace("language: en", "language: en\ntitle: The second")
    second = second.replace("ask for the budget first", "bring a case of their industry")
    template = "# {{ view.title }}\n\n{% if 'second' in view.title %}{{ view.nothing }}{% endif %}\n"
    files = {"engagements/2026-05-second.yaml": second, "templates/retrospective.md.j2": template}
    root = make_workspace(tmp_path, files)

    result = run_in(root, "check", "--as-of", DAY)

    assert result.exit_code == 1
    assert result.stdout.startswith("templates/retrospective.md.j2:3:1: error: ")


def test_a_base_document_that_cannot_serve_is_told(tmp_path: Path) -> None:
    root = make_workspace(tmp_path, {"templates/base.docx": "no package"})

    assert [path for path, _ in codes(root)] == ["templates/base.docx"]


def test_paths_limit_what_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = make_workspace(
        tmp_path, {"templates/retrospektive.md.j2": "# x\n", "engagements/zh/x.yaml": "id: x\n"}
    )
    add_broken_note(root)
    monkeypatch.chdir(root / "engagements")

    assert {path for path, _ in codes(root, "zh")} == {"engagements/zh/x.yaml"}
    assert codes(root, f"{ID}.yaml") == []
    assert {path for path, _ in codes(root, "templates", f"{BROKEN_ID}.yaml")} == {
        "templates/retrospektive.md.j2",
        f"engagements/{BROKEN_ID}.yaml",
    }
    assert len({path for path, _ in codes(root, "..")}) == 3


def test_only_the_notes_asked_for_are_counted(tmp_path: Path) -> None:
    root = make_workspace(tmp_path)
    add_broken_note(root)

    result = run_in(root, "check", f"engagements/{ID}.yaml", "--as-of", DAY)

    assert (result.exit_code, result.stderr) == (0, summary(2, 1, 0, 1, 0, 0, 0) + "\n")


def test_a_path_that_is_not_there_is_a_usage_error(tmp_path: Path) -> None:
    root = make_workspace(tmp_path)

    result = run_in(root, "check", "none.yaml")

    assert (result.exit_code, result.stderr) == (2, "error: there is no file or folder none.yaml\n")


def test_a_note_that_cannot_be_opened_is_counted_with_problems(tmp_path: Path) -> None:
    root = make_workspace(tmp_path, {"engagements/big.yaml": "#" * (2 << 20)})

    result = run_in(root, "check", "--as-of", DAY)

    assert result.exit_code == 1
    assert result.stderr == summary(2, 1, 1, 0, 0, 0, 0) + "\n"
