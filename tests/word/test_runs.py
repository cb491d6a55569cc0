from __future__ import annotations

import pytest

from generator.document import Break, Code, Emphasis, Heading, Inline, Link, Str, Strong
from generator.states import Light
from generator.word import Base
from tests.word.documents import heading, inlines, paragraph, state
from tests.word.reading import R, W, body_of, find, only, text_of, value


def look(base: Base, *parts: str | Inline) -> list[tuple[str, str]]:
    """(text, names of the formatting) of every run of one paragraph."""
    body = body_of(base, paragraph(*parts))
    names = []
    for run in find(body, "w:p//w:r"):
        formatting = [value(n) or value(n, "hint") or str(n.tag)[len(W) :] for n in find(run, "w:rPr/*")]
        names.append((text_of(run), " ".join(formatting)))
    return names


def test_plain_text_is_one_run_without_formatting(base: Base) -> None:
    assert look(base, "a & b") == [("a & b", "")]


def test_styles_do_the_formatting(base: Base) -> None:
    parts = (Strong(inlines("s")), Code("c"), state(Light.GREEN, "好"), Emphasis(inlines("e 重点")))

    assert look(base, *parts) == [
        ("s", "Strong"),
        ("c", "VerbatimChar"),
        ("● 好", "StateGreen eastAsia"),
        ("e ", "Emphasis"),
        ("重点", "EmphasisEastAsian eastAsia"),
    ]


def test_combined_styles_need_formatting(base: Base) -> None:
    parts = (Strong((Emphasis(inlines("x")), Code("y"))), Link("https://a.bc", "", (Strong(inlines("z")),)))

    assert look(base, *parts) == [("x", "Emphasis b"), ("y", "VerbatimChar b"), ("z", "Hyperlink b")]


def test_chinese_quotes_are_east_asian_and_english_ones_are_not(base: Base) -> None:
    assert look(base, "“中文”, “yes”") == [("“中文”, ", "eastAsia"), ("“yes”", "")]


def test_breaks_and_tabs_are_elements(base: Base) -> None:
    body = body_of(base, paragraph("a", Break(), "b\tc"))

    assert text_of(body) == "a\nb\tc"
    assert len(find(body, ".//w:r/w:br")) == len(find(body, ".//w:r/w:tab")) == 1


def test_links_of_one_target_share_a_relationship(base: Base) -> None:
    target = "https://example.com/"
    body = body_of(base, paragraph(Link(target, 'A "tip"', inlines("a")), Link(target, "", inlines("b"))))
    links = find(body, ".//w:hyperlink")

    assert len({link.get(f"{R}id") for link in links}) == 1
    assert [link.get(f"{W}tooltip") for link in links] == ['A "tip"', None]


@pytest.mark.parametrize("target", ["file:///etc/passwd", "#nowhere", "notes.md"])
def test_a_link_that_leads_nowhere_stays_text(base: Base, target: str) -> None:
    body = body_of(base, paragraph(Link(target, "", inlines("words"))))

    assert text_of(body) == "words"
    assert find(body, ".//w:hyperlink") == []


@pytest.mark.parametrize("anchor", ["plan", "总览", "a b", "1st", "X" * 60, "x" * 60, "Upper"])
def test_a_link_within_the_document_finds_its_heading(base: Base, anchor: str) -> None:
    body = body_of(base, paragraph(Link(f"#{anchor}", "", inlines("go"))), heading(2, "There", anchor))
    name = only(body, ".//w:bookmarkStart").get(f"{W}name") or ""

    assert only(body, ".//w:hyperlink").get(f"{W}anchor") == name
    assert len(name) <= 40
    assert name[0].isalpha()


def test_a_percent_encoded_anchor_is_the_same_anchor(base: Base) -> None:
    link = Link("#%E6%80%BB%E8%A7%88", "", inlines("go"))
    body = body_of(base, paragraph(link), Heading(2, (Str("总览"),), "总览"))

    assert only(body, ".//w:hyperlink").get(f"{W}anchor") == "总览"
