"""What is not in the dialect is named at its line, with what to write instead."""

from __future__ import annotations

from typing import Any

import pytest

from generator.markup import DialectProblem, find_dialect_problems
from generator.markup.wording import WORDING

TABLE = "| a | b |\n|---|---|\n"
BOTH: list[Any] = [
    # source, (line, column, code) …
    ("a\x07b\n\ud800", (1, 2, "control-character"), (2, 1, "control-character")),
    ("标题\n===", (2, 1, "underlined-heading")),
    ("a\n\nHeading\n---\n", (4, 1, "underlined-heading")),
    ("a\n-", (2, 1, "underlined-heading")),
    ("a <b>x</b>", (1, 3, "html"), (1, 7, "html")),
    ("a\nb <br/>", (2, 3, "html")),
    ("x <!-- note -->", (1, 3, "html")),
    ("<div\nclass", (1, 1, "html")),
    (TABLE + "<td> | <i>x</i>", (3, 1, "html"), (3, 8, "html"), (3, 12, "html")),
    ("- a <i> b", (1, 5, "html")),
    ("a\n\n    code", (3, 5, "indented-text")),
    ("- a\n\n\t\tcode", (3, 3, "indented-text")),
    ("[ref]: https://example.com", (1, 1, "link-definition")),
    ("a\n\n> [注]: 说明", (3, 3, "link-definition")),
    (TABLE + "| c | d | e |", (3, 1, "surplus-cells")),
    ("a\n:-:", (2, 1, "lone-rule")),
    ("| a |\n--", (2, 1, "lone-rule")),
    ("> [!DANGER]\n> a", (1, 3, "unknown-alert")),
    ("> [!NOTE] a", (1, 3, "alert-line")),
    ("> [!NOTE]", (1, 1, "empty-alert")),
    ("- > [!NOTE]\n  > a", (1, 3, "nested-alert")),
    ("- [ ] - a", (1, 3, "task-block")),
    ("- [ ] \n  a", (1, 3, "task-block")),
    ("- [x] a | b\n  ---|---", (1, 3, "task-block")),
    ("a\n```\ncode", (2, 1, "open-fence")),
    ("> ~~~\n> code\n\nb", (1, 3, "open-fence")),
    ("- ```\n  \tcode\n  ```", (2, 3, "tab-in-code")),
    ("> " * 10 + "a", (1, 19, "deep-nesting")),
    ("- " * 10 + "a", (1, 19, "deep-nesting")),
    ("a ~~b~~ c", (1, 3, "strikethrough")),
    ("需要3~5天，共10~15天", (1, 4, "strikethrough")),
    ("[a](javascript:x)", (1, 1, "link-target")),
    ("a <irc://b>", (1, 3, "link-target")),
    ("![a](https://example.com/a.png)", (1, 1, "picture-path")),
    ("![a](/a.png)", (1, 1, "picture-path")),
    ("![a](x/../../a.png)", (1, 1, "picture-path")),
    ("![a](C:\\a.png)", (1, 1, "picture-path")),
    ("![a]()", (1, 1, "picture-path")),
    ("see ![a](a.png)", (1, 5, "inline-picture")),
    (TABLE + "| ![a](a.png) |", (3, 3, "inline-picture")),
    ("[![a](a.png)](https://example.com)", (1, 2, "inline-picture")),
    ("[a <https://b.example>](https://c.example)", (1, 1, "nested-link")),
    ("see https://example.com/*a*/b", (1, 5, "bare-address")),
    ("www.example.com/a`b", (1, 1, "bare-address")),
    ('[a](https://b.example "x ` y") ` z', (1, 26, "tangled-code")),
]
DOCUMENT_ONLY: list[Any] = [
    ("# ![a](a.png)", (1, 3, "inline-picture")),
    ("a[^x]", (1, 2, "unknown-footnote")),
    ("[a[^x]](#c)\n\n[^x]: b", (1, 1, "nested-link")),
    ("a\n\n[^x]: b", (3, 1, "unused-footnote")),
    ("[^x]: [^y]\n[^y]: [^x]", (1, 1, "unused-footnote"), (2, 1, "unused-footnote")),
    ("a[^x]\n\n[^x]: b\n[^x]: c", (4, 1, "double-footnote")),
    ("a[^x]\n\n- b\n\n  [^x]: c", (5, 3, "nested-footnote")),
]
PROSE_ONLY: list[Any] = [
    ("# a\n\nb", (1, 1, "heading")),
    ("- ## a", (1, 3, "heading")),
    ("a[^x]\n\n[^x]: b", (1, 2, "footnote-in-prose"), (3, 1, "footnote-in-prose")),
    ("[a](other.md)", (1, 1, "link-target")),
    ("[a]()", (1, 1, "link-target")),
]
FINE = [
    "",
    '一段话，有**重点**、*强调*、`代码`和[链接](https://example.com "标题")。',
    "C:\\Users\\li，R&D，<50ms，a < b，10_min，1.10，~5 天，100%",
    "[a](mailto:x@example.com) [b](tel:+8610) [c](#anchor) <https://example.com/a_b> <x@example.com>",
    "https://example.com/a_b?x=1&y=2，www.example.com。",
    "**https://example.com**",
    "`<b>` `~~a~~` `[a]: b` `https://example.com/*a*`",
    r"\<b> \~\~a\~\~ \[a]: b",
    "- a\n    - b\n        - c\n\n    more\n- d",
    "1) a\n2) b",
    "- [ ] a\n- [x] b",
    TABLE + "| c | d |\n| e |",
    "> a\n\n> [!NOTE]\n> a",
    "> [!tip]\n> - a",
    "```sql\nselect <b> -- ~~x~~ [a]: b\n```",
    '![a](figures/a.svg "caption")',
    "- ![a](figures/a.svg)",
    "[a](<https://example.com>)",
    "a ~ b ~ c",
    "a\n\n---\n\nb",
    "| a |\n|---|\n| b |",
    "a [b](<https://example.com/x y>) c",
]


def _places(problems: tuple[DialectProblem, ...]) -> list[tuple[int, int, str]]:
    return [(problem.line, problem.column, problem.code) for problem in problems]


@pytest.mark.parametrize("prose", [True, False], ids=["prose", "document"])
@pytest.mark.parametrize("case", BOTH, ids=lambda case: str(case[0]).encode("unicode_escape").decode())
def test_a_problem_of_any_text_is_named_at_its_place(case: Any, prose: bool) -> None:
    source, *places = case

    assert _places(find_dialect_problems(str(source), prose=prose)) == places


@pytest.mark.parametrize("case", DOCUMENT_ONLY, ids=lambda case: repr(case[0]))
def test_a_document_has_headings_and_footnotes_of_its_own(case: Any) -> None:
    source, *places = case

    assert _places(find_dialect_problems(str(source), prose=False)) == places


@pytest.mark.parametrize("case", PROSE_ONLY, ids=lambda case: repr(case[0]))
def test_prose_leaves_headings_footnotes_and_files_to_the_document(case: Any) -> None:
    source, *places = case

    assert _places(find_dialect_problems(str(source), prose=True)) == places
    assert _places(find_dialect_problems(str(source), prose=False)) == []


@pytest.mark.parametrize("prose", [True, False], ids=["prose", "document"])
@pytest.mark.parametrize("source", FINE)
def test_the_dialect_itself_has_no_problems(source: str, prose: bool) -> None:
    assert find_dialect_problems(source, prose=prose) == ()


def test_every_wording_is_used_by_a_case_above() -> None:
    seen = {place[2] for cases in (BOTH, DOCUMENT_ONLY, PROSE_ONLY) for case in cases for place in case[1:]}

    assert seen == set(WORDING)


def test_a_message_says_in_both_languages_what_was_found_and_what_to_write() -> None:
    (problem,) = find_dialect_problems("# 背景", prose=True)

    assert "标题" in problem.message.zh
    assert "heading" in problem.message.en
    assert problem.suggestion is not None
    assert problem.suggestion.zh == "改用单独一行的粗体：**背景**"
    assert problem.suggestion.en == "write a line in bold instead: **背景**"


def test_a_long_find_is_shortened_in_the_message() -> None:
    (problem,) = find_dialect_problems(f"[a](ftp://{'x' * 100})", prose=True)

    assert problem.message.en == f"a link may not go to ftp://{'x' * 54}…"


@pytest.mark.parametrize(
    ("source", "column"), [("\t<b>", 2), ("- a\n\n\tb <i>", 4), ("a\tb\t<b>", 5), ("a\n<b>", 1)]
)
def test_columns_count_characters_as_typed(source: str, column: int) -> None:
    problems = find_dialect_problems(source, prose=True)

    assert problems[-1].column == column


def test_lines_count_by_every_kind_of_line_end() -> None:
    assert _places(find_dialect_problems("a\r\nb\rc\n<b>", prose=True)) == [(4, 1, "html")]
