from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.source.text import Source, unprintable_in
from generator.source.tree import Entry, Mapping, Node, Scalar, Sequence, is_null, read_tree
from generator.source.writing import render_yaml


def mapping(pairs: dict[str, Node], flow: bool = False) -> Mapping:
    return Mapping({k: Entry(Scalar(k, False, 0, 0), v) for k, v in pairs.items()}, 0, flow)


TEXTS = st.text(max_size=30).filter(lambda text: not unprintable_in(text) and "\r" not in text)
SCALARS = st.builds(lambda text: Scalar(text, False, 0, 0), TEXTS)
TREES = st.recursive(
    SCALARS,
    lambda nodes: (
        st.builds(
            lambda items, flow: Sequence(tuple(items), 0, flow), st.lists(nodes, max_size=3), st.booleans()
        )
        | st.builds(mapping, st.dictionaries(TEXTS, nodes, max_size=3), st.booleans())
    ),
    max_leaves=12,
)


def plain(node: Node) -> Any:
    """What the tree says: texts, None for what was left empty."""
    if isinstance(node, Mapping):
        return {name: plain(entry.value) for name, entry in node.entries.items()}
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    return None if is_null(node) else node.text


def read(text: str) -> Node:
    return read_tree(Source("x.yaml", text)).root


@given(st.dictionaries(TEXTS, TREES, min_size=1, max_size=3))
def test_what_is_written_reads_back_as_the_same_tree(pairs: dict[str, Node]) -> None:
    root = mapping(pairs)

    assert plain(read(render_yaml(root))) == plain(root)


@pytest.mark.parametrize(
    "text",
    [
        "date: 2026-05-20\n",
        "answer: no\nversion: 1.10\ncode: 010\n",
        "empty:\nword: 'null'\n",
        "products: [gateway, 预测维护]\n",
        "on: 2026-05-20\n",
    ],
)
def test_plain_values_stay_plain(text: str) -> None:
    written = render_yaml(read(text))

    assert plain(read(written)) == plain(read(text))
    assert '"' not in written
    assert "!" not in written


def test_comments_are_not_written() -> None:
    assert render_yaml(read("# 澜桥银行\nname: x  # 林岚\n")) == "name: x\n"


def test_several_lines_are_a_block() -> None:
    assert render_yaml(read('goal: "one\\n\\n- two\\n"\n')) == "goal: |\n  one\n\n  - two\n"
