"""A tree of nodes -> plain strings, lists and dicts, as the types of the format take them."""

from __future__ import annotations

from typing import Any

from generator.source.fields.blocks import TEAM_KEYS, TEAM_PREFIX
from generator.source.tree import Mapping, Node, Scalar, Sequence, is_null


def data_of(node: Node) -> Any:
    """Keys without a value are left out; `x-` keys are gathered under TEAM_KEYS."""
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Sequence):
        return [data_of(item) for item in node.items]
    data: dict[str, Any] = {}
    for name, (_, value) in node.entries.items():
        if is_null(value):
            continue
        if name.startswith(TEAM_PREFIX):
            data.setdefault(TEAM_KEYS, {})[name] = _as_typed(value)
        else:
            data[name] = data_of(value)
    return data


def _as_typed(node: Node) -> Any:
    """What a team wrote under a key of its own; empty values are left out there as well."""
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Mapping):
        return {name: _as_typed(value) for name, (_, value) in node.entries.items() if not is_null(value)}
    return [_as_typed(item) for item in node.items if not is_null(item)]
