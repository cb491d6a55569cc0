"""The command line: options in, messages and exit codes out. One module a command, under commands/."""

from __future__ import annotations

from generator.cli.program import PROGRAM
from generator.cli.terminal import speak_utf8


def main() -> None:
    """The command `presales`."""
    speak_utf8()
    PROGRAM.main()
