"""Where a workspace begins. Apart from the rest of the room, so that help and completion can look without its types."""

from __future__ import annotations

from pathlib import Path

CONFIG_NAME = "presales.yaml"


def find_root(start: Path) -> Path | None:
    """The nearest folder upward, start included, that holds presales.yaml."""
    start = start.resolve()
    return next((folder for folder in (start, *start.parents) if (folder / CONFIG_NAME).is_file()), None)
