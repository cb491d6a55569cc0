"""Usage errors in both languages."""

from __future__ import annotations

from pathlib import Path

import click
import pytest

from generator.cli.refusals import RefusedError, did_you_mean, words_of
from generator.errors import Bilingual
from tests.cli.workspaces import make_workspace, run, run_in


@pytest.mark.parametrize(
    ("args", "zh", "en"),
    [
        (["biuld"], "没有命令 biuld；是不是 build？", "there is no command biuld; did you mean build?"),
        (["zzz"], "没有命令 zzz", "there is no command zzz"),
        (["build", "--fromat", "md"], "没有选项 --fromat；是不是 --format？", "there is no option --fromat; did you mean --format?"),
        (["build", "--zzz"], "没有选项 --zzz", "there is no option --zzz"),
        (["check", "--quiet"], "没有选项 --quiet：它写在命令前面，presales --quiet … check", "there is no option --quiet here: it stands before the command, presales --quiet … check"),
        (["check", "-C", "x"], "没有选项 -C：它写在命令前面，presales -C … check", "there is no option -C here: it stands before the command, presales -C … check"),
        (["build", "--format"], "--format 后面要有一个值", "--format needs a value"),
        (["build", "--force=1"], "--force 后面不能有值", "--force takes no value"),
        (["explain", "fit", "needs"], "多出了参数 needs", "unexpected arguments: needs"),
        (["build", "--format", "dox"], "--format 的值不对：没有「dox」；是不是 docx？（可写：md、docx、html、pdf）", "bad value for --format: there is no “dox”; did you mean docx? (one of: md, docx, html, pdf)"),
        (["build", "--format", ","], "--format 的值不对：是空的（可写：md、docx、html、pdf）", "bad value for --format: it is empty (one of: md, docx, html, pdf)"),
        (["check", "--as-of", "5/20"], "--as-of 的值不对：「5/20」不是日期，写成 2026-11-30", "bad value for --as-of: “5/20” is no date; write 2026-11-30"),
        (["check", "--as-of", "2026-02-30"], "--as-of 的值不对：没有 2026-02-30 这一天", "bad value for --as-of: there is no day 2026-02-30"),
    ],
)  # fmt: skip
def test_a_usage_error_is_told_in_the_language_of_messages(args: list[str], zh: str, en: str) -> None:
    told = [run("--lang", language, *args) for language in ("zh", "en")]

    assert [result.exit_code for result in told] == [2, 2]
    assert [result.stdout for result in told] == ["", ""]
    assert [result.stderr.splitlines()[-1] for result in told] == [f"错误：{zh}", f"error: {en}"]


def test_it_comes_with_the_usage_and_where_help_is() -> None:
    assert run("check", "--zzz").stderr.splitlines()[:2] == [
        "Usage: presales check [OPTIONS] [PATH]...",
        "For help: presales check --help",
    ]


def test_a_bad_option_before_the_command_is_told_in_the_language_that_stands_beside_it() -> None:
    assert run("--zzz", "--lang", "zh").stderr.splitlines()[-1] == "错误：没有选项 --zzz"


@pytest.mark.parametrize(
    ("folder", "words"),
    [
        ("none", "there is no folder {root}/none"),
        ("engagements", "there is no presales.yaml in {root}/engagements, but in {root} above it"),
        ("../bare", "there is no presales.yaml in {root}/../bare"),
    ],
)
def test_a_folder_that_is_no_workspace_is_refused(folder: str, words: str, tmp_path: Path) -> None:
    root = make_workspace(tmp_path / "team")
    (tmp_path / "bare").mkdir()

    result = run_in(root / folder, "check")

    assert result.exit_code == 2
    assert result.stderr.splitlines()[-1] == f"error: bad value for -C: {words.format(root=root)}"


def test_outside_a_workspace_a_command_says_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)

    result = run("build")

    assert result.exit_code == 2
    assert result.stderr == (
        f"error: no presales.yaml in {tmp_path} or above it: run in a workspace, or name one with -C\n"
    )


def test_what_is_missing_is_named_as_the_usage_names_it() -> None:
    argument, option = click.Argument(["note"], metavar="[NOTE]..."), click.Option(["-g", "--goal"])

    assert words_of(click.MissingParameter(param=argument)) == Bilingual("缺少 NOTE", "NOTE is missing")
    assert words_of(click.MissingParameter(param=option)) == Bilingual("缺少 --goal", "--goal is missing")


def test_an_error_without_its_place_is_told_as_far_as_it_is_known() -> None:
    assert words_of(click.NoSuchOption("--x")) == Bilingual("没有选项 --x", "there is no option --x")
    assert words_of(click.BadOptionUsage("--x", "")) == Bilingual("--x 后面不能有值", "--x takes no value")
    assert words_of(click.UsageError("as it is")) == Bilingual("as it is", "as it is")


def test_a_refusal_says_its_own_words() -> None:
    words = Bilingual("甲", "a")

    assert words_of(RefusedError(words)) is words


def test_several_near_names_are_offered() -> None:
    assert did_you_mean(Bilingual("无", "none"), "check", ["checks", "checked"]) == Bilingual(
        "无；是不是 checks、checked？", "none; did you mean checks or checked?"
    )
