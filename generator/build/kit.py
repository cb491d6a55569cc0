"""What all documents of a run share: labels, templates and base documents, each read once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from generator.errors import LANGUAGES, Bilingual, Language, Problem, ProblemsError
from generator.labels import Labels, read_labels
from generator.source.text import Source, decode_source
from generator.templating import Templates, TemplateSource
from generator.word import Base, read_base
from generator.workspace.builtin import builtin_templates
from generator.workspace.places import Workspace

BUILT_IN = "built-in templates"


@dataclass(slots=True)
class Kit:
    """Bases are read when a document first needs one."""

    workspace: Workspace
    labels: dict[Language, Labels]
    templates: Templates
    bases: dict[str, Base] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def base(self, document: str, language: Language) -> Base:
        """The most specific base document. Raises ProblemsError where it cannot serve."""
        path, name = self._base_path(document, language)
        if name not in self.bases:
            built_in = (builtin_templates() / "base.docx").read_bytes()
            self.bases[name] = read_base(path.read_bytes(), path=name, builtin=built_in)
            self.problems += self.bases[name].remarks
        return self.bases[name]

    def _base_path(self, document: str, language: Language) -> tuple[Path, str]:
        stems = (f"base.{document}.{language}", f"base.{document}", f"base.{language}", "base")
        for stem in stems:
            path = template_path(self.workspace, f"{stem}.docx")
            if path is not None:
                return path, self.workspace.relative(path)
        return builtin_templates() / "base.docx", f"{BUILT_IN}/base.docx"


def read_kit(workspace: Workspace) -> tuple[Kit | None, tuple[Problem, ...]]:
    """None where labels cannot be read; templates report their mistakes when they are rendered."""
    labels: dict[Language, Labels] = {}
    problems: list[Problem] = []
    for language in LANGUAGES:
        try:
            labels[language], found = _read_labels(workspace, language)
            problems += found
        except ProblemsError as error:
            problems += error.problems
    kit = Kit(workspace, labels, Templates(lambda name: load_template(workspace, name)))
    return (None if problems else kit), tuple(problems)


def _read_labels(workspace: Workspace, language: Language) -> tuple[Labels, tuple[Problem, ...]]:
    name = f"labels/{language}.yaml"
    built_in = _decoded(builtin_templates() / name, f"{BUILT_IN}/{name}")
    own = template_path(workspace, name)
    if own is None or own.samefile(builtin_templates() / name):
        return read_labels(language, built_in)
    return read_labels(language, built_in, _decoded(own, workspace.relative(own)))


def _decoded(path: Path, name: str) -> Source:
    source = decode_source(name, path.read_bytes())
    if isinstance(source, Problem):
        raise ProblemsError((source,))
    return source


def template_path(workspace: Workspace, name: str) -> Path | None:
    """A file of the workspace's templates/; a link that leads out of the workspace is none."""
    path = workspace.templates / name
    is_inside = path.resolve().is_relative_to(workspace.root)
    return path if is_inside and path.is_file() else None


def load_template(workspace: Workspace, name: str) -> TemplateSource | None:
    """The workspace's template of that name, else the built-in one. Raises ProblemsError where it is no text."""
    if ".." in name.split("/"):
        return None
    own = template_path(workspace, name)
    path = own or builtin_templates() / name
    if not path.is_file():
        return None
    shown = workspace.relative(own) if own else f"{BUILT_IN}/{name}"
    return TemplateSource(shown, _decoded(path, shown).text)


def unknown_templates(workspace: Workspace) -> Iterator[Problem]:
    """Files in templates/ that no document uses: most often a slip in the name."""
    known = {path.relative_to(builtin_templates()).as_posix() for path in builtin_templates().rglob("*")}
    for path in sorted(workspace.templates.rglob("*.j2")):
        name = path.relative_to(workspace.templates).as_posix()
        if name not in known:
            listed = "、".join(sorted(found for found in known if found.endswith(".j2")))
            yield Problem(
                workspace.relative(path),
                1,
                1,
                "unknown_template",
                Bilingual("没有文档用到这个模板", "no document uses this template"),
                Bilingual(f"可替换的有：{listed}", f"these can be replaced: {listed.replace('、', ', ')}"),
            )
