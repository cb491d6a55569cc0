"""Text that Word takes from document properties: what is remembered and what is looked up agree."""

from __future__ import annotations

import pytest

from generator.word.base_controls import Linked, find_linked
from generator.word.base_package import MAIN
from generator.word.base_properties import Properties, kept_custom, read_properties
from generator.word.placeholders import fill, splice
from generator.word.render import placeholder_values
from generator.word.spans import read_spans
from tests.word.documents import setting

VALUES = placeholder_values(setting(customer="Cust & Co", title="T"))
CORE = (
    '<c:coreProperties xmlns:c="c" xmlns:dc="d"><dc:title>{{ customer }}: {{ title }}</dc:title>'
    "<dc:subject>Old subject</dc:subject><c:keywords>{{ tag }}</c:keywords></c:coreProperties>"
)
CUSTOM = (
    '<Properties xmlns:vt="v"><property pid="2" name="Client"><vt:lpwstr>{{ customer }}</vt:lpwstr></property>'
    '<property pid="3" name="Division"><vt:lpwstr>North &amp; East</vt:lpwstr></property>'
    '<property pid="4" name="SiteId"><vt:i4>77</vt:i4></property></Properties>'
)
PROPERTIES = read_properties({"core": CORE.encode(), "custom": CUSTOM.encode()})


def linked(inner: str, properties: Properties = PROPERTIES) -> Linked:
    part = f'<w:hdr xmlns:w="{MAIN}">{inner}</w:hdr>'.encode()
    return find_linked(part, read_spans(part), properties)


def made(inner: str) -> str:
    part = f'<w:hdr xmlns:w="{MAIN}">{inner}</w:hdr>'.encode()
    text = fill(splice(part, linked(inner).edits), VALUES)
    return text[text.index(">") + 1 : text.rindex("<")]


def shown(inner: str) -> str:
    part = f'<w:hdr xmlns:w="{MAIN}">{made(inner)}</w:hdr>'.encode()
    return "".join(span.text for span in read_spans(part) if span.tag == "w:t")


def r(text: str, properties: str = "") -> str:
    return f"<w:r>{properties}<w:t>{text}</w:t></w:r>"


def control(properties: str, *runs: str) -> str:
    return f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent>{''.join(runs)}</w:sdtContent></w:sdt>"


def bound(path: str) -> str:
    return f'<w:dataBinding w:xpath="{path}" w:storeItemID="{{A}}"/>'


def marked(instruction: str, *result: str) -> str:
    begin, middle, end = (
        f'<w:r><w:fldChar w:fldCharType="{k}"/></w:r>' for k in ("begin", "separate", "end")
    )
    code = f"<w:r><w:instrText> {instruction} </w:instrText></w:r>"
    return f"<w:p>{begin}{code}{middle}{''.join(result)}{end}</w:p>"


def test_a_control_bound_to_the_title_shows_the_property_and_stays_bound() -> None:
    inner = control(bound("/ns1:coreProperties[1]/ns0:title[1]"), r("[Ti"), r("tle]"))

    assert shown(inner) == "Cust & Co: T"
    assert "w:dataBinding" in made(inner)


def test_a_control_bound_to_the_company_shows_it() -> None:
    assert shown(control(bound("/ns0:Properties[1]/ns0:Company[1]"), r("old"))) == "澄湖科技"


@pytest.mark.parametrize(
    "path",
    [
        "/ns0:CoverPageProperties[1]/ns0:Abstract[1]",
        "/root[1]/a[1]",
        "/ns1:coreProperties[1]/ns1:category[1]",
    ],
)
def test_a_control_bound_to_what_does_not_travel_is_let_go_and_keeps_its_text(path: str) -> None:
    inner = control(bound(path), r("as written"))

    assert shown(inner) == "as written"
    assert "w:dataBinding" not in made(inner)


def test_a_control_is_also_known_by_its_tag() -> None:
    hint = control(
        '<w:tag w:val="customer"/><w:showingPlcHdr/>', r("click here", '<w:rPr><w:rStyle w:val="P"/></w:rPr>')
    )

    assert shown(hint) == "Cust & Co"
    assert "w:rStyle" not in made(hint)
    assert "w:showingPlcHdr" not in made(hint)


def test_an_empty_control_stays_empty() -> None:
    inner = control('<w:tag w:val="customer"/>', "<w:p/>")

    assert made(inner) == inner


def test_a_control_within_another_is_filled_by_its_own_tag() -> None:
    outer = control('<w:tag w:val="box"/>', r("before "), control('<w:tag w:val="title"/>', r("x")))

    assert shown(outer) == "before T"


def test_the_day_that_a_date_control_remembers_goes() -> None:
    inner = control(
        '<w:date w:fullDate="2019-01-01T00:00:00Z"><w:dateFormat w:val="d"/></w:date>', r("{{ date }}")
    )

    assert "w:date><" in made(inner).replace("<w:date>", "w:date><", 1)
    assert "2019" not in made(inner)


@pytest.mark.parametrize(
    ("instruction", "expected"),
    [
        ("DOCPROPERTY Client \\* MERGEFORMAT", "Cust & Co"),
        ('DOCPROPERTY  "Client"', "Cust & Co"),
        ("docproperty title", "Cust & Co: T"),
        ("DOCPROPERTY Division", "North & East"),
        ("TITLE", "Cust & Co: T"),
        ("AUTHOR  \\* Upper", "澄湖科技"),
        ('STYLEREF "heading 1"', "T"),
        ("DOCPROPERTY Nothing", "old text"),
        ("PAGE", "old text"),
    ],
)
def test_a_field_shows_what_it_will_show_after_an_update(instruction: str, expected: str) -> None:
    assert shown(marked(instruction, r("old"), r(" text"))) == expected


def test_a_simple_field_is_one_too() -> None:
    assert shown(f'<w:p><w:fldSimple w:instr=" SUBJECT ">{r("old")}</w:fldSimple></w:p>') == "风险 & 承诺"


def test_a_field_in_the_result_of_another_goes_with_it() -> None:
    inner = marked("DOCPROPERTY Client", r("a"), '<w:r><w:fldChar w:fldCharType="begin"/></w:r>',
                   "<w:r><w:instrText>TITLE</w:instrText></w:r>",
                   '<w:r><w:fldChar w:fldCharType="separate"/></w:r>', r("b"),
                   '<w:r><w:fldChar w:fldCharType="end"/></w:r>')  # fmt: skip

    assert shown(inner) == "Cust & Co"


def test_a_field_that_never_ends_is_no_trouble() -> None:
    assert (
        shown('<w:p><w:r><w:fldChar w:fldCharType="end"/><w:fldChar w:fldCharType="separate"/></w:r></w:p>')
        == ""
    )


def test_fields_that_remember_the_base_are_told() -> None:
    inner = (
        marked("FILENAME \\p", r("C:\\old.docx")) + marked("USERNAME", r("x")) + marked("FILENAME", r("y"))
    )

    assert linked(inner).stale == ("FILENAME", "USERNAME")


def test_custom_properties_stay_where_they_are_filled_or_shown() -> None:
    template, gone = kept_custom(PROPERTIES, ["division"])

    assert gone == ("SiteId",)
    assert fill(template, VALUES) == (
        '<Properties xmlns:vt="v"><property pid="2" name="Client"><vt:lpwstr>Cust &amp; Co</vt:lpwstr></property>'
        '<property pid="3" name="Division"><vt:lpwstr>North &amp; East</vt:lpwstr></property></Properties>'
    )


def test_without_any_of_use_the_part_goes() -> None:
    plain = read_properties({"custom": CUSTOM.replace("{{ customer }}", "C").encode()})

    assert kept_custom(plain, []) == ((), ("Client", "Division", "SiteId"))
    assert kept_custom(read_properties({}), ["a"]) == ((), ())


def test_properties_without_placeholders_are_those_of_the_document() -> None:
    assert PROPERTIES.built_in["subject"] == ("", "subject", "")
    assert PROPERTIES.unknown == (("keywords", "tag"),)
