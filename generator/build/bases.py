"""The base documents of a workspace, looked through before anything is made on them."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from generator.build.kit import own_template
from generator.errors import LANGUAGES, Bilingual, Problem, ProblemsError
from generator.rereading import reread_base
from generator.word.linting import lint_base
from generator.workspace.builtin import builtin_templates
from generator.workspace.places import Workspace

_ENDING = ".docx"
_ALIKE = (".docx", ".docm", ".dotx", ".dotm", ".doc")


def lint_bases(workspace: Workspace) -> tuple[Problem, ...]:
    """Problems of every `base*.docx` in templates/, and of files that were meant to be one and are never used."""
    builtin = (builtin_templates() / f"base{_ENDING}").read_bytes()
    known = tuple(base_names())
    problems: list[Problem] = []
    for path in sorted(workspace.templates.glob("base*")):
        if path.suffix.lower() not in _ALIKE:
            continue
        shown = workspace.relative(path)
        if path.name not in known:
            problems.append(_unused(shown, path.name, known))
        else:
            problems += _lint(workspace, path.name, shown, builtin)
    return tuple(problems)


def _lint(workspace: Workspace, name: str, shown: str, builtin: bytes) -> tuple[Problem, ...]:
    try:
        data = own_template(workspace, name) or b""
    except ProblemsError as error:
        return error.problems
    return lint_base_file(data, shown, builtin)


def lint_base_file(data: bytes, path: str, builtin: bytes | None = None) -> tuple[Problem, ...]:
    """What our own reading finds in a base document, and what another program sees differently."""
    known = builtin if builtin is not None else (builtin_templates() / f"base{_ENDING}").read_bytes()
    problems = lint_base(data, path=path, builtin=known)
    return (*problems, *reread_base(data, path=path, builtin=known))


def base_names() -> Iterator[str]:
    """What a base document may be called; the most specific one counts for a document."""
    documents = sorted(path.name.partition(".")[0] for path in builtin_templates().glob("*.md.j2"))
    stems = ["base", *(f"base.{document}" for document in documents if document != "blocks")]
    for stem in stems:
        yield f"{stem}{_ENDING}"
        yield from (f"{stem}.{language}{_ENDING}" for language in LANGUAGES)


def _unused(path: str, name: str, known: tuple[str, ...]) -> Problem:
    near = get_close_matches(name, known, 1, 0.5)
    message = Bilingual("没有文档用到这个文件", "no document uses this file")
    meant = (
        Bilingual(
            f"改名为 {near[0]}，并用 Word 另存为该格式", f"name it {near[0]}, saved as that format from Word"
        )
        if near
        else None
    )
    return Problem(path, 1, 1, "unknown_base", message, meant)
