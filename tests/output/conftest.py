"""A workspace's empty output/."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.output.workplace import Workplace


@pytest.fixture
def place(tmp_path: Path) -> Workplace:
    return Workplace(tmp_path / "output")
