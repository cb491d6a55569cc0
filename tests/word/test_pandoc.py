"""pandoc as a reader from outside: the structure that it finds is the structure that was written."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from generator.document import Block, Document, Link
from generator.word import Base, render_docx
from tests.judges import needs, read_with_pandoc
from tests.word.documents import bullets, heading, inlines, item, numbers, paragraph, setting, table

pytestmark = needs("pandoc")


def read(base: Base, folder: Path, *blocks: Block) -> list[dict[str, Any]]:
    path = folder / "document.docx"
    path.write_bytes(render_docx(Document(tuple(blocks)), base, setting()))
    found: list[dict[str, Any]] = read_with_pandoc(path, "docx")["blocks"]
    return found


def words(node: Any) -> str:
    match node:
        case {"t": "Str", "c": str(text)}:
            return text
        case {"t": "Space"} | {"t": "SoftBreak"}:
            return " "
        case {"c": content}:
            return words(content)
        case list():
            return "".join(words(part) for part in node)
        case _:
            return ""


def test_headings_have_their_levels(base: Base, tmp_path: Path) -> None:
    found = read(
        base, tmp_path, heading(2, "One", "one"), heading(3, "Two", "two"), heading(5, "Four", "four")
    )

    assert [(b["t"], b["c"][0], words(b["c"][2])) for b in found] == [
        ("Header", 1, "One"),
        ("Header", 2, "Two"),
        ("Header", 4, "Four"),
    ]


def shape(node: dict[str, Any]) -> Any:
    """Lists as (kind, first number, items), the rest as its words."""
    match node:
        case {"t": "BulletList", "c": items}:
            return ("bullets", [[shape(block) for block in entry] for entry in items])
        case {"t": "OrderedList", "c": [[start, *_], items]}:
            return ("numbers", start, [[shape(block) for block in entry] for entry in items])
        case _:
            return words(node)


def test_lists_keep_nesting_and_numbers(base: Base, tmp_path: Path) -> None:
    blocks = (
        numbers(item("a", numbers("x", "y")), item("b", bullets("p", item("q", bullets("r"))))),
        paragraph("between"),
        numbers("c", "d", start=4),
        bullets("e"),
    )

    assert [shape(block) for block in read(base, tmp_path, *blocks)] == [
        ("numbers", 1, [["a", ("numbers", 1, [["x"], ["y"]])], ["b", ("bullets", [["p"], ["q", ("bullets", [["r"]])]])]]),
        "between",
        ("numbers", 4, [["c"], ["d"]]),
        ("bullets", [["e"]]),
    ]  # fmt: skip


def test_a_paragraph_within_an_item_does_not_restart_the_numbers(base: Base, tmp_path: Path) -> None:
    found = read(base, tmp_path, numbers(item("a", "more"), "b"))

    assert [shape(block) for block in found] == [("numbers", 1, [["a"]]), "more", ("numbers", 2, [["b"]])]


def test_tables_have_a_header_row(base: Base, tmp_path: Path) -> None:
    found = read(base, tmp_path, table(("h1", "h2"), ("a", "b"), ("c", "d")))[0]
    head, bodies = found["c"][3], found["c"][4]

    assert (found["t"], len(head[1]), words(head)) == ("Table", 1, "h1h2")
    assert [words(row) for row in bodies[0][3]] == ["ab", "cd"]


def test_links_lead_where_they_led(base: Base, tmp_path: Path) -> None:
    link = Link("https://example.com/a?b=1", "", inlines("out"))
    inner = Link("#plan", "", inlines("in"))
    found = read(base, tmp_path, paragraph(link, inner), heading(2, "Plan", "plan"))
    targets = [(words(i["c"][1]), i["c"][2][0]) for i in found[0]["c"] if i["t"] == "Link"]

    assert targets == [("out", "https://example.com/a?b=1"), ("in", "#plan")]
