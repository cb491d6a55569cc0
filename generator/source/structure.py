"""What only the tree shows: empty list items, keys that a comma in unquoted text has made, invisible characters."""

from __future__ import annotations

from collections.abc import Iterator

from generator.errors import Bilingual
from generator.source.fields.blocks import TEAM_PREFIX
from generator.source.findings import Finding, Loc, node_at
from generator.source.text import DELETE_IT, control_character_message, shown, unprintable_in
from generator.source.tree import Entry, Mapping, Node, Scalar, Sequence, is_null


def structure_findings(node: Node, loc: Loc = ()) -> Iterator[Finding]:
    """Everything of that kind below a node, in the order of the text."""
    if isinstance(node, Sequence):
        for index, item in enumerate(node.items):
            if is_null(item):
                yield _empty_item((*loc, index))
            else:
                yield from structure_findings(item, (*loc, index))
    elif isinstance(node, Mapping):
        for name, entry in node.entries.items():
            here = (*loc, name)
            if not entry.key.plain or (node.flow and is_null(entry.value)):
                yield from _key_findings(node, entry, here)
            if name.startswith(TEAM_PREFIX):
                yield from _team_findings(entry.value, here)
            elif not isinstance(entry.value, Scalar):
                yield from structure_findings(entry.value, here)


def _key_findings(node: Mapping, entry: Entry, loc: Loc) -> Iterator[Finding]:
    if made_by_comma(node, entry):
        yield _comma(entry.key, loc)
    yield from _control_characters(entry.key.text, loc, on_key=True)


def _team_findings(node: Node, loc: Loc) -> Iterator[Finding]:
    """Keys of a team hold what they like, but nothing that a document cannot hold and nothing cut off."""
    if isinstance(node, Scalar):
        yield from _control_characters(node.text, loc)
    elif isinstance(node, Sequence):
        for index, item in enumerate(node.items):
            yield from _team_findings(item, (*loc, index))
    else:
        for name, entry in node.entries.items():
            yield from _key_findings(node, entry, (*loc, name))
            yield from _team_findings(entry.value, (*loc, name))


def made_by_comma(node: Mapping, entry: Entry) -> bool:
    """A key with neither colon nor value behind another pair: `{text: 未知,先不报价}`."""
    value = entry.value
    if not node.flow or not isinstance(value, Scalar) or not value.start == value.end == entry.key.end:
        return False
    return next(iter(node.entries.values())) is not entry


def is_named_already(root: Node, loc: Loc) -> bool:
    """Whether structure_findings tells what is wrong at a place: an empty item or a key made by a comma."""
    parent, node = node_at(root, loc[:-1]), node_at(root, loc)
    if node is None or not loc:
        return False
    if isinstance(parent, Mapping):
        return made_by_comma(parent, parent.entries[str(loc[-1])])
    return is_null(node)


def _comma(key: Scalar, loc: Loc) -> Finding:
    return Finding(
        loc,
        "comma_in_value",
        Bilingual(
            f"前一个值里有英文逗号，「{shown(key.text)}」被读成了另一个键",
            f"the value before has a comma in it, so “{shown(key.text)}” was read as another key",
        ),
        Bilingual(
            '给整个值加引号："…"，或把逗号改成「，」',
            'quote the whole value: "…", or write “，” for the comma',
        ),
        on_key=True,
    )


def _empty_item(loc: Loc) -> Finding:
    return Finding(
        loc,
        "empty_item",
        Bilingual("列表里有空的一项", "an empty item in the list"),
        Bilingual("写内容，或删掉这一项", "write something or delete the item"),
    )


def _control_characters(text: str, loc: Loc, *, on_key: bool = False) -> Iterator[Finding]:
    found = unprintable_in(text)
    if found:
        message = control_character_message(found[0])
        yield Finding(loc, "control_character", message, DELETE_IT, on_key=on_key)
