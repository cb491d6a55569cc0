"""Same notes, same day spoken for, same bytes: whatever the hash seed, the clock, the time zone, the language of the
machine and the number of processes are."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
NOTES = ("2026-05-yunpu-machinery", "2026-05-meridian-clinics", "2026-10-aurora-foods")
# The clock of the process is moved before anything of ours is imported.
PROGRAM = """\
import datetime, json, sys, time
from hashlib import sha256
from pathlib import Path

shift, notes = int(sys.argv[1]), tuple(sys.argv[3:])
clock = time.time
time.time = lambda: clock() + shift
for name in ("localtime", "gmtime"):
    told = getattr(time, name)
    setattr(time, name, lambda seconds=None, told=told: told(time.time() if seconds is None else seconds))

from tests.build.building import build_all

_, files = build_all(Path(sys.argv[2]), languages=("zh", "en"), notes=notes)
print(json.dumps({path: sha256(data).hexdigest() for path, data in files.items()}))
"""


@cache
def digests(seed: str, shift: int, zone: str, locale: str, *notes: str) -> dict[str, str]:
    """What a process of its own writes: path -> hash."""
    environment = os.environ | {"PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": locale, "LANG": locale}
    made = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(shift), str(ROOT), *notes],
        check=True,
        capture_output=True,
        cwd=ROOT,
        env=environment,
    )
    found: dict[str, str] = json.loads(made.stdout)
    return found


def first() -> dict[str, str]:
    return digests("1", 0, "UTC", "C.UTF-8", *NOTES)


def test_every_kind_of_file_is_compared() -> None:
    endings = {path.rpartition(".")[2] for path in first()}
    documents = {path.split("/")[-1].split(".")[0] for path in first() if "/figures/" not in path}

    assert endings == {"md", "docx", "html", "svg"}
    assert documents == {"retrospective", "risk-memo", "customer-memo"}
    assert len(first()) > 50


@pytest.mark.parametrize(
    ("seed", "shift", "zone", "locale"),
    [
        ("31337", 2 * 24 * 3600, "Pacific/Kiritimati", "C"),
        ("0", -300 * 24 * 3600, "America/St_Johns", "C.UTF-8"),
    ],
    ids=["two days later far in the east", "last year in the west"],
)
def test_seed_clock_zone_and_locale_change_nothing(seed: str, shift: int, zone: str, locale: str) -> None:
    assert digests(seed, shift, zone, locale, *NOTES) == first()


def test_a_note_built_alone_is_as_built_with_others() -> None:
    alone = {path: sha for note in NOTES for path, sha in digests("7", 60, "UTC", "C.UTF-8", note).items()}

    assert alone == first()
