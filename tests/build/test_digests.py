"""Digests of the sample workspace and of small ones, from notes to finished files."""

from __future__ import annotations

import shutil
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from generator.build.digest_facts import Span, day_span, month_span
from generator.build.digests import DigestRequest, build_digests, read_digest
from generator.build.report import Report
from generator.errors import LANGUAGES, Language, Severity
from generator.history import find_repository
from generator.views.digest.subject import Audience
from generator.workspace.places import read_workspace
from tests.build.building import (
    EVERY_FORMAT,
    Memory,
    words_of_docx,
    words_of_html,
    words_of_markdown,
    write_note,
)
from tests.builders import FULL, MINIMAL
from tests.golden_files import Golden
from tests.history.repositories import ENVIRONMENT, commit, new_repository

ROOT = Path(__file__).parents[2]
TODAY = date(2026, 11, 25)
MONTHS = [6, 7, 8, 9, 10, 11]


def month(number: int) -> Span:
    span = month_span(2026, number, TODAY)
    assert span is not None
    return span


def digest(
    root: Path, span: Span, *, languages: tuple[Language, ...] = LANGUAGES, **asked: Any
) -> tuple[Report, dict[str, bytes]]:
    memory = Memory()
    request = DigestRequest(span, formats=EVERY_FORMAT, languages=languages, **asked)
    report = build_digests(read_digest(read_workspace(root), request), request, memory)
    return report, memory.files


@cache
def of_samples(number: int, audience: Audience = Audience.COMPANY) -> tuple[Report, dict[str, bytes]]:
    return digest(ROOT, month(number), audience=audience)


def text(root: Path, span: Span, language: Language = "en", **asked: Any) -> str:
    _, files = digest(root, span, languages=(language,), **asked)
    (found,) = (data for path, data in files.items() if path.endswith(f"{language}.md"))
    return found.decode()


def workspace(root: Path, *notes: dict[str, Any]) -> Path:
    (root / "presales.yaml").write_text("language: en\n", "utf-8")
    for note in notes:
        write_note(root, note)
    return root


def small(name: str, day: str = "2026-05-20", customer: str = "Harbour Works", **keys: Any) -> dict[str, Any]:
    return MINIMAL | {"id": name, "date": day, "customer": {"name": customer, "industry": "machining"}} | keys


# ── The sample workspace ──


@pytest.mark.parametrize("number", MONTHS)
def test_every_month_builds_in_both_languages_without_problems(number: int) -> None:
    report, files = of_samples(number)
    endings = {f"digests/2026-{number:02}.{lang}.{ending}" for lang in LANGUAGES for ending in EVERY_FORMAT}

    assert [p for p in report.problems if p.severity is not Severity.HINT] == []
    assert report.documents == endings
    assert endings <= files.keys()


@pytest.mark.parametrize("audience", Audience)
@pytest.mark.parametrize("number", [6, 10])
def test_no_customer_is_named(number: int, audience: Audience) -> None:
    notes = read_digest(read_workspace(ROOT), DigestRequest(month(number))).library.notes
    names = {note.engagement.customer.name for note in notes if note.engagement}
    _, files = of_samples(number, audience)
    found = [
        (path, name)
        for path, data in files.items()
        for name in sorted(names)
        if not path.endswith(".docx") and name in data.decode()
    ]

    assert len(names) > 10
    assert found == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_partners_read_no_alias_and_no_id(language: Language) -> None:
    notes = read_digest(read_workspace(ROOT), DigestRequest(month(10))).library.notes
    known = [note.engagement for note in notes if note.engagement]
    telling = {e.id for e in known} | {e.customer.alias for e in known if e.customer.alias}
    _, files = of_samples(10, Audience.PARTNER)
    words = words_of_docx(files[f"digests/2026-10-partner.{language}.docx"])

    assert len(telling) > 20
    assert [name for name in sorted(telling) if name in words] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_word_html_and_markdown_say_the_same(language: Language) -> None:
    _, files = of_samples(10)
    stem = f"digests/2026-10.{language}"
    markdown = words_of_markdown(files[f"{stem}.md"]).split()
    said = {word for word in markdown if len(word) > 3}

    assert len(said) > 300
    assert [w for w in sorted(said) if w not in words_of_html(files[f"{stem}.html"])] == []


def test_the_digest_of_october_reads_as_it_was_read(golden: Golden) -> None:
    _, files = of_samples(10)

    golden.check(
        "digest", {path: data for path, data in files.items() if not path.endswith((".docx", ".html"))}
    )


def test_the_order_of_the_files_changes_nothing(tmp_path: Path) -> None:
    """Under other folders, notes are read in another order."""
    for number, path in enumerate(sorted((ROOT / "engagements").rglob("*.yaml"), reverse=True)):
        folder = tmp_path / "engagements" / f"{number:02}"
        folder.mkdir(parents=True)
        shutil.copy(path, folder)
    for name in ("presales.yaml", "holidays", "engagements/.shown"):
        source = ROOT / name
        (shutil.copytree if source.is_dir() else shutil.copy)(source, tmp_path / name)

    assert digest(tmp_path, month(10))[1] == of_samples(10)[1]


def test_it_is_three_to_five_pages_long_in_words() -> None:
    """About 550 words or 1,100 characters a page."""
    _, files = of_samples(10)
    words = words_of_docx(files["digests/2026-10.en.docx"]).split()

    assert 900 < len(words) < 2600


# ── Small workspaces ──


def test_without_notes_it_says_so_and_is_short(tmp_path: Path) -> None:
    found = text(workspace(tmp_path), month(10))

    assert "No note counts as of this day" in found
    assert [line for line in found.splitlines() if line.startswith("## ")] == ["## 12 Method"]


def test_three_minimal_notes_give_every_section(tmp_path: Path) -> None:
    notes = (small("a"), small("b", customer="Quay Bank"), small("c", customer="Mill Works"))
    found = text(workspace(tmp_path, *notes), month(5))
    heads = [line.split()[1] for line in found.splitlines() if line.startswith("## ")]

    assert heads == [str(number) for number in range(13)]
    assert "a customer in machining" in found


def test_a_month_without_notes_tells_what_is_carried_over_and_nothing_else(tmp_path: Path) -> None:
    note = small("a") | FULL
    found = text(workspace(tmp_path, note), month(7))
    heads = [line.split()[1] for line in found.splitlines() if line.startswith("## ")]

    assert "No note is of this month" in found
    assert heads == ["0", "4", "5", "6", "9", "10", "12"]


def test_the_day_decides_what_is_known(tmp_path: Path) -> None:
    late = small("a", "2026-10-05", commitments=[{
        "said": "a report", "class": "firm", "made_by": "Lin", "made_on": "2026-10-05", "due": "2026-10-20",
    }])  # fmt: skip
    root = workspace(tmp_path, late)
    before, after = month_span(2026, 10, date(2026, 10, 15)), month_span(2026, 10, date(2026, 10, 25))
    assert before is not None
    assert after is not None

    assert "**Overdue promises**: **● 0**" in text(root, before)
    assert "**Overdue promises**: **■ 1**" in text(root, after)
    assert month_span(2026, 11, date(2026, 10, 25)) is None


def test_any_days_have_their_own_file(tmp_path: Path) -> None:
    span = day_span(date(2026, 4, 1), date(2026, 6, 30))
    _, files = digest(workspace(tmp_path, small("a")), span, languages=("en",))

    assert "digests/2026-04-01_2026-06-30.en.md" in files
    assert (
        "# Monthly lessons digest 2026-04-01_2026-06-30"
        in files["digests/2026-04-01_2026-06-30.en.md"].decode()
    )


def test_restricted_unfinished_and_broken_notes_are_counted_and_left_out(tmp_path: Path) -> None:
    root = workspace(
        tmp_path,
        small("a"),
        small("b", confidentiality="restricted", goal="secret aim"),
        small("c", goal="TODO"),
        small("d", date="2026-05-32"),
    )
    found = text(root, month(5))
    asked = text(root, month(5), include_restricted=True)

    assert "4 notes read, 1 used" in found
    assert "left out 1 restricted; left out 1 unfinished: c" in found
    assert "left out 1 with problems: d" in found
    assert "4 notes read, 2 used" in asked


def test_a_restricted_digest_says_so_on_every_page(tmp_path: Path) -> None:
    root = workspace(tmp_path, small("a", confidentiality="restricted"))
    _, files = digest(root, month(5), languages=("en",), include_restricted=True)

    assert "Internal · restricted" in files["digests/2026-05.en.html"].decode()


def test_of_many_notes_the_list_gives_way_to_one_id(tmp_path: Path) -> None:
    notes = tuple(small(f"n{number:02}", customer=f"customer {number}") for number in range(61))
    found = text(workspace(tmp_path, *notes), month(5))

    assert "**Set of notes**" in found
    assert "n00" not in found


def test_alike_aliases_are_told_apart(tmp_path: Path) -> None:
    twins = (
        small("a", "2026-04-20", landing_requirements=[{"item": "x", "party": "us", "status": "blocked"}]),
        small("b", "2026-05-20", landing_requirements=[{"item": "y", "party": "us", "status": "blocked"}]),
    )
    found = text(workspace(tmp_path, *twins), month(5))

    assert "a customer in machining 2026-04 R1: x" in found
    assert "a customer in machining 2026-05 R1: y" in found


def test_a_mistake_in_the_teams_template_is_told_and_nothing_is_written(tmp_path: Path) -> None:
    root = workspace(tmp_path, small("a"))
    (root / "templates").mkdir()
    (root / "templates" / "digest.md.j2").write_text("# {{ view.titel }}\n", "utf-8")
    report, files = digest(root, month(5), languages=("en",))

    assert files == {}
    assert [p.path for p in report.problems if p.severity is Severity.ERROR] == ["templates/digest.md.j2"]


def test_broken_settings_give_no_figures(tmp_path: Path) -> None:
    root = workspace(tmp_path, small("a"))
    (root / "presales.yaml").write_text("languge: en\n", "utf-8")
    report, files = digest(root, month(5))

    assert files == {}
    assert report.counts.used == 0
    assert [p.code for p in report.problems if p.severity is Severity.ERROR] == ["unknown_key"]


def test_text_of_notes_stands_in_every_file_as_it_was_written(tmp_path: Path) -> None:
    odd = 'a | b *c* <d> & "e" \\ {{ f }} 1. g_h_'
    note = small("a", landing_requirements=[{"item": odd, "party": "us", "status": "blocked"}])
    _, files = digest(workspace(tmp_path, note), month(5), languages=("en",))
    words = (
        words_of_markdown(files["digests/2026-05.en.md"]),
        words_of_html(files["digests/2026-05.en.html"]),
        words_of_docx(files["digests/2026-05.en.docx"]),
    )

    assert [odd in text for text in words] == [True, True, True]


def test_names_of_customer_staff_appear_only_where_asked_for(tmp_path: Path) -> None:
    people = [{"role": "director", "name": "Ada Quist", "decision_role": "economic_buyer", "met": "false"}]
    root = workspace(tmp_path, small("a", stakeholders=people, intel={"timeline": {"status": "unknown"}}))

    assert "director" in text(root, month(5))
    assert "Ada Quist" not in text(root, month(5))
    assert "director (Ada Quist)" in text(root, month(5), show_names=True)


def test_with_history_the_order_of_scores_is_checked(tmp_path: Path) -> None:
    scores = [
        {"by": side, "p": "60", "on": "2026-04-01", "at": "solution_evaluation"}
        for side in ("presales", "sales")
    ]
    won = {"status": "won", "decided_on": "2026-05-10"}
    root = new_repository(workspace(tmp_path, small("a", "2026-03-20", win_scores=scores)))
    commit(root, day="2026-04-02")
    write_note(root, small("a", "2026-03-20", win_scores=scores, outcome=won, next_steps=[]))
    write_note(root, small("b", "2026-05-20", customer="Quay Bank"))
    commit(root, day="2026-05-11")
    found = text(root, month(5), repository=find_repository(root, ENVIRONMENT))

    assert "proven by history to be scored early 1 of 1" in found
    assert "No version history was read" not in found
