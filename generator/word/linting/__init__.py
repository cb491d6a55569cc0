"""What is wrong with a company's base document, found before a document is made on it: pure, from bytes to problems."""

from __future__ import annotations

from generator.errors import Problem, ProblemsError, Severity
from generator.word.base_document import Base, read_base
from generator.word.base_package import base_problem
from generator.word.linting import wording
from generator.word.linting.look import find_look_problems
from generator.word.linting.references import find_faults
from generator.word.linting.samples import SAMPLES
from generator.word.package import read_package
from generator.word.placeholders import LEFTOVER
from generator.word.render import render_docx
from generator.word.spans import Span


def lint_base(data: bytes, *, path: str, builtin: bytes) -> tuple[Problem, ...]:
    """Everything that its author may want to change, errors first; nothing is raised for a bad file."""
    try:
        base = read_base(data, path=path, builtin=builtin)
    except ProblemsError as error:
        return _sorted((*error.problems, *find_look_problems(data, path)))
    return _sorted((*base.remarks, *find_look_problems(data, path, base), *_output_problems(base, path)))


def _sorted(problems: tuple[Problem, ...]) -> tuple[Problem, ...]:
    order = list(Severity)
    return tuple(sorted(problems, key=lambda problem: (order.index(problem.severity), *problem.sort_key)))


def _output_problems(base: Base, path: str) -> tuple[Problem, ...]:
    """Documents of every length and script are made on the base and looked through."""
    found: dict[tuple[str, str], Problem] = {}
    known: dict[bytes, tuple[Span, ...]] = {}
    for sample in SAMPLES:
        parts = read_package(render_docx(sample.document, base, sample.setting))
        for part, fault in find_faults(parts, known):
            problem = base_problem(path, "base-output", wording.output_fault(sample.name, fault), part)
            found.setdefault((part, fault.en), problem)
        for part, text in _leftovers(parts) if not sample.has_braces else ():
            problem = base_problem(
                path, "base-leftover", wording.leftover(text), part, suggestion=wording.MOVE_PLACEHOLDER
            )
            found.setdefault((part, "leftover"), problem)
    return tuple(found.values())


def _leftovers(parts: dict[str, bytes]) -> list[tuple[str, str]]:
    """Parts of XML that still hold a brace pair, with what stands around it: places that are not filled."""
    found = []
    for name, part in parts.items():
        if name.endswith((".xml", ".rels")):
            text = part.decode("utf-8", "replace")
            match = LEFTOVER.search(text)
            if match:
                found.append((name, text[match.start() : match.start() + 30].partition("<")[0]))
    return found
