from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from lxml import etree

from generator.document import Block, Document, FootnoteMark, Paragraph, Rule
from generator.states import Light
from generator.word import Base, render_docx
from generator.word.page_sections import PageSections, page_sections, with_last_section
from generator.word.widths import is_too_wide
from tests.word.documents import (
    NOTES,
    bullets,
    cell,
    heading,
    inlines,
    item,
    paragraph,
    setting,
    state,
    table,
)
from tests.word.lint import lint_package
from tests.word.reading import Element, W, find, only, read_parts, style_of, text_of, value
from tests.word.schema import needs_schemas, schema_errors
from tests.word.test_company_bases import base_of
from tests.word.test_contents import LONG

WORDS = "running text that needs some room to be read in"
WIDE = table(
    ("id", "event", "cause", "effect", "response", "owner", "due", "state"),
    *[
        (f"R{n}", WORDS, WORDS, WORDS, WORDS, "Lin", "2026-08-01", cell(state(Light.RED, "late")))
        for n in range(1, 8)
    ],
)
BEFORE, AFTER = (
    paragraph("before"),
    (heading(2, "After", "after"), Paragraph(inlines("x" * 4000, FootnoteMark(1)))),
)
BLOCKS: tuple[Block, ...] = (BEFORE, Rule(), heading(2, "Wide", "wide"), WIDE, *AFTER)


def rendered(base: Base, *blocks: Block, **changes: Any) -> bytes:
    return render_docx(Document(blocks, NOTES), base, setting(**changes))


def body(base: Base, *blocks: Block, **changes: Any) -> Element:
    return only(
        etree.fromstring(read_parts(rendered(base, *blocks, **changes))["word/document.xml"]), "w:body"
    )


def sections(base: Base, *blocks: Block) -> list[Element]:
    return find(body(base, *blocks), "(w:p/w:pPr/w:sectPr | w:sectPr)")


def pages(base: Base, *blocks: Block) -> list[tuple[int, int, str]]:
    sizes = [only(section, "w:pgSz") for section in sections(base, *blocks)]
    return [(int(value(size, "w")), int(value(size, "h")), value(size, "orient")) for size in sizes]


UPRIGHT, TURNED = (11906, 16838, ""), (16838, 11906, "landscape")


@pytest.mark.parametrize(
    ("blocks", "expected"),
    [
        ((BEFORE, *AFTER), [UPRIGHT]),
        (BLOCKS, [UPRIGHT, TURNED, UPRIGHT]),
        (BLOCKS[:4], [UPRIGHT, TURNED]),
        ((WIDE, *AFTER), [TURNED, UPRIGHT]),
        ((WIDE,), [TURNED]),
        ((WIDE, *AFTER, WIDE), [TURNED, UPRIGHT, TURNED]),
    ],
)
def test_wide_tables_stand_on_turned_pages(
    base: Base, blocks: tuple[Block, ...], expected: list[tuple[int, int, str]]
) -> None:
    assert pages(base, *blocks) == expected


def test_a_table_takes_the_width_of_its_page(base: Base) -> None:
    grids = [
        [int(value(column, "w")) for column in find(grid, "w:gridCol")]
        for grid in find(body(base, WIDE, *AFTER, table(("a", "b"), ("1", "2"))), "w:tbl/w:tblGrid")
    ]

    assert [sum(grid) for grid in grids] == [16838 - 2 * 1134, 11906 - 2 * 1134]


def test_the_text_of_a_turned_page_is_as_wide_as_the_sheet_is_high_less_the_margins(base: Base) -> None:
    found = page_sections(base)

    assert found is not None
    assert found.text_size(is_landscape=False) == (9638, 14343)
    assert found.text_size(is_landscape=True) == (14570, 9411)


def test_headers_and_footers_go_on_and_only_the_first_page_is_the_first(base: Base) -> None:
    made = sections(base, *BLOCKS)
    bands = [
        [(n.tag, value(n, "type"), n.values()[-1]) for n in section if "Reference" in str(n.tag)]
        for section in made
    ]

    assert bands[0] == bands[1] == bands[2] != []
    assert [len(find(section, "w:titlePg")) for section in made] == [1, 0, 0]


def test_the_last_paragraph_of_a_section_carries_it_and_no_page_is_empty(base: Base) -> None:
    carriers = [(style_of(p), text_of(p)) for p in find(body(base, *BLOCKS), "w:p[w:pPr/w:sectPr]")]

    assert carriers == [("BodyText", "before"), ("TableGap", "")]
    assert find(body(base, *BLOCKS), ".//w:pageBreakBefore") == []


def test_the_contents_are_upright(base: Base) -> None:
    first = (heading(2, "0 Wide", "wide"), WIDE, Rule())
    made = body(base, *first, heading(2, "1 Long", "long"), LONG, contents="目录")
    order = ["section" if find(node, "w:pPr/w:sectPr") else str(node.tag).removeprefix(W) for node in made]

    assert order == ["p", "tbl", "section", "sdt", "p", "p", "sectPr"]
    assert find(made, ".//w:pageBreakBefore") == []


def test_contents_may_come_before_a_turned_page(base: Base) -> None:
    blocks = (heading(2, "0 First", "first"), LONG, heading(2, "1 Wide", "wide"), WIDE)
    made = body(base, *blocks, contents="目录")
    order = ["section" if find(node, "w:pPr/w:sectPr") else str(node.tag).removeprefix(W) for node in made]

    assert order == ["p", "p", "sdt", "section", "p", "tbl", "p", "sectPr"]


@needs_schemas
@pytest.mark.parametrize("name", ["built-in", "official", "corporate"])
def test_it_is_valid_on_every_base(base: Base, name: str) -> None:
    data = rendered(base if name == "built-in" else base_of(name), *BLOCKS)

    assert lint_package(data) == schema_errors(read_parts(data)["word/document.xml"]) == []


def test_a_cover_stays_upright(base: Base) -> None:
    made = pages(base_of("corporate"), *BLOCKS[:4])

    assert [orient for _, _, orient in made] == ["", "", "landscape"]  # cover, before, wide


OWN = (
    '<w:sectPr><w:headerReference w:type="default" r:id="rId1"/><w:type w:val="continuous"/><w:pgSz w:w="10" w:h="20"/>'
    '<w:pgNumType w:fmt="decimal" w:start="3"/><w:titlePg/></w:sectPr>'
)


def test_later_sections_count_on_and_begin_on_a_new_page() -> None:
    found = PageSections(OWN, True, 10, 20, 8, 16)

    assert found.properties(is_landscape=False, is_first=True) == OWN
    assert found.properties(is_landscape=True, is_first=False) == (
        '<w:sectPr><w:headerReference w:type="default" r:id="rId1"/>'
        '<w:pgSz w:w="20" w:h="10" w:orient="landscape"/><w:pgNumType w:fmt="decimal"/></w:sectPr>'
    )


@pytest.mark.parametrize(
    ("behind", "is_last_thing"),
    [
        (f"{OWN}</w:body>", True),
        (f"<w:p><w:pPr>{OWN}</w:pPr></w:p><w:p/><w:sectPr/></w:body>", True),
        (f"<w:p><w:r/></w:p>{OWN}</w:body>", False),
    ],
)
def test_what_the_base_shows_behind_the_text_stays_upright(
    base: Base, behind: str, is_last_thing: bool
) -> None:
    other = replace(base, document=("<w:body>", "body", behind))
    found = page_sections(other)
    ends = [str(node.get(W + "orient", "")) for node in find(body(other_document(other), WIDE), ".//w:pgSz")]

    assert found is not None
    assert found.is_last_thing is is_last_thing
    assert ends == (["landscape"] if is_last_thing else ["landscape", ""])


def other_document(base: Base) -> Base:
    """Its document part with a root that declares what it uses."""
    start = (
        '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
        ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">'
    )
    first, name, last = base.document
    return replace(base, document=(start + first, name, f"{last}</w:document>"))


@pytest.mark.parametrize(
    "section",
    [
        "",
        "<w:sectPr/>",
        '<w:sectPr><w:pgSz w:w="1" w:h="2"/><w:cols w:num="2"/></w:sectPr>',
    ],
)
def test_where_the_base_leaves_it_open_pages_are_not_turned(base: Base, section: str) -> None:
    other = replace(base, document=("<w:body>", "body", f"{section}</w:body>"))

    assert page_sections(other) is None


def test_pages_that_are_wide_are_not_turned(base: Base) -> None:
    wide = replace(base, section=replace(base.section, page_width=20000))

    assert page_sections(wide) is None
    assert pages(wide, *BLOCKS) == [UPRIGHT]


def test_a_placeholder_may_stand_between_the_text_and_its_section() -> None:
    template = ("<w:body>", "body", "<w:p>", "company", f"</w:p>{OWN}</w:body>")

    assert with_last_section(template, "<new/>") == (
        "<w:body>",
        "body",
        "<w:p>",
        "company",
        "</w:p><new/></w:body>",
    )
    assert with_last_section(template[:3], "<new/>") == template[:3]


@pytest.mark.parametrize(
    ("cells", "rows", "width", "expected"),
    [
        ((WORDS,) * 5, 40, 9638, False),  # five columns always fit
        ((WORDS,) * 6, 40, 9638, True),
        ((WORDS,) * 6, 2, 9638, False),  # a short table is no reason to turn the page
        ((WORDS,) * 6, 40, 14570, False),
        (("x",) * 12, 40, 9638, False),
        (("2026-08-01",) * 8, 40, 9638, False),
        (("2026-08-01",) * 9, 1, 9638, True),
        (("字" * 40,) * 8, 4, 9638, True),
    ],
)
def test_tables_are_too_wide_where_short_cells_fold_or_much_text_stands_in_shreds(
    cells: tuple[str, ...], rows: int, width: int, expected: bool
) -> None:
    assert is_too_wide(table(("",) * len(cells), *[cells] * rows), width) is expected


def test_a_table_in_a_list_is_not_turned(base: Base) -> None:
    assert pages(base, bullets(item("first", WIDE))) == [UPRIGHT]
