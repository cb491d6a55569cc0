"""Briefs for planned meetings, from the notes to the finished files and the record of what was shown."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from generator.build.brief_facts import BriefRequest, UnusableNoteError, default_slug, read_facts
from generator.build.briefs import BriefReport, build_briefs
from generator.build.library import read_library
from generator.build.recorded import read_recorded
from generator.build.selection import UnknownNoteError
from generator.errors import LANGUAGES, Severity
from generator.insights.prospect import Prospect
from generator.insights.win_scores import ScoringRule
from generator.notes.codes import Stage
from generator.output import Fate
from generator.workspace.codes import Format
from generator.workspace.places import read_workspace
from tests.build.building import (
    DAY,
    EVERY_FORMAT,
    Memory,
    build_all,
    words_of_docx,
    words_of_html,
    words_of_markdown,
    write_note,
)
from tests.builders import MINIMAL
from tests.golden_files import Golden
from tests.judges import needs, path_of

ROOT = Path(__file__).parents[2]
KNOWN = BriefRequest(
    DAY,
    "拿到书面答复：受理回执能否先代替适配证书",
    note="2026-08-lanqiao-bank",
    people=("科技部总经理", "数据中心架构主管"),
)
NEW_CUSTOMER = BriefRequest(
    DAY,
    "约到信创区的现场测试",
    customer="江渡银行",
    industry="银行",
    products=("数据脱敏网关",),
    competitors=("岭川数据",),
    stage=Stage.DISCOVERY,
    minutes=45,
    slug="jiangdu-bank",
)
NEW_INDUSTRY = BriefRequest(
    DAY,
    "弄清楚谁出钱、现在怎么做",
    customer="海桥保险",
    industry="保险",
    products=("运营看板",),
    on=date(2026, 12, 1),
    minutes=40,
    slug="haiqiao-insurance",
)
MEETINGS = {"known-customer": KNOWN, "new-customer": NEW_CUSTOMER, "new-industry": NEW_INDUSTRY}


def build(root: Path, request: BriefRequest, **changes: Any) -> tuple[BriefReport, dict[str, bytes]]:
    """Without a record unless the test asks for one: the samples are not ours to change."""
    settings: dict[str, Any] = {"formats": (Format.MD,), "record": False} | changes
    memory = Memory()
    return build_briefs(read_workspace(root), replace(request, **settings), memory), memory.files


def errors(made: BriefReport) -> list[str]:
    return [problem.path for problem in made.report.problems if problem.severity is Severity.ERROR]


def workspace(root: Path, *notes: dict[str, Any]) -> Path:
    (root / "presales.yaml").write_text("language: en\n")
    for note in notes:
        write_note(root, MINIMAL | note)
    return root


def meeting(**keys: Any) -> BriefRequest:
    settings: dict[str, Any] = {"day": date(2026, 6, 30), "goal": "a visit", "industry": "machining"} | keys
    return BriefRequest(**settings)


# ── Three planned meetings on the sample workspace ──


@pytest.mark.parametrize("name", MEETINGS)
def test_the_brief_of_a_sample_meeting_is_the_one_that_was_read(name: str, golden: Golden) -> None:
    report, files = build(ROOT, MEETINGS[name], languages=LANGUAGES)

    assert errors(report) == []
    golden.check(f"briefs/{name}", files)


def test_the_lessons_of_a_sample_meeting_are_those_worked_out_by_hand() -> None:
    facts = read_facts(read_library(read_workspace(ROOT), DAY), KNOWN)

    # 2025-12-09 is 351 days ago, 11.53 months: 0.5 ** (11.53 / 18) = 0.641; all five of its lessons share customer 4,
    # competitor 3, industry 2 and product 2. 2026-06-16 is 162 days ago: 0.814. The open red risk asks for fit_gap.
    # 2025-12 L1: 11 × 0.641 × 1.15 × (5 + 1) / (5 + 0 + 2) × 2;  L3: 12 × 0.641 × 1.15 × 4/3
    # L2: 11 × 0.641 × 1.15 × (3 + 1) / (3 + 2 + 2) × 2;  2026-06 L3: 5 × 0.814 × 1.15 × 4/3;  L4: 11 × 0.641 × 0.8
    assert [(row.use.lesson.name, round(row.score, 1)) for row in facts.lessons] == [
        ("2025-12-lanqiao-bank/L1", 13.9),
        ("2025-12-lanqiao-bank/L3", 11.8),
        ("2025-12-lanqiao-bank/L2", 9.3),
        ("2026-06-huaan-bank/L3", 6.2),
        ("2025-12-lanqiao-bank/L4", 5.6),
    ]


@pytest.mark.parametrize("name", MEETINGS)
def test_word_markdown_and_html_say_the_same(name: str) -> None:
    _, files = build(ROOT, MEETINGS[name], formats=EVERY_FORMAT, languages=("zh",))
    texts = {path.rpartition(".")[2]: data for path, data in files.items()}
    plain = words_of_markdown(texts["md"])

    lines = [line.strip() for line in plain.splitlines() if line.strip()]
    word, page = words_of_docx(texts["docx"]), words_of_html(texts["html"])
    assert [line for line in lines if line not in word] == []
    assert [line for line in lines if line not in page] == []


def test_the_same_notes_and_day_give_the_same_bytes() -> None:
    first = build(ROOT, KNOWN, formats=EVERY_FORMAT, languages=LANGUAGES)[1]
    again = build(ROOT, KNOWN, formats=EVERY_FORMAT, languages=LANGUAGES)[1]

    assert len(first) == 6
    assert first == again


@needs("soffice")
def test_a_brief_is_one_page_or_two(tmp_path: Path) -> None:
    for name, request in MEETINGS.items():
        for path, data in build(ROOT, request, formats=(Format.DOCX,), languages=LANGUAGES)[1].items():
            (tmp_path / f"{name}{path[-8:]}").write_bytes(data)
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    documents = sorted(str(path) for path in tmp_path.glob("*.docx"))
    command = [
        str(path_of("soffice")),
        profile,
        "--headless",
        "--convert-to",
        "pdf",
        "--outdir",
        str(tmp_path),
    ]
    subprocess.run([*command, *documents], check=True, capture_output=True)
    pages = {
        path.stem: len(re.findall(rb"/Type\s*/Page\b", path.read_bytes())) for path in tmp_path.glob("*.pdf")
    }

    assert len(pages) == 6
    assert set(pages.values()) <= {1, 2}


# ── Workspaces with little in them ──


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_empty_workspace_gives_a_brief_that_asks(language: Any, tmp_path: Path) -> None:
    report, files = build(workspace(tmp_path), meeting(), formats=EVERY_FORMAT, languages=(language,))
    text = files[f"briefs/2026-07-01-machining.{language}.md"].decode()

    assert report.report.problems == ()
    assert len(re.findall(r"^## \d+ ", text, re.MULTILINE)) == 11
    assert text.count("■") == 6
    assert len(files) == 3


def test_three_minimal_notes_are_enough(tmp_path: Path) -> None:
    notes = tuple(
        {"id": f"2026-05-n{n}", "customer": {"name": f"C{n}", "industry": "machining"}} for n in range(3)
    )
    lessons = [{"kind": "keep", "theme": "rhythm", "text": "stop talking", "when": "always"}]
    root = workspace(tmp_path, *notes[:2], notes[2] | {"lessons": lessons})
    known, known_files = build(root, meeting(industry=None, note="2026-05-n0"))
    new, _ = build(root, meeting())
    text = next(iter(known_files.values())).decode()

    assert (errors(known), errors(new), known.report.counts.used) == ([], [], 3)
    assert "stop talking" in text
    assert "C2" not in text
    assert "2026-05-n2" not in text


# ── Which meeting ──


def test_without_a_day_it_is_the_next_working_day_and_the_name_says_which_meeting(tmp_path: Path) -> None:
    friday = meeting(day=date(2026, 7, 3), customer="Quay & Sons/Ltd.", industry=None)

    assert list(build(workspace(tmp_path), friday)[1]) == ["briefs/2026-07-06-quay-sons-ltd.en.md"]
    assert list(build(tmp_path, friday, slug="q", on=date(2026, 8, 1))[1]) == ["briefs/2026-08-01-q.en.md"]


@pytest.mark.parametrize(
    ("prospect", "slug"),
    [
        (Prospect(note="2026-08-lanqiao-bank", customer="澜桥银行"), "lanqiao-bank"),
        (Prospect(note="plain"), "plain"),
        (Prospect(customer="澜桥银行"), "澜桥银行"),
        (Prospect(industry="Machine tools"), "machine-tools"),
        (Prospect(products=("", "gateway")), "gateway"),
        (Prospect(customer="CON"), "meeting"),
        (Prospect(customer="…"), "meeting"),
        (Prospect(), "meeting"),
        (Prospect(customer="x" * 200), "x" * 60),
    ],
)
def test_a_slug_is_safe_in_a_file_name(prospect: Prospect, slug: str) -> None:
    assert default_slug(prospect) == slug


def test_the_language_is_that_of_the_note_else_of_the_workspace(tmp_path: Path) -> None:
    root = workspace(tmp_path, {"language": "zh"})

    assert list(build(root, meeting(industry=None, note=MINIMAL["id"]))[1]) == [
        "briefs/2026-07-01-harbour-iot.zh.md"
    ]
    assert list(build(root, meeting())[1]) == ["briefs/2026-07-01-machining.en.md"]


def test_of_a_customer_that_is_known_industry_and_products_need_not_be_typed(tmp_path: Path) -> None:
    library = read_library(read_workspace(workspace(tmp_path, {})), date(2026, 6, 30))
    known = read_facts(library, meeting(customer="harbour  works", industry=None)).prospect
    typed = read_facts(library, meeting(customer="Harbour Works", industry="x", products=("y",))).prospect

    assert (known.customer, known.industry, known.products) == ("Harbour Works", "machining", ("gateway",))
    assert (typed.industry, typed.products) == ("x", ("y",))


def test_what_is_typed_beside_a_note_stands_in_its_place(tmp_path: Path) -> None:
    library = read_library(read_workspace(workspace(tmp_path, {})), date(2026, 6, 30))
    request = meeting(industry=None, note=MINIMAL["id"])
    plain = read_facts(library, request).prospect
    asked = {"products": ("mes",), "competitors": ("Torn",), "stage": Stage.BID}
    typed = read_facts(library, meeting(industry=None, note=MINIMAL["id"], **asked)).prospect

    assert (plain.products, plain.competitors, plain.stage) == (("gateway",), (), None)
    assert (typed.products, typed.competitors, typed.stage) == (("mes",), ("Torn",), Stage.BID)


def test_what_is_unknown_asks_for_lessons_on_it(tmp_path: Path) -> None:
    library = read_library(read_workspace(workspace(tmp_path)), date(2026, 6, 30))

    assert read_facts(library, meeting()).prospect.themes == ("decision_chain", "intel_gap")


def test_notes_that_cannot_be_prepared_are_refused(tmp_path: Path) -> None:
    root = workspace(
        tmp_path,
        {"id": "secret", "confidentiality": "restricted"},
        {"id": "later", "date": "2026-07-20"},
        {"id": "bad", "date": "2026-07-32"},
    )

    with pytest.raises(UnusableNoteError, match="--include-restricted"):
        build(root, meeting(note="secret"))
    with pytest.raises(UnusableNoteError, match="later than 2026-06-30"):
        build(root, meeting(note="later"))
    with pytest.raises(UnusableNoteError, match="has problems"):
        build(root, meeting(note="bad"))
    with pytest.raises(UnknownNoteError):
        build(root, meeting(note="gone"))


def test_a_note_that_is_not_finished_can_be_prepared(tmp_path: Path) -> None:
    root = workspace(tmp_path, {"goal": "TODO: what for"})
    report, files = build(root, meeting(industry=None, note=MINIMAL["id"]))

    assert (report.report.counts.used, len(files)) == (1, 1)


# ── Restricted notes ──


def test_restricted_notes_are_used_only_when_asked_and_then_the_header_says_so(tmp_path: Path) -> None:
    lessons = [{"kind": "keep", "theme": "rhythm", "text": "a secret of ours", "when": "always"}]
    root = workspace(tmp_path, {"confidentiality": "restricted", "lessons": lessons})
    without, files = build(root, meeting(), formats=(Format.MD, Format.HTML))
    included, more = build(root, meeting(), formats=(Format.MD, Format.HTML), include_restricted=True)

    assert (without.report.counts.used, included.report.counts.used) == (0, 1)
    assert [b"a secret of ours" in data for data in files.values()] == [False, False]
    assert [b"a secret of ours" in data for data in more.values()] == [True, True]
    assert [b"restricted" in data for path, data in more.items() if path.endswith("html")] == [True]


# ── The record ──


def _record(root: Path, name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((root / "engagements" / ".shown" / f"{name}.json").read_bytes())
    return found


def test_what_was_shown_is_recorded_once_and_again_only_when_it_differs(tmp_path: Path) -> None:
    lessons = [{"id": "L1", "kind": "keep", "theme": "rhythm", "text": "t", "when": "always"}]
    root = workspace(tmp_path, {"lessons": lessons})
    first = build(root, meeting(), record=True, languages=LANGUAGES)[0]
    again = build(root, meeting(), record=True)[0]
    other = build(root, meeting(goal="another"), record=True)[0]

    assert [made.record.fate if made.record else None for made in (first, again, other)] == [
        Fate.WRITTEN, Fate.UNCHANGED, Fate.WRITTEN,
    ]  # fmt: skip
    assert first.record is not None
    assert first.record.path == "engagements/.shown/2026-07-01-machining.json"
    assert _record(root, "2026-07-01-machining") == {
        "schema": 1,
        "date": "2026-07-01",
        "note": None,
        "customer": None,
        "goal": "another",
        "shown": [f"{MINIMAL['id']}/L1"],
    }


def test_a_note_is_named_in_its_record(tmp_path: Path) -> None:
    root = workspace(tmp_path, {})
    build(root, meeting(industry=None, note=MINIMAL["id"]), record=True)
    found = _record(root, "2026-07-01-harbour-iot")

    assert (found["note"], found["customer"], found["shown"]) == (MINIMAL["id"], "Harbour Works", [])


def test_nothing_is_recorded_where_no_brief_came_out(tmp_path: Path) -> None:
    root = workspace(tmp_path, {})
    (root / "presales.yaml").write_text("nonsense: 1\n")
    made, files = build(root, meeting(), record=True)

    assert (made.record, files, made.report.counts.used) == (None, {}, 0)
    assert not (root / "engagements" / ".shown").exists()


def test_a_mistake_in_a_template_is_told_and_nothing_is_recorded(tmp_path: Path) -> None:
    root = workspace(tmp_path, {})
    (root / "templates").mkdir()
    (root / "templates" / "brief.md.j2").write_text("{{ view.nonsense }}\n")
    made, files = build(root, meeting(), record=True)

    assert (made.record, files) == (None, {})
    assert errors(made) == ["templates/brief.md.j2"]


def test_a_record_is_not_written_through_a_link_that_leads_out(tmp_path: Path) -> None:
    (tmp_path / "w").mkdir()
    root, outside = workspace(tmp_path / "w"), tmp_path / "outside"
    outside.mkdir()
    (root / "engagements").mkdir()
    (root / "engagements" / ".shown").symlink_to(outside)
    made, files = build(root, meeting(), record=True)

    assert made.record is None
    assert {problem.code for problem in made.report.problems} == {"outside_workspace"}
    assert len(files) == 1
    assert list(outside.iterdir()) == []


# ── The loop ──


def test_a_retrospective_tells_the_goal_of_its_brief_and_what_became_of_what_it_showed(
    tmp_path: Path,
) -> None:
    lesson = {"id": "L1", "kind": "keep", "theme": "rhythm", "text": "stop talking", "when": "always"}
    root = workspace(
        tmp_path,
        {
            "id": "old",
            "date": "2026-01-10",
            "lessons": [lesson, lesson | {"id": "L2", "text": "ask", "theme": "evidence"}],
        },
    )
    build(
        root,
        meeting(day=date(2026, 5, 19), goal="come home with a visit", customer="Harbour Works"),
        record=True,
    )
    write_note(root, MINIMAL | {"id": "new", "reused_lessons": [{"id": "old/L1", "effect": "helped"}]})
    _, files = build_all(root, languages=("en",), day=date(2026, 6, 30))
    text = files["new/retrospective.en.md"].decode()

    assert "**Goal of the brief (2026-05-20)**: come home with a visit" in text
    assert "Briefs showed 2 lessons: 1 cited, 1 of help, 0 met again all the same." in text
    assert "old/L2 ask (a customer in machining)" in text
    assert "Goal of the brief" not in files["old/retrospective.en.md"].decode()


def test_a_brief_counts_for_the_note_only_once_its_day_has_come(tmp_path: Path) -> None:
    root = workspace(tmp_path, {})
    build(root, meeting(industry=None, note=MINIMAL["id"], on=date(2026, 7, 10)), record=True)
    before = build_all(root, languages=("en",), day=date(2026, 7, 9))[1]
    after = build_all(root, languages=("en",), day=date(2026, 7, 10))[1]
    path = f"{MINIMAL['id']}/retrospective.en.md"

    assert b"Goal of the brief" not in before[path]
    assert b"Goal of the brief (2026-07-10)" in after[path]


def test_a_bad_record_is_a_warning_and_keeps_nothing_from_being_built(tmp_path: Path) -> None:
    root = workspace(tmp_path, {})
    (root / "engagements" / ".shown").mkdir()
    (root / "engagements" / ".shown" / "x.json").write_text("{")
    report, files = build_all(root, languages=("en",), day=date(2026, 6, 30))

    assert {
        (problem.path, problem.severity.value) for problem in report.problems if problem.path.endswith("json")
    } == {("engagements/.shown/x.json", "warning")}
    assert files


def test_briefs_of_two_branches_never_meet_in_one_file(tmp_path: Path) -> None:
    one, two = tmp_path / "one", tmp_path / "two"
    one.mkdir()
    workspace(one, {})
    shutil.copytree(one, two)
    build(one, meeting(), record=True)
    build(two, meeting(customer="Quay"), record=True)

    names = [{path.name for path in (root / "engagements" / ".shown").iterdir()} for root in (one, two)]
    assert names == [{"2026-07-01-machining.json"}, {"2026-07-01-quay.json"}]


def test_figures_over_all_notes_are_handed_the_records_with_and_without_history(tmp_path: Path) -> None:
    root = workspace(tmp_path, {})
    build(root, meeting(), record=True)
    library = read_library(read_workspace(root), date(2026, 6, 30))
    recorded, has_history = read_recorded(library, ScoringRule(), None)

    assert ([record.goal for record in recorded.shown], has_history) == (["a visit"], False)
