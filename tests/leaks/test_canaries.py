"""Nothing that is not on the allowlist is in any byte of a customer file, and everything that is on it is."""

from __future__ import annotations

import html
from pathlib import Path
from typing import Any

import pytest

from generator.build.kinds import CUSTOMER_MEMO
from generator.leaks.allowed import may_appear
from generator.notes.model import Engagement
from generator.source.findings import Loc
from tests.build.building import build_all, write_note
from tests.builders import MINIMAL
from tests.leaks.every_key import Canaries, spelled, write_every_key
from tests.word.reading import read_parts

OTHER = MINIMAL | {
    "id": "2026-01-other",
    "customer": {"name": "鸱鸺精密zqother", "industry": "x"},
    "lessons": [{"id": "L1", "kind": "keep", "theme": "intel_gap", "text": "text"}],
}
APPROVED = {"approved_by": "鸺批准人", "on": "2026-06-01"}
EVERY_GROUP = ["amounts", "needs_middle", "case_references", "customer_names"]
CLASSES = ("firm", "uncertain", "conditional", "out_of_scope")


def build_memo(root: Path, **overrides: Any) -> tuple[Engagement, Canaries, dict[str, bytes]]:
    """The note and every byte string of its customer memos, parts of packages one by one."""
    note, canaries = write_every_key(overrides)
    write_note(root, OTHER)
    write_note(root, note)
    report, files = build_all(root, languages=("zh", "en"), kinds=(CUSTOMER_MEMO,), notes=(note["id"],))

    assert [p for p in report.problems if p.severity == "error"] == []
    parts: dict[str, bytes] = {}
    for path, data in files.items():
        assert "/customer-memo." in path or "/figures/" in path
        parts |= {f"{path}/{name}": part for name, part in _parts(data).items()}
    return _read(note), canaries, parts


def _parts(data: bytes) -> dict[str, bytes]:
    return read_parts(data) if data.startswith(b"PK") else {"": data}


def _read(note: dict[str, Any]) -> Engagement:
    return Engagement.model_validate(_as_typed(note))


def _as_typed(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _as_typed(item) for key, item in value.items() if not key.startswith("x-")}
    return [_as_typed(item) for item in value] if isinstance(value, list) else value


def standing(canary: str, parts: dict[str, bytes]) -> set[str]:
    """The parts whose bytes hold the canary, however it is spelled."""
    spellings = list(spelled(canary)) if canary.isdigit() else [canary]
    return {
        name
        for name, data in parts.items()
        if any(s in html.unescape(data.decode("utf-8", "ignore")) for s in spellings)
    }


@pytest.mark.parametrize("cls", CLASSES)
@pytest.mark.parametrize("share", ["", {**APPROVED, "include": EVERY_GROUP}], ids=["draft", "approved"])
def test_no_canary_outside_the_allowlist_is_in_any_byte(tmp_path: Path, cls: str, share: Any) -> None:
    engagement, canaries, parts = build_memo(
        tmp_path, **{"commitments[].class": cls, "customer_share": share}
    )
    hidden = {loc: text for loc, text in canaries.at.items() if not _may(engagement, loc)}
    found = {loc: names for loc, text in hidden.items() if (names := standing(text, parts))}

    assert len(hidden) > 120
    assert found == {}
    assert standing("鸱鸺精密zqother", parts) == set()
    assert standing("2026-05-canary", {name.partition("/")[2]: data for name, data in parts.items()}) == set()


def _may(engagement: Engagement, loc: Loc) -> bool:
    return "x-team" not in loc and may_appear(engagement, loc)


# Where the memo prints one of two allowed texts, the other is not missed.
NOT_PRINTED = {("needs", 0, "said"), ("commitments", 0, "said")}


@pytest.mark.parametrize("cls", ["firm", "conditional", "out_of_scope"])
def test_every_canary_on_the_allowlist_is_in_every_format(tmp_path: Path, cls: str) -> None:
    share = {**APPROVED, "include": EVERY_GROUP}
    engagement, canaries, parts = build_memo(
        tmp_path, **{"commitments[].class": cls, "customer_share": share}
    )
    shown = {loc: text for loc, text in canaries.at.items() if _may(engagement, loc)}
    missing = {
        (loc, ending)
        for loc, text in shown.items()
        if loc not in NOT_PRINTED
        for ending in (".zh.md", ".en.md", ".zh.html", ".en.html", ".zh.docx", ".en.docx")
        if not any(ending in name for name in standing(text, parts))
    }

    assert len(shown) > 15
    assert missing == set()
