"""The built-in base document, read once."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.word import Base, read_base

BUILT_IN = Path(__file__).parents[2] / "templates" / "base.docx"


@pytest.fixture(scope="session")
def built_in() -> bytes:
    return BUILT_IN.read_bytes()


@pytest.fixture(scope="session")
def base(built_in: bytes) -> Base:
    return read_base(built_in)
