"""The templates of a workspace at work."""

from __future__ import annotations

from collections.abc import Mapping

from jinja2 import Environment, TemplateError
from markupsafe import Markup

from generator.errors import Problem, ProblemsError
from generator.templating.environments import markdown_environment, page_environment
from generator.templating.mistakes import mistake
from generator.templating.sources import Load
from generator.templating.spacing import single_spaced


class Templates:
    """The templates of a workspace, compiled once a process. load gives the text of a name, None where it has none."""

    def __init__(self, load: Load) -> None:
        self._load = load
        self._markdown = markdown_environment(load)
        self._page = page_environment(load)

    def render_markdown(self, name: str, context: Mapping[str, object]) -> str:
        """Markdown that ends in one line break. Raises ProblemsError naming file and line of a template mistake."""
        return single_spaced(self._render(self._markdown, name, context))

    def render_page(self, name: str, page: Mapping[str, object], body: str) -> str:
        """HTML; the strings of `page` are text, the body is XHTML."""
        return self._render(self._page, name, {"page": {**page, "body": Markup(body)}})  # noqa: S704  our rendering

    def find_mistake(self, name: str) -> Problem | None:
        """What keeps a template from being read at all. Raises ProblemsError where it is no text."""
        try:
            (self._page if name.endswith(".html.j2") else self._markdown).get_template(name)
        except TemplateError as error:
            return mistake(error, name, self._load)
        return None

    def _render(self, environment: Environment, name: str, context: Mapping[str, object]) -> str:
        try:
            return environment.get_template(name).render(context)
        except ProblemsError:
            raise
        except Exception as error:
            problem = mistake(error, name, self._load)
            if problem is None:
                raise
            raise ProblemsError((problem,)) from error
