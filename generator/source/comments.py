"""Text that YAML drops because it takes `#` for the start of a comment."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.errors import Bilingual, Problem, Severity
from generator.source.fields import quoted
from generator.source.text import Source
from generator.source.tree import Node, Scalar, Sequence

# A comment in the usual style has a space after its `#`; `#3` or `#标签` is more likely meant as text.
_GLUED = re.compile(r"[ \t]+(#[^\s#!=-][^\n]*)")
_ANYWHERE = re.compile(r"#[^\s#!=-]")


def lost_text_problems(source: Source, root: Node) -> tuple[Problem, ...]:
    """A hint for each unquoted value that is followed by something like `#3`."""
    if not _ANYWHERE.search(source.text):
        return ()
    return tuple(
        _problem(source, scalar, found) for scalar in _plain_scalars(root) if (found := _lost(source, scalar))
    )


def _lost(source: Source, scalar: Scalar) -> re.Match[str] | None:
    return _GLUED.match(source.text, scalar.end)


def _plain_scalars(node: Node) -> Iterator[Scalar]:
    if isinstance(node, Scalar):
        if node.plain:
            yield node
    elif isinstance(node, Sequence):
        for item in node.items:
            yield from _plain_scalars(item)
    else:
        for entry in node.entries.values():
            yield from _plain_scalars(entry.value)


def _problem(source: Source, scalar: Scalar, found: re.Match[str]) -> Problem:
    line, column = source.position(found.start(1))
    text = quoted(f"{scalar.text} {found[1].rstrip()}".strip())
    return Problem(
        path=source.path,
        line=line,
        column=column,
        code="text_after_hash",
        message=Bilingual(
            "# 后面的文字被当作注释，没有读进来", "the text after # was taken as a comment and not read"
        ),
        suggestion=Bilingual(
            f"要保留就写 {text}；是注释就在 # 后空一格",
            f"to keep it write {text}; for a comment put a space after #",
        ),
        severity=Severity.HINT,
        source=source.line(line),
    )
