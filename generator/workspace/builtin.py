"""The templates that the product brings along."""

from __future__ import annotations

from pathlib import Path


def builtin_templates() -> Path:
    """The folder with the built-in templates, labels and base document."""
    return templates_of(Path(__file__).parents[1])


def templates_of(package: Path) -> Path:
    """A wheel carries the templates inside the package; in the repository they lie beside it."""
    carried = package / "templates"
    return carried if carried.is_dir() else package.parent / "templates"


def builtin_files() -> dict[str, bytes]:
    """Every built-in template, label and base document by its name below templates/; not what tells about them."""
    folder = builtin_templates()
    paths = (path for path in sorted(folder.rglob("*")) if path.is_file() and path.suffix != ".md")
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}
