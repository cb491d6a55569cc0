"""jinja2: a view -> Markdown text, and the page shell -> HTML.

A template is data from a repository: sandboxed, unable to mark a value as safe, and every value that it prints is
literal text unless it is prose of a note. Escaping has this one place.
"""

from generator.templating.sources import TemplateSource
from generator.templating.templates import Templates

__all__ = ["TemplateSource", "Templates"]
