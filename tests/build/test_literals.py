"""Text in = text out: every literal of a note that a document shows stands in all three files as written."""

from __future__ import annotations

import copy
import itertools
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.notes.free_text import free_texts
from generator.notes.model import Engagement
from generator.prose import Prose
from tests.build.building import build_all, words_of_docx, words_of_html, words_of_markdown, write_note
from tests.builders import FULL, MINIMAL

AWKWARD = (
    "*a* _b_ **c** `d` ~~e~~",
    "# x | y || z",
    "<b>R&D</b> &amp; &#38; <50ms",
    "[l](javascript:x) ![p](q) [^1]",
    "{{ x }} {% y %} {# z #}",
    "1. one - two + three > four",
    "back\\slash \\* end\\",
    "10_min A|B *.csv 1.10 010",
    "“重点”——甲、乙…·×『引』",
    "emoji 🙂 combining e\u0301 ﷽",
    "https://a.b/c_d_e?x=1&y=2 www.x.y a@b.c",
    "a  b   c\u00a0d\u3000e",
    'Tom\'s "quote" % $ ^ @ `',
    "]]> --- === ~~~ ```",
)


def mark(note: dict[str, Any], texts: Iterator[str]) -> tuple[dict[str, Any], dict[str, str]]:
    """The note with each free text replaced by a marked one; the texts by their marks."""
    engagement = Engagement.model_validate(note)
    marked, found = copy.deepcopy(note), {}
    for number, (loc, text) in enumerate(free_texts(engagement)):
        if isinstance(text, Prose):
            continue
        key = f"Q{number:03d}Z"
        found[key] = f"{key} {next(texts)} {key[::-1]}"
        _put(marked, loc, found[key])
    return marked, found


def _put(note: dict[str, Any], loc: tuple[str | int, ...], text: str) -> None:
    """A line where a list of lines may stand is typed without the list."""
    place: Any = note
    for part in loc[:-1]:
        parent, key, place = place, part, place[part]
    if isinstance(place, str):
        parent[key] = text
    else:
        place[loc[-1]] = text


def shown(words: str, texts: dict[str, str]) -> dict[str, str]:
    """The marked texts of which the words hold the mark."""
    return {key: text for key, text in texts.items() if key in words}


@pytest.mark.parametrize("language", ["zh", "en"])
def test_awkward_literals_are_in_every_file_as_written(tmp_path: Path, language: Any) -> None:
    note, texts = mark(MINIMAL | FULL, itertools.cycle(AWKWARD))
    write_note(tmp_path, note)
    report, files = build_all(tmp_path, languages=(language,))
    readers = {"md": words_of_markdown, "docx": words_of_docx, "html": words_of_html}

    assert [problem for problem in report.problems if problem.severity == "error"] == []
    for document in ("retrospective", "risk-memo"):
        words = {
            ending: read(files[f"{note['id']}/{document}.{language}.{ending}"])
            for ending, read in readers.items()
        }
        expected = shown(words["md"], texts)
        missing = {
            (ending, text) for ending in readers for text in expected.values() if text not in words[ending]
        }

        assert len(expected) > 25
        assert missing == set()


LINES = st.text(
    st.one_of(
        st.sampled_from("*_`|\\<>&#~[]!(){}^:;.,-+=\"'$%@/ 1a"),
        st.characters(exclude_categories=["Cc", "Cs", "Cn", "Co", "Zl", "Zp"]),
    ),
    min_size=1,
    max_size=24,
).filter(lambda text: text == " ".join(text.split()) and not re.search("[\x85\ufffe\uffff]", text))


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(LINES, min_size=5, max_size=5))
def test_any_literals_are_in_every_file_as_written(tmp_path: Path, lines: list[str]) -> None:
    note, texts = mark(MINIMAL | FULL, itertools.cycle(lines))
    write_note(tmp_path, note)
    _, files = build_all(tmp_path, languages=("en",))
    stem = f"{note['id']}/retrospective.en"
    words = words_of_markdown(files[f"{stem}.md"])
    expected = shown(words, texts).values()

    assert [text for text in expected if text not in words] == []
    assert [text for text in expected if text not in words_of_docx(files[f"{stem}.docx"])] == []
    assert [text for text in expected if text not in words_of_html(files[f"{stem}.html"])] == []
