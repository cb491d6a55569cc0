"""A company's base document and what is made on it, opened by python-docx."""

from __future__ import annotations

from dataclasses import replace

from generator.document import Document
from generator.errors import Bilingual, Problem, ProblemsError
from generator.rereading.comparing import find_differences
from generator.rereading.seen import UnreadableError, read_docx
from generator.word import Base, read_base, render_docx
from generator.word.base_package import base_problem
from generator.word.linting.samples import SAMPLES
from generator.word.section_numbers import without_section_numbers

_CODE = "base-reread"
_SAVE_AGAIN = Bilingual("在 Word 里打开，另存为 .docx", "open it in Word and save it as .docx")


def reread_base(data: bytes, *, path: str, builtin: bytes) -> tuple[Problem, ...]:
    """Differences that another program sees. A base that cannot serve is told by linting it, not here."""
    try:
        base = read_base(data, path=path, builtin=builtin)
        read_docx(data)
    except UnreadableError as error:
        return (base_problem(path, _CODE, _unreadable(str(error)), suggestion=_SAVE_AGAIN),)
    except ProblemsError:
        return ()
    found: dict[str, Problem] = {}
    for sample in SAMPLES:
        try:
            seen = read_docx(render_docx(sample.document, base, sample.setting))
            told = tuple(find_differences(_as_written(sample.document, base), sample.setting, seen))
        except UnreadableError as error:
            told = (_unreadable(str(error)),)
        for difference in told:
            message = _in_sample(sample.name, difference)
            found.setdefault(difference.en, base_problem(path, _CODE, message))
    return tuple(found.values())


def _as_written(document: Document, base: Base) -> Document:
    """A base that counts its headings takes the place of the numbers in them."""
    if not base.numbers_sections:
        return document
    return replace(document, blocks=without_section_numbers(document.blocks))


def _unreadable(reason: str) -> Bilingual:
    return Bilingual(f"python-docx 打不开：{reason}", f"python-docx cannot open it: {reason}")


def _in_sample(sample: Bilingual, difference: Bilingual) -> Bilingual:
    return Bilingual(
        f"用它生成的文档（{sample.zh}）让 python-docx 来读：{difference.zh}",
        f"of a document made on it ({sample.en}) python-docx reads: {difference.en}",
    )
