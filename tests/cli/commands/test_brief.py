"""`presales brief` from the outside."""

from __future__ import annotations

import json
from pathlib import Path

import click
import pytest

from generator.cli.brief_options import FORMATS, STAGES
from generator.notes.codes import Stage
from generator.workspace.codes import Format
from tests.cli.workspaces import ID, add_broken_note, make_workspace, run_in, summary

DAY = "2026-06-30"
FILE = "2026-07-01-harbour-iot"


def _record(root: Path, name: str = FILE) -> Path:
    return root / "engagements" / ".shown" / f"{name}.json"


def _brief(root: Path, *args: str, goal: str = "a visit") -> Path:
    result = run_in(root, "brief", "--as-of", DAY, "--goal", goal, *args)
    assert result.exit_code == 0
    return root / "output" / "briefs"


def test_a_brief_for_a_note_lands_below_output_and_a_second_run_changes_nothing(tmp_path: Path) -> None:
    root = make_workspace(tmp_path)
    first = run_in(root, "--verbose", "brief", ID, "--goal", "a visit", "--as-of", DAY)
    again = run_in(root, "--verbose", "brief", ID, "--goal", "a visit", "--as-of", DAY)

    assert (first.exit_code, again.exit_code) == (0, 0)
    assert sorted(path.name for path in (root / "output" / "briefs").iterdir()) == [
        f"{FILE}.en.docx",
        f"{FILE}.en.md",
    ]
    assert f"written engagements/.shown/{FILE}.json" in first.stderr
    assert first.stderr.splitlines()[-1] == summary(1, 1, 0, 0, 2, 0, 0)
    assert f"unchanged engagements/.shown/{FILE}.json" in again.stderr
    assert again.stderr.splitlines()[-1] == summary(1, 1, 0, 0, 0, 2, 0)


def test_everything_that_is_typed_reaches_the_brief(tmp_path: Path) -> None:
    root = make_workspace(tmp_path)
    folder = _brief(
        root,
        "--customer", "Quay", "--industry", "banking", "--product", "gateway,mes", "--product", "board",
        "--competitor", "Torn、Oak", "--stage", "投标", "--date", "2026-07-09", "--minutes", "45",
        "--people", "CIO; architect", "--slug", "quay", "--lang", "zh,en", "--format", "md",
        goal="  two\nlines ",
    )  # fmt: skip
    text = (folder / "2026-07-09-quay.en.md").read_text("utf-8")

    assert sorted(path.name for path in folder.iterdir()) == [
        "2026-07-09-quay.en.md",
        "2026-07-09-quay.zh.md",
    ]
    assert "**The result to come home with**: two lines\n" in text
    assert (
        "Meeting: 2026-07-09 (45 minutes) · Industry: banking · Products: gateway, mes, board · Stage: Bid"
        in text
    )
    assert "**Their side**: CIO; architect" in text
    assert "Inferred; Torn, Oak" in text
    assert json.loads(_record(root, "2026-07-09-quay").read_text("utf-8"))["goal"] == "two lines"


def test_a_note_may_be_named_by_its_path(tmp_path: Path) -> None:
    assert (_brief(make_workspace(tmp_path), f"engagements/{ID}.yaml") / f"{FILE}.en.md").is_file()


@pytest.mark.parametrize("option", ["--no-record", "--check"])
def test_nothing_is_recorded_where_nothing_should_be(option: str, tmp_path: Path) -> None:
    root = make_workspace(tmp_path)
    result = run_in(root, "brief", ID, "--goal", "a visit", "--as-of", DAY, option)

    assert result.exit_code == (1 if option == "--check" else 0)
    assert not _record(root).exists()
    assert (root / "output" / "briefs").exists() is (option == "--no-record")


def test_a_check_writes_no_memory_either(tmp_path: Path) -> None:
    root = make_workspace(tmp_path)
    run_in(root, "brief", ID, "--goal", "a visit", "--as-of", DAY, "--check")

    assert not (root / "output").exists()


def test_a_check_passes_when_everything_is_up_to_date(tmp_path: Path) -> None:
    root = make_workspace(tmp_path)
    _brief(root, ID)

    assert run_in(root, "brief", ID, "--goal", "a visit", "--as-of", DAY, "--check").exit_code == 0


def test_a_brief_that_somebody_edited_is_kept_and_replaced_with_force(tmp_path: Path) -> None:
    root = make_workspace(tmp_path)
    path = _brief(root, ID, "--format", "md") / f"{FILE}.en.md"
    path.write_text(path.read_text("utf-8") + "\nmine\n", "utf-8")
    kept = run_in(root, "brief", ID, "--goal", "another", "--as-of", DAY, "--format", "md")
    text = path.read_text("utf-8")
    forced = run_in(root, "brief", ID, "--goal", "another", "--as-of", DAY, "--format", "md", "--force")

    assert (kept.exit_code, forced.exit_code) == (3, 0)
    assert text.endswith("mine\n")
    assert "another" in path.read_text("utf-8")


def test_names_of_customer_staff_only_when_asked(tmp_path: Path) -> None:
    root = make_workspace(tmp_path)
    path = root / "engagements" / f"{ID}.yaml"
    path.write_text(
        path.read_text() + "stakeholders:\n  - {role: CFO, name: Mr Gu, decision_role: economic_buyer}\n"
    )
    without = (_brief(root, ID) / f"{FILE}.en.md").read_text("utf-8")
    named = (_brief(root, ID, "--names") / f"{FILE}.en.md").read_text("utf-8")

    assert ("Mr Gu" in without, "CFO (Mr Gu)" in named) == (False, True)


@pytest.mark.parametrize(
    ("args", "said"),
    [
        ((), "say which meeting: NOTE, or at least one of --customer, --industry, --product, --competitor"),
        (("--stage", "bid"), "say which meeting"),
        ((ID, "--customer", "Quay"), "with NOTE leave out --customer and --industry"),
        ((ID, "--industry", "x"), "with NOTE leave out --customer and --industry"),
        (("2026-05-harbour-io",), f"there is no note 2026-05-harbour-io; did you mean {ID}?"),
        ((ID, "--slug", "a/b"), "“a/b” cannot be part of a file name"),
        ((ID, "--minutes", "0"), "bad value for --minutes: write a whole number from 1 to 1440"),
        ((ID, "--minutes", "1441"), "write a whole number from 1 to 1440"),
        ((ID, "--minutes", "9" * 5000), "write a whole number from 1 to 1440"),
        ((ID, "--minutes", "0000000012"), "write a whole number from 1 to 1440"),
        ((ID, "--minutes", "half"), "write a whole number from 1 to 1440"),
        ((ID, "--stage", "bidd"), "bad value for --stage: there is no “bidd”; did you mean bid?"),
        (("--customer", " "), "bad value for --customer: it is empty"),
        (("--customer", "a\x07b"), "bad value for --customer: it has characters that cannot be printed"),
    ],
)  # fmt: skip
def test_what_makes_no_meeting_is_refused(args: tuple[str, ...], said: str, tmp_path: Path) -> None:
    result = run_in(make_workspace(tmp_path), "brief", "--goal", "a visit", *args)

    assert result.exit_code == 2
    assert said in result.stderr


def test_a_restricted_note_is_prepared_only_when_asked(tmp_path: Path) -> None:
    root = make_workspace(tmp_path)
    path = root / "engagements" / f"{ID}.yaml"
    path.write_text(path.read_text() + "confidentiality: restricted\n")
    refused = run_in(root, "brief", ID, "--goal", "a visit", "--as-of", DAY)
    made = run_in(root, "brief", ID, "--goal", "a visit", "--as-of", DAY, "--include-restricted")

    assert (refused.exit_code, made.exit_code) == (2, 0)
    assert f"{ID} is restricted; add --include-restricted" in refused.stderr


def test_a_broken_note_is_told_and_the_brief_is_made_from_the_others(tmp_path: Path) -> None:
    root = make_workspace(tmp_path)
    add_broken_note(root)
    result = run_in(root, "brief", ID, "--goal", "a visit", "--as-of", DAY)

    assert result.exit_code == 1
    assert "2026-05-32" in result.stderr
    assert (root / "output" / "briefs" / f"{FILE}.en.md").is_file()
    assert _record(root).is_file()


def test_without_a_goal_a_pipe_is_refused(tmp_path: Path) -> None:
    result = run_in(make_workspace(tmp_path), "brief", ID, "--as-of", DAY)

    assert result.exit_code == 2
    assert "--goal is missing: the result that this meeting is for" in result.stderr


def _at_a_terminal(monkeypatch: pytest.MonkeyPatch, answer: str) -> None:
    monkeypatch.setattr("generator.cli.commands.brief.at_a_terminal", lambda: True)
    monkeypatch.setattr(click, "prompt", lambda *_, **__: answer)


def test_at_a_terminal_the_goal_is_asked_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = make_workspace(tmp_path)
    _at_a_terminal(monkeypatch, " a second visit ")
    result = run_in(root, "brief", ID, "--as-of", DAY)

    assert result.exit_code == 0
    assert json.loads(_record(root).read_text("utf-8"))["goal"] == "a second visit"


def test_an_empty_answer_is_no_goal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _at_a_terminal(monkeypatch, "  ")

    assert run_in(make_workspace(tmp_path), "brief", ID, "--as-of", DAY).exit_code == 2


def test_output_that_leads_out_of_the_workspace_is_refused(tmp_path: Path) -> None:
    root = make_workspace(tmp_path / "w")
    (tmp_path / "outside").mkdir()
    (root / "output").symlink_to(tmp_path / "outside")
    result = run_in(root, "brief", ID, "--goal", "a visit", "--as-of", DAY)

    assert result.exit_code == 1
    assert list((tmp_path / "outside").iterdir()) == []
    assert not _record(root).exists()


def test_stages_and_formats_are_those_of_the_codes() -> None:
    assert {stage.value: stage.zh for stage in Stage} == STAGES
    assert tuple(member.value for member in Format) == FORMATS
