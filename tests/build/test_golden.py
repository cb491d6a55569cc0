"""What the documents of four sample notes are, byte by byte: read the difference before it becomes the new truth."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from tests.build.building import build_all, errors_of
from tests.golden_files import Golden, parts_of

ROOT = Path(__file__).parents[2]
FULL = ("2026-05-yunpu-machinery", "2026-05-meridian-clinics")
MINIMAL = ("2026-09-muyun-property", "2026-10-aurora-foods")
WORD = "2026-05-yunpu-machinery/retrospective.zh"


@cache
def built() -> dict[str, bytes]:
    report, files = build_all(ROOT, notes=(*FULL, *MINIMAL))

    assert errors_of(report) == []
    return files


@pytest.mark.parametrize("name", [*FULL, *MINIMAL])
def test_markdown_html_and_figures_are_those_that_were_read_last(name: str, golden: Golden) -> None:
    made = {
        path.partition("/")[2]: data
        for path, data in built().items()
        if path.startswith(f"{name}/") and not path.endswith(".docx")
    }

    golden.check(f"documents/{name}", made)


def test_the_parts_of_a_word_file_are_those_that_were_read_last(golden: Golden) -> None:
    golden.check("word", parts_of("retrospective.zh.docx", built()[f"{WORD}.docx"]))
