"""A tree of nodes -> a pydantic model, with every problem at its place in the file."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import Any, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from generator.errors import Bilingual
from generator.source.data import data_of
from generator.source.fields import Block, FieldError
from generator.source.findings import Finding, Loc, node_at
from generator.source.key_findings import meant_key, missing_key, unknown_key
from generator.source.mistakes import WRITE_COLON
from generator.source.structure import is_named_already, structure_findings
from generator.source.tree import Mapping, Node, Scalar, Sequence

Model = TypeVar("Model", bound=Block)
# A file with more problems than anybody mends in one go gets these and the number of the others.
MAX_FINDINGS = 200
_FULL_WIDTH_COLON = re.compile(r"(?<!\S)([A-Za-z_][\w-]*)：")


def validate(
    model: type[Model], root: Node, context: dict[str, Any] | None = None
) -> tuple[Model | None, tuple[Finding, ...]]:
    """The model, or what is wrong. A root that is no mapping is one finding at its start."""
    if not isinstance(root, Mapping):
        return None, tuple(_not_a_mapping((), root))
    findings = list(islice(structure_findings(root), MAX_FINDINGS))
    value = None
    try:
        value = model.model_validate(data_of(root), context=context)
    except ValidationError as error:
        if not root.entries:
            return None, (_empty_file(),)
        details = _told_once(model, root, error.errors(include_url=False, include_input=False))
        found = (finding for each in details for finding in _findings_of(model, root, each))
        findings += islice(found, MAX_FINDINGS - len(findings))
    if len(findings) == MAX_FINDINGS:
        findings.append(_and_more())
    return (None if findings else value), tuple(findings)


def _told_once(model: type[Block], root: Node, details: list[ErrorDetails]) -> Iterator[ErrorDetails]:
    """Without what the tree told already, and without keys that are missing because they are misspelt."""
    unknown = (each["loc"] for each in details if each["type"] == "extra_forbidden")
    misspelt = {meant_key(model, loc) for loc in islice(unknown, MAX_FINDINGS)}
    for each in details:
        missing = each["type"] == "missing" and each["loc"] in misspelt
        if not missing and not is_named_already(root, each["loc"]):
            yield each


def _findings_of(model: type[Block], root: Node, details: ErrorDetails) -> Iterator[Finding]:
    """Our wording of one of pydantic's errors."""
    loc, kind = details["loc"], details["type"]
    if kind == "value_error":
        error = details["ctx"]["error"]
        if not isinstance(error, FieldError):
            raise TypeError(f"a validator raised {error!r}")
        yield Finding(loc, error.code, error.message, error.suggestion)
    elif kind == "missing" and isinstance(loc[-1], str):
        yield missing_key(model, loc)
    elif kind == "extra_forbidden":
        yield unknown_key(model, loc)
    else:
        yield from _shape(loc, kind, node_at(root, loc))


def _shape(loc: Loc, kind: str, node: Node | None) -> Iterator[Finding]:
    """A list or a group of keys is not what it should be."""
    if kind == "too_short":
        if isinstance(node, Sequence) and not node.items:
            yield _empty_list(loc)
    elif kind in {"tuple_type", "list_type"}:
        yield _not_a_list(loc, node)
    elif kind in {"model_type", "model_attributes_type", "dict_type"}:
        yield from _not_a_mapping(loc, node)
    elif kind in {"too_long", "missing"}:
        yield _wrong_length(loc if kind == "too_long" else loc[:-1])
    else:
        raise TypeError(f"no wording for pydantic's {kind}")


def _empty_list(loc: Loc) -> Finding:
    return Finding(
        loc,
        "empty_list",
        Bilingual("列表是空的，至少要写一条", "the list is empty; at least one item is needed"),
        Bilingual("每条一行，以「- 」开头", "one item a line, starting with “- ”"),
    )


def _not_a_mapping(loc: Loc, node: Node | None) -> Iterator[Finding]:
    text = node.text if isinstance(node, Scalar) else ""
    colons = list(_FULL_WIDTH_COLON.finditer(text))
    for found in colons:
        message = Bilingual(f"{found[1]} 后面是全角冒号", f"a full-width colon after {found[1]}")
        yield Finding(loc, "full_width_colon", message, WRITE_COLON, within=(1, found.end()))
    if not colons:
        yield Finding(
            loc,
            "expected_keys",
            Bilingual("这里要一组「键: 值」", "a group of “key: value” is expected here"),
            Bilingual(
                "每行写 键: 值，冒号用英文冒号，后面空一格",
                "write key: value on each line, with a space after the colon",
            ),
        )


def _not_a_list(loc: Loc, node: Node | None) -> Finding:
    first = next(iter(node.entries), "") if isinstance(node, Mapping) else ""
    text = node.text if isinstance(node, Scalar) else first
    if text.startswith("-"):
        message = Bilingual("- 后面要空一格", "a space is needed after the -")
        suggestion = Bilingual("每项一行，写「- 」再写内容", "one item a line: “- ”, then the text")
        return Finding(loc, "space_after_dash", message, suggestion)
    return Finding(
        loc,
        "expected_list",
        Bilingual("这里要一个列表", "a list is expected here"),
        Bilingual(
            "写成 [甲, 乙]，或每项一行、以「- 」开头", "write [a, b], or one item a line starting with “- ”"
        ),
    )


def _wrong_length(loc: Loc) -> Finding:
    return Finding(
        loc,
        "wrong_length",
        Bilingual("这里要正好三个数", "exactly three numbers are expected here"),
        Bilingual("写成 [5, 20, 5]", "write them as [5, 20, 5]"),
    )


def _empty_file() -> Finding:
    return Finding(
        (),
        "empty_file",
        Bilingual("文件是空的", "the file is empty"),
        Bilingual("写内容，或删掉这个文件", "write something or delete the file"),
    )


def _and_more() -> Finding:
    return Finding(
        (),
        "more_problems",
        Bilingual("问题太多，只列出了前面的", "there are more problems than are listed here"),
        Bilingual("先改这些，再检查一次", "mend these, then check again"),
    )
