from __future__ import annotations

from generator.html import ContentsEntry, contents
from generator.markup import render_xhtml


def test_the_two_levels_below_the_title_are_listed() -> None:
    xhtml = render_xhtml("# 标题\n\n## 一、*结论* & `R&D`\n\n### Details\n\n#### deeper\n\n## 一、结论\n")

    assert contents(xhtml) == (
        ContentsEntry(2, "一、结论 & R&D", "一结论--rd"),
        ContentsEntry(3, "Details", "details"),
        ContentsEntry(2, "一、结论", "一结论"),
    )


def test_a_page_without_sections_has_no_contents() -> None:
    assert contents(render_xhtml("# Title\n\ntext\n")) == ()


def test_marks_of_footnotes_are_no_part_of_a_heading() -> None:
    assert contents(render_xhtml("## Basis[^1] of it\n\n[^1]: note\n"))[0].text == "Basis of it"
