from __future__ import annotations

import os
import re
from base64 import b64encode
from pathlib import Path
from typing import Any

import pytest

from generator.build.kinds import CUSTOMER_MEMO, RETROSPECTIVE
from generator.pictures import read_picture
from tests.build.building import build_all, errors_of, write_file, write_note
from tests.builders import MINIMAL
from tests.word.documents import png
from tests.word.reading import read_parts

ID = str(MINIMAL["id"])
NOTE = f"engagements/{ID}.yaml"
PNG = png(40, 20)
NAME = read_picture(PNG).name


def attached(*files: str, **keys: Any) -> dict[str, Any]:
    return MINIMAL | {
        "attachments": [{"file": file, "caption": f"caption {n}"} | keys for n, file in enumerate(files)]
    }


def test_a_picture_is_in_the_word_file_the_page_and_beside_the_markdown(tmp_path: Path) -> None:
    write_note(tmp_path, attached("pictures/line 3.png"))
    write_file(tmp_path, "engagements/pictures/line 3.png", PNG)
    report, files = build_all(tmp_path, kinds=(RETROSPECTIVE,))
    media = [
        part
        for name, part in read_parts(files[f"{ID}/retrospective.zh.docx"]).items()
        if name.startswith("word/media/")
    ]
    data = b64encode(read_picture(PNG).data).decode()

    assert errors_of(report) == []
    assert files[f"{ID}/figures/{NAME}"] == read_picture(PNG).data
    assert media == [read_picture(PNG).data]
    assert f'src="data:image/png;base64,{data}"' in files[f"{ID}/retrospective.zh.html"].decode()
    assert f'![caption 0](figures/{NAME} "caption 0")' in files[f"{ID}/retrospective.zh.md"].decode()


def test_one_picture_under_two_names_is_one_file(tmp_path: Path) -> None:
    write_note(tmp_path, attached("a.png", "b.png"))
    for name in ("a.png", "b.png"):
        write_file(tmp_path, f"engagements/{name}", PNG)
    report, files = build_all(tmp_path, kinds=(RETROSPECTIVE,))
    markdown = files[f"{ID}/retrospective.zh.md"].decode()
    media = [
        name for name in read_parts(files[f"{ID}/retrospective.zh.docx"]) if name.startswith("word/media/")
    ]

    assert errors_of(report) == []
    assert [path for path in files if "/figures/" in path] == [f"{ID}/figures/{NAME}"]
    assert re.findall(r"!\[(.*?)\]\(figures/(.*?) ", markdown) == [("caption 0", NAME), ("caption 1", NAME)]
    assert len(media) == 1


def test_a_path_may_be_written_as_windows_writes_it(tmp_path: Path) -> None:
    write_note(tmp_path, attached("pictures\\line.png"))
    write_file(tmp_path, "engagements/pictures/line.png", PNG)

    assert errors_of(build_all(tmp_path)[0]) == []


def test_a_picture_may_lie_anywhere_in_the_workspace(tmp_path: Path) -> None:
    write_note(tmp_path, attached("../photos/line.png"))
    write_file(tmp_path, "photos/line.png", PNG)

    assert errors_of(build_all(tmp_path)[0]) == []


@pytest.mark.parametrize(
    ("file", "message"),
    [
        ("missing.png", "there is no picture missing.png: paths are relative to the note"),
        ("folder", "there is no picture folder: paths are relative to the note"),
        ("circle.png", "there is no picture circle.png: paths are relative to the note"),
        ("pipe.png", "there is no picture pipe.png: paths are relative to the note"),
        ("x" * 300 + ".png", None),
        ("../../outside.png", "../../outside.png is outside the workspace: put it beside the note"),
        ("link.png", "link.png is outside the workspace: put it beside the note"),
        ("text.png", None),
        ("empty.png", None),
    ],
)
def test_a_picture_that_cannot_be_shown_is_a_problem_of_its_note(
    tmp_path: Path, file: str, message: str | None
) -> None:
    root = tmp_path / "workspace"
    write_note(root, attached("good.png", file))
    write_note(root, MINIMAL | {"id": "2026-01-other"})
    write_file(root, "engagements/good.png", PNG)
    write_file(root, "engagements/text.png", "not a picture")
    write_file(root, "engagements/empty.png", b"")
    write_file(tmp_path, "outside.png", PNG)
    folder = root / "engagements"
    (folder / "folder").mkdir()
    (folder / "link.png").symlink_to(tmp_path / "outside.png")
    (folder / "circle.png").symlink_to(folder / "circle.png")
    os.mkfifo(folder / "pipe.png")
    report, files = build_all(root, kinds=(RETROSPECTIVE,))
    (problem,) = (problem for problem in report.problems if problem.severity == "error")

    assert (problem.path, problem.code, problem.key) == (NOTE, "bad_picture", "attachments[1].file")
    assert problem.line > 1
    assert problem.message.en == (message or problem.message.en)
    assert {path.split("/")[0] for path in files} == {"2026-01-other"}
    assert (report.counts.used, report.counts.with_problems) == (1, 1)


def test_a_customer_memo_shows_only_pictures_for_the_customer(tmp_path: Path) -> None:
    shown, hidden = png(30, 30), png(50, 50)
    attachments = [
        {"file": "a.png", "caption": "the line", "shareable": "true"},
        {"file": "b.png", "caption": "their rack"},
    ]
    write_note(tmp_path, MINIMAL | {"attachments": attachments})
    write_file(tmp_path, "engagements/a.png", shown)
    write_file(tmp_path, "engagements/b.png", hidden)
    report, files = build_all(tmp_path, kinds=(CUSTOMER_MEMO,))
    media = [
        part
        for name, part in read_parts(files[f"{ID}/customer-memo.zh.docx"]).items()
        if name.startswith("word/media/")
    ]

    assert errors_of(report) == []
    assert [path for path in files if "/figures/" in path] == [f"{ID}/figures/{read_picture(shown).name}"]
    assert media == [read_picture(shown).data]
