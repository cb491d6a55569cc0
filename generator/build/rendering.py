"""One document of one note: view -> Markdown -> XHTML -> Document -> files."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass, replace

from generator.build.kinds import Kind
from generator.build.kit import Kit
from generator.document import Document, Figure, UnknownElementError, read_document
from generator.errors import Bilingual, Problem, ProblemsError
from generator.figures import Figure as FigureData
from generator.figures import render_figure
from generator.html import contents, embed, furnish
from generator.markup import find_dialect_problems, render_xhtml
from generator.pictures import Picture
from generator.views.subject import Subject
from generator.views.titles import title_of
from generator.word import MissingPictureError, Setting, render_docx
from generator.word import Picture as WordPicture
from generator.workspace.codes import Format


@dataclass(frozen=True, slots=True)
class File:
    """path is relative to output/."""

    path: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Job:
    """One document in one language. stem is its path under output/ without the format's ending."""

    kind: Kind
    subject: Subject
    stem: str
    pictures: Mapping[str, Picture]

    @property
    def folder(self) -> str:
        return posixpath.dirname(self.stem)


def figure_path(stem: str, name: str) -> str:
    """Where a figure lies, relative to its document: `figures/<document>.<lang>.<figure>.svg`."""
    return f"figures/{posixpath.basename(stem)}.{name}.svg"


def render_files(kit: Kit, job: Job, formats: tuple[Format, ...]) -> tuple[File, ...]:
    """The document in each format, and the files beside it. Raises ProblemsError for mistakes of templates or base."""
    subject = job.subject
    template = f"{job.kind.name}.md.j2"
    view = job.kind.view(subject)
    markdown = kit.templates.render_markdown(template, {"view": view, "t": subject.wording.labels})
    xhtml, document = _read(template, markdown)
    alts = _alts(document)
    figures = {path: figure for path, figure in _figures(job).items() if path in alts}
    svgs = {path: render_figure(figure, alts[path]) for path, figure in figures.items()}
    job = replace(job, pictures={path: picture for path, picture in job.pictures.items() if path in alts})
    files = []
    for wanted in formats:
        path = f"{job.stem}.{wanted}"
        if wanted is Format.MD:
            files += [File(path, markdown.encode()), *_beside(job, svgs)]
        elif wanted is Format.DOCX:
            files.append(File(path, _render_word(kit, job, document, figures)))
        elif wanted is Format.HTML:
            files.append(File(path, _render_html(kit, job, xhtml, svgs).encode()))
    return tuple(files)


def _read(template: str, markdown: str) -> tuple[str, Document]:
    """A template that writes outside the dialect is told so, with the line that it wrote."""
    problems = find_dialect_problems(markdown, prose=False)
    if problems:
        lines = markdown.split("\n")
        raise ProblemsError(
            tuple(
                Problem(
                    path=f"templates/{template}",
                    line=1,
                    column=1,
                    code=problem.code,
                    message=problem.message,
                    suggestion=problem.suggestion,
                    source=lines[problem.line - 1],
                )
                for problem in problems
            )
        )
    xhtml = render_xhtml(markdown)
    try:
        return xhtml, read_document(xhtml)
    except UnknownElementError as error:
        message = Bilingual(
            f"模板写出了不认识的元素 {error}", f"the template wrote an unknown element, {error}"
        )
        raise ProblemsError((Problem(f"templates/{template}", 1, 1, "unknown_element", message),)) from error


def _figures(job: Job) -> dict[str, FigureData]:
    made = ((name, build(job.subject)) for name, build in job.kind.figures.items())
    return {figure_path(job.stem, name): figure for name, figure in made if figure is not None}


def _alts(document: Document) -> dict[str, str]:
    return {block.path: block.alt for block in document.blocks if isinstance(block, Figure)}


def _beside(job: Job, svgs: Mapping[str, str]) -> list[File]:
    """What the Markdown shows: figures and pictures."""
    files = [File(posixpath.join(job.folder, path), svg.encode()) for path, svg in svgs.items()]
    return files + [File(posixpath.join(job.folder, path), p.data) for path, p in job.pictures.items()]


def _render_word(kit: Kit, job: Job, document: Document, figures: Mapping[str, FigureData]) -> bytes:
    subject = job.subject
    setting = Setting(
        language=subject.wording.language,
        title=title_of(subject),
        label=job.kind.label(subject),
        generated_from=job.kind.source(subject),
        day=subject.day,
        subject=subject.wording(f"document.{job.kind.name}"),
        company=subject.company,
        customer=subject.engagement.customer.name,
        figures=figures,
        pictures={path: _word_picture(picture) for path, picture in job.pictures.items()},
    )
    try:
        return render_docx(document, kit.base(job.kind.name, setting.language), setting)
    except MissingPictureError as error:
        message = Bilingual(f"没有图片 {error.path}", f"there is no picture {error.path}")
        raise ProblemsError(
            (Problem(f"templates/{job.kind.name}.md.j2", 1, 1, "missing_picture", message),)
        ) from error


def _word_picture(picture: Picture) -> WordPicture:
    return WordPicture(picture.data, picture.extension, picture.width_px, picture.height_px)


def _render_html(kit: Kit, job: Job, xhtml: str, svgs: Mapping[str, str]) -> str:
    subject = job.subject
    page = {
        "language": subject.wording.language,
        "title": title_of(subject),
        "label": job.kind.label(subject),
        "generated_from": job.kind.source(subject),
        "contents": contents(xhtml),
        "contents_word": subject.wording("document.contents"),
    }
    return kit.templates.render_page(
        "page.html.j2", page, embed(furnish(xhtml, subject.wording.language), svgs, job.pictures)
    )
