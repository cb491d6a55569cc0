"""The last look at a customer file before it is written, and what was kept back from it."""

from __future__ import annotations

from generator.build.jobs import Job
from generator.build.rendering import File
from generator.errors import Bilingual, Problem
from generator.leaks import Leak, Names, collect_secrets, find_leaks
from generator.notes.reader import Note
from generator.source.findings import Finding, key_path
from generator.views.customer_memo.allowlist import shared_parts

MOST_TOLD = 12
_MOST_SHOWN = 40


def leak_problems(
    job: Job, note: Note, names: tuple[Names, ...], files: tuple[File, ...]
) -> tuple[Problem, ...]:
    """A problem for each internal value that stands in one of the files, at its place in the note."""
    subject = job.subject
    vocabulary = (*subject.wording.labels.built_in(), subject.company)
    secrets = collect_secrets(subject.engagement, note.file.path, names, vocabulary)
    leaks = {leak.secret: leak for file in files for leak in find_leaks(file.path, file.data, secrets)}
    return tuple(_problem(leak, note) for leak in list(leaks.values())[:MOST_TOLD])


def _problem(leak: Leak, note: Note) -> Problem:
    secret = leak.secret
    shown = secret.shown if len(secret.shown) <= _MOST_SHOWN else f"{secret.shown[:_MOST_SHOWN]}…"
    where = f"{leak.file} {leak.place}".strip()
    message = Bilingual(
        f"内部内容「{shown}」出现在给客户的文件 {where}，文件没有写出",
        f"internal “{shown}” stands in the customer's file {where}; the file was not written",
    )
    suggestion = Bilingual(
        "从对外的字段里删掉它；确实可以给客户看的，写进 customer_share.allow 并说明理由",
        "take it out of the fields for the customer; if the customer may read it, list it in customer_share.allow "
        "with a reason",
    )
    if secret.path == note.file.path and secret.loc and note.located is not None:
        return note.located.problem(Finding(secret.loc, "leak", message, suggestion))
    return Problem(secret.path, 1, 1, "leak", message, suggestion, key=key_path(secret.loc))


# The Chinese words, and English ones for one and for several.
_BLOCKS = {
    "risks": ("项风险", "risk", "risks"),
    "commitments": ("条承诺", "commitment", "commitments"),
    "landing_requirements": ("项落地要点", "prerequisite", "prerequisites"),
}


def withheld_notices(job: Job) -> tuple[Bilingual, ...]:
    """What the customer memo of a note leaves out, for the console and never for the document."""
    note = job.subject.engagement.id
    return tuple(
        _withheld(note, found.ids, _BLOCKS[found.block])
        for found in shared_parts(job.subject.engagement).withheld
    )


def _withheld(note: str, ids: tuple[str, ...], words: tuple[str, str, str]) -> Bilingual:
    zh, one, several = words
    return Bilingual(
        f"{note}：{len(ids)} {zh}未写入客户版（{'、'.join(ids)}）",
        f"{note}: {len(ids)} {one if len(ids) == 1 else several} withheld ({', '.join(ids)})",
    )


def unreadable_notices(names: tuple[Names, ...]) -> tuple[Bilingual, ...]:
    """The notes of which a customer file could be searched for names only as far as they could be recovered."""
    paths = [found.path for found in names if found.customer is None]
    if not paths:
        return ()
    return (
        Bilingual(
            f"读不出的记录只找回了 name 后面的名字，客户文件按这些名字查过：{'、'.join(paths)}",
            f"of unreadable notes only what stands behind name: could be searched for: {', '.join(paths)}",
        ),
    )
