"""What only the tree shows: empty list items, keys that a comma in unquoted text has made, invisible characters."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from itertools import takewhile

from generator.errors import Bilingual
from generator.source.fields.blocks import TEAM_PREFIX
from generator.source.fields.typed import quoted
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
        yield from _comma(node, entry, loc)
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


def _comma(node: Mapping, entry: Entry, loc: Loc) -> Iterator[Finding]:
    """One finding for all the keys that one value was cut into."""
    entries = list(node.entries.values())
    first = entries.index(entry)
    before = entries[first - 1]
    if made_by_comma(node, before):
        return
    cut = [entry.key, *(later.key for later in takewhile(partial(made_by_comma, node), entries[first + 1 :]))]
    yield Finding(
        loc,
        "comma_in_value",
        Bilingual(
            f"前一个值里有英文逗号，「{shown(entry.key.text)}」被读成了另一个键",
            f"the value before has a comma in it, so “{shown(entry.key.text)}” was read as another key",
        ),
        _quoted_whole(before, cut),
        on_key=True,
    )


def _quoted_whole(before: Entry, cut: list[Scalar]) -> Bilingual:
    """The value as it was meant, in quotes."""
    if not isinstance(before.value, Scalar):
        return Bilingual("删掉它，或写成 键: 值", "delete it or write key: value")
    text, end = before.value.text, before.value.end
    for key in cut:
        text += "," + " " * (key.start - end - 1) + key.text
        end = key.end
    pair = f"{before.key.text}: {quoted(text)}"
    return Bilingual(f"写成：{pair}，或把逗号改成「，」", f"write: {pair}, or “，” for the comma")


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
