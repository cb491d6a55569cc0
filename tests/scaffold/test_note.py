from __future__ import annotations

import re
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.errors import LANGUAGES, Language, Severity
from generator.notes.model import Engagement
from generator.notes.reader import Note, NoteFile, read_notes
from generator.scaffold import Start, render_note
from generator.scaffold.note import TO_FILL
from generator.source.keys import keys_of
from tests.builders import full_engagement

DAY = date(2026, 11, 25)
ID = "2026-11-first"


def start(language: Language = "zh", **values: Any) -> Start:
    return Start(id=ID, day=DAY, language=language, **values)


def read(text: str) -> Note:
    (note,) = read_notes((NoteFile(f"engagements/{ID}.yaml", text.encode()),), DAY)
    return note


def errors(note: Note) -> list[str]:
    return [f"{p.line}: {p.message.en}" for p in note.problems if p.severity is Severity.ERROR]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_new_note_reads_and_says_what_is_still_to_fill_in(language: Language) -> None:
    note = read(render_note(start(language)))

    assert errors(note) == []
    assert {problem.code for problem in note.problems} == {"leftover", "shallow_need"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_passes_once_the_placeholders_are_replaced(language: Language) -> None:
    text = render_note(start(language)).replace(TO_FILL[language], "写好了")

    assert {problem.code for problem in read(text).problems} == {"shallow_need"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_key_of_the_format_is_taught(language: Language) -> None:
    text = render_note(start(language))
    shown = set(re.findall(r"^(?:# )?(\w+):", text, re.MULTILINE))

    assert shown >= {key.name for key in keys_of(Engagement)}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_commented_key_reads_when_its_mark_is_taken_away(language: Language) -> None:
    lines = render_note(start(language)).split("\n")
    written = {line.partition(":")[0] for line in lines if not line.startswith("#")}
    # Lessons of other notes, a picture and a second list of promises cannot be there.
    absent = {"reused_lessons", "repeats", "attachments", "- {said"}
    tried = 0
    for place, line in enumerate(lines):
        name = line.removeprefix("# ").partition(":")[0]
        if not re.match(r"# +[\w-]", line) or name.strip() in absent or name in written or "：" in line[:12]:
            continue
        if place < 4:
            continue
        tried += 1
        text = "\n".join([*lines[:place], line.removeprefix("# "), *lines[place + 1 :]])

        assert errors(read(text)) == [], line
    assert tried > 20


def test_what_is_known_of_the_customer_is_filled_in() -> None:
    people = full_engagement().stakeholders
    note = read(
        render_note(
            start(
                customer="R&D: 青屿",
                alias="华东某企业",
                industry="离散制造",
                region="华东",
                presales="林岚",
                products=("a, b", "网关"),
                people=people,
            )
        )
    )

    assert note.engagement is not None
    assert note.engagement.customer.name == "R&D: 青屿"
    assert note.engagement.products == ("a, b", "网关")
    assert [person.role for person in note.engagement.stakeholders] == [person.role for person in people]


@given(
    st.text(st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp", "Cn", "Co"]), min_size=1, max_size=20)
)
def test_any_name_reads_back_as_it_is(name: str) -> None:
    name = " ".join(name.split())
    note = read(render_note(start(customer=name or "x")))

    assert note.engagement is not None
    assert note.engagement.customer.name == (name or "x")
