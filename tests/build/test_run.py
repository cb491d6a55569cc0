from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from generator.build.kinds import CUSTOMER_MEMO, RETROSPECTIVE
from generator.build.report import Counts
from generator.build.run import Request, build
from generator.build.selection import UnknownNoteError
from generator.errors import Language
from generator.workspace.codes import Format
from generator.workspace.places import read_workspace
from tests.build.building import (
    DAY,
    EVERY_FORMAT,
    Memory,
    build_all,
    build_with,
    errors_of,
    words_of_docx,
    words_of_html,
    words_of_markdown,
    write_file,
    write_note,
)
from tests.builders import FULL, MINIMAL, day

ID = str(MINIMAL["id"])
STEMS = (f"{ID}/retrospective.zh", f"{ID}/risk-memo.zh")
SHARED = {"risks": [FULL["risks"][0] | {"shareable": "true", "customer_text": "checked one by one"}]}


def named(name: str, **overrides: Any) -> dict[str, Any]:
    return MINIMAL | {"id": name} | overrides


def documents(files: dict[str, bytes]) -> list[str]:
    return sorted(path for path in files if "/figures/" not in path)


# ── What is written ──


def test_a_note_gives_the_documents_that_fit_it_in_its_language(tmp_path: Path) -> None:
    write_note(tmp_path, MINIMAL)
    report, files = build_all(tmp_path)

    assert documents(files) == sorted(f"{stem}.{ending}" for stem in STEMS for ending in EVERY_FORMAT)
    assert report.counts == Counts(read=1, used=1, with_problems=0, skipped=0)
    assert report.documents == frozenset(documents(files))
    assert errors_of(report) == []


def test_a_note_that_shares_something_gives_a_memo_for_the_customer_too(tmp_path: Path) -> None:
    write_note(tmp_path, MINIMAL | SHARED | {"language": "en"})
    report, files = build_all(tmp_path)

    assert f"{ID}/customer-memo.en.docx" in files
    assert [notice.en for notice in report.notices] == []


def test_a_document_that_was_asked_for_is_made_also_where_it_does_not_fit(tmp_path: Path) -> None:
    write_note(tmp_path, MINIMAL)
    report, files = build_all(tmp_path, kinds=(CUSTOMER_MEMO,))

    assert documents(files) == sorted(f"{ID}/customer-memo.zh.{ending}" for ending in EVERY_FORMAT)
    assert report.counts.used == 1


@pytest.mark.parametrize(
    ("settings", "keys", "expected"),
    [
        ("", {}, {"zh"}),
        ("language: en\n", {}, {"en"}),
        ("language: en\n", {"language": "zh"}, {"zh"}),
        ("language: zh\n", {"language": "en"}, {"en"}),
    ],
)
def test_the_language_is_the_notes_or_else_the_workspaces(
    tmp_path: Path, settings: str, keys: dict[str, str], expected: set[str]
) -> None:
    write_note(tmp_path, MINIMAL | keys)
    write_file(tmp_path, "presales.yaml", settings)
    _, files = build_all(tmp_path)

    assert {path.split(".")[-2] for path in documents(files)} == expected


def test_languages_and_formats_may_be_asked_for(tmp_path: Path) -> None:
    write_note(tmp_path, MINIMAL)
    memory = Memory()
    build_with(
        tmp_path, Request(DAY, kinds=(RETROSPECTIVE,), formats=(Format.HTML,), languages=("en", "zh")), memory
    )

    assert documents(memory.files) == [f"{ID}/retrospective.en.html", f"{ID}/retrospective.zh.html"]


def test_formats_are_the_workspaces_where_none_are_asked_for(tmp_path: Path) -> None:
    write_note(tmp_path, MINIMAL)
    write_file(tmp_path, "presales.yaml", "formats: [html]\n")
    memory = Memory()
    build_with(tmp_path, Request(DAY), memory)

    assert documents(memory.files) == sorted(f"{stem}.html" for stem in STEMS)


def test_file_names_follow_the_pattern_of_the_workspace(tmp_path: Path) -> None:
    write_note(tmp_path, MINIMAL | FULL)
    write_file(tmp_path, "presales.yaml", "names: {note: '{lang}/{id}/售前 {document}'}\n")
    _, files = build_all(tmp_path, kinds=(RETROSPECTIVE,), languages=("zh",))

    assert sorted(files) == [
        f"zh/{ID}/figures/售前 retrospective.milestones.svg",
        *(f"zh/{ID}/售前 retrospective.{ending}" for ending in ("docx", "html", "md")),
    ]
    assert (
        "](figures/售前%20retrospective.milestones.svg " in files[f"zh/{ID}/售前 retrospective.md"].decode()
    )


@pytest.mark.parametrize("pattern", ["{id}-{document}.{lang}", "{lang}/{document}-{id}"])
def test_no_pattern_puts_the_id_into_the_name_of_a_customer_file(tmp_path: Path, pattern: str) -> None:
    write_note(tmp_path, MINIMAL | SHARED)
    write_file(tmp_path, "presales.yaml", f'names: {{note: "{pattern}"}}\n')
    report, files = build_all(tmp_path)

    assert (errors_of(report), files) == ([("presales.yaml", "bad_path")], {})


def test_names_of_customer_staff_are_shown_only_where_they_were_asked_for(tmp_path: Path) -> None:
    write_note(tmp_path, MINIMAL | {"stakeholders": [{"role": "head of IT", "name": "陈工程师"}]})
    hidden, shown = (
        build_all(tmp_path, show_names=names)[1][f"{STEMS[0]}.md"].decode() for names in (False, True)
    )

    assert ("陈工程师" in hidden, "head of IT（陈工程师）" in shown) == (False, True)


# ── The day ──


def test_a_note_of_a_later_day_is_skipped(tmp_path: Path) -> None:
    write_note(tmp_path, MINIMAL)
    before, _ = build_all(tmp_path, day=day("2026-05-19"))
    on, files = build_all(tmp_path, day=day("2026-05-20"))

    assert (before.counts, before.files) == (Counts(1, 0, 0, 1), ())
    assert (on.counts, len(documents(files))) == (Counts(1, 1, 0, 0), 6)


def test_nothing_later_than_the_day_stands_in_any_file(tmp_path: Path) -> None:
    write_note(tmp_path, MINIMAL | FULL)
    _, files = build_all(tmp_path, day=day("2026-06-01"), languages=("en", "zh"))
    readers = {"md": words_of_markdown, "docx": words_of_docx, "html": words_of_html}
    later = ("2026-06-05", "2026-07-03", "after the visit", "under pressure")
    found = {
        (path, text)
        for path in documents(files)
        for text in later
        if text in readers[path.rpartition(".")[2]](files[path])
    }

    assert len(documents(files)) == 12
    assert found == set()


# ── One mistake never stops the others ──


def test_counts_add_up(tmp_path: Path) -> None:
    for name in ("2026-01-good", "2026-02-good", "2026-03-unasked"):
        write_note(tmp_path, named(name))
    write_note(tmp_path, named("2026-04-later", date="2026-12-01"))
    write_note(tmp_path, named("2026-05-bad", products=[]))
    write_file(tmp_path, "engagements/2026-06-binary.yaml", b"\x00\xff\xfe")
    write_file(tmp_path, "engagements/2026-07-picture.yaml", (tmp_path / "engagements/2026-01-good.yaml").read_bytes()
               .replace(b"2026-01-good", b"2026-07-picture").replace(b'"commitments"', b'"attachments": [{"file": "no.png", "caption": "c"}], "commitments"'))  # fmt: skip
    (tmp_path / "engagements" / "2026-08-gone.yaml").symlink_to(tmp_path / "nowhere.yaml")
    everything, _ = build_all(tmp_path)
    asked = ("2026-01-good", "2026-05-bad", "2026-04-later", "2026-07-picture")
    some, files = build_all(tmp_path, notes=asked)

    assert everything.counts == Counts(read=8, used=3, with_problems=4, skipped=1)
    assert some.counts == Counts(read=8, used=1, with_problems=3, skipped=4)
    assert {path.split("/")[0] for path in files} == {"2026-01-good"}


def test_problems_are_those_of_the_notes_that_were_asked_for_and_of_what_all_share(tmp_path: Path) -> None:
    write_note(tmp_path, named("2026-01-good"))
    write_note(tmp_path, named("2026-02-bad", products=[]))
    write_file(tmp_path, "templates/retrospektive.md.j2", "x")
    report, _ = build_all(tmp_path, notes=("2026-01-good",))
    other, files = build_all(tmp_path, notes=("2026-02-bad",))

    assert errors_of(report) == [("templates/retrospektive.md.j2", "unknown_template")]
    assert {path for path, _ in errors_of(other)} == {
        "engagements/2026-02-bad.yaml",
        "templates/retrospektive.md.j2",
    }
    assert files == {}


def test_a_mistake_of_a_template_is_told_once_and_other_documents_are_made(tmp_path: Path) -> None:
    for name in ("2026-01-one", "2026-02-two", "2026-03-three"):
        write_note(tmp_path, named(name))
    write_file(tmp_path, "templates/risk-memo.md.j2", "# {{ view.title }}\n\n{{ view.titel }}\n")
    report, files = build_all(tmp_path, languages=("zh", "en"))
    (problem,) = (problem for problem in report.problems if problem.severity == "error")

    assert (problem.path, problem.line, problem.code) == ("templates/risk-memo.md.j2", 3, "template_name")
    assert {path.split("/")[1].split(".")[0] for path in documents(files)} == {"retrospective"}
    assert report.counts == Counts(3, 3, 0, 0)


def test_a_note_of_which_no_document_could_be_made_has_problems(tmp_path: Path) -> None:
    write_note(tmp_path, MINIMAL)
    write_file(tmp_path, "templates/retrospective.md.j2", "{{ nothing }}")
    report, files = build_all(tmp_path, kinds=(RETROSPECTIVE,))

    assert (report.counts, files) == (Counts(1, 0, 1, 0), {})


def test_labels_that_cannot_be_read_stop_the_run_before_anything_is_written(tmp_path: Path) -> None:
    write_note(tmp_path, MINIMAL)
    write_file(tmp_path, "templates/labels/en.yaml", "common:\n  moer: x\n")
    write_file(tmp_path, "templates/labels/zh.yaml", b"\xff\xfe\x00")
    report, files = build_all(tmp_path)

    assert {path for path, _ in errors_of(report)} == {"templates/labels/en.yaml", "templates/labels/zh.yaml"}
    assert (files, report.counts) == ({}, Counts(1, 0, 0, 1))


def test_a_bug_tells_which_note_it_was_working_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_args: object) -> None:
        raise KeyError("ours")

    monkeypatch.setattr("generator.build.run.render_files", broken)
    write_note(tmp_path, MINIMAL)
    with pytest.raises(KeyError) as raised:
        build_all(tmp_path)

    assert raised.value.__notes__ == [f"while working on engagements/{ID}.yaml"]


def test_an_unknown_note_is_told_before_anything_is_written(tmp_path: Path) -> None:
    write_note(tmp_path, MINIMAL)
    memory = Memory()

    with pytest.raises(UnknownNoteError):
        build_with(tmp_path, Request(DAY, notes=(ID, "nothing")), memory)
    assert memory.files == {}


def test_progress_is_told_note_by_note(tmp_path: Path) -> None:
    for name in ("2026-01-one", "2026-02-two"):
        write_note(tmp_path, named(name))
    told: list[tuple[int, int]] = []
    build(read_workspace(tmp_path), Request(DAY), Memory(), lambda done, of: told.append((done, of)))

    assert told == [(1, 2), (2, 2)]


# ── Values of every size and kind ──


@pytest.mark.parametrize("language", ["zh", "en"])
def test_numbers_as_long_as_a_note_may_write_them_are_no_trouble(tmp_path: Path, language: Language) -> None:
    huge, tiny = "9" * 27, "0." + "0" * 24 + "1"
    risk = FULL["risks"][0] | SHARED["risks"][0] | {"cost_exposure": f"{huge} 亿"}
    exclusion = FULL["commitments"][2] | {
        "shareable": "true",
        "customer_text": "write-back",
        "extra_cost": f"{huge} 亿",
    }
    note = MINIMAL | FULL | {
        "deal": {"amount": tiny},
        "roi": {"investment": huge, "benefits": [{"quantity": f"{huge} 亿", "unit_value": f"{huge} 亿"}, {"quantity": tiny, "unit_value": tiny, "own_estimate": "yes"}]},
        "risks": [risk],
        "commitments": [exclusion],
        "options": [{"name": "n", "cost": tiny, "weeks": huge}],
        "intel": {},
    }  # fmt: skip
    write_note(tmp_path, note)
    report, files = build_all(tmp_path, languages=(language,))

    assert errors_of(report) == []
    assert len(documents(files)) == 9


def test_an_html_sign_or_a_quote_in_every_name_is_no_trouble(tmp_path: Path) -> None:
    write_note(tmp_path, MINIMAL | {"title": 'R&D <b>"x"</b> 100%', "reviewed_by": "O'Neil & Söhne"})
    report, files = build_all(tmp_path, kinds=(RETROSPECTIVE,), languages=("en",))

    assert errors_of(report) == []
    assert b"<title>R&amp;D &lt;b&gt;&#34;x&#34;&lt;/b&gt; 100%" in files[f"{ID}/retrospective.en.html"]
