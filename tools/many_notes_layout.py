"""How the notes that `tools.many_notes` makes are laid out: YAML as people write it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

_PLAIN = re.compile(r"[A-Za-z\u4e00-\u9fff][\w\u4e00-\u9fff /.+-]*")
_READ_AS_SOMETHING_ELSE = re.compile(r"(?i)true|false|yes|no|on|off|null|[\d.+-]+|.*\s")
_ON_A_LINE = frozenset(
    {"customer", "deal", "confidence", "budget_ceiling", "decision_chain", "timeline", "our_read"}
)
_ITEM_A_LINE = frozenset(
    {"stakeholders", "landing_requirements", "meetings", "milestones", "win_scores", "next_steps"}
)


def yaml_lines(value: Any, margin: str = "") -> Iterator[str]:
    """YAML in block style, some groups on a line as people write them."""
    for key, item in value.items():
        if key in _ON_A_LINE:
            yield f"{margin}{key}: {_scalar(item)}"
        elif key in _ITEM_A_LINE:
            yield f"{margin}{key}:"
            yield from (f"{margin}  - {_scalar(member)}" for member in item)
        elif isinstance(item, dict):
            yield f"{margin}{key}:"
            yield from yaml_lines(item, f"{margin}  ")
        elif isinstance(item, list) and item and isinstance(item[0], dict):
            yield f"{margin}{key}:"
            for member in item:
                first, *rest = yaml_lines(member)
                yield f"{margin}  - {first}"
                yield from (f"{margin}    {line}" for line in rest)
        else:
            yield f"{margin}{key}: {_scalar(item)}"


def _scalar(value: Any) -> str:
    if isinstance(value, list):
        return f"[{', '.join(map(_scalar, value))}]"
    if isinstance(value, dict):
        return f"{{{', '.join(f'{key}: {_scalar(item)}' for key, item in value.items())}}}"
    if isinstance(value, bool | int):
        return str(value).lower()
    plain = _PLAIN.fullmatch(value) and not _READ_AS_SOMETHING_ELSE.fullmatch(value)
    is_day = re.fullmatch(r"\d{4}-\d{2}-\d{2}", value)
    return value if plain or is_day else json.dumps(value, ensure_ascii=False)
