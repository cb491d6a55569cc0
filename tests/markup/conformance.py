"""Our reading of a source against that of CommonMark and GFM in full: equal, reported, or different in silence.

`python -m tests.markup.conformance spec.txt …` counts over the examples of the specifications' own texts, which their
licence keeps out of this repository (npm: commonmark-spec).
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from enum import StrEnum
from pathlib import Path

from generator.markup.dialect import find_dialect_problems
from tests.markup.oracle import read_as_github, read_ours_or_refusal

EXAMPLE = re.compile(r"^`{32} example[^\n]*\n(.*?)^\.\n.*?^`{32}$", re.MULTILINE | re.DOTALL)


class Verdict(StrEnum):
    EQUAL = "equal"
    REPORTED = "reported"
    SILENT = "silent difference"


def judge(source: str) -> Verdict:
    """REPORTED only where the readings differ: a report on what all read alike counts as EQUAL."""
    if read_ours_or_refusal(source) == read_as_github(source):
        return Verdict.EQUAL
    return Verdict.REPORTED if find_dialect_problems(source, prose=False) else Verdict.SILENT


def read_examples(specification: str) -> tuple[str, ...]:
    """The Markdown of every example; `→` stands for a tab there."""
    return tuple(match[1].replace("→", "\t") for match in EXAMPLE.finditer(specification))


def rates(verdicts: Counter[Verdict]) -> str:
    """`equal 655 (99.0 %), …` over all verdicts."""
    total = verdicts.total()
    return ", ".join(
        f"{verdict} {verdicts[verdict]} ({verdicts[verdict] / total:.1%})" for verdict in Verdict
    )


def main(paths: list[str]) -> int:
    examples = [each for path in paths for each in read_examples(Path(path).read_text(encoding="utf-8"))]
    verdicts = Counter(judge(example) for example in examples)
    silent = [example for example in examples if judge(example) is Verdict.SILENT]
    sys.stdout.write(f"{rates(verdicts)}\n" + "".join(f"{example!r}\n" for example in silent))
    return 1 if silent or not examples else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
