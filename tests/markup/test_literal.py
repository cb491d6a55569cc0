"""Text that people wrote reads as exactly that text in Word, HTML and on GitHub."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.document import (
    Callout,
    Cell,
    Code,
    Document,
    Emphasis,
    Figure,
    Heading,
    Inline,
    Link,
    ListBlock,
    Paragraph,
    Quote,
    State,
    Str,
    Strong,
    Table,
)
from generator.markup import escape_literal, escape_target, escape_title
from tests.markup.oracle import read_with_oracle, read_with_ours

READERS = pytest.mark.parametrize("read", [read_with_ours, read_with_oracle], ids=["ours", "CommonMark"])
Reader = Callable[[str], Document]

PUNCTUATION = "\\`*_{}[]()<>#+-.!|&;:~=^$\"'/@%,?"
SNIPPETS = [
    "&amp;",
    "&lt",
    "&#42;",
    "&#x2a;",
    "<b>",
    "</b>",
    "<!--",
    "-->",
    "<?x?>",
    "<a@b.c>",
    "<http://a.b>",
    "http://",
    "https://x.cn/a_b",
    "www.",
    "[^1]",
    "[x]",
    "[",
    "]",
    "[!NOTE]",
    "![",
    "](",
    "```",
    "~~~",
    "~~",
    "**",
    "__",
    "---",
    "===",
    "1.",
    "1)",
    "10_min",
    "A|B",
    "*.csv",
    "<50ms",
    "1.10",
    "{{",
    "{%",
    "}}",
    "「",
    "」",
    "“",
    "”",
    "。",
    "：",
    "重点",
    "한글",
    "👍",
    "\xa0",
    "\u3000",
    "\u200b",
    "a",
    "1",
    "\\|",
    "\\\\",
    "|-",
    ":-:",
    "|",
]
legal = st.characters(exclude_categories=("Cs", "Cc", "Cn"), exclude_characters="\u2028\u2029")
pieces = st.one_of(
    st.sampled_from(PUNCTUATION), st.sampled_from(SNIPPETS), st.sampled_from(["\t", " ", "  "]), legal
)
texts = st.lists(pieces, min_size=1, max_size=12).map("".join).map(str.strip).filter(bool)

CONTEXTS = [
    "{}",
    "a.\n{}",
    "before {}",
    "{} after",
    "{}；{}",
    "# {}",
    "### Part: {}",
    "- {}",
    "12. {}",
    "- [ ] {}",
    "- 甲\n\n    {}",
    "> {}",
    "> [!NOTE]\n> {}",
    "| {} | b |\n| --- | --- |\n| {} | {} |",
    "|{}|{}|\n|---|---|\n|{}|{}|",
    "**{}**",
    "甲 **{}**：乙",
    "*{}*",
    "- **{}**：{}",
    "[{}](https://example.com)",
    "说明[^a]\n\n[^a]: {}",
    "{}[^a]\n\n[^a]: 注",
    "a | b.\n{}",
]


def _texts(value: object) -> list[str]:
    """The texts of a Document's leaves, in reading order; what stands in one paragraph or cell is one text."""
    match value:
        case Document(blocks, footnotes):
            return [text for block in blocks for text in _texts(block)] + [
                text for note in footnotes for block in note.blocks for text in _texts(block)
            ]
        case Paragraph(children) | Heading(_, children) | Cell(children):
            return ["".join(map(_flat, children))]
        case ListBlock():
            return [text for item in value.items for block in item.blocks for text in _texts(block)]
        case Quote(blocks) | Callout(_, blocks):
            return [text for block in blocks for text in _texts(block)]
        case Table(_, header, rows):
            return [text for row in (header, *rows) for cell in row for text in _texts(cell)]
        case _:
            return [repr(value)]


def _flat(inline: Inline) -> str:
    match inline:
        case Str(text) | Code(text) | State(_, text):
            return text
        case Strong(children) | Emphasis(children) | Link(_, _, children):
            return "".join(map(_flat, children))
        case _:
            return ""


def _kinds(value: object) -> object:
    """The kinds of a Document's blocks and inlines, without any text."""
    match value:
        case tuple():
            return tuple(_kinds(each) for each in value)
        case State():
            return Strong
        case Str() | Code():
            return type(value)
        case Paragraph(children) | Heading(_, children) | Cell(children):
            return (type(value), _kinds(children))
        case Strong(children) | Emphasis(children) | Link(_, _, children):
            return (type(value), _kinds(children)) if not isinstance(value, Strong) else Strong
        case ListBlock():
            return (ListBlock, value.ordered, tuple((_kinds(i.blocks), i.checked) for i in value.items))
        case Quote(blocks) | Callout(_, blocks):
            return (type(value), _kinds(blocks))
        case Table(_, header, rows):
            return (Table, _kinds(header), _kinds(rows))
        case Document(blocks, footnotes):
            return (_kinds(blocks), tuple(_kinds(note.blocks) for note in footnotes))
        case _:
            return type(value)


@READERS
@settings(max_examples=400)
@given(context=st.sampled_from(CONTEXTS), text=texts)
def test_literal_text_reads_as_itself_and_changes_no_structure(read: Reader, context: str, text: str) -> None:
    document = read(context.replace("{}", escape_literal(text)))

    plain = read(context.replace("{}", "某"))
    assert _texts(document) == [each.replace("某", text) for each in _texts(plain)]
    assert _kinds(document) == _kinds(plain)


@READERS
@given(alt=texts, title=texts)
def test_literal_text_reads_as_itself_in_a_picture(read: Reader, alt: str, title: str) -> None:
    document = read(f'![{escape_literal(alt)}](figures/a.svg "{escape_title(title)}")')

    assert document == Document((Figure("figures/a.svg", alt, title),))


@READERS
@given(title=texts)
def test_literal_text_reads_as_itself_in_the_title_of_a_link(read: Reader, title: str) -> None:
    document = read(f'[甲](https://example.com "{escape_title(title)}")')

    assert document == Document((Paragraph((Link("https://example.com", title, (Str("甲"),)),)),))


@READERS
@given(path=st.lists(pieces, min_size=1, max_size=8).map("".join).map("figures/{}.svg".format))
def test_every_path_reads_as_itself(read: Reader, path: str) -> None:
    document = read(f"![甲]({escape_target(path)})")

    assert document == Document((Figure(path, "甲", ""),))


@pytest.mark.parametrize(
    "text",
    [
        "2026-05-20",
        "响应 <50ms，成本 < 100 万",
        "10_min 与 max_retry_count",
        "R&D；AT&T",
        "版本 1.10（第 2 版）",
        "5 * 3 = 15",
        "C:\\Users\\li",
        "C# 与 F#",
        "#5 产线",
        "-5 °C 至 +40 °C",
        "{{ name }} {% if %}",
        "他说：“先试点，后推广！”",
        "Great! Then go on.",
        "https://example.com/a_b?x=1&y=2",
        "a > b",
    ],
)
def test_text_that_needs_no_escape_stays_readable(text: str) -> None:
    assert escape_literal(text) == text


@pytest.mark.parametrize(
    ("text", "markdown"),
    [
        ("*.csv", r"\*.csv"),
        ("A|B", r"A\|B"),
        ("a_", r"a\_"),
        ("_a_b_", r"\_a_b\_"),
        ("a < b <c", r"a < b \<c"),
        ("[x](y)", r"\[x\](y)"),
        ("`x`", r"\`x\`"),
        ("# 甲", r"\# 甲"),
        ("甲 #", r"甲 \#"),
        ("- 甲", r"\- 甲"),
        ("+", r"\+"),
        ("^1", r"\^1"),
        ("===", r"\==="),
        ("- - -", r"\- - -"),
        ("1) 甲", r"1\) 甲"),
        ("2026.", r"2026\."),
        ("&amp; &foo;", r"\&amp; &foo;"),
        ("3~5 天", r"3\~5 天"),
        ("a\\*b", r"a\\\*b"),
        ("D:\\", "D:&#92;"),
        ("a\tb", "a&#9;b"),
        ("Ready!", r"Ready\!"),
        ("https://example.com/*a*", r"https\://example.com/\*a\*"),
    ],
)
def test_only_what_could_be_markup_is_escaped(text: str, markdown: str) -> None:
    assert escape_literal(text) == markdown


def test_a_title_escapes_its_quotes_too() -> None:
    assert escape_title('12" rack, A|B') == r"12\" rack, A\|B"


def test_a_target_keeps_chinese_and_encodes_what_would_end_it() -> None:
    assert escape_target("图 1/甲(乙).png") == "图%201/甲%28乙%29.png"
