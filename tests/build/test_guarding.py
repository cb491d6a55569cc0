from __future__ import annotations

from pathlib import Path

from generator.build.kinds import CUSTOMER_MEMO
from generator.errors import Bilingual
from tests.build.building import build_all, write_file, write_note
from tests.builders import MINIMAL
from tests.views.customer_memo.notes import EXCLUSION, ITEM, PROMISE, RISK

ID = str(MINIMAL["id"])
LONG = "一个很长的内部判断" * 6


def test_what_is_withheld_is_told_on_the_console_and_never_in_the_document(tmp_path: Path) -> None:
    note = MINIMAL | {
        "risks": [
            RISK,
            RISK | {"category": "commercial", "event": "内部风险一号甲"},
            RISK | {"shareable": "false"},
        ],
        "commitments": [PROMISE | {"class": "uncertain"}, EXCLUSION],
        "landing_requirements": [ITEM, ITEM | {"shareable": "false"}],
    }
    write_note(tmp_path, note)
    report, files = build_all(tmp_path, kinds=(CUSTOMER_MEMO,), languages=("zh", "en"))

    assert report.notices == (
        Bilingual(f"{ID}：2 项风险未写入客户版（T2、T3）", f"{ID}: 2 risks withheld (T2, T3)"),
        Bilingual(f"{ID}：1 条承诺未写入客户版（K1）", f"{ID}: 1 commitment withheld (K1)"),
        Bilingual(f"{ID}：1 项落地要点未写入客户版（R2）", f"{ID}: 1 prerequisite withheld (R2)"),
    )
    assert [path for path, data in files.items() if b"withheld" in data or "未写入".encode() in data] == []


def test_names_of_unreadable_notes_are_searched_for_as_far_as_they_were_recovered(tmp_path: Path) -> None:
    write_note(tmp_path, MINIMAL | {"assumptions": [{"text": "和鸱鸺精密一样部署", "shareable": "true"}]})
    write_file(tmp_path, "engagements/broken.yaml", "customer: {name: 鸱鸺精密, industry: a}\nbad: [\n")
    report, files = build_all(tmp_path, kinds=(CUSTOMER_MEMO,))
    leaks = [problem for problem in report.problems if problem.code == "leak"]

    assert files == {}
    assert [(leak.path, leak.line, leak.key) for leak in leaks] == [("engagements/broken.yaml", 1, "")]
    assert report.notices[-1] == Bilingual(
        "读不出的记录只找回了 name 后面的名字，客户文件按这些名字查过：engagements/broken.yaml",
        "of unreadable notes only what stands behind name: could be searched for: engagements/broken.yaml",
    )


def test_a_long_leak_is_shown_by_its_beginning_and_twelve_are_told(tmp_path: Path) -> None:
    inside = [RISK | {"event": f"{LONG}{n:02}", "shareable": "false"} for n in range(20)]
    write_note(tmp_path, MINIMAL | {"risks": inside, "background": LONG})
    write_file(
        tmp_path, "templates/customer-memo.md.j2", "# t\n\n" + "\n\n".join(f"{LONG}{n:02}" for n in range(20))
    )
    report, files = build_all(tmp_path, kinds=(CUSTOMER_MEMO,))
    leaks = [problem for problem in report.problems if problem.code == "leak"]

    assert (len(leaks), files) == (12, {})
    assert all(f"「{LONG[:40]}…」" in leak.message.zh for leak in leaks)
    assert all(leak.path == f"engagements/{ID}.yaml" and leak.line > 1 for leak in leaks)
