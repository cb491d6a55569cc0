"""Makes the base documents of the tests. Run from the repository: `python -m tests.bases.make`."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from tests.bases.corporate import render_corporate
from tests.bases.official import render_official

FOLDER = Path(__file__).parent
BASES: dict[str, Callable[[], bytes]] = {"official": render_official, "corporate": render_corporate}


def path_of(name: str) -> Path:
    return FOLDER / f"{name}.docx"


if __name__ == "__main__":
    for name, render in BASES.items():
        path_of(name).write_bytes(render())
        print(f"{path_of(name).name}: {path_of(name).stat().st_size} bytes")
