"""Notes read from text, for tests."""

from __future__ import annotations

from datetime import date

from generator.errors import Problem, Severity
from generator.notes.model import Engagement
from generator.notes.reader import Note, NoteFile, read_notes

DAY = date(2026, 6, 1)
PATH = "engagements/2026-05-harbour-iot.yaml"
# The smallest note, with nothing to remark on DAY.
NOTE = """\
schema: 1
id: 2026-05-harbour-iot
presales: 林岚
sales: 周启
date: 2026-05-20
products: [设备联网网关]
customer:
  name: 青屿精密
  industry: 离散制造
goal: 拿到现场勘查
result: 同意勘查
needs:
  - surface: 停机靠人巡
    middle: 设备综合效率要到 78%
commitments: []
lessons:
  - {kind: 改进, theme: 情报不全, text: 先问预算}
next_steps:
  - {what: 勘查, owner: 林岚, due: 2026-07-25}
outcome: {status: 进行中}
"""


def note_with(old: str, new: str) -> str:
    """NOTE with one piece replaced; the rest stays around it."""
    assert NOTE.count(old) == 1
    return NOTE.replace(old, new)


def read(typed: str | bytes, path: str = PATH) -> Note:
    data = typed.encode() if isinstance(typed, str) else typed
    (note,) = read_notes((NoteFile(path, data),), DAY)
    return note


def engagement(typed: str) -> Engagement:
    note = read(typed)
    assert note.engagement is not None, note.problems
    return note.engagement


def places(typed: str | bytes, severity: Severity = Severity.ERROR) -> list[tuple[int, int, str]]:
    """Line, column and code of the problems of that severity."""
    return [
        (problem.line, problem.column, problem.code)
        for problem in read(typed).problems
        if problem.severity is severity
    ]


def keys(typed: str, severity: Severity = Severity.ERROR) -> list[tuple[str, str]]:
    """Key and code of the problems of that severity."""
    return [(problem.key, problem.code) for problem in read(typed).problems if problem.severity is severity]


def only(typed: str) -> Problem:
    (problem,) = read(typed).problems
    return problem
