"""Text -> a tree of nodes that remember where they stand. The only module that runs the YAML parser.

Scalars stay as typed: what `no`, `1.10` or `010` means is decided by the key that holds it, never by YAML.
Anchors, aliases, foreign tags, second documents and absurd nesting are refused while events come in, so that
no file can grow in memory.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import yaml

from generator.errors import Bilingual
from generator.source.text import Source

MAX_DEPTH = 24
_NULLS = frozenset({"", "~", "null", "Null", "NULL"})
_STANDARD_TAGS = frozenset(
    f"tag:yaml.org,2002:{name}" for name in ("str", "int", "float", "bool", "null", "seq", "map", "timestamp")
)
# libyaml where the installed PyYAML carries it, else the same reading in pure Python, ten times slower.
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True)
class Scalar:
    """start and end are offsets into the source's text; end is after the value, quotes included."""

    text: str
    plain: bool
    start: int
    end: int

    @property
    def is_null(self) -> bool:
        return self.plain and self.text in _NULLS


@dataclass(frozen=True, slots=True)
class Entry:
    key: Scalar
    value: Node


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys are unique: later ones of the same name were reported and dropped."""

    entries: tuple[Entry, ...]
    start: int
    flow: bool


@dataclass(frozen=True, slots=True)
class Sequence:
    items: tuple[Node, ...]
    start: int
    flow: bool


Node = Scalar | Mapping | Sequence


@dataclass(frozen=True, slots=True)
class Fault:
    """Something wrong at an offset of the text. stops: the rest of the file cannot be read."""

    index: int
    code: str
    message: Bilingual
    suggestion: Bilingual | None = None
    key: str = ""


class SyntaxFaultError(Exception):
    """The parser gave up at index, for a reason in its own words, inside what opened at opened_at."""

    def __init__(self, index: int, reason: str, opened_at: int) -> None:
        super().__init__(reason)
        self.index = index
        self.reason = reason
        self.opened_at = opened_at


class RefusedFaultError(Exception):
    """Legal YAML that notes may not use."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.code)
        self.fault = fault


def read_tree(source: Source) -> tuple[Node, tuple[Fault, ...]]:
    """The root node and the faults that do not stop reading. Raises SyntaxFaultError or RefusedFaultError."""
    loader = _LOADER(source.text)
    try:
        builder = _Builder(_events(loader))
        return builder.root(), tuple(builder.faults)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        index = mark.index if mark else 0
        opened_at = error.context_mark.index if error.context_mark else index
        raise SyntaxFaultError(index, error.problem or "", opened_at) from None
    except yaml.YAMLError as error:
        position = getattr(error, "position", 0)
        raise SyntaxFaultError(position, str(error), position) from None
    finally:
        loader.dispose()


def _events(loader: Any) -> Iterator[Any]:
    while loader.check_event():
        yield loader.get_event()


class _Builder:
    """Recursive descent over parser events; depth is bounded by MAX_DEPTH."""

    def __init__(self, events: Iterator[Any]) -> None:
        self.events = events
        self.faults: list[Fault] = []

    def root(self) -> Node:
        event = self._next_content()
        if event is None:
            return Mapping((), 0, flow=False)
        node = self._node(event, 0)
        extra = self._next_content()
        if extra is not None:
            raise RefusedFaultError(
                Fault(
                    extra.start_mark.index,
                    "several_documents",
                    Bilingual(
                        "一个文件里有多份内容（中间有 ---）",
                        "several documents in one file (separated by ---)",
                    ),
                    Bilingual("每份记录各存一个文件", "save each note as a file of its own"),
                )
            )
        return node

    def _next_content(self) -> Any:
        for event in self.events:
            if isinstance(event, yaml.NodeEvent | yaml.CollectionStartEvent):
                return event
        return None

    def _node(self, event: Any, depth: int) -> Node:
        _refuse(event, depth)
        if isinstance(event, yaml.ScalarEvent):
            return _scalar(event)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(event, depth)
        return self._mapping(event, depth)

    def _sequence(self, opening: Any, depth: int) -> Sequence:
        items = []
        for event in self.events:
            if isinstance(event, yaml.SequenceEndEvent):
                break
            items.append(self._node(event, depth + 1))
        return Sequence(tuple(items), opening.start_mark.index, bool(opening.flow_style))

    def _mapping(self, opening: Any, depth: int) -> Mapping:
        entries: list[Entry] = []
        seen: set[str] = set()
        for event in self.events:
            if isinstance(event, yaml.MappingEndEvent):
                break
            key = self._node(event, depth + 1)
            value = self._node(next(self.events), depth + 1)
            if not isinstance(key, Scalar):
                self.faults.append(_bad_key(key))
            elif key.text in seen:
                self.faults.append(_duplicate(key))
            else:
                seen.add(key.text)
                entries.append(Entry(key, value))
        return Mapping(tuple(entries), opening.start_mark.index, bool(opening.flow_style))


def _scalar(event: Any) -> Scalar:
    plain = event.style in {None, ""} and event.implicit[0]
    return Scalar(event.value, plain, event.start_mark.index, event.end_mark.index)


def _refuse(event: Any, depth: int) -> None:
    index = event.start_mark.index
    if depth > MAX_DEPTH:
        raise RefusedFaultError(
            Fault(
                index,
                "too_deep",
                Bilingual(f"嵌套超过 {MAX_DEPTH} 层", f"nested more than {MAX_DEPTH} levels deep"),
                Bilingual("检查括号和缩进", "check the brackets and the indentation"),
            )
        )
    if isinstance(event, yaml.AliasEvent):
        raise RefusedFaultError(
            Fault(
                index,
                "alias",
                Bilingual(
                    "值以 * 开头，YAML 会当作引用，记录里不用引用",
                    "the value starts with *, which YAML takes as an alias; notes have none",
                ),
            )
        )
    if event.anchor:
        raise RefusedFaultError(
            Fault(
                index,
                "anchor",
                Bilingual(
                    "值以 & 开头，YAML 会当作锚点，记录里不用锚点",
                    "the value starts with &, which YAML takes as an anchor; notes have none",
                ),
            )
        )
    if event.tag and event.tag not in _STANDARD_TAGS:
        raise RefusedFaultError(
            Fault(
                index,
                "tag",
                Bilingual(
                    "值以 ! 开头，YAML 会当作标签，记录里不用标签",
                    "the value starts with !, which YAML takes as a tag; notes have none",
                ),
            )
        )


def _bad_key(key: Node) -> Fault:
    return Fault(
        key.start,
        "key_not_text",
        Bilingual("键必须是一个词", "a key must be a single word"),
        Bilingual("写成 键: 值", "write key: value"),
    )


def _duplicate(key: Scalar) -> Fault:
    return Fault(
        key.start,
        "duplicate_key",
        Bilingual(f"键 {key.text} 在这里写了两次", f"the key {key.text} is written twice here"),
        Bilingual("两处合并成一处；没有合并前后一处不算", "merge the two; until then the second is not read"),
        key.text,
    )
