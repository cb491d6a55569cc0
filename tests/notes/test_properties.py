"""What holds for any bytes at all: reading never raises, tells a place inside the file, and tells it in both languages."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.errors import has_errors
from generator.notes.reader import Note
from generator.source.reading import read_yaml
from generator.source.text import Source, decode_source
from generator.source.validate import validate
from generator.workspace.config import Config
from tests.notes.reading import NOTE, PATH, read

ROOT = Path(__file__).parents[2]
SAMPLES = sorted((ROOT / "engagements").rglob("*.yaml"))
# Characters that mean something to YAML or look as if they did.
MARKS = "\t \n:：,，-*&!|>%@`'\"“”[]{}#?~\\<=　\u2028\u0085\ufeff0９a甲"


def check(data: bytes) -> Note:
    """Read; whatever is told stands in the file and says something."""
    note = read(data, PATH)
    source = decode_source(PATH, data)
    text = source.text if isinstance(source, Source) else data.decode("utf-8-sig", "replace")
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for problem in note.problems:
        assert 1 <= problem.line <= len(lines)
        assert 1 <= problem.column <= len(lines[problem.line - 1]) + 1
        assert problem.message.zh
        assert problem.message.en
        assert problem.suggestion is None or (problem.suggestion.zh and problem.suggestion.en)
        if problem.code not in {"file_encoding", "file_binary", "file_too_large", "control_character"}:
            assert problem.source == lines[problem.line - 1]
    assert (note.engagement is None) == has_errors(note.problems)
    return note


@given(st.binary(max_size=200))
def test_any_bytes(data: bytes) -> None:
    check(data)


@given(st.text(st.sampled_from(MARKS), max_size=60))
def test_any_marks_in_any_order(text: str) -> None:
    check(text.encode())


@given(st.text(max_size=60))
def test_any_text_as_a_value(text: str) -> None:
    check(NOTE.replace("拿到现场勘查", text).encode("utf-8", "replace"))


@given(st.data())
def test_a_note_with_characters_put_in_taken_out_or_changed(data: st.DataObject) -> None:
    text = NOTE
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(text)))
        taken = data.draw(st.integers(0, 3))
        put = data.draw(st.text(st.sampled_from(MARKS), max_size=3))
        text = text[:at] + put + text[at + taken :]

    check(text.encode())


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.stem)
@settings(max_examples=25)  # for each of eighteen notes, the largest of 26 kB
@given(data=st.data())
def test_a_sample_with_lines_dropped_doubled_moved_or_marked(sample: Path, data: st.DataObject) -> None:
    lines = sample.read_text("utf-8").split("\n")
    for _ in range(data.draw(st.integers(1, 3))):
        at = data.draw(st.integers(0, len(lines) - 1))
        line = lines[at]
        column = data.draw(st.integers(0, len(line)))
        mark = data.draw(st.sampled_from(MARKS))
        lines[at : at + 1] = data.draw(
            st.sampled_from(
                [
                    [],
                    [line, line],
                    ["  " + line],
                    [line.lstrip()],
                    [line[:column] + mark + line[column:]],
                    [line[:column] + line[column + 1 :]],
                    [line[:column], line[column:]],
                ]
            )
        )

    check("\n".join(lines).encode())


def test_there_are_samples() -> None:
    assert len(SAMPLES) > 10


@given(st.data())
def test_what_is_written_twice_is_read_alike(data: st.DataObject) -> None:
    text = NOTE.replace("进行中", data.draw(st.text(st.sampled_from(MARKS), max_size=5)))

    assert read(text.encode()).problems == read(text.encode()).problems


@given(st.text(st.sampled_from(MARKS + "nameweekend"), max_size=40))
def test_any_text_as_settings(text: str) -> None:
    source = decode_source("presales.yaml", f"name: a\n{text}\n".encode())
    if isinstance(source, Source):
        reading = read_yaml(source)
        if reading.root is not None:
            value, findings = validate(Config, reading.root)

            assert (value is None) == bool(findings)
