"""The style sheet of a base document, with the styles that it lacks."""

from __future__ import annotations

from generator.errors import Problem, Severity
from generator.word import base_wording as wording
from generator.word import styles
from generator.word.base_package import MAIN, OFFICE, BasePackage, base_problem, open_base
from generator.word.spans import read_spans
from generator.word.style_adoption import complete_styles, with_table_style


def read_style_sheet(
    package: BasePackage, builtin: bytes | None, problems: list[Problem]
) -> styles.StyleSheet:
    """Styles of the wrong type are told apart from those that are not there: their author believes to have them."""
    name = package.part_of("styles") if builtin is None else package.ensure_part("styles", _EMPTY_STYLES)
    table = _default_table_style(package)
    sheet = with_table_style(styles.read_styles(package.parts[name]), table)
    wrong = styles.wrong_types(sheet)
    missing = [word for _, word in styles.missing_styles(sheet) if word not in wrong]
    missing_is = Severity.ERROR if builtin is None else Severity.HINT
    wrong_is = Severity.ERROR if builtin is None else Severity.WARNING
    if missing:
        problems.append(
            base_problem(
                package.path, "base-styles", wording.missing_styles(missing), name, severity=missing_is
            )
        )
    if wrong:
        problems.append(
            base_problem(package.path, "base-style-type", wording.wrong_type(wrong), name, severity=wrong_is)
        )
    if builtin is not None and (missing or wrong):
        own = open_base(builtin, package.path)
        whole, sheet = complete_styles(package.parts[name], own.parts[own.part_of("styles")], table)
        package.parts[name] = whole
    return sheet


_EMPTY_STYLES = f'<w:styles xmlns:w="{MAIN}" xmlns:r="{OFFICE}"></w:styles>'


def _default_table_style(package: BasePackage) -> str:
    """What Word takes for a new table: the id that its author set as the default."""
    name = package.part_of("settings")
    spans = read_spans(package.parts[name]) if name else ()
    return next((s.attributes.get("w:val", "") for s in spans if s.tag == "w:defaultTableStyle"), "")
