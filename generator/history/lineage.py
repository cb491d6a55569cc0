"""The edits of a note under all the names that it had."""

from __future__ import annotations

from generator.history.ancestry import ancestors, descendants
from generator.history.log import Edit, History, composed


class Lineages:
    """Edits by note. A name that was given up and taken again belongs to one note before and to another after."""

    def __init__(self, history: History) -> None:
        self._history = history
        self._place = {name: place for place, name in enumerate(history.commits)}
        self._edits: dict[str, list[Edit]] = {}
        self._left: dict[str, list[str]] = {}
        self._after: dict[str, frozenset[str]] = {}
        self._before: dict[str, frozenset[str]] = {}
        for edit in history.edits:
            self._edits.setdefault(edit.path, []).append(edit)
            if edit.renamed_from:
                self._left.setdefault(edit.renamed_from, []).append(edit.commit)

    def of(self, path: str) -> tuple[Edit, ...]:
        """Children before parents; removals are among them."""
        found: dict[Edit, None] = {}
        names, seen = [(composed(path), "")], set()
        while names:
            name, until = names.pop()
            # Two branches may have renamed to and fro: each name is looked at once for each commit that ended it.
            if (name, until) not in seen:
                seen.add((name, until))
                edits = [edit for edit in self._edits.get(name, ()) if self._belongs(edit, until)]
                found |= dict.fromkeys(edits)
                names += ((edit.renamed_from, edit.commit) for edit in edits if edit.renamed_from)
        return tuple(sorted(found, key=lambda edit: (self._place[edit.commit], edit.path)))

    def _belongs(self, edit: Edit, until: str) -> bool:
        """until is the commit that gave the note another name; empty for the name that it has now.

        An edit on a branch beside that commit is the note's as well.
        """
        if until and (edit.commit == until or self._is_after(edit.commit, until)):
            return False
        others = (commit for commit in self._left.get(edit.path, ()) if commit != until)
        return not any(
            self._is_before(edit.commit, commit) and (not until or self._is_after(until, commit))
            for commit in others
        )

    def _is_after(self, commit: str, rename: str) -> bool:
        # Children stand before parents: the order alone answers nearly always.
        if self._place[commit] >= self._place[rename]:
            return False
        if rename not in self._after:
            self._after[rename] = descendants(self._history.commits, rename)
        return commit in self._after[rename]

    def _is_before(self, commit: str, rename: str) -> bool:
        if self._place[commit] <= self._place[rename]:
            return False
        if rename not in self._before:
            self._before[rename] = ancestors(self._history.commits, rename)
        return commit in self._before[rename]
