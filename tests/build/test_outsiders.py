"""Readers from outside judge every document of the sample workspace and of the shared examples."""

from __future__ import annotations

import importlib
import re
import subprocess
from collections import Counter
from collections.abc import Iterator
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest

from generator.notes.free_text import free_texts
from generator.notes.reader import read_notes
from generator.prose import Prose
from generator.workspace.places import read_note_files, read_workspace
from tests.build.building import DAY, build_all, words_of_docx, words_of_markdown
from tests.judges import EXAMPLES, needs, path_of, read_with_pandoc
from tests.markup.oracle import read_with_oracle, read_with_ours
from tests.word.lint import lint_package
from tests.word.reading import read_parts
from tests.word.schema import schema_errors

ROOT = Path(__file__).parents[2]
# Themes and charts have schemas of their own, tested where they are made.
WORDPROCESSING = re.compile(r"word/[a-zA-Z]+[0-9]*\.xml")


@cache
def samples() -> dict[str, bytes]:
    """Every document of the sample workspace, in the languages of its notes."""
    report, files = build_all(ROOT)
    assert [problem for problem in report.problems if problem.severity == "error"] == []
    return files


def stems() -> list[str]:
    return sorted(path.removesuffix(".docx") for path in samples() if path.endswith(".docx"))


def test_markdown_it_reads_every_document_as_we_do() -> None:
    read = [stem for stem in stems() if read_with_ours(markdown(stem)) == read_with_oracle(markdown(stem))]

    assert len(read) > 45
    assert read == stems()


def markdown(stem: str) -> str:
    return samples()[f"{stem}.md"].decode()


@needs("schemas")
def test_every_part_of_every_word_file_is_valid() -> None:
    found: dict[str, list[str]] = {}
    for stem in stems():
        data = samples()[f"{stem}.docx"]
        parts = read_parts(data)
        for name in parts:
            if WORDPROCESSING.fullmatch(name) and (errors := schema_errors(parts[name])):
                found[f"{stem} {name}"] = errors
        if faults := lint_package(data):
            found[stem] = faults

    assert found == {}


def pandoc_shape(tree: dict[str, Any]) -> list[tuple[str, str]]:
    """(kind, words) of the blocks in reading order: headings with their level, list items, cells, paragraphs."""
    found: list[tuple[str, str]] = []
    _walk(tree["blocks"], found)
    return [(kind, words) for kind, words in found if words]


def _walk(blocks: list[dict[str, Any]], found: list[tuple[str, str]], kind: str = "text") -> None:
    for block in blocks:
        match block:
            case {"t": "Header", "c": [level, _, inlines]}:
                found.append((f"heading {level}", _words(inlines)))
            case {"t": "Para" | "Plain", "c": inlines}:
                found.append((kind, _words(inlines)))
            case {"t": "BulletList", "c": items}:
                for item in items:
                    _walk(item, found, "item")
            case {"t": "OrderedList", "c": [_, items]}:
                for item in items:
                    _walk(item, found, "item")
            case {"t": "Table", "c": [_, _, _, head, bodies, _]}:
                rows = [*head[1], *(row for body in bodies for row in body[3])]
                for row in rows:
                    for cell in row[1]:
                        _walk(cell[4], found, "cell")
            case {"t": "BlockQuote", "c": inner} | {"t": "Div", "c": [_, inner]}:
                _walk(inner, found, kind)
            case _:
                pass


def _words(node: Any) -> str:
    match node:
        case {"t": "Str", "c": str(text)}:
            return text
        case {"t": "Code", "c": [_, str(text)]}:
            return text
        case {"t": "Space" | "SoftBreak" | "LineBreak"}:
            return " "
        case {"t": "Image"} | {"t": "Note"}:
            return ""
        case {"t": "Link" | "Span", "c": [_, inner, *_]}:
            return _words(inner)
        case {"c": content}:
            return _words(content)
        case list():
            return "".join(_words(part) for part in node)
        case _:
            return ""


def links_in(node: Any) -> Iterator[str]:
    match node:
        case {"t": "Link", "c": [_, inner, [target, _]]}:
            # Anchors are made from the headings by each reader in its own way: that there is one is the same.
            yield f"{'#' if target.startswith('#') else target} {_words(inner)}"
        case dict():
            yield from links_in(list(node.values()))
        case list():
            for part in node:
                yield from links_in(part)
        case _:
            pass


def of_kind(shape: list[tuple[str, str]], *kinds: str) -> list[str]:
    return [words for kind, words in shape if kind.partition(" ")[0] in kinds]


@needs("pandoc")
def test_pandoc_reads_the_same_in_markdown_and_in_word(tmp_path: Path) -> None:
    """The title, captions and the contents at the front are Word's own; a callout is a table there."""
    differences: dict[str, list[str]] = {}
    compared = 0
    for stem in stems():
        (tmp_path / "a.md").write_bytes(samples()[f"{stem}.md"])
        (tmp_path / "a.docx").write_bytes(samples()[f"{stem}.docx"])
        left_tree = read_with_pandoc(tmp_path / "a.md", "gfm+east_asian_line_breaks")
        right_tree = read_with_pandoc(tmp_path / "a.docx", "docx")
        left, right = pandoc_shape(left_tree), pandoc_shape(right_tree)
        headings = [pair for pair in left if pair[0] in {"heading 2", "heading 3"}]
        found = [
            *(
                f"heading {words}"
                for words in of_kind(headings, "heading")
                if words not in of_kind(right, "heading")
            ),
            *missing_from(of_kind(left, "cell"), of_kind(right, "cell"), "cell"),
            *missing_from(of_kind(left, "item"), of_kind(right, "item"), "item"),
            *missing_from(of_kind(left, "text"), of_kind(right, "text", "cell", "item"), "text"),
            *missing_from(
                sorted(links_in(left_tree["blocks"])), sorted(links_in(right_tree["blocks"])), "link"
            ),
        ]
        compared += len(left)
        if found:
            differences[stem] = found

    assert compared > 5000
    assert differences == {}


def missing_from(left: list[str], right: list[str], kind: str) -> Iterator[str]:
    """What stands more often on the left."""
    yield from (f"{kind} {words}" for words in (Counter(left) - Counter(right)).elements())


@needs("pandoc", "examples")
@pytest.mark.parametrize("name", ["full-zh", "full-en", "minimal-zh", "minimal-en"])
def test_every_literal_of_an_example_that_the_markdown_shows_is_in_the_word_file(
    name: str, tmp_path: Path
) -> None:
    report, files = build_all(EXAMPLES / name)
    workspace = read_workspace(EXAMPLES / name)
    notes = read_notes(read_note_files(workspace)[0], DAY)
    compared = 0
    for note in notes:
        assert note.engagement is not None
        language = "zh" if name.endswith("zh") else "en"
        stem = f"{note.file.stem}/retrospective.{language}"
        (tmp_path / "a.docx").write_bytes(files[f"{stem}.docx"])
        tree = read_with_pandoc(tmp_path / "a.docx", "docx")
        # pandoc takes the paragraph in the style Title for the document's title.
        read = _words(tree["meta"]["title"]) + "".join(map(_words, _leaves(tree["blocks"])))
        shown = words_of_markdown(files[f"{stem}.md"])
        for _, text in free_texts(note.engagement):
            if not isinstance(text, Prose) and text in shown:
                compared += 1
                assert text.replace(" ", "") in read.replace(" ", ""), text

    assert [problem for problem in report.problems if problem.severity == "error"] == []
    assert compared > 5


def _leaves(blocks: list[dict[str, Any]]) -> list[Any]:
    """Every paragraph of a pandoc tree, wherever it stands."""
    found: list[Any] = []

    def visit(node: Any) -> None:
        if isinstance(node, dict) and node.get("t") in {"Para", "Plain", "Header"}:
            found.append(node["c"] if node["t"] != "Header" else node["c"][2])
        elif isinstance(node, dict):
            visit(node.get("c"))
        elif isinstance(node, list):
            for part in node:
                visit(part)

    visit(blocks)
    return found


@needs("soffice", "pdftoppm")
def test_libreoffice_loses_no_word(tmp_path: Path) -> None:
    wanted = ("2026-09-muyun-property/retrospective.zh", "2026-10-aurora-foods/retrospective.en")
    for stem in wanted:
        (tmp_path / f"{stem.partition('/')[0]}.docx").write_bytes(samples()[f"{stem}.docx"])
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    documents = sorted(str(path) for path in tmp_path.glob("*.docx"))
    subprocess.run(
        [str(path_of("soffice")), profile, "--headless", "--convert-to", "txt:Text (encoded):UTF8", "--outdir",
         str(tmp_path), *documents],
        check=True, capture_output=True, timeout=180,
    )  # fmt: skip
    for stem in wanted:
        text = (tmp_path / f"{stem.partition('/')[0]}.txt").read_text(encoding="utf-8-sig")
        words = words_of_docx(samples()[f"{stem}.docx"]).split()
        missing = [word for word in words if word not in text]

        assert len(words) > 100
        assert missing == []


@needs("mammoth")
def test_mammoth_reads_every_word_of_every_document() -> None:
    """It knows no styles but Word's first ones and says so; it has nothing else to say."""
    mammoth = importlib.import_module("mammoth")
    said: set[str] = set()
    missing: dict[str, list[str]] = {}
    for stem in stems():
        data = samples()[f"{stem}.docx"]
        messages = mammoth.convert_to_html(BytesIO(data)).messages
        said |= {message.message.partition(" style")[0] for message in messages}
        text = "".join(mammoth.extract_raw_text(BytesIO(data)).value.split())
        lost = [word for word in words_of_docx(data).split() if word not in text]
        if lost:
            missing[stem] = lost

    assert said <= {"Unrecognised paragraph", "Unrecognised run", "Unrecognised table"}
    assert missing == {}
