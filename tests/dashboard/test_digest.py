"""What `digest --format json` prints is what its schema says, for every month and for partners."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from jsonschema import Draft7Validator

from generator.build.digest_facts import month_span
from generator.build.digests import DigestRequest, read_digest
from generator.dashboard import DigestData, digest_data, render_digest_schema, render_json, rows_of
from generator.views.digest.subject import Audience
from generator.workspace.places import read_workspace
from tests.build.building import write_note
from tests.builders import MINIMAL

ROOT = Path(__file__).parents[2]
SCHEMA = Draft7Validator(json.loads(render_digest_schema()))
KEYS = [
    "schema", "month", "as_of", "audience", "notes", "themes", "repeats", "commitments", "over_promise", "risks",
    "requirements", "calibration", "gaps", "intel", "focus", "actions", "reuse", "others",
]  # fmt: skip


def printed(root: Path, month: int, audience: Audience = Audience.COMPANY) -> str:
    span = month_span(2026, month, date(2026, 11, 25))
    assert span is not None
    facts = read_digest(read_workspace(root), DigestRequest(span, audience)).facts
    assert facts is not None
    return render_json(digest_data(facts))


@pytest.mark.parametrize("audience", Audience)
@pytest.mark.parametrize("month", [1, 6, 10, 11])
def test_every_digest_keeps_to_the_schema(month: int, audience: Audience) -> None:
    data = json.loads(printed(ROOT, month, audience))

    SCHEMA.validate(data)
    assert list(data) == KEYS


def test_a_rate_has_the_keys_of_the_contract() -> None:
    kept = json.loads(printed(ROOT, 10))["commitments"]["kept_on_time"]

    assert list(kept) == ["k", "n", "low", "high", "ids", "left_out"]
    assert (kept["k"], kept["n"]) == (24, 39)


def test_partners_read_no_id_of_a_note() -> None:
    ids = {path.stem for path in (ROOT / "engagements").rglob("*.yaml")}
    text = printed(ROOT, 10, Audience.PARTNER)

    assert [name for name in sorted(ids) if name in text] == []
    assert '"note-1"' in text


def test_without_notes_there_is_every_key_and_nothing_in_it(tmp_path: Path) -> None:
    (tmp_path / "presales.yaml").touch()
    data = json.loads(printed(tmp_path, 10))

    SCHEMA.validate(data)
    assert data["themes"] == data["gaps"] == data["focus"] == []


def test_a_note_without_optional_parts_gives_data(tmp_path: Path) -> None:
    write_note(tmp_path, MINIMAL)
    data = json.loads(printed(tmp_path, 5))

    SCHEMA.validate(data)
    assert [row["theme"] for row in data["themes"]] == ["intel_gap"]
    assert data["focus"][0]["presales"] is None


def test_every_field_of_the_manual_has_its_meaning_in_both_languages() -> None:
    rows = rows_of(DigestData)

    assert len(rows) > 150
    assert [row.path for row in rows if not (row.meaning.zh and row.meaning.en)] == []
    assert len({row.path for row in rows}) == len(rows)
