"""One document: view -> Markdown -> XHTML -> Document -> files."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import assert_never

from generator.build.kit import Kit
from generator.document import Document, UnknownElementError, figures_in, read_document
from generator.errors import Bilingual, Language, Problem, ProblemsError
from generator.figures import Figure as FigureData
from generator.figures import render_figure
from generator.html import contents, embed, furnish
from generator.labels import Labels
from generator.markup import find_dialect_problems, render_xhtml
from generator.pictures import Picture
from generator.word import Picture as WordPicture
from generator.word import Setting, render_docx
from generator.workspace.codes import Format


@dataclass(frozen=True, slots=True)
class File:
    """path is relative to output/. Of a PDF data is the Word file, of which a Press makes it."""

    path: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Paper:
    """One document in one language, whatever it was made from.

    name is that of the template (`<name>.md.j2`), of the label `document.<name>` and of a base document of its own;
    stem its path under output/ without the format's ending. title, label (confidentiality) and source (what it was
    made from) stand in header and footer; has_contents: in Word it gets a table of contents where it is long (HTML has
    one beside the text, Markdown none); customer is for the company's cover. Figures and pictures are keyed by
    their path relative to the document; those that the document does not show are left out.
    """

    name: str
    view: object
    labels: Labels
    stem: str
    title: str
    label: str
    source: str
    day: date
    company: str = ""
    customer: str = ""
    has_contents: bool = False
    figures: Mapping[str, FigureData] = field(default_factory=dict)
    pictures: Mapping[str, Picture] = field(default_factory=dict)

    @property
    def language(self) -> Language:
        return self.labels.language

    @property
    def folder(self) -> str:
        return posixpath.dirname(self.stem)

    @property
    def template(self) -> str:
        return f"{self.name}.md.j2"


def figure_path(stem: str, name: str) -> str:
    """Where a figure lies, relative to its document: `figures/<document>.<lang>.<figure>.svg`."""
    return f"figures/{posixpath.basename(stem)}.{name}.svg"


def render_markdown(kit: Kit, paper: Paper) -> str:
    """The document's text. Raises ProblemsError for mistakes of the template."""
    return kit.templates.render_markdown(paper.template, {"view": paper.view, "t": paper.labels})


def render_files(kit: Kit, paper: Paper, formats: tuple[Format, ...]) -> tuple[File, ...]:
    """The document in each format, and the files beside it. Raises ProblemsError for mistakes of templates or base."""
    markdown = render_markdown(kit, paper)
    xhtml, document = _read(kit, paper, markdown)
    alts = {figure.path: figure.alt for figure in figures_in(document)}
    _refuse_missing_pictures(kit, paper, alts)
    paper = replace(
        paper,
        figures={path: figure for path, figure in paper.figures.items() if path in alts},
        pictures={path: picture for path, picture in paper.pictures.items() if path in alts},
    )
    svgs = {path: render_figure(figure, alts[path]) for path, figure in paper.figures.items()}
    word = _render_word(kit, paper, document) if {Format.DOCX, Format.PDF} & {*formats} else b""
    files = []
    for wanted in formats:
        path = f"{paper.stem}.{wanted}"
        match wanted:
            case Format.MD:
                files += [File(path, markdown.encode()), *_beside(paper, svgs)]
            case Format.DOCX | Format.PDF:
                files.append(File(path, word))
            case Format.HTML:
                files.append(File(path, _render_html(kit, paper, xhtml, svgs).encode()))
            case _:
                assert_never(wanted)
    return tuple(files)


def _read(kit: Kit, paper: Paper, markdown: str) -> tuple[str, Document]:
    """A template that writes outside the dialect is told so, with the line that it wrote."""
    problems = find_dialect_problems(markdown, prose=False)
    if problems:
        path, lines = kit.template_name(paper.template), markdown.split("\n")
        raise ProblemsError(
            tuple(
                Problem(
                    path=path,
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
        problem = Problem(kit.template_name(paper.template), 1, 1, "unknown_element", message)
        raise ProblemsError((problem,)) from error


def _refuse_missing_pictures(kit: Kit, paper: Paper, shown: Mapping[str, str]) -> None:
    """Raises ProblemsError for pictures that the document shows and that it was not handed."""
    missing = [path for path in shown if path not in paper.figures and path not in paper.pictures]
    if missing:
        name = kit.template_name(paper.template)
        messages = (Bilingual(f"没有图片 {path}", f"there is no picture {path}") for path in missing)
        raise ProblemsError(tuple(Problem(name, 1, 1, "missing_picture", message) for message in messages))


def _beside(paper: Paper, svgs: Mapping[str, str]) -> list[File]:
    """What the Markdown shows: figures and pictures."""
    files = [File(posixpath.join(paper.folder, path), svg.encode()) for path, svg in svgs.items()]
    return files + [File(posixpath.join(paper.folder, path), p.data) for path, p in paper.pictures.items()]


def _render_word(kit: Kit, paper: Paper, document: Document) -> bytes:
    setting = Setting(
        language=paper.language,
        title=paper.title,
        label=paper.label,
        generated_from=paper.source,
        day=paper.day,
        subject=paper.labels(f"document.{paper.name}"),
        company=paper.company,
        customer=paper.customer,
        contents=paper.labels("document.contents") if paper.has_contents else "",
        figures=paper.figures,
        pictures={path: _word_picture(picture) for path, picture in paper.pictures.items()},
    )
    return render_docx(document, kit.base(paper.name, paper.language), setting)


def _word_picture(picture: Picture) -> WordPicture:
    return WordPicture(picture.data, picture.extension, picture.width_px, picture.height_px)


def _render_html(kit: Kit, paper: Paper, xhtml: str, svgs: Mapping[str, str]) -> str:
    page = {
        "language": paper.language,
        "title": paper.title,
        "label": paper.label,
        "generated_from": paper.source,
        "contents": contents(xhtml),
        "contents_word": paper.labels("document.contents"),
    }
    body = embed(furnish(xhtml, paper.language), svgs, paper.pictures)
    return kit.templates.render_page("page.html.j2", page, body)
