"""Problems of values, named by their path of keys, and the places in the file that the paths lead to."""

from __future__ import annotations

from dataclasses import dataclass

from generator.errors import Bilingual, Problem, Severity
from generator.source.faults import Fault
from generator.source.text import Source, shown
from generator.source.tree import Mapping, Node, Scalar, Sequence, is_null

Loc = tuple[str | int, ...]
# Characters by which a place in wrapped text is found again.
_WORDS = 12


@dataclass(frozen=True, slots=True)
class Finding:
    """A problem of a value, named by its path of keys and indexes.

    on_key points at the key, not at its value; within is a line and a column, both from 1, inside a text value.
    """

    loc: Loc
    code: str
    message: Bilingual
    suggestion: Bilingual | None = None
    severity: Severity = Severity.ERROR
    on_key: bool = False
    within: tuple[int, int] | None = None


def key_path(loc: Loc) -> str:
    """`commitments[0].due` for ("commitments", 0, "due")."""
    text = ""
    for part in loc:
        text += f"[{part}]" if isinstance(part, int) else f".{shown(part)}" if text else shown(part)
    return text


def node_at(root: Node, loc: Loc) -> Node | None:
    """The node that a path leads to, if it leads anywhere."""
    node: Node | None = root
    for part in loc:
        if isinstance(node, Mapping) and isinstance(part, str):
            entry = node.entries.get(part)
            node = entry.value if entry else None
        elif isinstance(node, Sequence) and isinstance(part, int) and part < len(node.items):
            node = node.items[part]
        else:
            return None
    return node


def offset_of(root: Node, loc: Loc, *, on_key: bool = False) -> int:
    """Where a path stands in the text; a path that leads nowhere gives the deepest node that exists.

    A key without a value stands for it.
    """
    node = node_at(root, loc)
    if node is None:
        return offset_of(root, loc[:-1])
    parent = node_at(root, loc[:-1])
    if loc and isinstance(parent, Mapping) and (on_key or is_null(node)):
        return parent.entries[str(loc[-1])].key.start
    return node.start


def problem_at(source: Source, root: Node, finding: Finding) -> Problem:
    """The finding at its place in the file."""
    node = node_at(root, finding.loc)
    if finding.within is not None and isinstance(node, Scalar):
        line, column = _inside(source, node, finding.within)
    else:
        line, column = source.position(offset_of(root, finding.loc, on_key=finding.on_key))
    return Problem(
        path=source.path,
        line=line,
        column=column,
        code=finding.code,
        message=finding.message,
        suggestion=finding.suggestion,
        key=key_path(finding.loc),
        severity=finding.severity,
        source=source.line(line),
    )


def _inside(source: Source, scalar: Scalar, within: tuple[int, int]) -> tuple[int, int]:
    """The place in the file of a place in a text value whose blank lines at its start were dropped.

    Literal blocks keep their lines. Folded, wrapped and quoted text does not: there the words are searched for.
    """
    row, column = within
    if source.text[scalar.start] == "|":
        blank = len(scalar.text) - len(scalar.text.lstrip("\n"))
        line = source.position(scalar.start)[0] + blank + row
        typed = source.line(line)
        return line, len(typed) - len(typed.lstrip()) + column
    lines = scalar.text.strip("\n").split("\n")
    text = lines[row - 1][column - 1 :] if row <= len(lines) else ""
    # Where the line was wrapped within the words, the first of them has to do.
    places = (
        source.text.find(words, scalar.start, scalar.end) for words in (text[:_WORDS], *text.split()[:1])
    )
    return source.position(next((place for place in places if place >= 0), scalar.start))


def problem_of_fault(source: Source, fault: Fault) -> Problem:
    line, column = source.position(fault.index)
    return Problem(
        path=source.path,
        line=line,
        column=column,
        code=fault.code,
        message=fault.message,
        suggestion=fault.suggestion,
        key=fault.key,
        source=source.line(line),
    )
