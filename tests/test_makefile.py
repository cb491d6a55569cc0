"""`make help` knows every target that people call."""

from __future__ import annotations

import re
from pathlib import Path

MAKEFILE = (Path(__file__).parents[1] / "Makefile").read_text("utf-8")


def test_every_target_has_its_line_of_help() -> None:
    phony = re.findall(r"^\.PHONY: (.*)$", MAKEFILE, re.MULTILINE)
    explained = re.findall(r"^([a-z]+):.*## \S", MAKEFILE, re.MULTILINE)

    assert [" ".join(explained)] == phony


def test_the_day_of_the_samples_is_fixed() -> None:
    assert re.findall(r"^AS_OF \?= (.*)$", MAKEFILE, re.MULTILINE) == ["2026-11-25"]
