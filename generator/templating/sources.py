"""Where the text of a template comes from."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from jinja2 import BaseLoader, Environment, TemplateNotFound


@dataclass(frozen=True, slots=True)
class TemplateSource:
    """path is where problems are reported: relative to the workspace, or `built-in templates/…`."""

    path: str
    text: str


Load = Callable[[str], TemplateSource | None]


class Loader(BaseLoader):
    """Compiled code carries the path of its source as its file name, by which tracebacks are read."""

    def __init__(self, load: Load) -> None:
        self._load = load

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:
        del environment
        source = self._load(template)
        if source is None:
            raise TemplateNotFound(template)
        return source.text, source.path, lambda: True
