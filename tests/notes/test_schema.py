from __future__ import annotations

import json
from collections.abc import Iterator
from copy import deepcopy
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft7Validator

from generator.notes.codes import THEMES, Theme, ThemeGroup
from generator.notes.model import Engagement
from generator.notes.schema import note_schema, render_schema
from generator.source.keys import Group, Several, placed_keys
from tests.agreement import VALUES, Judges, kinds, own_values, values_for
from tests.judges import EXAMPLES, needs
from tests.notes.editor import load_as_editor, load_as_old_editor
from tests.notes.typed_notes import Typed, render_typed, smallest, with_value

SAMPLES = sorted((Path(__file__).parents[2] / "engagements").rglob("*.yaml"))
SCHEMA = note_schema()
VALIDATOR = Draft7Validator(SCHEMA)
KEYS = dict(placed_keys(Engagement))
JUDGES = Judges(
    Engagement,
    SCHEMA,
    frozenset(
        {
            "control_character",  # only an escape inside quotes can write one
            "comma_in_value",  # to an editor the rest of the text is a key without a value
        }
    ),
)

# YAML hands numbers to an editor without how they were written, so it cannot refuse what the reader does.
NOTATIONS = ("+5", "5.", "1.0", "1e1", "0x5", "0o5", "-0", ".inf", ".nan", "1.5e-3")
REFUSED_FOR_NOTATION = {"bad_number", "bad_id", "bad_note_id", "unknown_schema"}


def test_it_is_a_schema_of_draft_7() -> None:
    Draft7Validator.check_schema(SCHEMA)

    assert SCHEMA["$schema"] == "http://json-schema.org/draft-07/schema#"


@pytest.mark.parametrize("path", kinds(Engagement).values())
def test_schema_and_reader_agree_on_every_kind_of_value(path: str) -> None:
    values = values_for(KEYS[path])
    notes = ((f"{path}: {value}", render_typed(with_value(Engagement, path, value))) for value in values)

    assert JUDGES.disagreements(notes) == []


def test_there_are_kinds_of_values_to_compare() -> None:
    assert len(kinds(Engagement)) > 60


@pytest.mark.parametrize("path", KEYS)
def test_schema_and_reader_agree_on_every_key(path: str) -> None:
    values = ("", "text", "[]", "{}", "[~]", "{nonsense: 1}", KEYS[path].example, *own_values(KEYS[path]))
    notes = ((f"{path}: {value}", render_typed(with_value(Engagement, path, value))) for value in values)

    assert JUDGES.disagreements(notes) == []


@pytest.mark.parametrize("path", [path for path, key in KEYS.items() if key.required])
def test_both_refuse_a_note_without_a_required_key(path: str) -> None:
    above, _, name = path.rpartition(".")
    if above:
        block = block_at(above)
        note = with_value(Engagement, above, listed(above, without(smallest(block), name)))
    else:
        note = without(smallest(Engagement), name)
    text = render_typed(note)

    assert "missing_key" in JUDGES.refused(text)
    assert not JUDGES.taken(text)


def block_at(path: str) -> Any:
    item = KEYS[path.removesuffix("[]")].item
    assert isinstance(item, Group)
    return item.block


def listed(path: str, group: Typed) -> Typed:
    return [group] if path.endswith("[]") else group


def without(group: dict[str, Typed], name: str) -> dict[str, Typed]:
    return {key: value for key, value in group.items() if key != name}


GROUPS = [path for path, key in KEYS.items() if isinstance(key.item, Group)]


@pytest.mark.parametrize("path", GROUPS)
def test_both_refuse_an_unknown_key_at_any_depth_and_take_one_of_the_teams_own(path: str) -> None:
    several = isinstance(KEYS[path].holds, Several)
    marked = f"{path}[]" if several else path
    group = smallest(block_at(path))
    unknown = render_typed(with_value(Engagement, path, listed(marked, group | {"surfce": "text"})))
    own = render_typed(with_value(Engagement, path, listed(marked, group | {"x-crm": "{a: [1, {b: no}]}"})))

    assert "unknown_key" in JUDGES.refused(unknown)
    assert not JUDGES.taken(unknown)
    assert (JUDGES.refused(own), JUDGES.taken(own)) == (set(), True)


def test_the_smallest_note_of_the_formats_examples_is_taken_by_both() -> None:
    text = render_typed(smallest(Engagement))

    assert (JUDGES.refused(text), JUDGES.taken(text)) == (set(), True)


@pytest.mark.parametrize("path", kinds(Engagement).values())
def test_an_editor_takes_every_notation_of_numbers_that_the_reader_takes(path: str) -> None:
    for value in NOTATIONS:
        text = render_typed(with_value(Engagement, path, value))
        codes, taken = JUDGES.refused(text), JUDGES.taken(text)
        if taken != (not codes):
            assert (taken, codes - REFUSED_FOR_NOTATION) == (True, set()), f"{path}: {value}"


def test_an_escaped_control_character_is_seen_by_the_reader_alone() -> None:
    text = render_typed(with_value(Engagement, "title", '"a\\x07b"'))

    assert (JUDGES.refused(text), JUDGES.taken(text)) == ({"control_character"}, True)


def test_text_cut_off_by_a_comma_is_seen_by_the_reader_alone() -> None:
    text = render_typed(with_value(Engagement, "outcome", "{status: won, winner: Torn, amount}"))

    assert (JUDGES.refused(text), JUDGES.taken(text)) == ({"comma_in_value"}, True)


def test_an_unknown_key_without_a_value_is_as_good_as_left_out_to_the_reader_and_underlined_by_an_editor() -> (
    None
):
    text = render_typed(smallest(Engagement) | {"reslut": ""})

    assert (JUDGES.refused(text), JUDGES.taken(text)) == (set(), False)


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
@pytest.mark.parametrize("load", [load_as_editor, load_as_old_editor])
def test_both_take_the_sample_notes(path: Path, load: Any) -> None:
    text = path.read_text(encoding="utf-8")

    assert [error.message for error in VALIDATOR.iter_errors(load(text))] == []
    assert JUDGES.refused(text) == set()


@needs("examples")
@pytest.mark.parametrize("example", ["full-zh", "full-en", "minimal-zh", "minimal-en"])
@pytest.mark.parametrize("load", [load_as_editor, load_as_old_editor])
def test_both_take_the_shared_examples(example: str, load: Any) -> None:
    texts = [
        path.read_text(encoding="utf-8") for path in sorted((EXAMPLES / example).rglob("engagements/*.yaml"))
    ]

    assert texts
    assert [error.message for text in texts for error in VALIDATOR.iter_errors(load(text))] == []
    assert [JUDGES.refused(text) for text in texts] == [set() for _ in texts]


# ── mutations of real notes ──

FULL = [path for path in SAMPLES if path.stat().st_size > 10_000]


@cache
def typed_note(path: Path) -> Any:
    """A note with every value in quotes, as the changes need it."""
    return _quoted(yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader))


def _quoted(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _quoted(inner) for name, inner in value.items()}
    if isinstance(value, list):
        return [_quoted(inner) for inner in value]
    return json.dumps(value, ensure_ascii=False)


def containers(value: Any) -> Iterator[dict[str, Any] | list[Any]]:
    """Every group and every list that is not empty."""
    if isinstance(value, dict | list) and value:
        yield value
        for inner in value.values() if isinstance(value, dict) else value:
            yield from containers(inner)


@given(st.data())
def test_schema_and_reader_agree_on_notes_that_were_changed_anywhere(data: st.DataObject) -> None:
    note = deepcopy(typed_note(data.draw(st.sampled_from(FULL), label="note")))
    for _ in range(data.draw(st.integers(1, 3), label="changes")):
        mutate(note, data)

    assert JUDGES.disagreements(iter([("changed", render_typed(note))])) == []


def mutate(note: Any, data: st.DataObject) -> None:
    """One value replaced, one key or item taken away, moved to a wrong place or doubled, one key misspelt."""
    places = list(containers(note))
    place = data.draw(st.sampled_from(places), label="place")
    name = data.draw(st.sampled_from(list(place) if isinstance(place, dict) else range(len(place))))
    how = data.draw(st.sampled_from(["replace", "remove", "move", "rename"]), label="how")
    if how == "replace":
        place[name] = data.draw(st.sampled_from(VALUES), label="value")
    elif how == "remove":
        del place[name]
    elif how == "move":
        place[name] = deepcopy(data.draw(st.sampled_from(places)))
    elif isinstance(place, dict):
        place[f"{name}s"] = place.pop(name) or "text"


def test_there_are_full_notes_to_change() -> None:
    assert len(FULL) >= 3


# ── what an editor shows ──


def test_a_key_is_described_in_both_languages_with_its_example() -> None:
    due = SCHEMA["properties"]["commitments"]["items"]["properties"]["made_on"]

    assert due["description"] == "★ 哪天说的 · the day it was said\nmade_on: 2026-05-27"
    assert due["markdownDescription"] == (
        "★ 必填 required\n\n哪天说的\n\nthe day it was said\n\n```yaml\nmade_on: 2026-05-27\n```"
    )


def test_every_key_is_described_in_both_languages() -> None:
    bare = [path for path, key in KEYS.items() if not (key.meaning.zh and key.meaning.en and key.example)]

    assert bare == []


def test_closed_values_are_offered_in_both_languages_with_their_labels() -> None:
    priority = SCHEMA["properties"]["deal"]["properties"]["priority"]

    assert priority["anyOf"][0] == {
        "enum": ["high", "normal", "low", "高", "中", "低"],
        "enumDescriptions": ["high 高", "normal 中", "low 低", "high 高", "normal 中", "low 低"],
    }
    assert priority["patternErrorMessage"] == (
        "可写：high 高、normal 中、low 低 · write one of: high 高, normal 中, low 低"
    )


def test_what_a_key_means_when_it_is_left_out_is_its_default() -> None:
    properties = SCHEMA["properties"]

    assert properties["commitments"]["items"]["properties"]["status"]["default"] == "open"
    assert "default" not in properties["title"]


def test_three_parts_of_a_meeting_are_three_numbers() -> None:
    split = SCHEMA["properties"]["meetings"]["items"]["properties"]["actual_split"]

    assert (split["type"], split["minItems"], split["maxItems"]) == (["array", "null"], 3, 3)


def test_themes_of_the_workspace_are_offered_too() -> None:
    own = Theme("Localization", "本地化", "Localization", ThemeGroup.SOLUTION)
    theme = note_schema((*THEMES, own))["properties"]["lessons"]["items"]["properties"]["theme"]
    offered = dict(zip(theme["anyOf"][0]["enum"], theme["anyOf"][0]["enumDescriptions"], strict=True))

    assert len(offered) == 3 * len(THEMES) + 2
    assert offered["本地化"] == offered["Localization"] == "Localization 本地化 · Localization"
    assert offered["Intelligence gap"] == "intel_gap 情报不全 · Intelligence gap"


def test_it_is_written_as_json_in_readable_characters() -> None:
    text = render_schema()

    assert json.loads(text) == SCHEMA
    assert text.endswith("}\n")
    assert "售前支持记录" in text
    assert text == render_schema(THEMES)
