"""Writes the references under docs/ and templates/ from the types that read notes and presales.yaml and that
templates are handed, and from the texts in manual/.

Run from the repository: `.venv/bin/python -m tools.make_docs`.
"""

from __future__ import annotations

from pathlib import Path

from generator.errors import LANGUAGES, Language
from generator.notes.model import Engagement
from generator.workspace.config import Config, Holidays
from tools.digest_keys import render_digest_keys
from tools.key_tables import render_keys, render_themes
from tools.offer_tables import render_offers

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
TEMPLATES = ROOT / "templates"
MANUAL = Path(__file__).parent / "manual"


def render_docs() -> dict[str, str]:
    """File name -> text of every generated page under docs/."""
    pages: dict[str, str] = {}
    for language in LANGUAGES:
        ending = "md" if language == "en" else f"{language}.md"
        pages[f"note-format.{ending}"] = note_format(language)
        pages[f"presales-yaml.{ending}"] = presales_yaml(language)
        pages[f"digest-json.{ending}"] = digest_json(language)
    return pages


def render_template_pages() -> dict[str, str]:
    """File name -> text of every generated page under templates/."""
    return {
        "README.md" if language == "en" else f"README.{language}.md": manual("templates", language).replace(
            "{{offers}}", render_offers(language)
        )
        for language in LANGUAGES
    }


def note_format(language: Language) -> str:
    keys = render_keys(Engagement, language) + "\n\n" + render_themes(language)
    return manual("note-format", language).replace("{{keys}}", keys)


def presales_yaml(language: Language) -> str:
    text = manual("presales-yaml", language).replace("{{keys}}", render_keys(Config, language))
    return text.replace("{{holidays}}", render_keys(Holidays, language, titled=False))


def digest_json(language: Language) -> str:
    return manual("digest-json", language).replace("{{keys}}", render_digest_keys(language))


def manual(name: str, language: Language) -> str:
    return (MANUAL / f"{name}.{language}.md").read_text(encoding="utf-8")


if __name__ == "__main__":
    DOCS.mkdir(exist_ok=True)
    for name, text in render_docs().items():
        (DOCS / name).write_text(text, encoding="utf-8", newline="\n")
        print(f"docs/{name}")
    for name, text in render_template_pages().items():
        (TEMPLATES / name).write_text(text, encoding="utf-8", newline="\n")
        print(f"templates/{name}")
