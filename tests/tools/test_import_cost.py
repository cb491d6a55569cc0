"""Every run-time dependency is measured and explained."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

from tools.import_cost import STATEMENTS, import_ms

ROOT = Path(__file__).parents[2]


def declared() -> list[str]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    return [requirement.partition(">=")[0] for requirement in project["dependencies"]]


def test_every_dependency_is_measured() -> None:
    assert sorted(STATEMENTS) == sorted(declared())


def test_every_dependency_is_explained() -> None:
    page = (ROOT / "docs" / "dependencies.md").read_text("utf-8")
    explained = re.findall(r"^\| `([^`]+)`", page.partition("## For tests")[0], re.MULTILINE)

    assert explained == declared()


def test_an_import_is_timed_in_a_process_of_its_own() -> None:
    assert import_ms("pass") < import_ms("import json")
    assert import_ms("pass") < import_ms("import json")
