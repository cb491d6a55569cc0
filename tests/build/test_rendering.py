from __future__ import annotations

from pathlib import Path

import pytest

from generator.build.kinds import RETROSPECTIVE
from generator.build.rendering import figure_path
from generator.build.run import Request
from generator.workspace.codes import Format
from tests.build.building import (
    DAY,
    EVERY_FORMAT,
    Memory,
    build_all,
    build_with,
    errors_of,
    write_file,
    write_note,
)
from tests.builders import FULL, MINIMAL

ID = str(MINIMAL["id"])
TEMPLATE = "templates/retrospective.md.j2"


def built(root: Path, template: str, *formats: Format) -> tuple[list[tuple[str, str]], dict[str, bytes]]:
    write_note(root, MINIMAL | FULL)
    write_file(root, TEMPLATE, template)
    memory = Memory()
    report = build_with(root, Request(DAY, kinds=(RETROSPECTIVE,), formats=formats), memory)
    return errors_of(report), memory.files


@pytest.mark.parametrize("form", list(Format))
@pytest.mark.parametrize(
    "template",
    [
        '![a](figures/none.svg "b")\n',
        '> [!NOTE]\n> ![a](none.png "b")\n',
        '- a\n\n    ![a](none.png "b")\n',
        'a[^1]\n\n[^1]: b\n\n    ![a](none.png "b")\n',
    ],
)
def test_a_picture_that_nobody_handed_in_is_told_in_every_format(
    tmp_path: Path, template: str, form: Format
) -> None:
    assert built(tmp_path, f"# t\n\n{template}", form) == ([(TEMPLATE, "missing_picture")], {})


@pytest.mark.parametrize(
    "template",
    [
        '> ![alt]({{ view.delivery.figure }} "c")\n',
        '- a\n\n    ![alt]({{ view.delivery.figure }} "c")\n',
    ],
)
def test_a_figure_may_stand_in_a_quote_or_a_list(tmp_path: Path, template: str) -> None:
    problems, files = built(tmp_path, f"# t\n\n{template}", *Format)

    assert problems == []
    assert f"{ID}/figures/retrospective.zh.milestones.svg" in files


def test_a_figure_that_is_not_shown_is_not_written(tmp_path: Path) -> None:
    problems, files = built(tmp_path, "# t\n", *EVERY_FORMAT)

    assert (problems, sorted(files)) == (
        [],
        [f"{ID}/retrospective.zh.{form}" for form in ("docx", "html", "md")],
    )


def test_a_template_that_writes_outside_the_dialect_is_told_with_the_line_that_it_wrote(
    tmp_path: Path,
) -> None:
    write_note(tmp_path, MINIMAL)
    write_file(tmp_path, TEMPLATE, "# t\n\n<b>bold</b>\n")
    report, files = build_all(tmp_path, kinds=(RETROSPECTIVE,))
    problem = next(problem for problem in report.problems if problem.severity == "error")

    assert (problem.path, problem.source, files) == (TEMPLATE, "<b>bold</b>", {})


def test_an_element_that_no_document_holds_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What the check of the dialect would miss."""
    monkeypatch.setattr("generator.build.rendering.find_dialect_problems", lambda markdown, prose: ())
    problems, files = built(tmp_path, "# t\n\ntext ![a](b.png) within\n", Format.MD)

    assert (problems, files) == ([(TEMPLATE, "unknown_element")], {})


def test_a_figure_is_named_after_its_document() -> None:
    assert figure_path("a/b/retrospective.zh", "milestones") == "figures/retrospective.zh.milestones.svg"
