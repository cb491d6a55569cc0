"""What a template may call is read from what defines it."""

from __future__ import annotations

from generator.templating.offers import Tool, macros_of, offered_filters, offered_tests


def test_a_macro_is_told_with_the_comment_right_above_it() -> None:
    text = "{# The file. #}\n\n{% macro one(a) %}{% endmacro %}\n{# Two\n words. #}\n{% macro two(b, c) %}{% endmacro %}"

    assert macros_of(text) == (Tool("one", "a"), Tool("two", "b, c", "Two words."))


def test_our_filters_come_first_and_those_that_would_go_around_escaping_are_not_offered() -> None:
    filters = offered_filters()
    names = [tool.name for tool in filters]
    ours = [tool.name for tool in filters if tool.meaning]

    assert ours == names[: len(ours)]
    assert {"continued", "join", "picture_title"} <= set(ours)
    assert {"safe", "tojson", "random"}.isdisjoint(names)
    assert "upper" in names


def test_our_test_is_explained_and_those_of_jinja_are_named() -> None:
    tests = {tool.name: tool.meaning for tool in offered_tests()}

    assert tests["one_paragraph"].startswith("Whether text may follow other text")
    assert tests["defined"] == ""
