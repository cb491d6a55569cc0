from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from generator.pdf.processes import end, run_for

HERE = dict(os.environ)


def test_what_a_program_prints_is_given_back(tmp_path: Path) -> None:
    told = run_for([sys.executable, "-c", "print('甲')"], tmp_path, HERE | {"PYTHONIOENCODING": "utf-8"}, 60)

    assert told == f"甲{os.linesep}"


@pytest.mark.skipif(os.name == "nt", reason="looks at processes as POSIX tells them")
def test_a_program_that_takes_too_long_is_ended_with_what_it_started(tmp_path: Path) -> None:
    child = "import os, time; open('child', 'w').write(str(os.getpid())); time.sleep(60)"
    program = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {child!r}])"

    assert run_for([sys.executable, "-c", program], tmp_path, HERE, 3) is None
    pid = int((tmp_path / "child").read_text())
    for _ in range(100):
        if not is_running(pid):
            break
        time.sleep(0.05)
    assert not is_running(pid)


def is_running(pid: int) -> bool:
    """A zombie that nobody waits for is not."""
    told = subprocess.run(["ps", "-o", "stat=", "-p", str(pid)], capture_output=True, text=True, check=False)
    return bool(told.stdout.strip()) and not told.stdout.strip().startswith("Z")


@pytest.mark.skipif(os.name == "nt", reason="ends by process groups")
def test_an_interrupt_ends_the_program_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ended: list[object] = []
    kill = os.killpg

    def interrupt(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(subprocess.Popen, "communicate", interrupt)
    monkeypatch.setattr(os, "killpg", lambda pid, sign: ended.append(kill(pid, sign)))

    with pytest.raises(KeyboardInterrupt):
        run_for([sys.executable, "-c", "import time; time.sleep(60)"], tmp_path, HERE, 60)

    assert len(ended) == 1


def test_on_windows_the_system_ends_the_tree_of_processes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    process = subprocess.Popen([sys.executable, "-c", "pass"], cwd=tmp_path)
    process.wait()
    asked: list[object] = []
    monkeypatch.setattr(subprocess, "run", lambda command, **_: asked.append(command))
    monkeypatch.setattr(os, "name", "nt")

    end(process)

    assert asked == [("taskkill", "/F", "/T", "/PID", str(process.pid))]
