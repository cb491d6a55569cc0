"""Blank lines: templates write them where it is convenient, Markdown has one between blocks."""

from __future__ import annotations

import re

_FENCE = re.compile(r" *(?:> ?)*(`{3,}|~{3,})")


def single_spaced(text: str) -> str:
    """One blank line between blocks, none at the start, one line break at the end; code keeps its lines."""
    lines: list[str] = []
    fence = ""
    for line in text.split("\n"):
        found = _FENCE.match(line)
        if not fence and not line.strip():
            if lines and lines[-1]:
                lines.append("")
            continue
        lines.append(line if fence else line.rstrip() if not line.endswith("  ") else line)
        if found and not fence:
            fence = found[1]
        elif found and found[1].startswith(fence) and line.strip("> ").rstrip() == found[1]:
            fence = ""
    return "\n".join(lines).strip("\n") + "\n"
