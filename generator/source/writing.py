"""A tree of nodes -> YAML text that reads back as the same tree: nothing that was not read, such as comments, is in it."""

from __future__ import annotations

import re
from typing import Any

import yaml
from yaml.resolver import BaseResolver, Resolver

from generator.source.tree import Mapping, Node, Scalar

_WIDTH = 116
# Only escapes keep these from being taken for an end of the line.
_ODD_BREAKS = re.compile("[\x85\u2028\u2029]")
_TEXT = BaseResolver.DEFAULT_SCALAR_TAG
# The types of PyYAML leave out what it gives.
_RESOLVER: Any = Resolver()


def render_yaml(node: Node) -> str:
    """Order, flow style and what was quoted are kept; several lines of text stand as a block."""
    # The writer of libyaml breaks lines elsewhere, so that texts would differ between machines.
    return str(yaml.serialize(_node(node), Dumper=yaml.SafeDumper, allow_unicode=True, width=_WIDTH))


def _node(node: Node) -> yaml.Node:
    if isinstance(node, Scalar):
        return _scalar(node)
    if isinstance(node, Mapping):
        pairs = [(_scalar(entry.key), _node(entry.value)) for entry in node.entries.values()]
        return yaml.MappingNode(BaseResolver.DEFAULT_MAPPING_TAG, pairs, flow_style=node.flow or not pairs)
    items = [_node(item) for item in node.items]
    return yaml.SequenceNode(BaseResolver.DEFAULT_SEQUENCE_TAG, items, flow_style=node.flow or not items)


def _scalar(scalar: Scalar) -> yaml.ScalarNode:
    """What was plain stays plain where it can: a number in quotes would be text, `null` would be a word."""
    style = "|" if "\n" in scalar.text else None
    if _ODD_BREAKS.search(scalar.text):
        style = '"'
    tag = str(_RESOLVER.resolve(yaml.ScalarNode, scalar.text, (True, False))) if scalar.plain else _TEXT
    return yaml.ScalarNode(tag, scalar.text, style=style)
