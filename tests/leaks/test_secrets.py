from __future__ import annotations

import html
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.build.kinds import CUSTOMER_MEMO
from generator.build.run import Request
from generator.leaks import collect_names, collect_secrets, find_leaks
from generator.leaks.folding import fold, fold_numbers
from generator.notes.model import Engagement
from generator.notes.reader import NoteFile, read_notes
from tests.build.building import EVERY_FORMAT, Memory, build_all, build_with, write_note
from tests.builders import FULL, MINIMAL
from tests.judges import EXAMPLES, needs

DAY = date(2026, 11, 25)


def needles(note: dict[str, Any], *others: str) -> set[str]:
    files = tuple(NoteFile(f"engagements/other-{n}.yaml", text.encode()) for n, text in enumerate(others))
    names = collect_names(read_notes(files, DAY))
    found = collect_secrets(Engagement.model_validate(note), "engagements/own.yaml", names, ("确认",))
    return {secret.needle for secret in found.found}


def test_internal_texts_and_amounts_are_secrets_and_shared_ones_are_not() -> None:
    risk = FULL["risks"][0] | {"shareable": "true", "customer_text": "signals are checked one by one"}
    found = needles(MINIMAL | FULL | {"risks": [risk]})

    assert {"oldcontrollersstayclosed", "underpressure", "torn", "980000", "98万"} <= found
    assert "signalsarecheckedonebyone" not in found
    assert "harbourworks" not in found


def test_a_value_that_stands_in_an_allowed_field_passes() -> None:
    note = MINIMAL | {"title": "write-back for the line", "notes": "write-back"}

    assert "write-back" not in needles(note)


def test_names_in_a_broken_note_are_recovered() -> None:
    broken = (
        "id: x\ncustomer: {name: 鸱鸺精密, industry: a}\nstakeholders:\n  - {role: r, name: 陈总}\nbad: [\n"
    )

    assert {"鸱鸺精密", "陈总"} <= needles(MINIMAL, broken)


@pytest.mark.parametrize(
    "line",
    [
        "  name：鸱鸺精密",
        "  name : 鸱鸺精密",
        '  "name": 鸱鸺精密',
        "  name: “鸱鸺精密”",
        "  name:\n    鸱鸺精密",
        "  name: 鸱鸺精密，industry: 机加工",
        "  name:　鸱鸺精密",
    ],
)
def test_names_are_recovered_however_they_are_mistyped(line: str) -> None:
    found = needles(MINIMAL, f"id: x\ncustomer:\n{line}\n  industry: a\nbad: [\n")

    assert "鸱鸺精密" in found
    assert not {"industry", "industry:a", "机加工"} & found


@pytest.mark.parametrize("encoding", ["gbk", "utf-16", "utf-16-le", "utf-16-be", "utf-8-sig"])
def test_names_are_recovered_from_notes_in_another_encoding(encoding: str) -> None:
    text = "id: x\ncustomer:\n  name: 索拉零售\n  industry: a\nbad: [\n"
    names = collect_names(read_notes((NoteFile("engagements/o.yaml", text.encode(encoding)),), DAY))

    assert "索拉零售" in {secret.needle for found in names for secret in found.secrets}


def test_a_label_of_the_team_is_searched_like_all_that_is_typed(tmp_path: Path) -> None:
    write_note(tmp_path, MINIMAL | FULL | {"language": "en"})
    labels = tmp_path / "templates" / "labels"
    labels.mkdir(parents=True)
    (labels / "en.yaml").write_text("customer_memo:\n  sections:\n    scope: Torn\n", encoding="utf-8")
    report, files = build_all(tmp_path, kinds=(CUSTOMER_MEMO,))

    assert files == {}
    assert [p.code for p in report.problems if p.severity == "error"] == ["leak"]


def leaking(**overrides: Any) -> dict[str, Any]:
    assumption = {"text": "Torn 的演示回避了老设备", "shareable": "true"}
    return MINIMAL | FULL | {"assumptions": [assumption], "language": "zh"} | overrides


def test_a_leak_is_named_with_its_place_and_nothing_is_written(tmp_path: Path) -> None:
    write_note(tmp_path, leaking())
    report, files = build_all(tmp_path, kinds=(CUSTOMER_MEMO,))
    leak = report.problems[-1]

    assert files == {}
    assert {(p.code, p.key) for p in report.problems if p.code == "leak"} == {
        ("leak", "intel.competitors.list[0].name")
    }
    assert "Torn" in leak.message.zh
    assert leak.line > 1


def test_the_note_lets_a_value_pass_with_a_reason(tmp_path: Path) -> None:
    share = {"allow": [{"value": "Torn", "reason": "客户自己写进了招标文件"}]}
    write_note(tmp_path, leaking(customer_share=share))
    _, files = build_all(tmp_path, kinds=(CUSTOMER_MEMO,))

    assert sorted(path.rpartition(".")[2] for path in files if "figures" not in path) == [
        "docx",
        "html",
        "md",
    ]


def test_a_team_template_that_types_something_internal_is_caught(tmp_path: Path) -> None:
    write_note(tmp_path, MINIMAL | FULL)
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "customer-memo.md.j2").write_text("# t\n\nbetter than Torn\n")
    report, files = build_all(tmp_path, kinds=(CUSTOMER_MEMO,))

    assert files == {}
    assert [p.code for p in report.problems if p.severity == "error"] == ["leak"]


def test_a_template_cannot_print_what_the_view_lacks(tmp_path: Path) -> None:
    write_note(tmp_path, MINIMAL | FULL)
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "customer-memo.md.j2").write_text("# t\n\n{{ view.win_scores }}\n")
    report, files = build_all(tmp_path, kinds=(CUSTOMER_MEMO,))
    problem = next(p for p in report.problems if p.severity == "error")

    assert files == {}
    assert (problem.path, problem.line) == ("templates/customer-memo.md.j2", 3)


def allowing(*values: str, **overrides: Any) -> dict[str, Any]:
    share = {"allow": [{"value": value, "reason": "they know"} for value in values]}
    return MINIMAL | FULL | {"customer_share": share} | overrides


@pytest.mark.parametrize("value", ["98万", "980,000", "CNY 980 K", "total 980000, as agreed"])
def test_an_amount_that_may_pass_passes_in_all_its_spellings(value: str) -> None:
    assert {"98万", "980000", "980k"} & needles(allowing(value)) == set()


def test_an_amount_within_a_longer_one_on_the_list_does_not_pass() -> None:
    cost = {"deal": {"amount": "18万"}}

    assert {"18万", "180000"} <= needles(allowing("118万", **cost))
    assert "180000" in needles(allowing("1180000", **cost))


def test_a_text_on_the_list_lets_its_parts_pass_and_no_more() -> None:
    other = "id: x\ncustomer: {name: Quay Bank, industry: a}\nbad: [\n"

    assert "torn" not in needles(allowing("as Torn wrote in the tender"))
    assert "quaybank" not in needles(allowing("Quay  BANK"), other)
    assert "quaybank" in needles(allowing("Quay"), other)


def test_the_reason_lets_nothing_pass_and_is_internal_itself() -> None:
    share = {"allow": [{"value": "x1", "reason": "Torn told them so"}]}

    assert "torn" in needles(MINIMAL | FULL | {"customer_share": share})


def test_the_file_name_of_a_picture_is_internal() -> None:
    picture = {"file": "pictures/torn-offer.png", "caption": "the line", "shareable": "true"}
    found = needles(MINIMAL | {"attachments": [picture]})

    assert "pictures/torn-offer.png" in found
    assert "theline" not in found


TEXTS = st.text(
    st.characters(codec="utf-8", exclude_categories=["C"]) | st.sampled_from("客户预算报价万元K1,. \n"),
    max_size=40,
)


@given(st.lists(TEXTS, max_size=5), st.sampled_from(["memo.md", "memo.html"]))
def test_texts_that_hold_no_secret_raise_no_alarm(texts: list[str], path: str) -> None:
    """Whatever characters stand in what may appear, only a secret itself is found."""
    note = Engagement.model_validate(MINIMAL | FULL | {"language": "en"})
    secrets = collect_secrets(note, "a.yaml", (), ())
    typed = [
        text
        for text in texts
        if not any(s.needle in fold(text) or s.needle in fold_numbers(text) for s in secrets.found)
    ]
    shown = (
        "\n\n".join(typed)
        if path.endswith(".md")
        else "".join(f"<p>{html.escape(text)}</p>" for text in typed)
    )

    assert [leak.secret.needle for leak in find_leaks(path, shown.encode(), secrets)] == []


SAMPLES = Path(__file__).parents[2]
NAMES = ("full-zh", "full-en", "minimal-zh", "minimal-en")


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize(
    "folder",
    [
        pytest.param(SAMPLES, id="samples"),
        *(pytest.param(EXAMPLES / name, id=name, marks=needs("examples")) for name in NAMES),
    ],
)
def test_no_sample_and_no_example_raises_an_alarm(folder: Path, language: Any) -> None:
    memory = Memory()
    request = Request(DAY, kinds=(CUSTOMER_MEMO,), formats=EVERY_FORMAT, languages=(language,))
    report = build_with(folder, request, memory)

    assert [problem for problem in report.problems if problem.code == "leak"] == []
    assert any(path.endswith(f"customer-memo.{language}.docx") for path in memory.files)
