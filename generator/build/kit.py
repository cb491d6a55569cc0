"""What all documents of a run share: labels, templates and base documents, each read once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from generator.errors import LANGUAGES, Bilingual, Language, Problem, ProblemsError
from generator.labels import Labels, read_labels
from generator.source.text import Source, decode_source
from generator.templating import Templates, TemplateSource
from generator.word import Base, read_base
from generator.workspace.builtin import builtin_templates
from generator.workspace.file_names import is_inside
from generator.workspace.files import read_binary
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
        for stem in (f"base.{document}.{language}", f"base.{document}", f"base.{language}", "base"):
            name = f"{stem}.docx"
            if name in self.bases:
                return self.bases[name]
            own = own_template(self.workspace, name)
            if own is not None:
                return self._read_base(name, own, shown_template(self.workspace, name))
        return self._read_base("base.docx", _builtin_base(), f"{BUILT_IN}/base.docx")

    def _read_base(self, name: str, data: bytes, path: str) -> Base:
        self.bases[name] = read_base(data, path=path, builtin=_builtin_base())
        self.problems += self.bases[name].remarks
        return self.bases[name]

    def template_name(self, name: str) -> str:
        """Where problems of a template are reported."""
        source = load_template(self.workspace, name)
        return source.path if source else name


def _builtin_base() -> bytes:
    return (builtin_templates() / "base.docx").read_bytes()


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
    path = builtin_templates() / name
    built_in = _decoded(path.read_bytes(), f"{BUILT_IN}/{name}")
    own = own_template(workspace, name)
    if own is None or path.samefile(workspace.templates / name):
        return read_labels(language, built_in)
    return read_labels(language, built_in, _decoded(own, shown_template(workspace, name)))


def _decoded(data: bytes, name: str) -> Source:
    source = decode_source(name, data)
    if isinstance(source, Problem):
        raise ProblemsError((source,))
    return source


def own_template(workspace: Workspace, name: str) -> bytes | None:
    """A file of the workspace's templates/. Raises ProblemsError for one that is there and cannot be read, such as a
    link that leads out of the workspace: nothing that was put there is passed over in silence."""
    path = workspace.templates / name
    if not path.is_symlink() and not path.exists():
        return None
    data = read_binary(workspace.root, path)
    if isinstance(data, Problem):
        raise ProblemsError((data,))
    return data


def shown_template(workspace: Workspace, name: str) -> str:
    """Where problems of a template of the workspace are reported."""
    return workspace.relative(workspace.templates / name)


def load_template(workspace: Workspace, name: str) -> TemplateSource | None:
    """The workspace's template of that name, else the built-in one. Raises ProblemsError where it is no text."""
    if not is_inside(name):
        return None
    own = own_template(workspace, name)
    if own is not None:
        shown = shown_template(workspace, name)
        return TemplateSource(shown, _decoded(own, shown).text)
    path, shown = builtin_templates() / name, f"{BUILT_IN}/{name}"
    return TemplateSource(shown, _decoded(path.read_bytes(), shown).text) if path.is_file() else None


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
