from __future__ import annotations

import pytest

from generator.word.spans import SpansError, children, cut, read_spans

PART = '<?xml version="1.0"?><r a="x &gt; y"><e n=">"/><t>文 &amp; b</t><o><i/></o ></r>'.encode()


def test_spans_cut_out_whole_elements() -> None:
    spans = read_spans(PART)

    assert [(s.tag, PART[s.start : s.end].decode()) for s in spans[1:]] == [
        ("e", '<e n=">"/>'),
        ("t", "<t>文 &amp; b</t>"),
        ("o", "<o><i/></o >"),
        ("i", "<i/>"),
    ]


def test_inner_offsets_hold_the_content() -> None:
    spans = read_spans(PART)

    assert [PART[s.inner_start : s.inner_end] for s in spans[1:4]] == [b"", "文 &amp; b".encode(), b"<i/>"]
    assert spans[2].text == "文 & b"


def test_children_are_those_of_one_element() -> None:
    spans = read_spans(PART)

    assert [span.tag for span in children(spans, 0)] == ["e", "t", "o"]
    assert [span.tag for span in children(spans, 3, "i")] == ["i"]


@pytest.mark.parametrize("part", [b"<a>", b"", b"<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>", b"\xff<a/>"])
def test_what_no_office_file_holds_is_refused(part: bytes) -> None:
    with pytest.raises(SpansError):
        read_spans(part)


def test_ranges_within_each_other_are_cut_once() -> None:
    assert cut(b"0123456789", [(2, 8), (4, 5), (2, 3), (9, 10)]) == b"018"
