"""Other repositories may use this one as a source of pre-commit hooks."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

HOOKS = yaml.safe_load((Path(__file__).parents[1] / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))


def test_the_hook_runs_a_command_that_exists() -> None:
    assert [(hook["id"], hook["entry"]) for hook in HOOKS] == [("presales-check", "presales check")]


@pytest.mark.parametrize(
    ("path", "looked_at"),
    [
        ("engagements/zh/2026-05-a.yaml", True),
        ("engagements/b.yml", True),
        ("presales.yaml", True),
        ("templates/labels/zh.yaml", True),
        ("docs/a.yaml", False),
        ("output/a.md", False),
    ],
)
def test_it_looks_at_what_check_reads(path: str, looked_at: bool) -> None:
    assert bool(re.search(HOOKS[0]["files"], path)) is looked_at
