"""Whatever people do between runs and runs do between people: nothing that a person wrote is lost."""

from __future__ import annotations

import shutil
import tempfile
from itertools import count
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from generator.output import Fate, Output
from tests.output.workplace import Workplace

DOCUMENTS = ("a/report.zh.md", "a/memo.zh.docx")
WORDS = ("", "new.", "bak-1.", "bak-2.")
PLACES = ("mine.md", *(path.replace(".zh.", f".zh.{word}") for path in DOCUMENTS for word in WORDS))
documents = st.sampled_from(DOCUMENTS)
places = st.sampled_from(PLACES)


class Person(RuleBasedStateMachine):
    """work is what of a person's words there is after what a person did last: no run may make it less."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())
        self.place = Workplace(self.folder / "output")
        self.work: set[bytes] = set()
        self.texts = (b"words of a person %d\n" % number for number in count())
        self.version = b"version 0\n"

    def teardown(self) -> None:
        shutil.rmtree(self.folder)

    def at(self, path: str) -> bytes | None:
        return self.place.files().get(path)

    @initialize()
    def build_once(self) -> None:
        for path in DOCUMENTS:
            self.place.build(self.version, path)

    # ── What a person does ──

    @rule(path=places)
    def write(self, path: str) -> None:
        self.put(path, next(self.texts))

    @rule(path=places)
    def delete(self, path: str) -> None:
        (self.place.root / path).unlink(missing_ok=True)
        self.look_around()

    @rule(old=places, new=places)
    def rename(self, old: str, new: str) -> None:
        if self.at(old) is not None:
            (self.place.root / new).parent.mkdir(parents=True, exist_ok=True)
            (self.place.root / old).replace(self.place.root / new)
        self.look_around()

    @rule(old=places, new=places)
    def copy(self, old: str, new: str) -> None:
        data = self.at(old)
        if data is not None:
            self.put(new, data)

    def put(self, path: str, data: bytes) -> None:
        self.place.edit(data, path)
        self.look_around()

    def look_around(self) -> None:
        self.work = {data for data in self.place.files().values() if data.startswith(b"words of a person")}

    @rule()
    def lose_the_memory(self) -> None:
        shutil.rmtree(self.place.root / ".presales", ignore_errors=True)

    @rule()
    def wait(self) -> None:
        for path in self.place.files():
            self.place.age(path)

    # ── What runs do ──

    @rule()
    def change_the_note(self) -> None:
        self.version = b"version %d\n" % (int(self.version.split()[1]) + 1)

    @rule(path=documents)
    def build(self, path: str) -> None:
        before = self.at(path)
        written = self.place.build(self.version, path)
        after = self.place.files()

        if before in self.work:
            assert written.fate is Fate.KEPT
        if written.fate is Fate.KEPT:
            assert after[path] == before
            assert written.beside == "" or after[written.beside] == self.version
        else:
            assert written.fate is (Fate.UNCHANGED if before == self.version else Fate.WRITTEN)
            assert after[path] == self.version

    @rule(path=documents)
    def force(self, path: str) -> None:
        before = self.at(path)
        written = self.place.build(self.version, path, force=True)

        assert self.at(path) == self.version
        assert written.beside == "" or self.at(written.beside) == before

    @rule(path=documents)
    def check(self, path: str) -> None:
        before = self.place.everything()
        written = self.place.build(self.version, path, check=True)

        assert self.place.everything() == before
        assert (written.fate is Fate.UNCHANGED) == (before.get(path) == self.version)

    @rule(expected=st.sets(documents))
    def prune(self, expected: set[str]) -> None:
        before = self.place.files()
        with Output(self.place.root) as output:
            written = output.prune(expected)

        removed = {w.path for w in written if w.fate is Fate.REMOVED}
        assert before.keys() - self.place.files().keys() == removed
        assert not removed & expected

    @rule(path=documents)
    def ask(self, path: str) -> None:
        if self.place.is_current(self.version, path):
            assert self.at(path) == self.version

    @invariant()
    def nothing_is_lost(self) -> None:
        assert self.work <= set(self.place.files().values())


Person.TestCase.settings = settings(max_examples=60, stateful_step_count=30)
TestPerson = Person.TestCase
