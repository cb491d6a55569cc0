"""Document properties from data: ECMA-376-2, annex D, and ECMA-376-1, 22.2."""

from __future__ import annotations

from collections.abc import Mapping

from generator.word.base_package import XML_HEAD
from generator.word.base_properties import APP_ORDER, CORE_ORDER, Properties
from generator.word.placeholders import AUTHOR, fill
from generator.word.setting import LANGUAGE_TAGS, PRODUCT, Setting

_CORE = (
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
)
_CORE_TAGS = tuple(
    (name, f"{'cp' if name in ('keywords', 'category', 'contentStatus') else 'dc'}:{name}")
    for name in CORE_ORDER
)
_APP = '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'


def render_core(properties: Properties, setting: Setting, values: Mapping[str, str]) -> str:
    """The only times are the midnight of the day spoken for."""
    day = f"{setting.day:%Y-%m-%d}T00:00:00Z"
    texts = {
        name: fill(properties.built_in[name], values) for name in CORE_ORDER if name in properties.built_in
    }
    told = "".join(f"<{tag}>{texts[name]}</{tag}>" for name, tag in _CORE_TAGS if texts.get(name))
    return (
        f"{XML_HEAD}{_CORE}{told}<cp:lastModifiedBy>{values[AUTHOR]}</cp:lastModifiedBy>"
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{day}</dcterms:created>'
        f'<dcterms:modified xsi:type="dcterms:W3CDTF">{day}</dcterms:modified>'
        f"<dc:language>{LANGUAGE_TAGS[setting.language]}</dc:language></cp:coreProperties>"
    )


def render_app(properties: Properties, values: Mapping[str, str]) -> str:
    texts = {
        name: fill(properties.built_in[name], values) for name in APP_ORDER if name in properties.built_in
    }
    told = "".join(f"<{name}>{text}</{name}>" for name, text in texts.items() if text)
    return f"{XML_HEAD}{_APP}<Application>{PRODUCT}</Application>{told}</Properties>"
