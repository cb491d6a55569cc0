"""Finding the names of a customer's people in free text, where documents would print them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from generator.notes.model import Stakeholder
from generator.source.fields import is_wide

_SHORTEST = 2
# Chinese has no spaces between words: a title is no title where it starts one of these (王总 in 国王总部, 何工 in
# 任何工作).
WORDS_OF_TITLES = {
    "总": "部|公司|体|结|额|数|量|共|计|价|和|包",
    "工": "作|厂|具|期|人|序|业|艺|时|地|况|资|单|装|商|会|程(?!师)",
}
_WORD = r"[^\W_\u1100-\u11ff\u2e80-\uffff]"


def names_in(text: str, names: Iterable[str]) -> tuple[str, ...]:
    """The names that a text holds as words, each once, in the order of the text."""
    there = [name for name in names if name in text]
    if not there:
        return ()
    longest_first = sorted(there, key=lambda name: (-len(name), name))
    pattern = re.compile("|".join(_bounded(name) for name in longest_first))
    return tuple(dict.fromkeys(found[0] for found in pattern.finditer(text)))


def person_names(stakeholders: tuple[Stakeholder, ...]) -> frozenset[str]:
    """All written names; one that only repeats a role is none."""
    roles = {person.role for person in stakeholders}
    names = {person.name for person in stakeholders if person.name is not None}
    return frozenset(name for name in names - roles if len(name) >= _SHORTEST)


def _bounded(name: str) -> str:
    """The name as a word of its own, as far as its script tells where words end."""
    before = "" if is_wide(name[0]) else f"(?<!{_WORD})"
    after = "" if is_wide(name[-1]) else f"(?!{_WORD})"
    words = WORDS_OF_TITLES.get(name[-1])
    return before + re.escape(name) + after + (f"(?!{words})" if words else "")
