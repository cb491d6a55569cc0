from __future__ import annotations

from pathlib import Path

from tests.build.building import build_all, write_note
from tests.builders import MINIMAL


def test_nothing_is_written_by_defaults_in_the_place_of_broken_settings(tmp_path: Path) -> None:
    write_note(tmp_path, MINIMAL)
    (tmp_path / "presales.yaml").write_text("languge: zh\n")
    report, files = build_all(tmp_path)

    assert files == {}
    assert [(p.path, p.code) for p in report.problems if p.severity == "error"] == [
        ("presales.yaml", "unknown_key")
    ]
