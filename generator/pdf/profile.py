"""The settings of the LibreOffice that we start: nothing is run, nothing is fetched, screen readers can read."""

from __future__ import annotations

_SCRIPTING = "/org.openoffice.Office.Common/Security/Scripting"
_EXPORT = "/org.openoffice.Office.Common/Filter/PDF/Export"
_SWITCHED_ON = (
    (_SCRIPTING, "DisableMacrosExecution"),
    (_SCRIPTING, "BlockUntrustedRefererLinks"),
    (_EXPORT, "UseTaggedPDF"),
    (_EXPORT, "ExportBookmarks"),
)
SETTINGS_FILE = "user/registrymodifications.xcu"


def office_settings() -> str:
    """A profile's registrymodifications.xcu."""
    items = "".join(
        f'<item oor:path="{path}"><prop oor:name="{name}" oor:op="fuse"><value>true</value></prop></item>\n'
        for path, name in _SWITCHED_ON
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<oor:items xmlns:oor="http://openoffice.org/2001/registry">\n'
        f"{items}</oor:items>\n"
    )
