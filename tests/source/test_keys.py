from __future__ import annotations

from generator.errors import Bilingual
from generator.notes import codes
from generator.notes.model import Commitment, Engagement
from generator.source.fields import Block, Line, key, required, whole
from generator.source.keys import Group, Scalar, Several, keys_of, list_mark, placed_keys
from generator.workspace.config import Config


def test_keys_come_in_the_order_of_the_format_as_they_are_typed() -> None:
    names = [key.name for key in keys_of(Commitment)]

    assert names[:4] == ["id", "said", "class", "made_by"]


def test_a_key_knows_its_closed_values_and_its_default() -> None:
    status = next(key for key in keys_of(Commitment) if key.name == "status")

    assert isinstance(status.item, Scalar)
    assert status.item.codes is codes.CommitmentStatus
    assert (status.required, status.default) == (False, codes.CommitmentStatus.OPEN)


def test_a_list_knows_its_length() -> None:
    keys = dict(placed_keys(Engagement))

    lengths = {
        path: (key.holds.at_least, key.holds.at_most)
        for path, key in keys.items()
        if isinstance(key.holds, Several) and path in {"needs", "fit", "meetings[].planned_split"}
    }
    assert lengths == {"needs": (1, None), "fit": (0, None), "meetings[].planned_split": (3, 3)}


def test_paths_lead_through_lists_and_groups() -> None:
    paths = [path for path, _ in placed_keys(Engagement)]

    assert "commitments[].condition.due" in paths
    assert len(paths) == len(set(paths))


def test_a_team_key_is_no_key_of_the_format() -> None:
    class Small(Block):
        name: Line = required("名", "name", "a")
        weight: Line | None = key("重", "weight", "1")

    assert [(key.name, key.meaning, key.example, key.required) for key in keys_of(Small)] == [
        ("name", Bilingual("名", "name"), "a", True),
        ("weight", Bilingual("重", "weight"), "1", False),
    ]


def test_only_lists_are_marked_as_such() -> None:
    marks = {key.name: list_mark(key) for key in keys_of(Engagement) if key.name in {"needs", "deal"}}

    assert marks == {"needs": "[]", "deal": ""}


def test_a_group_that_is_made_when_left_out_has_no_default_to_show() -> None:
    names = next(key for key in keys_of(Config) if key.name == "names")

    assert isinstance(names.holds, Group)
    assert names.default is None


def test_words_of_a_whole_number_name_its_range() -> None:
    _, _, words = whole(1, 5)

    assert words == Bilingual("1 到 5 的整数", "a whole number from 1 to 5")
