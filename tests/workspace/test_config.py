"""presales.yaml: every key optional, every mistake told."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from generator.errors import Problem
from generator.notes.codes import THEMES, IntelName, NoteLanguage, Stage, ThemeGroup
from generator.workspace.codes import Format, Weekday
from generator.workspace.config import Config, Holidays
from generator.workspace.settings import read_settings


def settings(folder: Path, text: str) -> tuple[Config, Holidays, tuple[Problem, ...]]:
    (folder / "presales.yaml").write_text(text, "utf-8")
    return read_settings(folder.resolve())


def config(folder: Path, text: str) -> Config:
    found, _, problems = settings(folder, text)
    assert problems == ()
    return found


def problems(folder: Path, text: str) -> list[tuple[int, int, str, str]]:
    _, _, found = settings(folder, text)
    return [(each.line, each.column, each.key, each.code) for each in found]


# ── What it holds ──


@pytest.mark.parametrize("text", ["", "# nothing yet\n", "{}\n", "name: ~\n"])
def test_every_key_is_optional(tmp_path: Path, text: str) -> None:
    assert config(tmp_path, text) == Config()


def test_the_defaults_are_those_of_the_product() -> None:
    found = Config()

    assert (found.language, found.currency, found.formats) == (
        NoteLanguage.ZH,
        "CNY",
        (Format.MD, Format.DOCX),
    )
    assert (found.names.note, found.names.digest, found.names.brief) == (
        "{id}/{document}.{lang}",
        "digests/{month}.{lang}",
        "briefs/{date}-{slug}.{lang}",
    )
    assert (found.working_days.weekend, found.working_days.holidays) == ((Weekday.SAT, Weekday.SUN), None)
    assert found.scores.stage is Stage.SOLUTION_EVALUATION
    assert (found.scores.min_days_before, found.scores.pair_within_days, found.scores.shadow_until) == (
        7,
        14,
        30,
    )
    assert not found.scores.require_proof
    assert found.intel.required == tuple(name for name in IntelName if name is not IntelName.PROCUREMENT)
    weights = found.gaps.weights
    assert (weights.blocker, weights.major, weights.minor) == (Decimal("0.6"), Decimal("0.3"), Decimal("0.1"))
    brief = found.brief.weights
    assert [int(weight) for weight in (brief.customer, brief.competitor, brief.industry, brief.product)] == [
        4,
        3,
        2,
        2,
    ]
    assert (int(brief.stage), int(brief.theme)) == (1, 1)
    assert (found.brief.half_life_months, found.brief.max_lessons, found.brief.max_per_theme) == (18, 5, 2)
    recurring = found.digest.recurring
    assert (found.digest.window_months, recurring.engagements, recurring.customers, recurring.months) == (
        12,
        3,
        2,
        6,
    )
    assert found.all_themes() == THEMES


def test_every_key_can_be_written(tmp_path: Path) -> None:
    found = config(
        tmp_path,
        """\
name: 青屿售前
language: 英文
currency: eur
company: {name: 澄湖科技, short: 澄湖}
formats: [网页, md]
names: {note: "{lang}/{id}/{document}", digest: "{lang}-{month}", brief: "b/{lang}/{date}/{slug}"}
working_days: {weekend: [周五, SAT]}
scores: {stage: pilot, min_days_before: 0, pair_within_days: 3, shadow_until: 10, require_proof: yes}
intel: {required: [预算上限, procurement]}
gaps: {weights: {blocker: 1, major: 0.5, minor: 0}}
brief: {weights: {customer: 5}, half_life_months: 12, max_lessons: 7, max_per_theme: 3}
digest: {window_months: 6, recurring: {engagements: 2, customers: 1, months: 3}}
themes: {extra: [{code: localization, zh: 本地化, en: Localization, group: 方案}]}
x-own: {anything: [1]}
""",
    )

    assert (found.name, found.language, found.currency) == ("青屿售前", NoteLanguage.EN, "EUR")
    assert found.formats == (Format.HTML, Format.MD)
    assert found.names.digest == "{lang}-{month}"
    assert found.working_days.weekend == (Weekday.FRI, Weekday.SAT)
    assert (found.scores.stage, found.scores.require_proof) == (Stage.PILOT, True)
    assert found.intel.required == (IntelName.BUDGET_CEILING, IntelName.PROCUREMENT)
    assert [int(weight) for weight in (found.brief.weights.customer, found.brief.weights.theme)] == [5, 1]
    own = found.all_themes()[-1]
    assert (own.code, own.zh, own.en, own.group) == (
        "localization",
        "本地化",
        "Localization",
        ThemeGroup.SOLUTION,
    )


# ── Mistakes ──


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("name: a\nlanguag: zh\n", (2, 1, "languag", "unknown_key")),
        ("language: fr\n", (1, 11, "language", "unknown_value")),
        ("currency: 人民币\n", (1, 11, "currency", "bad_currency")),
        ("formats: md\n", (1, 10, "formats", "expected_list")),
        ("formats: [md, doc]\n", (1, 15, "formats[1]", "unknown_value")),
        ("company: 澄湖\n", (1, 10, "company", "expected_keys")),
        ("working_days: {weekend: [sa]}\n", (1, 26, "working_days.weekend[0]", "unknown_value")),
        ("scores: {stage: x}\n", (1, 17, "scores.stage", "unknown_value")),
        ("scores: {min_days_before: 1000}\n", (1, 27, "scores.min_days_before", "bad_number")),
        ("scores: {require_proof: maybe}\n", (1, 25, "scores.require_proof", "bad_flag")),
        ("intel: {required: [budget]}\n", (1, 20, "intel.required[0]", "unknown_value")),
        ("gaps: {weights: {blocker: -1}}\n", (1, 27, "gaps.weights.blocker", "bad_number")),
        ("brief: {max_lessons: 0}\n", (1, 22, "brief.max_lessons", "bad_number")),
        ("digest: {window_months: 61}\n", (1, 25, "digest.window_months", "bad_number")),
        ("themes: {extra: [{code: a b, zh: 甲, en: A}]}\n", (1, 25, "themes.extra[0].code", "bad_id")),
        ("themes: {extra: [{code: a, zh: 甲}]}\n", (1, 18, "themes.extra[0].en", "missing_key")),
        ("names: {note: a：b}\n", (1, 15, "names.note", "missing_placeholder")),
        ("name：a\n", (1, 5, "", "full_width_colon")),
        ("- a\n", (1, 1, "", "expected_keys")),
    ],
)
def test_a_mistake_is_told_at_its_place_and_the_defaults_stand_in(
    tmp_path: Path, text: str, place: tuple[int, int, str, str]
) -> None:
    assert problems(tmp_path, text) == [place]
    assert settings(tmp_path, text)[0] == Config()


def test_all_mistakes_are_told_in_one_run(tmp_path: Path) -> None:
    found = problems(tmp_path, "name: @a\nlanguage: fr\nzzz: 1\nname: b\n")

    assert [code for *_, code in found] == [
        "reserved_character",
        "duplicate_key",
        "unknown_value",
        "unknown_key",
    ]


@pytest.mark.parametrize(
    ("pattern", "code"),
    [
        ("{id}/{document}.{lang}", None),
        ("{lang}/{id} {document}/{document}", None),
        ("文档/{id}/{document}_{lang}", None),
        ("{id}/{name}.{document}.{lang}", "unknown_placeholder"),
        ("{id}/{document.lang}", "unknown_placeholder"),
        ("{id}/{document}.{lang}{", "unknown_placeholder"),
        ("{{id}}/{document}.{lang}", "unknown_placeholder"),
        ("{id}/{document!r}.{lang}", "unknown_placeholder"),
        ("{id}/{}.{document}.{lang}", "unknown_placeholder"),
        ("{document}.{lang}", "missing_placeholder"),
        ("{id}/{document}", "missing_placeholder"),
        ("../{id}/{document}.{lang}", "bad_path"),
        ("/{id}/{document}.{lang}", "bad_path"),
        ("{id}//{document}.{lang}", "bad_path"),
        ("./{id}/{document}.{lang}", "bad_path"),
        (".presales/{id}/{document}.{lang}", "bad_path"),
        ("{id}./{document}.{lang}", "bad_path"),
        ("{id} /{document}.{lang}", "bad_path"),
        ("C:/{id}/{document}.{lang}", "bad_path"),
        ("{id}\\{document}.{lang}", "bad_path"),
        ("{id}/{document}?.{lang}", "bad_path"),
        ("{id}-{document}.{lang}", "bad_path"),
        ("{lang}/{id}/{id}-{document}", "bad_path"),
    ],
)
def test_names_of_files_stay_inside_and_apart(tmp_path: Path, pattern: str, code: str | None) -> None:
    found = problems(tmp_path, f"names: {{note: '{pattern}'}}\n")

    assert [each[3] for each in found] == ([code] if code else [])


def test_a_customer_reads_no_id_in_a_file_name(tmp_path: Path) -> None:
    _, _, (problem,) = settings(tmp_path, "names: {note: '{id}-{document}.{lang}'}\n")

    assert problem.message.en == "a file sent to a customer may not hold {id} in its name"
    assert problem.suggestion is not None
    assert problem.suggestion.en == "put {id} into the folder, such as {id}/{document}.{lang}"


@pytest.mark.parametrize(
    ("theme", "key"),
    [
        ("{code: evidence, zh: 新, en: New}", "code"),
        ("{code: Evidence, zh: 新, en: New}", "code"),
        ("{code: new, zh: 产品吃透, en: New}", "zh"),
        ("{code: new, zh: 新, en: fit and gaps}", "en"),
        ("{code: new, zh: 新, en: New}, {code: newer, zh: 新, en: Newer}", "zh"),
        ("{code: new, zh: 新, en: New}, {code: new, zh: 更新, en: Newer}", "code"),
    ],
)
def test_a_theme_of_the_team_takes_no_name_that_has_a_meaning(tmp_path: Path, theme: str, key: str) -> None:
    found = problems(tmp_path, f"themes: {{extra: [{theme}]}}\n")

    assert [(each[2].rpartition(".")[2], each[3]) for each in found] == [(key, "theme_used_twice")]


def test_a_theme_may_be_called_the_same_in_both_languages(tmp_path: Path) -> None:
    assert (
        config(tmp_path, "themes: {extra: [{code: esg, zh: ESG, en: ESG}]}\n").all_themes()[-1].code == "esg"
    )


# ── The holiday file ──


def with_holidays(
    folder: Path, text: str, name: str = "holidays/2026.yaml"
) -> tuple[Holidays, tuple[Problem, ...]]:
    (folder / "holidays").mkdir()
    (folder / "holidays" / "2026.yaml").write_text(text, "utf-8")
    _, holidays, found = settings(folder, f"name: a\nworking_days:\n  holidays: {name}\n")
    return holidays, found


@pytest.mark.parametrize("name", ["holidays/2026.yaml", "./holidays/2026.yaml"])
def test_holidays_are_days_and_ranges(tmp_path: Path, name: str) -> None:
    holidays, found = with_holidays(
        tmp_path, "off: [2026-10-01..2026-10-03, 2026/12/25]\nwork: [2026年10月10日]\n", name
    )

    assert found == ()
    assert holidays.off_days() == {
        date(2026, 10, 1),
        date(2026, 10, 2),
        date(2026, 10, 3),
        date(2026, 12, 25),
    }
    assert holidays.work_days() == {date(2026, 10, 10)}


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("off: [2026-10]\n", (1, 7, "off[0]", "bad_date")),
        ("off: [2026-10-01..]\n", (1, 7, "off[0]", "bad_date")),
        ("off: [2026-10-07..2026-10-01]\n", (1, 7, "off[0]", "date_order")),
        ("work:\n  - 2026-10-10\n  - x\n", (3, 5, "work[1]", "bad_date")),
        ("of: []\n", (1, 1, "of", "unknown_key")),
        ("off: 2026-10-01\n", (1, 6, "off", "expected_list")),
    ],
)
def test_its_mistakes_are_told_in_it_and_no_holiday_is_taken(
    tmp_path: Path, text: str, place: tuple[int, int, str, str]
) -> None:
    holidays, (problem,) = with_holidays(tmp_path, text)

    assert (problem.line, problem.column, problem.key, problem.code) == place
    assert problem.path == "holidays/2026.yaml"
    assert holidays == Holidays()


@pytest.mark.parametrize(
    "name", ["holidays/2027.yaml", "../holidays.yaml", "/etc/hosts", "holidays", "C:\\holidays.yaml"]
)
def test_a_holiday_file_that_is_not_there_or_outside_is_told_at_its_key(tmp_path: Path, name: str) -> None:
    holidays, (problem,) = with_holidays(tmp_path, "off: []\n", f"'{name}'")

    assert holidays == Holidays()
    assert problem.code in {"missing_file", "unreadable_file"}
    if problem.code == "missing_file":
        assert (problem.path, problem.line, problem.column) == ("presales.yaml", 3, 13)
