"""Labels: the wording of documents, from labels/<language>.yaml; a team's file replaces single labels of the built-in set."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches

from generator.errors import Bilingual, Language, Problem, has_errors
from generator.source.findings import Finding, problem_at
from generator.source.reading import read_yaml, replace_line
from generator.source.text import Source
from generator.source.tree import Mapping as MappingNode
from generator.source.tree import Node, Scalar

_PLACEHOLDER = re.compile(r"\{(\w+)\}")
_ONE = ".one"


class LabelError(LookupError):
    """A label was asked for in a way that gives no text."""


class UnknownLabelError(LabelError):
    """A label that no file has; near is the most similar one that there is."""

    def __init__(self, key: str, near: str) -> None:
        super().__init__(key)
        self.key = key
        self.near = near


class MissingValueError(LabelError):
    """A label was asked for without the value of one of its placeholders, name."""

    def __init__(self, key: str, name: str) -> None:
        super().__init__(f"{key}: {name}")
        self.key = key
        self.name = name


@dataclass(frozen=True, slots=True)
class Labels:
    """texts are keyed by dotted paths such as `retrospective.goal`; replaced are the keys whose text is the team's."""

    language: Language
    texts: Mapping[str, str]
    replaced: frozenset[str] = frozenset()

    def built_in(self) -> tuple[str, ...]:
        """The texts that come with the product, without those that somebody typed in their place."""
        return tuple(text for key, text in self.texts.items() if key not in self.replaced)

    def __call__(self, key: str, **values: object) -> str:
        """The label with `{name}` replaced by values; where n is 1 the form `key.one` is taken if there is one."""
        if values.get("n") == 1 and key + _ONE in self.texts:
            text = self.texts[key + _ONE]
        else:
            text = self._text(key)
        missing = [name for name in _PLACEHOLDER.findall(text) if name not in values]
        if missing:
            raise MissingValueError(key, missing[0])
        return _PLACEHOLDER.sub(lambda found: str(values[found[1]]), text)

    def _text(self, key: str) -> str:
        try:
            return self.texts[key]
        except KeyError:
            near = get_close_matches(key, list(self.texts), 1, 0.6)
            raise UnknownLabelError(key, near[0] if near else "") from None


def read_labels(
    language: Language, built_in: Source, team: Source | None = None
) -> tuple[Labels, tuple[Problem, ...]]:
    """The built-in labels with the team's in their place. A team's label has to be one of the built-in ones."""
    texts, problems = _read(built_in, None)
    if team is None:
        return Labels(language, texts), problems
    own, more = _read(team, texts)
    return Labels(language, {**texts, **own}, frozenset(own)), (*problems, *more)


def _read(source: Source, known: Mapping[str, str] | None) -> tuple[dict[str, str], tuple[Problem, ...]]:
    """With known, every key must be one of them and may use no placeholder that the known text has not."""
    reading = read_yaml(source)
    root = reading.root
    if root is None or has_errors(reading.problems):
        return {}, reading.problems
    texts: dict[str, str] = {}
    findings: list[Finding] = []
    for loc, value in _leaves(root, ()):
        checked = _check(loc, value, known)
        if isinstance(checked, Finding):
            findings.append(checked)
        else:
            texts[".".join(loc)] = checked
    found = (replace_line(problem_at(reading.mended, root, finding), source) for finding in findings)
    return texts, (*reading.problems, *found)


def _leaves(node: Node, loc: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], Node]]:
    if isinstance(node, MappingNode):
        for entry in node.entries.values():
            yield from _leaves(entry.value, (*loc, entry.key.text))
    else:
        yield loc, node


def _check(loc: tuple[str, ...], value: Node, known: Mapping[str, str] | None) -> Finding | str:
    """The text of a label, or what is wrong with it."""
    key = ".".join(loc)
    if not isinstance(value, Scalar) or not loc:
        message = Bilingual("这里要一个词条的文字", "the text of a label is expected here")
        return Finding(loc, "expected_text", message)
    base = key.removesuffix(_ONE)
    if known is None:
        return value.text
    if base not in known:
        near = get_close_matches(key, list(known), 1, 0.6)
        suggestion = Bilingual(f"是不是 {near[0]}？", f"did you mean {near[0]}?") if near else None
        message = Bilingual(f"没有词条 {key}", f"there is no label {key}")
        return Finding(loc, "unknown_label", message, suggestion, on_key=True)
    strange = set(_PLACEHOLDER.findall(value.text)) - set(_PLACEHOLDER.findall(known[base]))
    if strange:
        name = min(strange)
        listed = ", ".join(f"{{{found}}}" for found in _PLACEHOLDER.findall(known[base])) or "—"
        message = Bilingual(f"这个词条里没有 {{{name}}}", f"this label has no {{{name}}}")
        return Finding(
            loc, "unknown_placeholder", message, Bilingual(f"可写：{listed}", f"write one of: {listed}")
        )
    return value.text
