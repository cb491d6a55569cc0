"""Values that YAML takes for something else unless they are quoted."""

from __future__ import annotations

import pytest

from generator.source.mistakes import find_mistakes
from tests.source.trees import plain, root


@pytest.mark.parametrize(
    ("value", "code", "quoted"),
    [
        ("?", "reserved_character", '"?"'),
        ("@zhang", "reserved_character", '"@zhang"'),
        ("%5", "reserved_character", '"%5"'),
        ("`x`", "reserved_character", '"`x`"'),
        ("* x", "reserved_character", '"* x"'),
        ("*x", "reserved_character", '"*x"'),
        ("&x", "reserved_character", '"&x"'),
        ("!重要", "reserved_character", '"!重要"'),
        ("| x", "reserved_character", '"| x"'),
        ("> 95%", "reserved_character", '"> 95%"'),
        (", x", "reserved_character", '", x"'),
        ("] x", "reserved_character", '"] x"'),
        ("} x", "reserved_character", '"} x"'),
        ("[重要] x", "reserved_character", '"[重要] x"'),
        ("{id} x", "reserved_character", '"{id} x"'),
        ("价格: 高", "colon_in_value", '"价格: 高"'),
        ("价格:", "colon_in_value", '"价格:"'),
        (": x", "colon_in_value", '": x"'),
        ("- x", "dash_after_key", '"- x"'),
        ("-", "dash_after_key", '"-"'),
        ("“价格: 高”", "curly_quotes", '"价格: 高"'),
        ('"x" y', "text_after_quote", r'"\"x\" y"'),
        ("'it's'", "text_after_quote", '"it\'s"'),
        ('"he said "hi""', "text_after_quote", r'"he said \"hi\""'),
        ('"open', "unclosed_quote", '"open"'),
        ("'open", "unclosed_quote", "'open'"),
        (r'"C:\data"', "backslash", r'"C:\\data"'),
        (r'"\ud800"', "backslash", r'"\\ud800"'),
        ("[a, b", "unclosed_bracket", "[a, b]"),
        ("{a: [b", "unclosed_bracket", "{a: [b]}"),
    ],
)
def test_the_value_of_a_key_is_mended_as_it_is_told(value: str, code: str, quoted: str) -> None:
    first = next(find_mistakes(f"  - said: {value}"))

    assert (first.column, first.code, first.mended) == (11, code, f"  - said: {quoted}")
    assert first.suggestion.zh == f"写成：said: {quoted}"
    assert first.suggestion.en == f"write: said: {quoted}"


def test_a_list_item_is_mended_like_a_value() -> None:
    first = next(find_mistakes("  - @zhang"))

    assert (first.column, first.mended, first.suggestion.en) == (5, '  - "@zhang"', 'write: "@zhang"')


def test_a_comment_behind_the_value_is_left_out_of_the_quotes() -> None:
    assert next(find_mistakes("owner: @zhang  # ours")).mended == 'owner: "@zhang"'


@pytest.mark.parametrize(
    ("line", "column", "mended"),
    [
        ("- {kind: a, text: 价格: 高}", 19, '- {kind: a, text: "价格: 高"}'),
        ("- {text: @x, kind: a}", 10, '- {text: "@x", kind: a}'),
        ("products: [@x, b]", 12, 'products: ["@x", b]'),
        ("products: [a, %5]", 15, 'products: [a, "%5"]'),
        ('- {text: "x" y, kind: a}', 10, r'- {text: "\"x\" y", kind: a}'),
        ("- {text: 用 [1] 和 {id}, 好}", 10, '- {text: "用 [1] 和 {id}, 好"}'),
        ("- {text: 用 [1], kind: a}", 10, '- {text: "用 [1]", kind: a}'),
        ("- {text: 见 #3, kind: a}", 10, '- {text: "见 #3", kind: a}'),
        ("- {kind: a, text: #3}", 19, '- {kind: a, text: "#3"}'),
    ],
)
def test_values_in_braces_and_brackets_are_mended_up_to_their_end(
    line: str, column: int, mended: str
) -> None:
    found = [(mistake.column, mistake.mended) for mistake in find_mistakes(line)]

    assert (column, mended) in found


def test_commas_in_quotes_end_no_value() -> None:
    assert list(find_mistakes('- {text: "a, @b", kind: c}')) == []


@pytest.mark.parametrize(
    "value",
    [
        "x", "|", ">-", "|2+", "[a, b]", "{a: b}", '"a: b"', "'it''s'", r'"a\tb \" c"', '"a" # c', "a:b", "# c",
        "https://a", "x - y", "50%", "a & b", "“甲”", "12:30",
    ],
)  # fmt: skip
def test_a_value_that_yaml_takes_as_meant_has_no_mistake(value: str) -> None:
    assert list(find_mistakes(f"said: {value}")) == []


@pytest.mark.parametrize(
    "value", ["?", "@x", "%5", "`x`", "* x", "!重要", "a: b", "- x", '"x" y', r'"\d"', "'it's'", "[a] b"]
)
def test_what_is_told_to_write_can_be_read(value: str) -> None:
    told = next(find_mistakes(f"said: {value}")).suggestion.en.removeprefix("write: ")

    assert isinstance(plain(root(told))["said"], str)
