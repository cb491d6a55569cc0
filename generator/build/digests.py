"""The digest of a month or of any days: one set of facts over all notes, one document a language."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from generator.build.digest_facts import Span, read_facts
from generator.build.kit import Kit, read_kit
from generator.build.library import Library, remembered_library
from generator.build.portfolio import portfolio_counts
from generator.build.rendering import Paper, figure_path, render_files
from generator.build.report import Counts, Report, in_reading_order
from generator.build.run import Writes
from generator.build.subjects import rules_of
from generator.errors import Bilingual, Language, ProblemsError, has_errors
from generator.history import Repository
from generator.output import Written
from generator.views.digest import build_digest, digest_title
from generator.views.digest.cases import cases_of
from generator.views.digest.charts import CHARTS
from generator.views.digest.subject import Audience, DigestSubject, Facts
from generator.views.wording import Wording
from generator.workspace.codes import Format
from generator.workspace.places import Workspace

NAME = "digest"


@dataclass(frozen=True, slots=True)
class DigestRequest:
    """Empty formats and languages are the workspace's, formats None for no document; repository is the one around it, None for "no history"."""

    span: Span
    audience: Audience = Audience.COMPANY
    formats: tuple[Format, ...] | None = ()
    languages: tuple[Language, ...] = ()
    include_restricted: bool = False
    show_names: bool = False
    repository: Repository | None = None


@dataclass(frozen=True, slots=True)
class DigestReading:
    """facts is None where settings are broken: by defaults, figures would be others."""

    library: Library
    facts: Facts | None

    @property
    def counts(self) -> Counts:
        used = len(self.facts.selection.used) if self.facts is not None else 0
        return portfolio_counts(self.library, used)


def read_digest(workspace: Workspace, request: DigestRequest, *, check: bool = False) -> DigestReading:
    """Everything that the digest says, before it is in words; check writes nothing, no memory either."""
    library = remembered_library(workspace, request.span.days.until, read_only=check)
    if has_errors(workspace.problems):
        return DigestReading(library, None)
    facts = read_facts(
        library,
        request.span,
        request.audience,
        request.repository,
        include_restricted=request.include_restricted,
    )
    return DigestReading(library, facts)


def build_digests(reading: DigestReading, request: DigestRequest, output: Writes) -> Report:
    """The digest in every language and format that was asked for."""
    workspace, facts = reading.library.workspace, reading.facts
    kit, found = read_kit(workspace)
    problems = [*reading.library.problems, *found]
    files: list[Written] = []
    documents: list[str] = []
    if kit is not None and facts is not None and request.formats is not None:
        formats = request.formats or workspace.config.formats
        for paper in _papers(kit, facts, request):
            try:
                rendered = render_files(kit, paper, formats)
            except ProblemsError as error:
                problems += error.problems
                continue
            files += (output.write(file.path, file.data) for file in rendered)
            documents += (f"{paper.stem}.{wanted}" for wanted in formats)
        problems += dict.fromkeys(kit.problems)
    return Report(
        reading.counts, in_reading_order(problems), tuple(files), frozenset(documents), _notices(facts)
    )


def _notices(facts: Facts | None) -> tuple[Bilingual, ...]:
    if facts is None or not facts.is_for_partners:
        return ()
    n = facts.dropped
    return (
        Bilingual(
            f"只涉及一家客户的行和不能外传的经验略去 {n} 行",
            f"left out: {n} rows that rest on a single customer or may not be told",
        ),
    )


def _papers(kit: Kit, facts: Facts, request: DigestRequest) -> Iterator[Paper]:
    config = kit.workspace.config
    default: Language = "zh" if config.language.value == "zh" else "en"
    # Neither audience's file takes the place of the other's.
    name = f"{facts.span}-{facts.audience}" if facts.is_for_partners else facts.span
    for language in request.languages or (default,):
        stem = config.names.digest.format(month=name, lang=language)
        yield _paper(kit, facts, request, language, stem)


def _paper(kit: Kit, facts: Facts, request: DigestRequest, language: Language, stem: str) -> Paper:
    rules = rules_of(kit.workspace)
    wording = Wording(kit.labels[language], rules.themes)
    subject = DigestSubject(
        facts=facts,
        wording=wording,
        cases=cases_of(facts.selection.used, wording),
        show_names=request.show_names,
        company=rules.company,
    )
    made = ((name, build(subject)) for name, build in CHARTS.items())
    charts = {name: figure for name, figure in made if figure is not None}
    subject = replace(subject, charts={name: figure_path(stem, name) for name in charts})
    return Paper(
        name=NAME,
        view=build_digest(subject),
        labels=wording.labels,
        title=digest_title(subject),
        label=_label(subject, request),
        source=wording("digest.generated_from", n=len(facts.selection.used), day=facts.day),
        day=facts.day,
        company=rules.company,
        stem=stem,
        figures={figure_path(stem, name): figure for name, figure in charts.items()},
    )


def _label(subject: DigestSubject, request: DigestRequest) -> str:
    """What the header of every page says about who may read it."""
    w = subject.wording
    if subject.facts.is_for_partners:
        return w("digest.label_partner")
    return w("document.restricted" if request.include_restricted else "document.internal")
