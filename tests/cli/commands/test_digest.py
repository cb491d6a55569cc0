"""`presales digest` from the outside: files, data, messages, exit codes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import Result

from tests.cli.workspaces import ID, NOTE, add_broken_note, make_workspace, run, run_in, summary

DAY = "2026-06-01"
OTHER = NOTE.replace(ID, "2026-05-quay-bank").replace("Harbour Works", "Quay Bank")


def digest(root: Path, *args: str) -> Result:
    return run_in(root, "digest", *args, "--as-of", DAY)


def names_below(folder: Path) -> list[str]:
    paths = (path for path in folder.rglob("*") if path.is_file() and ".presales" not in path.parts)
    return sorted(path.relative_to(folder).as_posix() for path in paths)


def test_a_month_becomes_a_file_in_the_formats_and_language_of_the_workspace(tmp_path: Path) -> None:
    root = make_workspace(tmp_path)

    result = digest(root, "2026-05")

    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == summary(1, 1, 0, 0, 2, 0, 0) + "\n"
    assert names_below(root / "output") == ["digests/2026-05.en.docx", "digests/2026-05.en.md"]


def test_without_a_month_it_is_the_one_that_runs(tmp_path: Path) -> None:
    root = make_workspace(tmp_path)
    digest(root, "--format", "md")

    text = (root / "output" / "digests" / "2026-06.en.md").read_text("utf-8")
    assert "As of: 2026-06-01" in text


def test_a_second_run_writes_nothing_and_check_agrees(tmp_path: Path) -> None:
    root = make_workspace(tmp_path)
    digest(root, "2026-05")

    assert digest(root, "2026-05").stderr == summary(1, 1, 0, 0, 0, 2, 0) + "\n"
    assert digest(root, "2026-05", "--check").exit_code == 0


def test_check_fails_where_a_note_came_and_writes_nothing(tmp_path: Path) -> None:
    root = make_workspace(tmp_path)
    digest(root, "2026-05", "--format", "md")
    (root / "engagements" / "2026-05-quay-bank.yaml").write_text(OTHER, "utf-8")
    before = (root / "output" / "digests" / "2026-05.en.md").read_bytes()

    assert digest(root, "2026-05", "--format", "md", "--check").exit_code == 1
    assert (root / "output" / "digests" / "2026-05.en.md").read_bytes() == before


def test_a_check_remembers_nothing_either(tmp_path: Path) -> None:
    root = make_workspace(tmp_path)

    assert digest(root, "2026-05", "--check").exit_code == 1
    assert not (root / "output").exists()


def test_a_file_that_somebody_edited_is_kept_and_force_writes_over_it(tmp_path: Path) -> None:
    root = make_workspace(tmp_path)
    digest(root, "2026-05", "--format", "md")
    path = root / "output" / "digests" / "2026-05.en.md"
    path.write_text("mine\n", "utf-8")
    (root / "engagements" / "2026-05-quay-bank.yaml").write_text(OTHER, "utf-8")

    assert digest(root, "2026-05", "--format", "md").exit_code == 3
    assert path.read_text("utf-8") == "mine\n"
    assert digest(root, "2026-05", "--format", "md", "--force").exit_code == 0
    assert path.read_text("utf-8").startswith("# Monthly lessons digest 2026-05")


def test_json_alone_goes_to_standard_output_and_writes_no_file(tmp_path: Path) -> None:
    root = make_workspace(tmp_path)

    result = digest(root, "2026-05", "--format", "json")

    assert json.loads(result.stdout)["month"] == "2026-05"
    assert result.exit_code == 0
    assert not (root / "output").exists() or names_below(root / "output") == []


def test_json_beside_other_formats_is_printed_and_these_are_written(tmp_path: Path) -> None:
    root = make_workspace(tmp_path)

    result = digest(root, "2026-05", "--format", "json,html", "--lang", "zh")

    assert json.loads(result.stdout)["schema"] == 1
    assert names_below(root / "output") == ["digests/2026-05.zh.html"]


def test_days_instead_of_a_month_end_today_at_the_latest(tmp_path: Path) -> None:
    root = make_workspace(tmp_path)
    digest(root, "--since", "2026-05-10", "--until", "2026-07-31", "--format", "md")
    digest(root, "--until", "2026-05-20", "--format", "md")

    assert names_below(root / "output") == [
        "digests/2026-05-01_2026-05-20.en.md",
        "digests/2026-05-10_2026-06-01.en.md",
    ]


def test_the_partners_file_stands_beside_the_companys_and_the_run_tells_what_is_left_out(
    tmp_path: Path,
) -> None:
    root = make_workspace(
        tmp_path, {"engagements/2026-05-quay-bank.yaml": OTHER, f"engagements/{ID}.yaml": NOTE}
    )
    digest(root, "2026-05", "--format", "md")

    result = digest(root, "2026-05", "--format", "md", "--audience", "partner")

    assert names_below(root / "output") == ["digests/2026-05-partner.en.md", "digests/2026-05.en.md"]
    assert "rows that rest on a single customer or may not be told" in result.stderr


def test_a_broken_note_is_told_and_the_digest_is_written_without_it(tmp_path: Path) -> None:
    root = make_workspace(tmp_path)
    add_broken_note(root)

    result = digest(root, "2026-05", "--format", "md")

    assert result.exit_code == 1
    assert result.stderr.splitlines()[-1] == summary(2, 1, 1, 0, 1, 0, 0)
    assert names_below(root / "output") == ["digests/2026-05.en.md"]


def test_broken_settings_give_neither_data_nor_files(tmp_path: Path) -> None:
    root = make_workspace(tmp_path, config="languge: en\n")

    result = digest(root, "2026-05", "--format", "json,md")

    assert (result.exit_code, result.stdout) == (1, "")


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (("2026-07",), "that month has not begun by 2026-06-01"),
        (("2026-13",), "“2026-13” is no month; write 2026-11"),
        (("May",), "“May” is no month"),
        (("2026-05", "--since", "2026-05-01"), "name a month, or --since and --until, not both"),
        (("--since", "2026-06-02"), "2026-06-02 is after 2026-06-01"),
        (("--audience", "partner", "--names"), "leave out --include-restricted and --names"),
        (("--audience", "partner", "--include-restricted"), "leave out --include-restricted and --names"),
        (("--audience", "world"), "there is no “world”"),
    ],
)
def test_wrong_use_is_told(args: tuple[str, ...], words: str, tmp_path: Path) -> None:
    result = digest(make_workspace(tmp_path), *args)

    assert result.exit_code == 2
    assert words in result.stderr


def test_help_is_in_the_language_of_messages() -> None:
    assert "全部记录的月度经验摘要" in run("--lang", "zh", "digest", "--help").stdout
    assert "The monthly lessons digest" in run("--lang", "en", "digest", "--help").stdout


def test_an_output_folder_that_leads_out_is_refused(tmp_path: Path) -> None:
    root = make_workspace(tmp_path / "here")
    (tmp_path / "there").mkdir()
    (root / "output").symlink_to(tmp_path / "there", target_is_directory=True)

    result = digest(root, "2026-05")

    assert result.exit_code == 1
    assert list((tmp_path / "there").iterdir()) == []
