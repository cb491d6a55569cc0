"""What a company is told about its base document before anything is made on it."""

from __future__ import annotations

import io
from collections.abc import Callable

import docx
import pytest

from generator.errors import Problem, Severity
from generator.word.base_package import MAIN, OFFICE
from generator.word.linting import lint_base
from generator.word.linting.needs import NEEDS
from generator.word.linting.samples import AWKWARD, SAMPLES
from generator.word.package import pack_member, read_package, render_package
from generator.word.placeholders import PLACEHOLDERS
from tests.bases.make import BASES, path_of
from tests.word.test_base_document import changed
from tests.word.test_base_history import with_parts


def lint(data: bytes, builtin: bytes) -> tuple[Problem, ...]:
    return lint_base(data, path="templates/base.docx", builtin=builtin)


def told(data: bytes, builtin: bytes) -> list[tuple[str, str]]:
    return [(problem.code, problem.message.en) for problem in lint(data, builtin)]


def test_the_built_in_base_is_without_fault(built_in: bytes) -> None:
    assert lint(built_in, built_in) == ()


@pytest.mark.parametrize("name", BASES)
def test_the_company_bases_have_nothing_worse_than_hints(name: str, built_in: bytes) -> None:
    problems = lint(path_of(name).read_bytes(), built_in)

    assert {problem.severity for problem in problems} == {Severity.HINT}


def test_a_document_of_another_program_is_told_what_it_lacks(built_in: bytes) -> None:
    stream = io.BytesIO()
    docx.Document().save(stream)
    codes = [code for code, _ in told(stream.getvalue(), built_in)]

    assert codes == [
        "base-font",
        "base-mode",
        "base-no-body",
        "base-no-label",
        "base-language",
        "base-paper",
        "base-styles",
    ]


def test_errors_come_first_and_do_not_hide_the_look(built_in: bytes) -> None:
    data = changed(
        built_in,
        header1=lambda s: s.replace("{{ title }}", "{{ titel }}"),
        styles=lambda s: s.replace(' w:eastAsia="Microsoft YaHei"', "").replace("zh-CN", "ja-JP"),
    )

    assert [problem.code for problem in lint(data, built_in)] == [
        "base-placeholder",
        "base-font",
        "base-language",
    ]


def test_what_is_no_word_document_is_one_problem(built_in: bytes) -> None:
    assert [code for code, _ in told(b"text", built_in)] == ["base-not-word"]


def test_broken_xml_is_one_problem(built_in: bytes) -> None:
    data = changed(built_in, styles=lambda s: s[:-20])

    assert [code for code, _ in told(data, built_in)] == ["base-damaged"]


@pytest.mark.parametrize(
    ("edit", "code", "words"),
    [
        (lambda s: s.replace(' w:eastAsia="Microsoft YaHei"', ""), "base-font", "Normal, Body Text, Title, heading 1, heading 2, heading 3 has no Asian font"),
        (lambda s: s.replace('w:eastAsia="Microsoft YaHei"', 'w:eastAsiaTheme="minorEastAsia"'), "base-font", "from the theme alone"),
    ],
)  # fmt: skip
def test_fonts_for_chinese_are_followed_through_the_styles(
    built_in: bytes, edit: Callable[[str], str], code: str, words: str
) -> None:
    found = told(changed(built_in, styles=edit), built_in)

    assert [word for word, _ in found] == [code]
    assert words in found[0][1]


def test_a_font_in_the_defaults_serves_all_styles(built_in: bytes) -> None:
    def defaults_alone(text: str) -> str:
        head, end, rest = text.partition("</w:docDefaults>")
        return head + end + rest.replace(' w:eastAsia="Microsoft YaHei"', "")

    assert told(changed(built_in, styles=defaults_alone), built_in) == []


def test_an_old_mode_is_told(built_in: bytes) -> None:
    data = changed(built_in, settings=lambda s: s.replace('w:val="15"', 'w:val="12"'))

    assert [code for code, _ in told(data, built_in)] == ["base-mode"]


def test_paper_and_narrow_text_are_told(built_in: bytes) -> None:
    data = changed(
        built_in,
        document=lambda s: s.replace('w:w="11906" w:h="16838"', 'w:w="8391" w:h="11906"'),
    )

    assert told(data, built_in) == [
        ("base-narrow", "the text is less than 12 cm wide: tables will be cramped"),
        ("base-paper", "the paper is 148 × 210 mm, not A4"),
    ]


def test_placeholders_where_nothing_fills_them_are_told(built_in: bytes) -> None:
    data = changed(
        built_in,
        footer1=lambda s: s.replace("</w:p>", "<w:r><w:instrText>{{ title }}</w:instrText></w:r></w:p>"),
    )

    assert told(data, built_in) == [("base-leftover", "text that nothing fills: {{ title }}")]


def test_faults_that_the_base_brings_along_are_told_once(built_in: bytes) -> None:
    data = changed(built_in, header1=lambda s: s.replace('w:val="Header"', 'w:val="Nowhere"'))

    assert told(data, built_in) == [
        ("base-output", "a document made on it (minimal) is faulty: style Nowhere does not exist")
    ]


def test_styles_of_the_wrong_type_are_told_apart(built_in: bytes) -> None:
    def spoil(text: str) -> str:
        return text.replace(
            '<w:style w:type="paragraph" w:styleId="Quote"', '<w:style w:type="character" w:styleId="Quote"'
        )

    problems = lint(changed(built_in, styles=spoil), built_in)

    assert [p.message.en for p in problems if p.code == "base-style-type"] == [
        "styles of the wrong type, built-in ones are used beside them: Quote"
    ]


def test_a_bare_document_of_another_tool_serves(built_in: bytes) -> None:
    """Text alone, without styles, settings or lists."""
    parts = read_package(built_in)
    root = '<w:document xmlns:w="{}" xmlns:r="{}"><w:body>{}</w:body></w:document>'
    parts["word/document.xml"] = root.format(
        MAIN, OFFICE, "<w:p><w:r><w:t>{{ title }}</w:t></w:r></w:p>"
    ).encode()
    parts["word/_rels/document.xml.rels"] = b"<Relationships/>"
    bare = {"word/document.xml", "word/_rels/document.xml.rels", "_rels/.rels", "[Content_Types].xml"}
    data = render_package(pack_member(name, part) for name, part in parts.items() if name in bare)
    found = told(data, built_in)

    assert [code for code, _ in found] == [
        "base-mode",
        "base-no-body",
        "base-no-label",
        "base-paper",
        "base-styles",
    ]
    assert found[1][1] == "no {{ body }}: the text goes behind the cover"


def test_macros_are_refused(built_in: bytes) -> None:
    assert [code for code, _ in told(with_parts(built_in, word__vbaProject_DOT_bin=b"x"), built_in)] == [
        "base-macro"
    ]


def test_samples_are_of_every_length_and_script() -> None:
    assert [sample.name.en for sample in SAMPLES] == [
        "minimal",
        "Chinese",
        "English",
        "awkward characters",
        "very long",
    ]
    assert max(len(sample.document.blocks) for sample in SAMPLES) >= 60
    assert all(text in SAMPLES[3].setting.title for text in AWKWARD)


def test_the_needs_are_told_in_both_languages_and_name_real_placeholders() -> None:
    names = {placeholder.name for placeholder in PLACEHOLDERS}
    spoken = [
        word.split("}}")[0].strip()
        for need in NEEDS
        for text in (need.zh, need.en)
        for word in text.split("{{")[1:]
    ]

    assert len(spoken) >= 6
    assert set(spoken) <= names
