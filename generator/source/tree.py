"""Text -> a tree of nodes that remember where they stand. The only module that runs the YAML parser.

Scalars stay as typed: what `no`, `1.10` or `010` means is decided by the key that holds it, never by YAML.
Anchors, aliases, foreign tags, second documents and absurd nesting are refused while events come in, so that
no file can grow in memory. Nodes are named tuples: a note has thousands, and making a frozen dataclass takes
five times as long.
"""

from __future__ import annotations

import re
from collections import abc
from collections.abc import Callable
from typing import Any, NamedTuple

import yaml

from generator.source import faults
from generator.source.faults import Fault, RefusedFaultError, SyntaxFaultError
from generator.source.text import Source

MAX_DEPTH = 24
# A full note holds about 2,000.
MAX_VALUES = 20_000
_NULLS = frozenset({"", "~", "null", "Null", "NULL"})
_STANDARD_TAGS = frozenset(
    f"tag:yaml.org,2002:{name}" for name in ("str", "int", "float", "bool", "null", "seq", "map", "timestamp")
)
_ODD = re.compile("^[-•·–—－]|[：\u3000\u00a0]")
# libyaml where the installed PyYAML carries it, else the same reading in pure Python, ten times slower.
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Scalar(NamedTuple):
    """start and end are offsets into the source's text; end is after the value, quotes included."""

    text: str
    plain: bool
    start: int
    end: int

    @property
    def is_null(self) -> bool:
        return self.plain and self.text in _NULLS


class Entry(NamedTuple):
    key: Scalar
    value: Node


class Mapping(NamedTuple):
    """Keys in the order of the text; later ones of the same name were reported and dropped."""

    entries: abc.Mapping[str, Entry]
    start: int
    flow: bool


class Sequence(NamedTuple):
    items: tuple[Node, ...]
    start: int
    flow: bool


Node = Scalar | Mapping | Sequence


class Tree(NamedTuple):
    """faults did not stop the reading. odd_keys look as if a mark were meant in them, such as a full-width colon."""

    root: Node
    faults: tuple[Fault, ...]
    odd_keys: tuple[Scalar, ...]


NOTHING = Mapping({}, 0, flow=False)


def is_null(node: Node) -> bool:
    """Whether nothing was written: no value, `~` or a plain `null`."""
    return isinstance(node, Scalar) and node.is_null


def read_tree(source: Source) -> Tree:
    """Raises SyntaxFaultError or RefusedFaultError where the text cannot be read to its end."""
    loader = _LOADER(source.text)
    try:
        builder = _Builder(loader.get_event)
        root = builder.root()
        return Tree(root, tuple(builder.faults), tuple(builder.odd_keys))
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        index = mark.index if mark else 0
        opened_at = error.context_mark.index if error.context_mark else index
        raise SyntaxFaultError(index, error.problem or "", opened_at) from None
    finally:
        loader.dispose()


class _Builder:
    """Recursive descent over parser events; depth is bounded by MAX_DEPTH."""

    def __init__(self, next_event: Callable[[], Any]) -> None:
        self.next_event = next_event
        self.faults: list[Fault] = []
        self.odd_keys: list[Scalar] = []
        self.values_left = MAX_VALUES

    def root(self) -> Node:
        event = self._next_content()
        if event is None:
            return NOTHING
        node = self._node(event, 0)
        extra = self._next_content()
        if extra is not None:
            raise RefusedFaultError(faults.several_documents(extra.start_mark.index))
        return NOTHING if is_null(node) else node

    def _next_content(self) -> Any:
        """The first event of the next document's content, None where the text ends."""
        while True:
            event = self.next_event()
            if isinstance(event, yaml.NodeEvent):
                return event
            if isinstance(event, yaml.StreamEndEvent):
                return None

    def _node(self, event: Any, depth: int) -> Node:
        kind = type(event)
        if kind is yaml.AliasEvent or event.anchor or event.tag:
            _refuse(event)
        start = event.start_mark.index
        self.values_left -= 1
        if not self.values_left:
            raise RefusedFaultError(faults.too_many_values(start, MAX_VALUES))
        if kind is yaml.ScalarEvent:
            plain = not event.style and event.implicit[0]
            return Scalar(event.value, plain, start, event.end_mark.index)
        if depth > MAX_DEPTH:
            raise RefusedFaultError(faults.too_deep(start, MAX_DEPTH))
        if kind is yaml.SequenceStartEvent:
            return Sequence(self._items(depth + 1), start, bool(event.flow_style))
        return Mapping(self._entries(depth + 1), start, bool(event.flow_style))

    def _items(self, depth: int) -> tuple[Node, ...]:
        items = []
        event = self.next_event()
        while type(event) is not yaml.SequenceEndEvent:
            items.append(self._node(event, depth))
            event = self.next_event()
        return tuple(items)

    def _entries(self, depth: int) -> dict[str, Entry]:
        entries: dict[str, Entry] = {}
        event = self.next_event()
        while type(event) is not yaml.MappingEndEvent:
            key = self._node(event, depth)
            value = self._node(self.next_event(), depth)
            if not isinstance(key, Scalar):
                self.faults.append(faults.key_not_text(key.start))
            elif key.text in entries:
                self.faults.append(faults.duplicate_key(key.start, key.text))
            else:
                entries[key.text] = Entry(key, value)
                if not key.text.isidentifier() and key.plain and _ODD.search(key.text):
                    self.odd_keys.append(key)
            event = self.next_event()
        return entries


def _refuse(event: Any) -> None:
    index = event.start_mark.index
    if type(event) is yaml.AliasEvent:
        raise RefusedFaultError(faults.alias(index))
    if event.anchor:
        raise RefusedFaultError(faults.anchor(index))
    if event.tag not in _STANDARD_TAGS:
        raise RefusedFaultError(faults.tag(index))
