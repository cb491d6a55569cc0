"""presales.yaml and the holiday file that it names, read with all their problems."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Generic

from generator.errors import Bilingual, Problem, has_errors
from generator.notes.codes import THEMES, Theme
from generator.source.findings import Finding
from generator.source.reading import Reading, read_yaml
from generator.source.text import decode_source
from generator.source.validate import Model, validate
from generator.workspace.config import Config, Holidays
from generator.workspace.file_names import is_inside
from generator.workspace.files import read_file
from generator.workspace.root import CONFIG_NAME


@dataclass(frozen=True, slots=True)
class _Read(Generic[Model]):
    """value is None where problems keep the file from being used; reading is None where it is no text."""

    value: Model | None
    problems: tuple[Problem, ...]
    reading: Reading | None = None


def read_settings(root: Path) -> tuple[Config, Holidays, tuple[Problem, ...]]:
    """Where a file has problems the defaults stand in and the problems tell. root is resolved."""
    read = _read(Config, root, CONFIG_NAME)
    if read.value is None or read.reading is None:
        return Config(), Holidays(), read.problems
    config, problems = read.value, [*read.problems]
    problems += (read.reading.problem(finding) for finding in _theme_findings(config))
    name = config.working_days.holidays
    if name is None:
        return config, Holidays(), tuple(problems)
    if not is_inside(name) or not (root / name).exists():
        problems.append(read.reading.problem(_no_holiday_file(name)))
        return config, Holidays(), tuple(problems)
    holidays = _read(Holidays, root, name)
    return config, holidays.value or Holidays(), (*problems, *holidays.problems)


def _read(model: type[Model], root: Path, name: str) -> _Read[Model]:
    data = read_file(root, root / name)
    if isinstance(data, Problem):
        return _Read(None, (data,))
    source = decode_source(name, data)
    if isinstance(source, Problem):
        return _Read(None, (source,))
    reading = read_yaml(source)
    if reading.root is None:
        return _Read(None, reading.problems)
    value, findings = validate(model, reading.root)
    problems = (*reading.problems, *(reading.problem(finding) for finding in findings))
    return _Read(None if has_errors(problems) else value, problems, reading)


def _no_holiday_file(name: str) -> Finding:
    return Finding(
        ("working_days", "holidays"),
        "missing_file",
        Bilingual(f"工作区里没有节假日文件 {name}", f"there is no holiday file {name} in the workspace"),
        Bilingual(
            "写相对于工作区的路径，如 holidays/2026.yaml",
            "write a path below the workspace, such as holidays/2026.yaml",
        ),
    )


def _theme_findings(config: Config) -> Iterator[Finding]:
    """A theme of the team may not take a name that has a meaning already."""
    owners: dict[str, Theme] = {name.lower(): theme for theme in THEMES for _, name in _names_of(theme)}
    for index, theme in enumerate(config.all_themes()[len(THEMES) :]):
        for key, name in _names_of(theme):
            owner = owners.setdefault(name.lower(), theme)
            if owner is not theme:
                yield Finding(
                    ("themes", "extra", index, key),
                    "theme_used_twice",
                    Bilingual(
                        f"「{name}」已经是主题 {owner.code} 的名字",
                        f"“{name}” is a name of the theme {owner.code} already",
                    ),
                    Bilingual("换一个名字", "choose another name"),
                )


def _names_of(theme: Theme) -> tuple[tuple[str, str], ...]:
    return ("code", theme.code), ("zh", theme.zh), ("en", theme.en)
