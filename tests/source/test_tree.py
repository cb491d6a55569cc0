"""YAML as a tree of nodes that keep the characters as typed and remember where they stand."""

from __future__ import annotations

import pytest
import yaml

from generator.source import tree as tree_module
from generator.source.tree import MAX_DEPTH, MAX_VALUES, Mapping, Scalar, Sequence, is_null
from tests.source.trees import plain, refusal, root, syntax_error, tree

BOTH_PARSERS = [yaml.SafeLoader, *([yaml.CSafeLoader] if hasattr(yaml, "CSafeLoader") else [])]


@pytest.fixture(params=BOTH_PARSERS, autouse=True)
def parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """With and without libyaml: a note is read alike."""
    monkeypatch.setattr(tree_module, "_LOADER", request.param)


# ── Characters as typed ──


@pytest.mark.parametrize(
    "typed", ["no", "1.10", "010", "1:30", "2026-05-20", "0x1f", "1e3", ".5", "yes", "1_000", "+1"]
)
def test_a_plain_value_keeps_the_characters_as_written(typed: str) -> None:
    assert plain(root(f"a: {typed}\n")) == {"a": typed}


@pytest.mark.parametrize("typed", ["on", "no", "1", "null", "~", "2026-05-20"])
def test_keys_are_read_as_written(typed: str) -> None:
    assert plain(root(f"{typed}: x\n")) == {typed: "x"}


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ('"a\\tb\\u4e2d"', "a\tb中"),
        ("'it''s'", "it's"),
        ("|\n  a\n  b", "a\nb\n"),
        (">\n  a\n  b", "a b\n"),
        ("!!str 1", "1"),
    ],
)
def test_quoted_and_block_text_is_what_yaml_makes_of_it(typed: str, text: str) -> None:
    assert plain(root(f"a: {typed}\n")) == {"a": text}


@pytest.mark.parametrize("typed", ["", "~", "null", "Null", "NULL"])
def test_nothing_a_tilde_or_a_plain_null_is_no_value(typed: str) -> None:
    node = root(f"a: {typed}\n")

    assert isinstance(node, Mapping)
    assert is_null(node.entries["a"].value)


@pytest.mark.parametrize("typed", ['""', "''", '"~"', "'null'", "nULL", "none", "[]", "{}", "0"])
def test_quoted_it_is_text_and_everything_else_is_a_value(typed: str) -> None:
    node = root(f"a: {typed}\n")

    assert isinstance(node, Mapping)
    assert not is_null(node.entries["a"].value)


def test_a_value_knows_where_it_starts_and_ends_in_characters() -> None:
    text = "键: 甲\nb: [🚀, 'x']\n"

    node = root(text)

    assert isinstance(node, Mapping)
    first, second = (entry.value for entry in node.entries.values())
    assert isinstance(first, Scalar)
    assert isinstance(second, Sequence)
    assert text[first.start : first.end] == "甲"
    assert [text[item.start : item.end] for item in second.items if isinstance(item, Scalar)] == ["🚀", "'x'"]


def test_braces_and_brackets_are_told_from_blocks() -> None:
    node = root("a: {b: 1}\nc:\n  d: 1\n")

    assert isinstance(node, Mapping)
    flows = [entry.value.flow for entry in node.entries.values() if isinstance(entry.value, Mapping)]
    assert flows == [True, False]


@pytest.mark.parametrize("text", ["", "\n\n", "# only a comment\n", "---\n", "---\n...\n"])
def test_an_empty_file_is_an_empty_group_or_nothing(text: str) -> None:
    assert plain(root(text)) == {}


@pytest.mark.parametrize(
    "text", ["---\na: 1\n", "a: 1\n...\n", "%YAML 1.1\n---\na: 1\n", "---\na: 1\n...\n# end\n"]
)
def test_marks_around_a_single_document_are_fine(text: str) -> None:
    assert plain(root(text)) == {"a": "1"}


# ── Faults that do not stop the reading ──


def test_a_key_written_twice_is_a_fault_at_its_second_place_and_the_first_counts() -> None:
    text = "a: 1\nb:\n  c: 1\n  c: 2\na: 3\n"

    read = tree(text)

    assert plain(read.root) == {"a": "1", "b": {"c": "1"}}
    assert [(fault.index, fault.code, fault.key) for fault in read.faults] == [
        (text.index("c: 2"), "duplicate_key", "c"),
        (text.index("a: 3"), "duplicate_key", "a"),
    ]


def test_the_same_key_in_two_groups_is_none() -> None:
    assert tree("a: {b: 1}\nc: {b: 1}\n").faults == ()


@pytest.mark.parametrize("text", ["? [a, b]\n: 1\nc: 2\n", "? {a: b}\n: 1\nc: 2\n", "{[a]: 1, c: 2}\n"])
def test_a_key_that_is_a_list_or_a_group_is_a_fault(text: str) -> None:
    read = tree(text)

    assert plain(read.root) == {"c": "2"}
    assert [fault.code for fault in read.faults] == ["key_not_text"]


@pytest.mark.parametrize("key", ["said：x", "　name", "\u00a0name", "• surface", "－ a", "-surface"])
def test_a_key_that_looks_like_a_slip_is_remembered(key: str) -> None:
    assert [odd.text for odd in tree(f"a: 1\n{key}: 2\n").odd_keys] == [key]


@pytest.mark.parametrize("key", ["name", "x-客户编号", '"said：x"', "a-b"])
def test_other_keys_are_not(key: str) -> None:
    assert tree(f"{key}: 1\n").odd_keys == ()


# ── What is refused ──


@pytest.mark.parametrize(
    ("text", "code", "at"),
    [
        ("a: 1\nb: &x 2\n", "anchor", "&x"),
        ("a: &x {b: 1}\n", "anchor", "&x"),
        ("a: &x [1]\n", "anchor", "&x"),
        ("a: *x\n", "alias", "*x"),
        ("<<: *x\n", "alias", "*x"),
        ("a: !important b\n", "tag", "!important"),
        ("a: !!python/object:os.system x\n", "tag", "!!python"),
        ("a: !!binary x\n", "tag", "!!binary"),
        ("a: !!set {b}\n", "tag", "!!set"),
        ("a: 1\n---\nb: 2\n", "several_documents", "b: 2"),
        ("a: 1\n--- x\n", "several_documents", "x"),
    ],
)
def test_what_notes_may_not_use_is_refused_where_it_stands(text: str, code: str, at: str) -> None:
    fault = refusal(text)

    assert (fault.code, fault.index) == (code, text.index(at))


@pytest.mark.parametrize("tag", ["str", "int", "float", "bool", "null", "seq", "map", "timestamp"])
def test_the_standard_tags_are_fine(tag: str) -> None:
    value = {"seq": "[1]", "map": "{b: 1}"}.get(tag, "1")

    assert plain(root(f"a: !!{tag} {value}\n")) == plain(root(f"a: {value}\n"))


def test_nesting_is_bounded() -> None:
    fine = "[" * MAX_DEPTH + "]" * MAX_DEPTH

    assert plain(root(f"a: {fine}\n"))
    assert refusal(f"a: [{fine}]\n").code == "too_deep"
    assert refusal("- " * 60).code == "too_deep"


def test_the_number_of_values_is_bounded() -> None:
    assert refusal("a: [" + "b," * MAX_VALUES + "]\n").code == "too_many_values"


# ── Where the parser gives up ──


def test_a_syntax_error_tells_its_place_and_where_the_broken_part_began() -> None:
    text = 'a: 1\nb: "open\nc: 2\n'

    error = syntax_error(text)

    assert (error.index, error.opened_at) == (len(text), text.index('"open'))


@pytest.mark.parametrize(
    "text", ["a: b: c\n", "a: @x\n", "\ta: 1\n", "a: [1\n", "%x\n", "a: 'x\n", "? a\nb\n"]
)
def test_broken_yaml_is_one_kind_of_error(text: str) -> None:
    assert 0 <= syntax_error(text).index <= len(text)
