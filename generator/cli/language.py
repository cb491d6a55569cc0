"""The language of messages: the one asked for, else the workspace's, else the system's."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from generator.errors import Language
from generator.workspace.root import CONFIG_NAME, find_root

# Help and usage errors are worded before anything heavy is imported, so the one key is looked for without YAML.
_KEY = re.compile(
    r"^language[ \t]*:[ \t]*[\"']?(zh|en|中文|英文)[\"']?[ \t]*(?:#.*)?\r?$", re.IGNORECASE | re.MULTILINE
)
_CODES: Mapping[str, Language] = {"zh": "zh", "en": "en", "中文": "zh", "英文": "en"}
_MAX_BYTES = 64 << 10


def language_of_messages(
    asked: Language | None, start: Path | None, environment: Mapping[str, str]
) -> Language:
    """start is the folder that -C names."""
    return asked or _of_workspace(start) or _of_system(environment)


def _of_workspace(start: Path | None) -> Language | None:
    """None outside a workspace. One that does not say speaks Chinese, as its settings' default is."""
    try:
        root = start or find_root(Path.cwd())
        if root is None:
            return None
        with (root / CONFIG_NAME).open("rb") as file:
            text = file.read(_MAX_BYTES).decode("utf-8", "replace")
    except OSError:
        return None
    found = _KEY.search(text.removeprefix("\ufeff"))
    return _CODES[found[1].lower()] if found else "zh"


def _of_system(environment: Mapping[str, str]) -> Language:
    """What the first of LC_ALL, LC_MESSAGES and LANG says; where none is set, as on Windows, what the system does."""
    names = (environment.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    said = next((name for name in names if name), None) or _of_machine()
    return "zh" if said.lower().startswith(("zh", "chinese")) else "en"


def _of_machine() -> str:
    import locale  # a tenth of the time of --help, and seldom needed

    return locale.getlocale()[0] or ""
