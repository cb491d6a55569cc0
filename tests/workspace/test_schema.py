from __future__ import annotations

import json
from pathlib import Path

import pytest
from jsonschema import Draft7Validator

from generator.source.keys import Group, placed_keys
from generator.workspace.config import Config
from generator.workspace.schema import config_schema, render_config_schema
from tests.agreement import Judges, kinds, own_values, values_for
from tests.judges import EXAMPLES, needs
from tests.notes.typed_notes import render_typed, with_value

KEYS = dict(placed_keys(Config))
# Whether a file name stays inside output/ and knows its placeholders is more than a pattern can say legibly.
JUDGES = Judges(
    Config, config_schema(), frozenset({"bad_path", "unknown_placeholder", "missing_placeholder"})
)
OWN = Path(__file__).parents[2] / "presales.yaml"


@pytest.mark.parametrize("path", kinds(Config).values())
def test_schema_and_reader_agree_on_every_kind_of_value(path: str) -> None:
    values = values_for(KEYS[path])
    files = ((f"{path}: {value}", render_typed(with_value(Config, path, value))) for value in values)

    assert JUDGES.disagreements(files) == []


@pytest.mark.parametrize("path", KEYS)
def test_schema_and_reader_agree_on_every_key(path: str) -> None:
    values = ("", "text", "[]", "{}", "{nonsense: 1}", KEYS[path].example, *own_values(KEYS[path]))
    files = ((f"{path}: {value}", render_typed(with_value(Config, path, value))) for value in values)

    assert JUDGES.disagreements(files) == []


@pytest.mark.parametrize("path", KEYS)
def test_the_example_of_every_key_is_taken_by_both(path: str) -> None:
    text = render_typed(with_value(Config, path, KEYS[path].example))

    assert (JUDGES.refused(text), JUDGES.taken(text)) == (set(), True)


def test_there_are_keys_with_keys_below_them() -> None:
    assert sum(isinstance(key.item, Group) for key in KEYS.values()) > 10


def test_an_empty_file_is_taken_by_both() -> None:
    assert (JUDGES.refused("{}\n"), JUDGES.taken("{}\n")) == (set(), True)


@pytest.mark.parametrize("name", ["../{id}", "/{id}", "{month}/{id}"])
def test_a_file_name_that_leads_elsewhere_is_seen_by_the_reader_alone(name: str) -> None:
    text = render_typed(with_value(Config, "names.note", f'"{name}"'))

    assert JUDGES.refused(text) & JUDGES.out_of_reach
    assert JUDGES.taken(text)


def test_both_take_the_settings_of_the_sample_workspace() -> None:
    text = OWN.read_text(encoding="utf-8")

    assert (JUDGES.refused(text), JUDGES.taken(text)) == (set(), True)


@needs("examples")
@pytest.mark.parametrize("example", ["full-zh", "full-en", "minimal-zh", "minimal-en"])
def test_both_take_the_settings_of_the_shared_examples(example: str) -> None:
    text = (EXAMPLES / example / "presales.yaml").read_text(encoding="utf-8")

    assert (JUDGES.refused(text), JUDGES.taken(text)) == (set(), True)


def test_defaults_are_those_that_the_program_uses() -> None:
    properties = config_schema()["properties"]

    assert properties["formats"]["default"] == ["md", "docx"]
    assert properties["gaps"]["properties"]["weights"]["properties"]["blocker"]["default"] == 0.6
    assert properties["scores"]["properties"]["require_proof"]["default"] is False
    assert properties["brief"]["properties"]["weights"]["properties"]["customer"]["default"] == 4


def test_it_is_written_as_a_schema_of_draft_7() -> None:
    schema = json.loads(render_config_schema())
    Draft7Validator.check_schema(schema)

    assert schema == config_schema()
