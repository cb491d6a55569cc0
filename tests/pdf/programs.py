"""Small programs in the place of LibreOffice, which take its arguments."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from generator.pdf import Office

START = f"""\
#!{sys.executable}
import os, sys, time
from pathlib import Path
files = [name for name in sys.argv[1:] if name.endswith(".docx")]
Path({{log!r}}).open("a").write(" ".join(files or sys.argv[-1:]) + "\\n")
after = dict(zip(sys.argv, sys.argv[1:]))
out, ending = Path(after.get("--outdir", ".")), after.get("--convert-to", "").partition(":")[0]
for name in files:
    data = Path(name).read_bytes()
"""
CONVERTS = (
    '    (out / name).with_suffix("." + ending).write_bytes(ending.upper().encode() + b" of " + data)\n'
)
STOPS_AT_BAD = '    if data == b"bad":\n        sys.exit(1)\n'
HANGS_AT_BAD = '    if data == b"bad":\n        time.sleep(60)\n'
TELLS_VERSION = 'print("Office 1.0")\n'


def make_office(folder: Path, text: str, seconds: float | None = None) -> Office:
    """Its starts are lines of `starts`, the files it was handed or its last argument."""
    program = folder / "soffice"
    program.write_text(START.format(log=str(folder / "starts")) + text, "utf-8")
    program.chmod(0o755)
    return Office(str(program), (("PATH", os.environ["PATH"]),), seconds)


def starts(folder: Path) -> list[str]:
    log = folder / "starts"
    return log.read_text("utf-8").splitlines() if log.exists() else []
