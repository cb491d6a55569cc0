"""Texts read as trees, for tests."""

from __future__ import annotations

from typing import Any

from generator.source.faults import Fault, RefusedFaultError, SyntaxFaultError
from generator.source.text import Source
from generator.source.tree import Mapping, Node, Scalar, Sequence, Tree, read_tree


def tree(text: str) -> Tree:
    return read_tree(Source("a.yaml", text))


def root(text: str) -> Node:
    return tree(text).root


def plain(node: Node) -> Any:
    """A tree as lists, dicts and the typed characters, nulls included."""
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    assert isinstance(node, Mapping)
    return {name: plain(entry.value) for name, entry in node.entries.items()}


def refusal(text: str) -> Fault:
    try:
        read_tree(Source("a.yaml", text))
    except RefusedFaultError as error:
        return error.fault
    raise AssertionError("was read")


def syntax_error(text: str) -> SyntaxFaultError:
    try:
        read_tree(Source("a.yaml", text))
    except SyntaxFaultError as error:
        return error
    raise AssertionError("was read")
