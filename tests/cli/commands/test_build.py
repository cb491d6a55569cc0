"""`presales build` from the outside: files, messages, exit codes."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import Result

from tests.cli.workspaces import (
    BROKEN_ID,
    DAY,
    ID,
    NOTE,
    add_broken_note,
    make_workspace,
    run,
    run_in,
    summary,
)
from tests.history.repositories import commit, new_repository, write

MARKDOWN = f"{ID}/retrospective.en.md"
WORD = f"{ID}/retrospective.en.docx"

ONE = ("--as-of", DAY, "--document", "retrospective")


def build(root: Path, *args: str | Path) -> Result:
    return run_in(root, "build", *args)


def files_below(folder: Path) -> dict[str, bytes]:
    paths = (path for path in folder.rglob("*") if path.is_file() and ".presales" not in path.parts)
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


def test_a_note_becomes_its_documents_and_the_run_says_so_in_one_line(tmp_path: Path) -> None:
    root = make_workspace(tmp_path)

    result = build(root, *ONE)

    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == summary(1, 1, 0, 0, 2, 0, 0) + "\n"
    assert sorted(files_below(root / "output")) == [WORD, MARKDOWN]


def test_a_second_run_writes_nothing(tmp_path: Path) -> None:
    root = make_workspace(tmp_path)
    build(root, *ONE)
    before = {path: path.stat().st_mtime_ns for path in (root / "output" / ID).iterdir()}

    result = build(root, *ONE)

    assert result.stderr == summary(1, 1, 0, 0, 0, 2, 0) + "\n"
    assert {path: path.stat().st_mtime_ns for path in (root / "output" / ID).iterdir()} == before


def test_a_broken_note_is_told_at_its_place_and_the_good_one_is_built(tmp_path: Path) -> None:
    root = make_workspace(tmp_path)
    add_broken_note(root)

    result = build(root, *ONE)

    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith(f"engagements/{BROKEN_ID}.yaml:7:7: error: ")
    assert "    date: 2026-05-32\n          ^\n" in result.stderr
    assert result.stderr.splitlines()[-1] == summary(2, 1, 1, 0, 2, 0, 0)


def test_problems_are_told_in_the_language_of_messages_and_the_last_line_stays(tmp_path: Path) -> None:
    root = make_workspace(tmp_path)
    add_broken_note(root)

    result = run("--lang", "zh", "-C", root, "build", *ONE)

    assert result.stderr.startswith(f"engagements/{BROKEN_ID}.yaml:7:7: 错误：")
    assert result.stderr.splitlines()[-1] == summary(2, 1, 1, 0, 2, 0, 0)


@pytest.mark.parametrize("name", [ID, f"engagements/{ID}.yaml", f"./engagements/{ID}.yaml"])
def test_only_the_note_that_is_asked_for_is_built_and_judged(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = make_workspace(tmp_path)
    add_broken_note(root)
    monkeypatch.chdir(root)

    result = run("build", name, *ONE)

    assert result.exit_code == 0
    assert result.stderr == summary(2, 1, 0, 1, 2, 0, 0) + "\n"


def test_a_note_is_found_from_the_folder_one_is_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = make_workspace(tmp_path)
    monkeypatch.chdir(root / "engagements")

    assert run("build", f"{ID}.yaml", *ONE).exit_code == 0


@pytest.mark.parametrize("name", ["2026-05-harbor-iot", "engagements/2026-05-harbor-iot.yaml"])
def test_an_unknown_note_is_a_usage_error_with_the_nearest_name(name: str, tmp_path: Path) -> None:
    root = make_workspace(tmp_path)

    result = build(root, name)

    assert result.exit_code == 2
    assert result.stderr == f"error: there is no note {name}; did you mean {ID}?\n"
    assert not (root / "output" / ID).exists()


def test_a_note_outside_the_workspace_is_refused(tmp_path: Path) -> None:
    root = make_workspace(tmp_path / "team")
    other = make_workspace(tmp_path / "other") / "engagements" / f"{ID}.yaml"

    result = build(root, other)

    assert result.exit_code == 2
    assert result.stderr == f"error: {other} is outside the workspace {root}\n"


def test_formats_and_languages_are_lists_and_may_be_repeated(tmp_path: Path) -> None:
    root = make_workspace(tmp_path)

    run_in(
        root,
        "build",
        "--as-of",
        DAY,
        "--format",
        "html,MD",
        "--format",
        "html",
        "--lang",
        "zh，en",
        "--document",
        "retrospective",
    )

    assert sorted(files_below(root / "output")) == [
        f"{ID}/retrospective.{language}.{format_}" for language in ("en", "zh") for format_ in ("html", "md")
    ]


def test_notes_later_than_the_day_are_skipped(tmp_path: Path) -> None:
    root = make_workspace(tmp_path)

    result = build(root, "--as-of", "2026-05-19")

    assert (result.exit_code, result.stderr) == (0, summary(1, 0, 0, 1, 0, 0, 0) + "\n")


def test_an_edited_file_is_kept_and_reported_with_what_differs(tmp_path: Path) -> None:
    root = make_workspace(tmp_path)
    build(root, *ONE)
    edited = root / "output" / MARKDOWN
    edited.write_text(edited.read_text("utf-8") + "\nA word by hand.\n", "utf-8")
    (root / "engagements" / f"{ID}.yaml").write_text(NOTE.replace("was agreed", "was refused"), "utf-8")

    result = build(root, *ONE)

    assert result.exit_code == 3
    assert result.stderr.startswith(
        f"kept output/{MARKDOWN}: edited by hand and kept (1 paragraph added: “A word by hand.”)"
    )
    assert result.stderr.splitlines()[-1] == summary(1, 1, 0, 0, 1, 0, 1)
    assert "A word by hand." in edited.read_text("utf-8")


def test_problems_count_more_than_a_kept_file(tmp_path: Path) -> None:
    root = make_workspace(tmp_path)
    build(root, *ONE)
    (root / "output" / MARKDOWN).write_text("mine", "utf-8")
    add_broken_note(root)

    result = build(root, *ONE)

    assert "\nkept output/" in result.stderr
    assert result.exit_code == 1


def test_with_force_the_edited_file_goes_aside(tmp_path: Path) -> None:
    root = make_workspace(tmp_path)
    build(root, *ONE)
    edited = root / "output" / MARKDOWN
    edited.write_text("mine", "utf-8")

    result = build(root, *ONE, "--force")

    assert result.exit_code == 0
    assert result.stderr.startswith(f"written output/{MARKDOWN}: the edited one is now ")
    assert edited.read_text("utf-8").startswith("# ")
    assert "mine" in [path.read_text("utf-8") for path in edited.parent.glob("*.md")]


def test_check_writes_nothing_and_fails_where_something_is_out_of_date(tmp_path: Path) -> None:
    root = make_workspace(tmp_path)

    result = build(root, *ONE, "--check")

    assert result.exit_code == 1
    assert result.stderr.startswith(f"out of date output/{MARKDOWN}\n")
    assert result.stderr.splitlines()[-1] == summary(1, 1, 0, 0, 0, 0, 0)
    assert not (root / "output").exists()


def test_check_passes_where_all_is_current(tmp_path: Path) -> None:
    root = make_workspace(tmp_path)
    build(root, *ONE)

    result = build(root, *ONE, "--check")

    assert (result.exit_code, result.stderr) == (0, summary(1, 1, 0, 0, 0, 2, 0) + "\n")


def test_quiet_tells_problems_only(tmp_path: Path) -> None:
    root = make_workspace(tmp_path)
    quiet = run_in(root, "--quiet", "build", *ONE)
    add_broken_note(root)
    with_problem = run_in(root, "--quiet", "build", *ONE)

    assert (quiet.exit_code, quiet.stderr) == (0, "")
    assert with_problem.stderr.startswith(f"engagements/{BROKEN_ID}.yaml:7:7: error: ")
    assert "notes:" not in with_problem.stderr


def test_verbose_tells_what_became_of_each_file(tmp_path: Path) -> None:
    root = make_workspace(tmp_path)

    result = run_in(root, "--verbose", "build", *ONE)

    assert result.stderr.splitlines()[:2] == [f"written output/{MARKDOWN}", f"written output/{WORD}"]


def test_hints_are_left_to_check(tmp_path: Path) -> None:
    root = make_workspace(tmp_path, {f"engagements/{ID}.yaml": NOTE.replace(", middle: fewer stops", "")})

    assert "hint" in run_in(root, "check", "--as-of", DAY).stdout
    assert build(root, *ONE).stderr == summary(1, 1, 0, 0, 2, 0, 0) + "\n"


def test_a_mistake_in_the_teams_template_is_told_with_file_and_line(tmp_path: Path) -> None:
    template = "# {{ view.title }}\n\n{{ view.gaol }}\n"
    root = make_workspace(tmp_path, {"templates/retrospective.md.j2": template})

    result = build(root, *ONE)

    assert result.exit_code == 1
    assert result.stderr.startswith("templates/retrospective.md.j2:3:1: error: ")
    assert "    {{ view.gaol }}\n" in result.stderr
    assert result.stderr.splitlines()[-1] == summary(1, 0, 1, 0, 0, 0, 0)


def test_a_folder_of_output_that_leads_out_is_refused(tmp_path: Path) -> None:
    root = make_workspace(tmp_path / "team")
    (tmp_path / "elsewhere").mkdir()
    (root / "output").symlink_to(tmp_path / "elsewhere", target_is_directory=True)

    result = build(root, *ONE)

    assert result.exit_code == 1
    assert result.stderr.startswith("error: ")
    assert list((tmp_path / "elsewhere").iterdir()) == []


def test_bytes_are_the_same_under_other_hash_seeds(tmp_path: Path) -> None:
    program = str(Path(sys.executable).with_name("presales"))
    made = []
    for seed in ("1", "2"):
        root = make_workspace(tmp_path / seed)
        args = (program, "-C", str(root), "build", *ONE, "--format", "md,docx,html", "--lang", "zh,en")
        subprocess.run(args, env={**os.environ, "PYTHONHASHSEED": seed}, check=True, capture_output=True)
        made.append(files_below(root / "output"))

    assert len(made[0]) == 6
    assert made[0] == made[1]


MEMO = ("--as-of", DAY, "--document", "customer-memo", "--format", "md")
RISKS = """\
risks:
  - {event: old controllers stay closed, category: technical_interface, probability: 4, impact: 4, shareable: true,
     customer_text: signals are checked one by one}
  - {event: the budget is cut, category: commercial, probability: 3, impact: 3}
  - {event: nobody answers, category: people, probability: 2, impact: 2}
commitments:
  - {said: a price by Friday, class: uncertain, made_by: Lin, made_on: 2026-05-20}
"""


def sharing(*replaced: tuple[str, str]) -> dict[str, str]:
    text = NOTE.replace("commitments: []\n", RISKS)
    for old, new in replaced:
        text = text.replace(old, new)
    return {f"engagements/{ID}.yaml": text}


def test_what_the_customer_does_not_see_is_told_once_whatever_the_languages(tmp_path: Path) -> None:
    root = make_workspace(tmp_path, sharing())

    result = build(root, *MEMO, "--lang", "zh,en")

    assert result.exit_code == 0
    assert result.stderr.splitlines() == [
        f"{ID}: 2 risks withheld (T2, T3)",
        f"{ID}: 1 commitment withheld (K1)",
        summary(1, 1, 0, 0, 2, 0, 0),
    ]
    memo = (root / "output" / ID / "customer-memo.en.md").read_text("utf-8")
    assert "withheld" not in memo
    assert run_in(root, "--quiet", "build", *MEMO).stderr == ""


def test_a_leak_is_told_at_its_field_with_the_place_in_the_file_and_nothing_is_written(
    tmp_path: Path,
) -> None:
    told = ("signals are checked one by one", "Zhou Qi checks the signals")
    root = make_workspace(tmp_path, sharing(told, ("sales: Zhou", "sales: Zhou Qi")))

    result = build(root, *MEMO)

    assert result.exit_code == 1
    assert result.stderr.startswith(
        f"engagements/{ID}.yaml:6:8: error: internal “Zhou Qi” stands in the customer's file {ID}/customer-memo.en.md"
    )
    assert not (root / "output" / ID).exists()
    assert result.stderr.splitlines()[-1] == summary(1, 0, 1, 0, 0, 0, 0)


def test_since_a_revision_only_changed_notes_are_built_committed_or_not(tmp_path: Path) -> None:
    notes = {f"engagements/{name}.yaml": NOTE.replace(ID, name) for name in ("same", "committed", "dirty")}
    root = new_repository(make_workspace(tmp_path / "root", notes))
    commit(root)
    commit(root, {"engagements/committed.yaml": notes["engagements/committed.yaml"] + "# more\n"})
    write(root, "engagements/dirty.yaml", notes["engagements/dirty.yaml"] + "# more\n")
    write(root, "engagements/new.yaml", NOTE.replace(ID, "new"))

    result = build(root, *ONE, "--format", "md", "--since", "HEAD~1")

    assert result.stderr == summary(5, 3, 0, 2, 3, 0, 0) + "\n"
    assert sorted(path.split("/")[0] for path in files_below(root / "output")) == [
        "committed",
        "dirty",
        "new",
    ]


def test_since_a_revision_that_nobody_knows_is_a_usage_error(tmp_path: Path) -> None:
    root = new_repository(make_workspace(tmp_path))

    unknown, without_git = build(root, "--since", "v9"), run_in(root, "build", "--since", "v9", PATH="")

    assert (unknown.exit_code, without_git.exit_code) == (2, 2)
    assert "git has no revision v9" in unknown.stderr
    assert "there is no history" in without_git.stderr
    assert not (root / "output" / ID).exists()


def test_since_narrows_what_was_asked_for(tmp_path: Path) -> None:
    root = new_repository(make_workspace(tmp_path, {"engagements/new.yaml": NOTE.replace(ID, "new")}))
    commit(root)
    write(root, "engagements/new.yaml", NOTE.replace(ID, "new") + "# more\n")

    result = build(root, *ONE, "--format", "md", "--since", "HEAD", ID)

    assert (result.exit_code, result.stderr) == (0, summary(2, 0, 0, 2, 0, 0, 0) + "\n")


def test_pages_of_contents_need_libreoffice_and_say_so_before_anything_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = make_workspace(tmp_path)
    monkeypatch.setattr("generator.pdf.find_office", lambda environment, root: None)

    result = build(root, *ONE, "--toc-pages")

    assert result.exit_code == 2
    assert "LibreOffice" in result.stderr
    assert not (root / "output" / ID).exists()
