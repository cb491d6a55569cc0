"""The tree of a note -> the tree of its copy."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from generator.notes.model import Engagement
from generator.redaction.kinds import kind_of
from generator.redaction.redactor import Redactor
from generator.source.fields import Block
from generator.source.keys import Group, Holds, Several, keys_of
from generator.source.keys import Scalar as ScalarKey
from generator.source.tree import Entry, Mapping, Node, Scalar, Sequence

# Pictures show what no program can find.
_DROPPED = frozenset({"attachments"})
_REUSED, _REPEATS = "reused_lessons", "repeats"


@dataclass(frozen=True, slots=True)
class Rewriter:
    """note is the old id of the note. Keys of a team's own are left out: nobody knows what they hold."""

    redactor: Redactor
    note: str

    def note_of(self, root: Mapping) -> Node:
        return self._group(root, Engagement, "")

    def _group(self, node: Mapping, block: type[Block], path: str) -> Node:
        known = {key.name: key for key in keys_of(block)}
        entries = {
            name: Entry(entry.key, self._value(entry.value, known[name].holds, f"{path}.{name}".lstrip(".")))
            for name, entry in node.entries.items()
            if name in known and name not in _DROPPED
        }
        return Mapping(entries, node.start, node.flow)

    def _value(self, node: Node, holds: Holds, path: str) -> Node:
        if isinstance(node, Sequence):
            item = holds.item if isinstance(holds, Several) else holds
            kept = (each for each in node.items if not self._leads_nowhere(each, path))
            return Sequence(tuple(self._value(each, item, path) for each in kept), node.start, node.flow)
        if isinstance(node, Mapping) and isinstance(holds, Group):
            return self._group(node, holds.block, path)
        if isinstance(node, Scalar) and isinstance(holds, ScalarKey) and not node.is_null:
            return node._replace(text=self._text(node.text, holds, path))
        return node

    def _leads_nowhere(self, item: Node, path: str) -> bool:
        """Whether it cites a lesson of a note that is not in the copy."""
        if path == _REUSED and isinstance(item, Mapping) and "id" in item.entries:
            item = item.entries["id"].value
        elif path != _REPEATS:
            return False
        return isinstance(item, Scalar) and _note_cited(item.text) not in self.redactor.book.ids.notes

    def _text(self, text: str, holds: ScalarKey, path: str) -> str:
        if kind_of(path) is not None:
            return self.redactor.name(text)
        return reader_of(holds.words.en)(self, text)

    def _prose(self, text: str) -> str:
        return self.redactor.prose(text)

    def _amount(self, text: str) -> str:
        return self.redactor.amount(text)

    def _line(self, text: str) -> str:
        return self.redactor.text(text)

    def _kept(self, text: str) -> str:
        return text

    def _note_id(self, text: str) -> str:
        return self.redactor.book.ids.notes[text.strip()]

    def _gap(self, text: str) -> str:
        return self.redactor.book.ids.gaps[text.strip()]

    def _item_id(self, text: str) -> str:
        return self.redactor.book.ids.items[self.note].get(text.strip(), text)

    def _lesson(self, text: str) -> str:
        note, _, lesson = text.strip().partition("/")
        ids = self.redactor.book.ids
        return f"{ids.notes[note]}/{ids.items[note].get(lesson, lesson)}"

    def _theme(self, text: str) -> str:
        return self.redactor.book.themes.get(text.strip().lower(), text)


def _note_cited(reference: str) -> str:
    return reference.strip().partition("/")[0]


Reader = Callable[[Rewriter, str], str]


def reader_of(words: str) -> Reader:
    """How a kind of value is rewritten, by the words that the format has for it. KeyError for a kind nobody thought of."""
    return Rewriter._kept if words.startswith("a whole number") else _READERS[words]


_READERS: dict[str, Reader] = {
    "a line of text": Rewriter._line,
    "a line of text, or a list of lines": Rewriter._line,
    "prose, in Markdown": Rewriter._prose,
    "an amount of money": Rewriter._amount,
    "a number": Rewriter._line,
    "the id of a note": Rewriter._note_id,
    "a lesson of another note: note-id/lesson-id": Rewriter._lesson,
    "an id in this note": Rewriter._item_id,
    "a slug: letters, digits, - and _": Rewriter._gap,
    "a theme": Rewriter._theme,
    "one of": Rewriter._kept,
    "a full date": Rewriter._kept,
    "yes or no: true / false, yes / no, 是 / 否": Rewriter._kept,
    "a currency code of three letters": Rewriter._kept,
    "always 1": Rewriter._kept,
}
