from __future__ import annotations

from generator.document import (
    Callout,
    Document,
    Figure,
    Footnote,
    ListBlock,
    ListItem,
    Quote,
    Rule,
    figures_in,
)


def figure(name: str) -> Figure:
    return Figure(f"{name}.png", "", "")


def test_figures_are_found_wherever_they_stand_in_the_order_of_the_text() -> None:
    inner = ListBlock(False, 1, True, (ListItem((Rule(), figure("c"))), ListItem((Quote((figure("d"),)),))))
    document = Document(
        blocks=(figure("a"), Quote((figure("b"), inner)), Rule(), Callout("note", (figure("e"),))),
        footnotes=(Footnote(1, (figure("f"),)),),
    )

    assert [found.path[0] for found in figures_in(document)] == ["a", "b", "c", "d", "e", "f"]
    assert list(figures_in(Document(()))) == []
