"""Runs that write many files, to be started as processes of their own and killed: `python -m tests.output.builds`."""

from __future__ import annotations

import sys
from pathlib import Path

from generator.output import Fate, Output

PATHS = tuple(f"{number:03}/report.{kind}" for number in range(250) for kind in ("zh.md", "zh.docx"))


def content(path: str, version: str) -> bytes:
    """Some blocks long, so that a half file would be one."""
    return f"{path} {version}\n".encode() * 400


def build(root: Path, version: str) -> list[Fate]:
    """As a build does: what is current is not written."""
    with Output(root) as output:
        return [
            Fate.UNCHANGED
            if output.is_current(path, version)
            else output.write(path, content(path, version), inputs=version).fate
            for path in PATHS
        ]


if __name__ == "__main__":
    unwanted = {Fate.KEPT, Fate.FAILED}
    sys.exit(1 if unwanted & set(build(Path(sys.argv[1]), sys.argv[2])) else 0)
