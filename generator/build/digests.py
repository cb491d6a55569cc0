"""The digest of a month or of any days: one set of facts over all notes, one document a language."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from generator.build.digest_facts import Span, read_facts
from generator.build.kit import Kit, read_kit
from generator.build.library import Library, read_library
from generator.build.portfolio import portfolio_counts
from generator.build.rendering import Manuscript, figure_path, render_files
from generator.build.report import Report, in_reading_order
from generator.build.run import Writes
from generator.build.subjects import rules_of
from generator.errors import Language, ProblemsError, has_errors
from generator.output import Written
from generator.views.digest import build_digest, digest_title
from generator.views.digest.cases import cases_of
from generator.views.digest.risks import RISK_MAP, risk_map
from generator.views.digest.subject import Audience, DigestSubject, Facts
from generator.views.wording import Wording
from generator.workspace.codes import Format
from generator.workspace.places import Workspace

NAME = "digest"
FIGURES = {RISK_MAP: risk_map}


@dataclass(frozen=True, slots=True)
class DigestRequest:
    """Empty formats and languages are the workspace's. environment is the process's, for finding git."""

    span: Span
    audience: Audience = Audience.COMPANY
    formats: tuple[Format, ...] = ()
    languages: tuple[Language, ...] = ()
    include_restricted: bool = False
    show_names: bool = False
    environment: Mapping[str, str] = field(default_factory=dict)


def digest_facts(library: Library, request: DigestRequest) -> Facts | None:
    """None where settings are broken: by defaults, figures would be others."""
    if has_errors(library.workspace.problems):
        return None
    return read_facts(
        library,
        request.span,
        request.audience,
        request.environment,
        include_restricted=request.include_restricted,
    )


def build_digests(workspace: Workspace, request: DigestRequest, output: Writes) -> Report:
    """The digest in every language and format that was asked for."""
    library = read_library(workspace, request.span.days.until)
    facts = digest_facts(library, request)
    kit, found = read_kit(workspace)
    problems = [*library.problems, *found]
    files: list[Written] = []
    documents: list[str] = []
    if kit is not None and facts is not None:
        formats = request.formats or workspace.config.formats
        for manuscript in _manuscripts(kit, facts, request):
            try:
                rendered = render_files(kit, manuscript, formats)
            except ProblemsError as error:
                problems += error.problems
                continue
            files += (output.write(file.path, file.data) for file in rendered)
            documents += (f"{manuscript.stem}.{wanted}" for wanted in formats)
        problems += dict.fromkeys(kit.problems)
    used = len(facts.selection.used) if facts is not None else 0
    return Report(
        portfolio_counts(library, used), in_reading_order(problems), tuple(files), frozenset(documents)
    )


def _manuscripts(kit: Kit, facts: Facts, request: DigestRequest) -> Iterator[Manuscript]:
    config = kit.workspace.config
    default: Language = "zh" if config.language.value == "zh" else "en"
    for language in request.languages or (default,):
        stem = config.names.digest.format(month=facts.span, lang=language)
        if facts.audience is Audience.PARTNER:
            stem = f"{stem}.{facts.audience}"
        yield _manuscript(kit, facts, request, language, stem)


def _manuscript(kit: Kit, facts: Facts, request: DigestRequest, language: Language, stem: str) -> Manuscript:
    rules = rules_of(kit.workspace)
    wording = Wording(kit.labels[language], rules.themes)
    subject = DigestSubject(
        facts=facts,
        wording=wording,
        cases=cases_of(facts.selection.used, wording),
        show_names=request.show_names,
        company=rules.company,
        charts={name: figure_path(stem, name) for name in FIGURES},
    )
    made = ((name, build(subject)) for name, build in FIGURES.items())
    return Manuscript(
        name=NAME,
        view=build_digest(subject),
        wording=wording,
        title=digest_title(subject),
        label=_label(subject, request),
        source=wording("digest.generated_from", n=len(facts.selection.used), day=facts.day),
        day=facts.day,
        company=rules.company,
        stem=stem,
        figures={figure_path(stem, name): figure for name, figure in made if figure is not None},
        pictures={},
    )


def _label(subject: DigestSubject, request: DigestRequest) -> str:
    """What the header of every page says about who may read it."""
    w = subject.wording
    if subject.facts.is_for_partners:
        return w("digest.label_partner")
    return w("document.restricted" if request.include_restricted else "document.internal")
