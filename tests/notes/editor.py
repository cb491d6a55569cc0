"""What an editor with a JSON Schema makes of a YAML file, for comparing its verdict with the reader's."""

from __future__ import annotations

import re
from typing import Any, ClassVar

import yaml

# YAML 1.2, core schema (chapter 10.3.2), as VS Code's YAML extension resolves plain scalars.
_CORE = {
    "null": (r"~|null|Null|NULL|", "~nN\0"),
    "bool": (r"true|True|TRUE|false|False|FALSE", "tTfF"),
    "int": (r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+", "-+0123456789"),
    "float": (
        r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)",
        "-+.0123456789",
    ),
}


_SAFE: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _AsTyped(_SAFE):  # type: ignore[misc]
    """Keys as written, dates as texts, whatever the version of YAML."""

    def construct_mapping(self, node: Any, deep: bool = False) -> dict[str, Any]:
        return {key.value: self.construct_object(value, deep=True) for key, value in node.value}


class _Core(_AsTyped):
    """YAML 1.2."""

    yaml_implicit_resolvers: ClassVar[dict[str, Any]] = {}


def _integer(loader: Any, node: Any) -> int:
    text = loader.construct_scalar(node)
    return int(text, 0) if text[:2] in {"0o", "0x"} else int(text)


def _float(loader: Any, node: Any) -> float:
    return float(re.sub(r"\.(?=inf|nan)", "", loader.construct_scalar(node).lower()))


for _name, (_pattern, _starts) in _CORE.items():
    _first = ["" if char == "\0" else char for char in _starts]
    _Core.add_implicit_resolver(f"tag:yaml.org,2002:{_name}", re.compile(f"^(?:{_pattern})$"), _first)
_Core.add_constructor("tag:yaml.org,2002:int", _integer)
_Core.add_constructor("tag:yaml.org,2002:float", _float)
_AsTyped.add_constructor("tag:yaml.org,2002:timestamp", yaml.SafeLoader.construct_yaml_str)


def load_as_editor(text: str) -> Any:
    """The data of a file under YAML 1.2, which editors follow unless told otherwise."""
    return yaml.load(text, _Core)


def load_as_old_editor(text: str) -> Any:
    """The same under YAML 1.1, where `no` is false and `1:30` is ninety."""
    return yaml.load(text, _AsTyped)
