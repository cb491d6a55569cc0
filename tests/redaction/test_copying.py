"""A whole workspace under other names."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from generator.build.library import read_library
from generator.errors import ProblemsError, Severity
from generator.notes.model import Engagement
from generator.notes.reader import read_notes
from generator.redaction import make_copy
from generator.redaction.kinds import kind_of
from generator.redaction.rewriting import reader_of
from generator.source.keys import Scalar, placed_keys
from generator.workspace.places import read_note_files, read_workspace
from tests.redaction.workspaces import DAY, copy_of, one_note, redacted, write

BANK: dict[str, Any] = {
    "customer": {"name": "澜桥银行", "alias": "华东某城商行", "industry": "银行"},
    "presales": "许昀",
    "sales": "沈越",
    "products": ["数据脱敏网关"],
    "goal": "让澜桥的顾总认可数据脱敏网关，见 https://lanqiao.cn/x",
    "result": "顾文彬问了 268万 的报价，2026-05-lanqiao-bank 已归档",
    "stakeholders": [{"role": "科技部总经理", "name": "顾文彬"}],
    "deal": {"amount": "268万"},
}


def test_a_name_has_one_pseudonym_in_its_key_and_in_texts(tmp_path: Path) -> None:
    note = one_note(tmp_path, BANK)

    assert note["customer"]["name"] == "客户甲"
    assert note["customer"]["alias"] == "企业甲"
    assert note["stakeholders"][0] == {"role": "科技部总经理", "name": "联系人甲"}
    assert note["goal"] == "让客户甲的联系人甲认可产品甲，见 https://example.com/"
    assert note["result"].startswith("联系人甲问了 ")
    assert note["result"].endswith(f" 的报价，{note['id']} 已归档")
    assert note["deal"]["amount"] in note["result"]
    assert "268" not in str(note)


def test_all_notes_use_the_same_pseudonyms_in_their_own_language(tmp_path: Path) -> None:
    first = {"customer": {"name": "澜桥银行", "industry": "x"}, "language": "zh", "presales": "Tom Okafor"}
    second = {"customer": {"name": "Quay Bank", "industry": "x"}, "language": "en", "presales": "Tom Okafor",
              "goal": "Tom knows 澜桥银行"}  # fmt: skip
    notes = redacted(tmp_path, {"2026-05-a": first, "2026-06-b": second})

    assert list(notes) == ["2026-05-note-01", "2026-06-note-02"]
    assert notes["2026-05-note-01"]["presales"] == "同事甲"
    assert notes["2026-06-note-02"]["presales"] == "Colleague Alpha"
    assert notes["2026-06-note-02"]["goal"] == "Colleague Alpha knows Customer Alpha"


def test_pseudonyms_are_not_taken_from_the_texts(tmp_path: Path) -> None:
    assert one_note(tmp_path, BANK | {"notes": "客户甲方负责"})["customer"]["name"] == "客户乙"


def test_references_between_notes_still_lead_somewhere(tmp_path: Path) -> None:
    lesson = {"id": "L1", "kind": "keep", "theme": "intel_gap", "text": "t"}
    other = {"repeats": ["2026-05-a/L1"], "reused_lessons": [{"id": "2026-05-a/L1", "effect": "helped"}]}
    notes = redacted(tmp_path, {"2026-05-a": {"lessons": [lesson]}, "2026-06-b": other})

    assert notes["2026-06-note-02"]["repeats"] == ["2026-05-note-01/L1"]
    assert notes["2026-06-note-02"]["reused_lessons"] == [{"id": "2026-05-note-01/L1", "effect": "helped"}]


def test_ids_of_items_and_gaps_tell_nothing(tmp_path: Path) -> None:
    fit = {"id": "lanqiao-1", "need": "N1", "capability": "c", "level": "gap", "gap": "lanqiao-sso"}
    person = {"role": "r", "answered_by": ["lanqiao-1", "roi"]}
    note = one_note(tmp_path, BANK | {
        "needs": [{"id": "N1", "surface": "lanqiao-sso"}], "fit": [fit], "stakeholders": [person],
    })  # fmt: skip

    assert note["fit"][0] == fit | {"id": "F1", "gap": "gap-01"}
    assert note["stakeholders"][0]["answered_by"] == ["F1", "roi"]
    assert note["needs"][0]["surface"] == "gap-01"


def test_comments_team_keys_pictures_and_templates_are_left_out(tmp_path: Path) -> None:
    write(
        tmp_path,
        {
            "2026-05-lanqiao-bank": BANK
            | {"x-crm": "OPP-1", "attachments": [{"file": "a.png", "caption": "澜桥"}]}
        },
    )
    path = tmp_path / "engagements" / "2026-05-lanqiao-bank.yaml"
    path.write_text(f"# 澜桥银行\n{path.read_text('utf-8')}", "utf-8")
    (tmp_path / "engagements" / "a.png").write_bytes(b"x")
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "base.docx").write_bytes(b"x")
    (tmp_path / "engagements" / ".shown").mkdir()
    (tmp_path / "engagements" / ".shown" / "2026-05-20-lanqiao.json").write_text("{}", "utf-8")
    copy = copy_of(tmp_path)

    assert sorted(copy.files) == ["engagements/2026-05-note-01.yaml", "presales.yaml"]
    assert not any(
        word in data.decode() for data in copy.files.values() for word in ("澜桥", "x-crm", "a.png", "#")
    )


def test_settings_keep_what_figures_depend_on(tmp_path: Path) -> None:
    config = (
        "name: 澄湖售前\nlanguage: zh\ncurrency: EUR\ncompany: {name: 澄湖科技有限公司, short: 澄湖}\n"
        'names: {note: "{id}/澄湖-{document}.{lang}"}\nworking_days: {holidays: 澄湖.yaml}\n'
        "scores: {min_days_before: 3}\nbrief:\nthemes: {extra: [{code: local, zh: 澄湖本地化, en: Localization}]}\n"
    )
    lesson = {"kind": "keep", "theme": "澄湖本地化", "text": "澄湖的经验"}
    (tmp_path / "澄湖.yaml").write_text("# 澄湖\noff: [2026-10-01..2026-10-07]\n", "utf-8")
    write(tmp_path, {"2026-05-a": {"lessons": [lesson]}}, config)
    copy = copy_of(tmp_path)

    assert copy.problems == ()
    assert copy.files["presales.yaml"].decode() == (
        "name: 脱敏副本\nlanguage: zh\ncurrency: EUR\ncompany: {name: 我方公司, short: 我方公司}\n"
        "working_days: {holidays: holidays.yaml}\nscores: {min_days_before: 3}\nbrief:\n"
        "themes: {extra: [{code: local, zh: 我方公司本地化, en: Localization}]}\n"
    )
    assert copy.files["holidays.yaml"].decode() == "off: ['2026-10-01..2026-10-07']\n".replace("'", "")
    assert "theme: local\n" in copy.files["engagements/2026-05-note-01.yaml"].decode()


def test_a_broken_note_is_left_out_and_the_names_in_it_are_replaced_in_others(tmp_path: Path) -> None:
    broken = "id: 2026-06-b\ncustomer: {name: 鸱鸺精密, industry: a}\nbad: [\n"
    citing = BANK | {"goal": "像鸱鸺精密那样", "repeats": ["2026-06-b/L1"]}
    write(tmp_path, {"2026-05-a": citing, "2026-06-b": broken})
    copy = copy_of(tmp_path)

    assert {problem.path for problem in copy.problems} == {"engagements/2026-06-b.yaml"}
    assert (copy.copied, sorted(copy.files)) == (1, ["engagements/2026-05-note-01.yaml", "presales.yaml"])
    text = copy.files["engagements/2026-05-note-01.yaml"].decode()
    assert "goal: 像企业乙那样\n" in text
    assert "repeats: []\n" in text


def test_broken_settings_give_no_copy(tmp_path: Path) -> None:
    write(tmp_path, {"2026-05-a": {}}, "langauge: zh\n")
    copy = copy_of(tmp_path)

    assert copy.files == {}
    assert [problem.path for problem in copy.problems] == ["presales.yaml"]


def test_what_would_remain_is_told_at_its_place_and_nothing_is_made(tmp_path: Path) -> None:
    config = "language: zh\nthemes: {extra: [{code: 澜桥, zh: 本地化, en: Localization}]}\n"
    write(tmp_path, {"2026-05-a": BANK}, config)
    copy = copy_of(tmp_path)

    assert copy.files == {}
    problem = copy.problems[0]
    assert (problem.path, problem.line, problem.column, problem.code) == (
        "presales.yaml",
        2,
        25,
        "not_redacted",
    )
    assert problem.message.zh == "「澜桥」还会留在副本里，所以什么都没有写"


def test_the_same_workspace_gives_the_same_copy(tmp_path: Path) -> None:
    write(tmp_path, {"2026-05-a": BANK})

    assert copy_of(tmp_path) == copy_of(tmp_path)


def test_a_copy_can_be_copied_again(tmp_path: Path) -> None:
    (tmp_path / "one").mkdir()
    (tmp_path / "two").mkdir()
    first = redacted(tmp_path / "one", {"2026-05-a": BANK})
    second = redacted(tmp_path / "two", first)

    assert [note["customer"]["name"] for note in second.values()] == ["客户乙"]


@pytest.mark.parametrize("place", [p for p, key in placed_keys(Engagement) if isinstance(key.item, Scalar)])
def test_every_kind_of_value_has_a_way_of_being_rewritten(place: str) -> None:
    item = dict(placed_keys(Engagement))[place].item

    assert isinstance(item, Scalar)
    assert kind_of(place.replace("[]", "")) is not None or callable(reader_of(item.words.en))


def test_the_sample_workspace_is_copied_checks_and_holds_no_name_of_its_own(tmp_path: Path) -> None:
    copy = copy_of(Path(__file__).parents[2])
    for path, data in copy.files.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(data)
    library = read_library(read_workspace(tmp_path), DAY)
    text = "\n".join(data.decode() for data in copy.files.values()).lower()

    assert copy.problems == ()
    assert [problem for problem in library.problems if problem.severity is Severity.ERROR] == []
    assert len(library.notes) == copy.copied >= 18
    names = (
        "澄湖",
        "澜桥",
        "lanqiao",
        "林岚",
        "lin lan",
        "okafor",
        "brightwater",
        "拓恩",
        "nordhaven",
        "何工",
        "预测维护",
        "268万",
    )
    assert [name for name in names if name in text] == []


def test_ids_keep_clear_of_words_that_are_taken(tmp_path: Path) -> None:
    words = "note-01 entry-01 record-01 engagement-01 xnote-01"
    fit = {"capability": "c", "level": "gap", "gap": "sso"}
    (found,) = redacted(tmp_path, {"harbour": BANK | {"notes": f"{words}, sso and gap-01", "fit": [fit]}})

    assert found == "xnote-01"


@pytest.mark.parametrize("left", [None, "- a\n"])
def test_settings_that_change_meanwhile_are_a_problem(left: str | None, tmp_path: Path) -> None:
    write(tmp_path, {"2026-05-a": BANK})
    workspace = read_workspace(tmp_path)
    files, _ = read_note_files(workspace)
    (tmp_path / "presales.yaml").unlink()
    if left is not None:
        (tmp_path / "presales.yaml").write_text(left, "utf-8")

    with pytest.raises(ProblemsError):
        make_copy(workspace, read_notes(files, DAY), DAY)
