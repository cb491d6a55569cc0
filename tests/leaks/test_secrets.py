from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from generator.build.kinds import CUSTOMER_MEMO
from generator.leaks import collect_names, collect_secrets
from generator.notes.model import Engagement
from generator.notes.reader import NoteFile, read_notes
from tests.build.building import build_all, write_note
from tests.builders import FULL, MINIMAL

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
