"""Options before the command, help, completion, and how a run ends."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from datetime import date, datetime
from pathlib import Path

import click
import pytest

from generator import __version__
from generator.cli import main
from generator.cli.commands import build as build_command
from generator.cli.program import COMMANDS, PROGRAM
from generator.cli.terminal import columns
from generator.cli.values import today
from tests.cli.workspaces import DAY, ID, NOTE, make_workspace, run, run_in, summary

PRESALES = Path(sys.executable).with_name("presales")
ENVIRONMENT = {**os.environ, "LANG": "en_GB.UTF-8", "COLUMNS": "80"}


def presales(*args: str | Path, cwd: Path, **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [PRESALES, *args], cwd=cwd, env=ENVIRONMENT | environment, capture_output=True, check=False
    )


def test_help_speaks_the_language_of_messages(tmp_path: Path) -> None:
    zh = make_workspace(tmp_path / "zh", config="name: 青屿\n")
    en = make_workspace(tmp_path / "en")

    assert run_in(zh, "--help").stdout.startswith("用法：presales [选项] 命令 [参数]...\n")
    assert run_in(en, "--help").stdout.startswith("Usage: presales [OPTIONS] COMMAND [ARGS]...\n")
    assert run_in(en, "--lang", "zh", "build", "-h").stdout.startswith(
        "用法：presales build [选项] [NOTE]...\n"
    )


def test_help_names_every_command_exit_code_and_shell() -> None:
    shown = run("--help").stdout

    assert [line.split()[0] for line in shown.split("Commands:\n")[1].splitlines()[: len(COMMANDS)]] == list(
        COMMANDS
    )
    assert all(f"\n  {word} " in shown for word in ("0", "1", "2", "3", "bash", "zsh", "fish"))


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_help_fits_eighty_columns_and_every_option_is_explained(command: str, language: str) -> None:
    shown = run("--lang", language, *([command] if command else []), "--help", COLUMNS="80").stdout

    assert max(columns(line) for line in shown.splitlines()) <= 80
    assert "None" not in shown


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_an_example_that_its_own_options_allow(name: str) -> None:
    command = PROGRAM.get_command(click.Context(PROGRAM), name)
    examples = getattr(command, "examples", ())

    assert examples
    for example in examples:
        program, called, *args = example.split()
        assert (program, called) == ("presales", name)
        assert command is not None
        command.make_context(name, args)


def test_the_version_is_that_of_the_package() -> None:
    assert run("--version").stdout == f"presales {__version__}\n"


def test_without_a_command_help_is_shown_as_a_usage_error() -> None:
    result = run()

    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith("Usage: presales")


def test_the_workspace_is_the_nearest_one_upward(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = make_workspace(tmp_path)
    monkeypatch.chdir(root / "engagements")

    result = run("build", "--as-of", DAY, "--format", "md", "--document", "retrospective")

    assert result.stderr.splitlines()[-1] == summary(1, 1, 0, 0, 1, 0, 0)
    assert (root / "output" / ID / "retrospective.en.md").is_file()


def complete(words: str) -> list[str]:
    """The lines that zsh gets for a command line whose last word is being typed."""
    last = str(words.count(" "))
    return run(_PRESALES_COMPLETE="zsh_complete", COMP_WORDS=words, COMP_CWORD=last).stdout.splitlines()


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("presales bu", ["plain", "build", "make the documents of notes"]),
        ("presales --no", ["plain", "--no-color", "_"]),
        ("presales check --str", ["plain", "--strict", "_"]),
        ("presales check --format j", ["plain", "json", "_"]),
        ("presales build --lang zh,", ["plain", "zh,en", "_"]),
        (f"presales build {ID[:7]}", ["plain", ID, "_"]),
        ("presales build engagements/2", ["file", "engagements/2", "_"]),
        ("presales check e", ["file", "e", "_"]),
        ("presales schema -o n", ["file", "n", "_"]),
        ("presales -C e", ["dir", "e", "_"]),
    ],
)
def test_the_shell_completes_commands_options_values_ids_and_paths(
    words: str, found: list[str], tmp_path: Path
) -> None:
    make_workspace(tmp_path)

    assert complete(words) == found


def test_no_ids_are_completed_outside_a_workspace() -> None:
    assert complete("presales build 2") == ["file", "2", "_"]


def test_colours_are_for_terminals_and_never_where_unwanted(tmp_path: Path) -> None:
    root = make_workspace(tmp_path, {f"engagements/{ID}.yaml": NOTE.replace("2026-05-20", "x")})

    assert "\x1b[" in run_in(root, "check", color=True).stdout
    assert "\x1b[" not in run_in(root, "check").stdout
    assert "\x1b[" not in run_in(root, "--no-color", "check", color=True).stdout
    assert "\x1b[" not in run_in(root, "check", color=True, NO_COLOR="1").stdout


def test_output_is_utf_8_whatever_the_locale(tmp_path: Path) -> None:
    root = make_workspace(tmp_path, config="language: zh\n")

    shown = presales(
        "--help", cwd=root, LC_ALL="C", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0", PYTHONIOENCODING="ascii"
    )

    assert "用法：presales" in shown.stdout.decode("utf-8")


def test_a_reader_that_leaves_early_is_no_error_message(tmp_path: Path) -> None:
    root = make_workspace(tmp_path)
    reading, writing = os.pipe()
    os.close(reading)

    done = subprocess.run(
        [PRESALES, "schema"], cwd=root, env=ENVIRONMENT, stdout=writing, stderr=subprocess.PIPE, check=False
    )
    os.close(writing)

    assert done.stderr == b""


@pytest.mark.skipif(os.name == "nt", reason="signals of POSIX")
def test_an_interrupted_run_ends_with_130_and_no_traceback(tmp_path: Path) -> None:
    root = make_workspace(
        tmp_path, {f"engagements/{ID}-{n}.yaml": NOTE.replace(ID, f"{ID}-{n}") for n in range(300)}
    )
    run_ = subprocess.Popen(
        [PRESALES, "build", "--as-of", DAY], cwd=root, env=ENVIRONMENT, stderr=subprocess.PIPE
    )
    while not (root / "output").exists() and run_.poll() is None:
        time.sleep(0.01)

    run_.send_signal(signal.SIGINT)
    told = run_.communicate()[1]

    assert run_.returncode == 130
    assert b"Traceback" not in told


def test_an_interrupt_ends_a_run_with_130(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("generator.build.run.render_files", interrupt)

    result = run_in(make_workspace(tmp_path), "build", "--as-of", DAY)

    assert (result.exit_code, result.stderr) == (130, "\n")


def test_the_entry_point_runs_the_command_line_of_the_process(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["presales", "--version"])

    with pytest.raises(SystemExit) as ended:
        main()

    assert (ended.value.code, capsys.readouterr().out) == (0, f"presales {__version__}\n")


def test_a_bug_keeps_its_traceback_and_tells_the_note(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = make_workspace(tmp_path)

    def fail(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("generator.build.run.render_files", fail)

    with pytest.raises(ZeroDivisionError) as caught:
        run_in(root, "build", "--as-of", DAY)

    assert caught.value.__notes__ == [f"while working on engagements/{ID}.yaml"]


def test_today_is_the_day_of_the_clock_here() -> None:
    before = datetime.now().astimezone().date()

    assert before <= today() <= datetime.now().astimezone().date()


def test_the_names_that_help_knows_are_those_of_the_rooms() -> None:
    from generator.build.kinds import KINDS
    from generator.workspace.codes import Format

    assert tuple(kind.name for kind in KINDS) == build_command.DOCUMENTS
    assert tuple(format_.value for format_ in Format) == build_command.FORMATS


def test_a_day_that_is_one_already_stays() -> None:
    from generator.cli.values import Day

    assert Day().convert(date(2026, 5, 20), None, None) == date(2026, 5, 20)
