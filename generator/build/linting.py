"""What is wrong with the templates, labels and base documents of a workspace."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from generator.build.bases import lint_bases
from generator.build.checking import Nowhere
from generator.build.kit import load_template, own_template
from generator.build.library import Library, read_library
from generator.build.report import in_reading_order
from generator.build.run import Request, build_library
from generator.errors import Problem, ProblemsError, Severity
from generator.templating import Templates
from generator.workspace.builtin import builtin_templates
from generator.workspace.codes import Format
from generator.workspace.places import Workspace


def lint_templates(workspace: Workspace, day: date, paths: tuple[str, ...] = ()) -> tuple[Problem, ...]:
    """paths, relative to the workspace, limit what is told; none are all of its templates/.

    Bases are tried with documents of every length and script, the templates of notes with the notes of the workspace;
    those of other documents are read.
    """
    problems = {
        **dict.fromkeys(lint_bases(workspace)),
        **dict.fromkeys(_unreadable_templates(workspace)),
        **dict.fromkeys(_rendering_problems(read_library(workspace, day), day)),
    }
    folder = workspace.relative(workspace.templates)
    wanted = paths or (folder,)
    told = (p for p in problems if any(p.path == path or p.path.startswith(f"{path}/") for path in wanted))
    return in_reading_order(told)


def _unreadable_templates(workspace: Workspace) -> Iterator[Problem]:
    templates = Templates(lambda name: load_template(workspace, name))
    for path in sorted(builtin_templates().glob("*.j2")):
        try:
            own = own_template(workspace, path.name)
            problem = templates.find_mistake(path.name) if own is not None else None
        except ProblemsError as error:
            yield from error.problems
        else:
            yield from (problem,) if problem is not None else ()


def _rendering_problems(library: Library, day: date) -> tuple[Problem, ...]:
    """Settings that are broken keep documents from being made, so they are told wherever they stand."""
    formats = (Format.MD, Format.HTML)
    report = build_library(library, Request(day, formats=formats), Nowhere(), lambda done, of: None)
    return tuple(problem for problem in report.problems if problem.severity is not Severity.HINT)
