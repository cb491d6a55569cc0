from __future__ import annotations

import pytest

from generator.word.formatting import (
    RUN_ORDER,
    cell_properties,
    in_order,
    paragraph_properties,
    run_properties,
)


def test_children_stand_in_the_order_of_the_schema() -> None:
    assert (
        in_order("rPr", RUN_ORDER, {"sz": "<s/>", "b": "<b/>", "rStyle": "<r/>"})
        == "<w:rPr><r/><b/><s/></w:rPr>"
    )


def test_a_child_that_the_schema_does_not_know_is_a_bug() -> None:
    with pytest.raises(ValueError, match="bold"):
        in_order("rPr", RUN_ORDER, {"bold": "<b/>"})


def test_nothing_to_say_is_nothing() -> None:
    assert run_properties() == ""


def test_paragraph_properties_say_all_they_are_told() -> None:
    properties = paragraph_properties(
        "X", keep_next=True, page_break=True, numbering=(7, 2), space_after=0, indent=5, justify="right"
    )

    assert properties == (
        '<w:pPr><w:pStyle w:val="X"/><w:keepNext/><w:pageBreakBefore/>'
        '<w:numPr><w:ilvl w:val="2"/><w:numId w:val="7"/></w:numPr>'
        '<w:spacing w:after="0"/><w:ind w:left="5"/><w:jc w:val="right"/></w:pPr>'
    )


def test_cell_properties_say_all_they_are_told() -> None:
    properties = cell_properties(
        9, "AABBCC", span=2, merge="restart", borders="<b/>", margins="<m/>", centred=True
    )

    assert properties == (
        '<w:tcPr><w:tcW w:w="9" w:type="dxa"/><w:gridSpan w:val="2"/><w:vMerge w:val="restart"/>'
        '<w:tcBorders><b/></w:tcBorders><w:shd w:val="clear" w:color="auto" w:fill="AABBCC"/>'
        '<w:tcMar><m/></w:tcMar><w:vAlign w:val="center"/></w:tcPr>'
    )
