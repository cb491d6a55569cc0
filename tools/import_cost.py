"""Prints what each library costs at start-up: the least processor time of its import in processes of its own.

Run from the repository: `.venv/bin/python -m tools.import_cost`. What a library imports itself is part of its cost; the
least of several runs is what other programs on the machine disturbed least.
"""

from __future__ import annotations

import subprocess
import sys

# distribution -> what our code says to use it
STATEMENTS = {
    "click": "import click",
    "jinja2": "from jinja2.sandbox import ImmutableSandboxedEnvironment",
    "markdown": "from markdown import Markdown",
    "markupsafe": "from markupsafe import Markup",
    "openpyxl": "import openpyxl",
    "pydantic": "from pydantic import BaseModel",
    "pymdown-extensions": "from pymdownx.slugs import slugify",
    "python-docx": "import docx",
    "pyyaml": "import yaml",
}
RUNS = 11


def import_ms(statement: str) -> float:
    """Milliseconds of processor time that the statement takes in a fresh process."""
    program = (
        f"from time import process_time as now; start = now(); {statement}; print((now() - start) * 1000)"
    )
    done = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True)
    return float(done.stdout)


def main() -> None:
    for name, statement in STATEMENTS.items():
        import_ms(statement)  # the first import may compile
        print(f"{name:20} {min(import_ms(statement) for _ in range(RUNS)):6.1f} ms")


if __name__ == "__main__":
    main()
