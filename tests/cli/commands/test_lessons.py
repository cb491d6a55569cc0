"""`presales lessons` from the outside."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest

from tests.cli.workspaces import ID, NOTE, add_broken_note, make_workspace, run_in, summary

DAY = "2026-07-01"
OLD = "2026-03-quay-bank"
OLD_NOTE = f"""\
schema: 1
id: {OLD}
language: zh
title: 码头银行 · 脱敏
customer: {{name: 码头银行, industry: 银行}}
presales: 林岚
sales: 周启
date: 2026-03-02
products: [数据脱敏网关]
goal: 拿到试点
result: 拿到了
needs:
  - {{surface: 手工脱敏, middle: 少出事故}}
commitments: []
objections:
  - {{id: O1, text: 上线周期太长, kind: 周期, fact: 试点产线已有网络, proposal: 拆成三步, result: 已化解}}
lessons:
  - {{id: L1, kind: 改进, theme: 情报不全, text: 报完价才知道预算上限, when: 任何报价之前, status: 已识别}}
  - {{id: L2, kind: 停止, theme: 过度承诺, text: 没问交付就答应写回, why: 怕冷场，谁也没有再提预算这件事}}
  - {{id: L3, kind: 保持, theme: 态度与尊重, text: 只有内部能说的预算内情, share: 受限}}
next_steps:
  - {{what: 走访, owner: 林岚, due: 2026-12-12}}
outcome: {{status: 进行中}}
"""
CITED = NOTE + f"reused_lessons: [{{id: {OLD}/L1, effect: helped}}]\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    files = {f"engagements/{OLD}.yaml": OLD_NOTE, f"engagements/{ID}.yaml": CITED}
    return make_workspace(tmp_path / "w", files)


def places(root: Path, *args: str | Path) -> list[str]:
    result = run_in(root, "lessons", "--as-of", DAY, "--format", "json", *args)
    return [row["place"] for row in json.loads(result.stdout)["lessons"]]


def test_words_of_either_language_find_lessons_of_both(root: Path) -> None:
    assert places(root, "预算") == [f"{OLD}/L1", f"{OLD}/L2", f"{ID}/L1"]
    assert places(root, "budgets") == [f"{ID}/L1", f"{OLD}/L1", f"{OLD}/L2"]


def test_the_table_shows_place_kind_text_reason_and_use(root: Path) -> None:
    result = run_in(root, "lessons", "预算", "--as-of", DAY)

    assert result.exit_code == 0
    assert result.stdout == (
        f"{OLD}/L1    2026-03-02  lesson · Intelligence gap  identified\n"
        "    报完价才知道预算上限\n"
        "    matched: 预算 (text) · shown in briefs 0, cited 1, helped 1 of 1\n"
        "\n"
        f"{OLD}/L2    2026-03-02  lesson · Over-promise      observed\n"
        "    没问交付就答应写回\n"
        "    why: 怕冷场，谁也没有再提预算这件事\n"
        "    matched: 预算 (why)\n"
        "\n"
        f"{ID}/L1  2026-05-20  lesson · Intelligence gap  observed\n"
        "    ask for the budget first\n"
        "    matched: 预算 = budget (text)\n"
    )
    assert result.stderr == summary(2, 2, 0, 0, 0, 0, 0) + "\n"


def test_in_chinese(root: Path) -> None:
    result = run_in(root, "--lang", "zh", "lessons", "周期", "--as-of", DAY)

    assert result.stdout == (
        f"{OLD}/O1  2026-03-02  异议 · 周期  已化解\n"
        "    上线周期太长\n"
        "    应答：试点产线已有网络; 拆成三步\n"
        "    命中：周期（正文）\n"
    )


def test_hits_are_marked_where_colour_is_on(root: Path) -> None:
    result = run_in(root, "lessons", "预算上限", "--as-of", DAY, color=True)

    assert "\x1b[33m\x1b[1m预算上限\x1b[0m" in result.stdout


def test_filters_take_names_in_either_language(root: Path) -> None:
    assert places(root, "--theme", "Over-promise") == places(root, "--theme", "过度承诺") == [f"{OLD}/L2"]
    assert places(root, "--status", "已识别") == places(root, "--status", "identified") == [f"{OLD}/L1"]
    assert places(root, "--what", "objection,gap") == [f"{OLD}/O1"]
    assert places(root, "--industry", "银行", "--what", "lesson") == [f"{OLD}/L1", f"{OLD}/L2"]
    assert places(root, "--product", "GATE") == [f"{ID}/L1"]
    assert places(root, "--since", "2026-05-20") == [f"{ID}/L1"]


def test_what_is_restricted_is_shown_only_when_asked(root: Path) -> None:
    (root / "engagements" / f"{ID}.yaml").write_text(CITED + "confidentiality: restricted\n")

    assert places(root, "预算") == [f"{OLD}/L1", f"{OLD}/L2"]
    assert places(root, "预算", "--include-restricted") == [
        *(f"{OLD}/L1", f"{OLD}/L3", f"{OLD}/L2"),
        f"{ID}/L1",
    ]


def test_notes_later_than_the_day_are_left_out(root: Path) -> None:
    result = run_in(root, "lessons", "预算", "--as-of", "2026-04-01")

    assert ID not in result.stdout
    assert result.stderr.splitlines()[-1] == summary(2, 1, 0, 1, 0, 0, 0)


def test_more_than_the_limit_is_counted(root: Path) -> None:
    result = run_in(root, "lessons", "预算", "--as-of", DAY, "--limit", "1")

    assert result.stdout.count("/L") == 1
    assert result.stderr.startswith("2 more: add a word, or say --limit 3\n")


def test_where_nothing_is_found_it_says_so(root: Path) -> None:
    result = run_in(root, "lessons", "nonsense", "--as-of", DAY)

    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr.startswith("nothing was found; try fewer words\n")


def test_a_bad_note_is_told_and_the_others_are_searched(root: Path) -> None:
    add_broken_note(root)
    result = run_in(root, "lessons", "budget", "--as-of", DAY)

    assert result.exit_code == 1
    assert f"{ID}/L1" in result.stdout
    assert "error: " in result.stderr


def test_csv_names_its_columns_and_no_customer(root: Path) -> None:
    result = run_in(
        root, "lessons", "预算", "--as-of", DAY, "--format", "csv", "--lang", "zh", "--limit", "1"
    )

    assert result.stdout.splitlines() == [
        "出处,日期,行业,产品,种类,主题,状态,正文,其余,命中,分,出现次数,引用次数,有用次数,整改后复发",
        f"{OLD}/L1,2026-03-02,银行,数据脱敏网关,经验,情报不全,已识别,报完价才知道预算上限,适用：任何报价之前,预算（正文）,5.0,0,1,1,0",
    ]


def test_a_workbook_goes_to_a_file(root: Path, tmp_path: Path) -> None:
    target = tmp_path / "found.xlsx"
    first = run_in(root, "lessons", "预算", "--as-of", DAY, "-o", target)
    target.write_bytes(b"mine")
    kept = run_in(root, "lessons", "预算", "--as-of", DAY, "-o", target)
    forced = run_in(root, "lessons", "预算", "--as-of", DAY, "-o", target, "--force")

    assert (first.exit_code, kept.exit_code, forced.exit_code) == (0, 3, 0)
    assert zipfile.is_zipfile(target)


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (["--format", "xlsx"], "xlsx is written to a file"),
        (["-o", "found.txt"], "name a file for -o"),
        (["-o", "found.csv", "--format", "table"], "name a file for -o"),
        (["--theme", "over_promis"], "there is no theme “over_promis”; did you mean over_promise"),
        (["--status", "nothing"], "there is no status “nothing”"),
        (["--limit", "0"], "write a whole number"),
    ],
)
def test_what_cannot_be_asked_is_refused(args: list[str], words: str, root: Path) -> None:
    result = run_in(root, "lessons", *args)

    assert result.exit_code == 2
    assert words in result.stderr


def test_a_long_field_is_quoted_around_the_word(root: Path) -> None:
    path = root / "engagements" / f"{OLD}.yaml"
    path.write_text(OLD_NOTE.replace("怕冷场，", "怕冷场，" * 30 + "然后" + "就这样" * 3), "utf-8")
    result = run_in(root, "lessons", "再提预算", "--as-of", DAY, COLUMNS="70")
    [line] = [line for line in result.stdout.splitlines() if "why:" in line]

    assert line.startswith("    why: …")
    assert "再提预算" in line
