"""A program run for a limited time. It is ended with everything that it started: soffice is a script that starts others."""

from __future__ import annotations

import os
import signal
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

_STOP_SECONDS = 10


def run_for(
    command: Sequence[str], folder: Path, environment: Mapping[str, str], seconds: float
) -> str | None:
    """What it prints; None where it took longer. Nothing where it cannot be started."""
    try:
        process = subprocess.Popen(  # noqa: S603 - no shell; the arguments are ours
            command,
            cwd=folder,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except OSError:
        return ""
    with process:
        try:
            return process.communicate(timeout=seconds)[0].decode("utf-8", "replace")
        except subprocess.TimeoutExpired:
            end(process)
            return None
        except BaseException:
            end(process)
            raise


def end(process: subprocess.Popen[bytes]) -> None:
    if os.name == "nt":
        ending = ("taskkill", "/F", "/T", "/PID", str(process.pid))
        subprocess.run(ending, capture_output=True, check=False)  # noqa: S603 - the number of our own process
    else:
        os.killpg(process.pid, signal.SIGKILL)
