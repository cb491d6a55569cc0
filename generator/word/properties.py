"""Document properties from data: ECMA-376-2, annex D, and ECMA-376-1, 22.2."""

from __future__ import annotations

from generator.word.base_package import XML_HEAD
from generator.word.escaping import escape_text
from generator.word.setting import LANGUAGE_TAGS, PRODUCT, Setting

_CORE = (
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
)
_APP = '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'


def render_core(setting: Setting) -> str:
    """The only times are the midnight of the day spoken for."""
    day = f"{setting.day:%Y-%m-%d}T00:00:00Z"
    subject = f"<dc:subject>{escape_text(setting.subject)}</dc:subject>" if setting.subject else ""
    author = escape_text(setting.company or PRODUCT)
    return (
        f"{XML_HEAD}{_CORE}<dc:title>{escape_text(setting.title)}</dc:title>{subject}<dc:creator>{author}</dc:creator>"
        f"<cp:lastModifiedBy>{author}</cp:lastModifiedBy>"
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{day}</dcterms:created>'
        f'<dcterms:modified xsi:type="dcterms:W3CDTF">{day}</dcterms:modified>'
        f"<dc:language>{LANGUAGE_TAGS[setting.language]}</dc:language></cp:coreProperties>"
    )


def render_app(setting: Setting) -> str:
    company = f"<Company>{escape_text(setting.company)}</Company>" if setting.company else ""
    return f"{XML_HEAD}{_APP}<Application>{PRODUCT}</Application>{company}</Properties>"
