"""The brief for a planned meeting: one set of facts, one document a language, and the record of what was shown."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass

from generator.build.brief_facts import BriefRequest, Facts, read_facts
from generator.build.kit import Kit, read_kit
from generator.build.library import Library, remembered_library
from generator.build.portfolio import portfolio_counts
from generator.build.rendering import Paper, render_files
from generator.build.report import Report, in_reading_order
from generator.build.run import Writes
from generator.build.subjects import default_language, rules_of
from generator.errors import Language, Problem, ProblemsError, has_errors
from generator.notes.codes import Confidentiality
from generator.notes.shown import ShownRecord
from generator.output import Fate, Written, write_file
from generator.views.brief import brief_title, build_brief
from generator.views.brief.subject import BriefSubject
from generator.views.wording import Wording
from generator.workspace.places import Workspace
from generator.workspace.shown_records import record_path, render_record

NAME = "brief"
_DIGITS = 12
_GIVEN = frozenset({Fate.WRITTEN, Fate.UNCHANGED, Fate.KEPT})


@dataclass(frozen=True, slots=True)
class BriefReport:
    """record is what became of the record of what was shown, None where none was to be written."""

    report: Report
    record: Written | None


def build_briefs(
    workspace: Workspace, request: BriefRequest, output: Writes, *, check: bool = False
) -> BriefReport:
    """Raises UnknownNoteError and UnusableNoteError before anything is written; check writes no memory either."""
    library = remembered_library(workspace, request.day, read_only=check)
    facts = read_facts(library, request)
    kit, found = read_kit(workspace)
    problems = [*library.problems, *found]
    files: list[Written] = []
    documents: list[str] = []
    # By the defaults that stand in for broken settings, documents would land under other names.
    if kit is not None and not has_errors(workspace.problems):
        formats = request.formats or workspace.config.formats
        for paper in _papers(kit, library, facts, request):
            try:
                rendered = render_files(kit, paper, formats)
            except ProblemsError as error:
                problems += error.problems
                continue
            files += (output.write(file.path, file.data) for file in rendered)
            documents += (f"{paper.stem}.{wanted}" for wanted in formats)
        problems += dict.fromkeys(kit.problems)
    is_given = any(file.fate in _GIVEN for file in files)
    record = _write_record(workspace, facts) if request.record and is_given else None
    if isinstance(record, Problem):
        problems.append(record)
    counts = portfolio_counts(library, len(facts.engagements) if documents else 0)
    report = Report(counts, in_reading_order(problems), tuple(files), frozenset(documents))
    return BriefReport(report, None if isinstance(record, Problem) else record)


def _papers(kit: Kit, library: Library, facts: Facts, request: BriefRequest) -> Iterator[Paper]:
    config = kit.workspace.config
    default: Language = "zh" if config.language.value == "zh" else "en"
    if facts.around.prepared is not None:
        default = default_language(facts.around.prepared, config)
    for language in request.languages or (default,):
        yield _paper(kit, library, facts, request, language)


def _paper(kit: Kit, library: Library, facts: Facts, request: BriefRequest, language: Language) -> Paper:
    rules = rules_of(kit.workspace)
    wording = Wording(kit.labels[language], rules.themes)
    subject = BriefSubject(
        meeting=facts.meeting,
        prospect=facts.prospect,
        around=facts.around,
        lessons=facts.lessons,
        day=request.day,
        wording=wording,
        calendar=rules.calendar,
        scoring=rules.scoring,
        required_intel=rules.required_intel,
        currency=rules.currency,
        show_names=request.show_names,
        company=rules.company,
    )
    stem = kit.workspace.config.names.brief
    return Paper(
        name=NAME,
        view=build_brief(subject, facts.engagements),
        labels=kit.labels[language],
        stem=stem.format(date=facts.meeting.date, slug=facts.slug, lang=language),
        title=brief_title(subject),
        label=wording("document.restricted" if _holds_restricted(facts) else "document.internal"),
        source=_source(library, facts, wording),
        day=request.day,
        company=rules.company,
        customer=facts.prospect.customer or "",
    )


def _holds_restricted(facts: Facts) -> bool:
    return any(each.confidentiality is Confidentiality.RESTRICTED for each in facts.engagements)


def _source(library: Library, facts: Facts, wording: Wording) -> str:
    """The note that was prepared with the id of its text, how many notes there are, and one digest of all their texts.

    The ids of other notes would name their customers.
    """
    blobs = {note.file.stem: note.file.blob_id for note in library.notes}
    used = sorted(blobs[each.id] for each in facts.engagements)
    digest = hashlib.sha256("\n".join(used).encode()).hexdigest()[:_DIGITS]
    n, prepared = len(used), facts.around.prepared
    if prepared is None:
        notes = wording("brief.notes", n=n, digest=digest)
    else:
        note = f"{prepared.id} ({blobs[prepared.id][:_DIGITS]})"
        notes = wording("brief.and_notes", note=note, n=n, digest=digest)
    return wording("document.generated_from", notes=notes, day=facts.day)


def _write_record(workspace: Workspace, facts: Facts) -> Written | Problem:
    """Over an earlier record of the same brief; the file is ours alone."""
    path = record_path(workspace, facts.meeting.date, facts.slug)
    if isinstance(path, Problem):
        return path
    record = ShownRecord(
        date=facts.meeting.date,
        note=facts.prospect.note,
        customer=facts.prospect.customer or "",
        goal=facts.meeting.goal,
        shown=tuple(lesson.use.lesson.name for lesson in facts.lessons),
    )
    written = write_file(path, render_record(record), force=True, parents=True)
    return Written(workspace.relative(path), written.fate, written.message)
