"""A tree of nodes -> a pydantic model, with every problem at its place in the file."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from generator.errors import Bilingual, Problem, Severity
from generator.source.fields import TEAM_KEYS, Block, FieldError
from generator.source.text import Source
from generator.source.tree import Fault, Mapping, Node, Scalar, Sequence

Loc = tuple[str | int, ...]
Model = TypeVar("Model", bound=Block)


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
        text += f"[{part}]" if isinstance(part, int) else f".{part}" if text else part
    return text


def data_of(node: Node) -> Any:
    """Plain strings, lists and dicts. Keys without a value are left out; `x-` keys are gathered under TEAM_KEYS."""
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Sequence):
        return [data_of(item) for item in node.items]
    data: dict[str, Any] = {}
    for entry in node.entries:
        if isinstance(entry.value, Scalar) and entry.value.is_null:
            continue
        if entry.key.text.startswith("x-"):
            data.setdefault(TEAM_KEYS, {})[entry.key.text] = data_of(entry.value)
        else:
            data[entry.key.text] = data_of(entry.value)
    return data


def offset_of(root: Node, loc: Loc, *, on_key: bool = False) -> int:
    """Where a path stands in the text; a path that leads nowhere gives the deepest node that exists."""
    node, offset = root, root.start
    for index, part in enumerate(loc):
        last_key = on_key and index == len(loc) - 1
        if isinstance(node, Mapping) and isinstance(part, str):
            entry = next((entry for entry in node.entries if entry.key.text == part), None)
            if entry is None:
                return offset
            value_is_there = not (isinstance(entry.value, Scalar) and entry.value.is_null)
            node, offset = (
                entry.value,
                entry.value.start if value_is_there and not last_key else entry.key.start,
            )
        elif isinstance(node, Sequence) and isinstance(part, int) and part < len(node.items):
            node = node.items[part]
            offset = node.start
        else:
            return offset
    return offset


def problem_at(source: Source, root: Node, finding: Finding) -> Problem:
    line, column = source.position(offset_of(root, finding.loc, on_key=finding.on_key))
    node = _node_at(root, finding.loc)
    if finding.within is not None and isinstance(node, Scalar):
        line, column = _inside(source, node, finding.within)
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
    """The place in the file of a place in a text value; folded (`>`) and wrapped text is only known to a line or so."""
    line, column = source.position(scalar.start)
    if source.text[scalar.start] in "|>":
        line += within[0]
        typed = source.line(line)
        return line, len(typed) - len(typed.lstrip()) + within[1]
    if within[0] > 1:
        return line + within[0] - 1, 1
    return line, column + within[1] - (1 if scalar.plain else 0)


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


def validate(
    model: type[Model], root: Node, context: dict[str, Any] | None = None
) -> tuple[Model | None, tuple[Finding, ...]]:
    """The model, or what is wrong. A root that is no mapping is one finding at its start."""
    if not isinstance(root, Mapping):
        return None, (_not_a_mapping(()),)
    findings = list(_structure_findings(root, ()))
    try:
        value = model.model_validate(data_of(root), context=context)
    except ValidationError as error:
        for details in error.errors(include_url=False):
            found = _finding_of(model, root, details)
            if found is not None:
                findings.append(found)
        return None, tuple(findings)
    return (None if findings else value), tuple(findings)


def _structure_findings(node: Node, loc: Loc) -> list[Finding]:
    """What pydantic cannot see: empty list items, and keys that a comma in unquoted text has made."""
    if isinstance(node, Sequence):
        found = []
        for index, item in enumerate(node.items):
            here = (*loc, index)
            empty = isinstance(item, Scalar) and item.is_null
            found += [_empty_item(here)] if empty else _structure_findings(item, here)
        return found
    if isinstance(node, Mapping):
        found = [
            _comma(entry.key, loc) for entry in node.entries if _made_by_comma(node, entry.key, entry.value)
        ]
        for entry in node.entries:
            found += _structure_findings(entry.value, (*loc, entry.key.text))
        return found
    return []


def _made_by_comma(node: Mapping, key: Scalar, value: Node) -> bool:
    """A key with neither colon nor value behind another pair: `{text: 未知,先不报价}`."""
    implicit = isinstance(value, Scalar) and value.is_null and value.start == value.end == key.end
    return node.flow and implicit and key is not node.entries[0].key


def _comma(key: Scalar, loc: Loc) -> Finding:
    return Finding(
        (*loc, key.text),
        "comma_in_value",
        Bilingual(
            f"前一个值里有英文逗号，「{key.text}」被读成了另一个键",
            f"the value before has a comma in it, so “{key.text}” was read as another key",
        ),
        Bilingual('给整个值加引号 "…"，或改用「，」', 'quote the whole value "…" or write “，”'),
        on_key=True,
    )


def _empty_item(loc: Loc) -> Finding:
    return Finding(
        loc,
        "empty_item",
        Bilingual("列表里有空的一项", "an empty item in the list"),
        Bilingual("写内容，或删掉这一项", "write something or delete the item"),
    )


def _not_a_mapping(loc: Loc) -> Finding:
    return Finding(
        loc,
        "expected_keys",
        Bilingual("这里要一组「键: 值」", "a group of “key: value” is expected here"),
        Bilingual(
            "每行写 键: 值，冒号用英文冒号，后面空一格",
            "write key: value on each line, with a space after the colon",
        ),
    )


def _finding_of(model: type[Block], root: Node, details: ErrorDetails) -> Finding | None:
    """Our wording of one of pydantic's errors; None where the structure has been named already."""
    loc: Loc = tuple(details["loc"])
    if _is_null_item(root, loc) or _is_comma_key(root, loc):
        return None
    kind = details["type"]
    if kind == "value_error":
        error = details["ctx"]["error"]
        if not isinstance(error, FieldError):
            raise TypeError(f"a validator raised {error!r}")
        return Finding(loc, error.code, error.message, error.suggestion)
    if kind == "missing" and isinstance(loc[-1], str):
        return _missing(model, loc)
    if kind == "extra_forbidden":
        return _unknown_key(model, loc)
    return _shape(loc, kind)


def _shape(loc: Loc, kind: str) -> Finding:
    if kind == "too_short":
        return Finding(loc, "empty_list", Bilingual("至少要写一条", "at least one is needed"))
    if kind in {"tuple_type", "list_type"}:
        return _not_a_list(loc)
    if kind in {"model_type", "model_attributes_type", "dict_type"}:
        return _not_a_mapping(loc)
    if kind in {"too_long", "missing"}:
        return _wrong_length(loc if kind == "too_long" else loc[:-1])
    raise TypeError(f"no wording for pydantic's {kind}")


def _wrong_length(loc: Loc) -> Finding:
    return Finding(
        loc,
        "wrong_length",
        Bilingual("这里要正好三个数", "exactly three numbers are expected here"),
        Bilingual("写成 [5, 20, 5]", "write them as [5, 20, 5]"),
    )


def _node_at(root: Node, loc: Loc) -> Node | None:
    node: Node | None = root
    for part in loc:
        if isinstance(node, Mapping):
            node = next((entry.value for entry in node.entries if entry.key.text == part), None)
        elif isinstance(node, Sequence) and isinstance(part, int) and part < len(node.items):
            node = node.items[part]
        else:
            return None
    return node


def _is_null_item(root: Node, loc: Loc) -> bool:
    node = _node_at(root, loc)
    return bool(loc) and isinstance(loc[-1], int) and isinstance(node, Scalar) and node.is_null


def _is_comma_key(root: Node, loc: Loc) -> bool:
    parent, value = _node_at(root, loc[:-1]), _node_at(root, loc)
    if not isinstance(parent, Mapping) or value is None:
        return False
    key = next(entry.key for entry in parent.entries if entry.key.text == loc[-1])
    return _made_by_comma(parent, key, value)


def _not_a_list(loc: Loc) -> Finding:
    return Finding(
        loc,
        "expected_list",
        Bilingual("这里要一个列表", "a list is expected here"),
        Bilingual("写成 [甲, 乙]，或每项一行、以 - 开头", "write [a, b], or one item a line starting with -"),
    )


def _missing(model: type[Block], loc: Loc) -> Finding:
    name = str(loc[-1])
    field = _fields(_model_at(model, loc[:-1])).get(name)
    zh, en, example = (
        (field or {}).get("zh", ""),
        (field or {}).get("en", ""),
        (field or {}).get("example", ""),
    )
    return Finding(
        loc,
        "missing_key",
        Bilingual(f"缺少必填的 {name}（{zh}）", f"the required key {name} is missing ({en})"),
        Bilingual(f"写 {name}: {example}", f"write {name}: {example}"),
    )


def _unknown_key(model: type[Block], loc: Loc) -> Finding:
    name = str(loc[-1])
    known = sorted(_fields(_model_at(model, loc[:-1])))
    near = get_close_matches(name.strip().lower().replace("-", "_"), known, 1, 0.6)
    listed = "、".join(known)
    if near:
        suggestion = Bilingual(f"是不是 {near[0]}？", f"did you mean {near[0]}?")
    else:
        suggestion = Bilingual(
            f"这里可写：{listed}；自己团队的键以 x- 开头",
            f"known here: {', '.join(known)}; keys of your own start with x-",
        )
    if "：" in name:
        return Finding(
            loc,
            "full_width_colon",
            Bilingual(f"「{name}」里是全角冒号", f"a full-width colon in “{name}”"),
            Bilingual("键后面用英文冒号加一个空格 「: 」", "write : and a space after the key"),
            on_key=True,
        )
    if "\u3000" in name or "\u00a0" in name:
        suggestion = Bilingual(
            "键的前后有全角空格，改成半角空格", "there is a full-width space around the key; use plain spaces"
        )
    return Finding(
        loc, "unknown_key", Bilingual(f"不认识的键 {name}", f"unknown key {name}"), suggestion, on_key=True
    )


def _fields(model: type[Block] | None) -> dict[str, dict[str, str]]:
    """The keys of a block as typed in notes, each with its zh, en and example."""
    if model is None:
        return {}
    named = ((field.alias or name, field.json_schema_extra) for name, field in model.model_fields.items())
    return {name: dict(extra) for name, extra in named if isinstance(extra, dict)}  # type: ignore[arg-type]


def _model_at(model: type[Block], loc: Loc) -> type[Block] | None:
    """The block type that a path leads to."""
    current: type[Block] | None = model
    for part in loc:
        if isinstance(part, int) or current is None:
            continue
        current = block_type(current, part)
    return current


def block_type(model: type[Block], name: str) -> type[Block] | None:
    """The type of the block that a key of a block holds, also inside a list; None where it holds values."""
    for attribute, field in model.model_fields.items():
        if (field.alias or attribute) == name:
            return _block_in(field.annotation)
    return None


def _block_in(annotation: Any) -> type[Block] | None:
    if isinstance(annotation, type) and issubclass(annotation, Block):
        return annotation
    for inner in getattr(annotation, "__args__", ()):
        found = _block_in(inner)
        if found is not None:
            return found
    return None
