"""Which free fonts stand for those of Word where a machine has none of them: for fontconfig, so for Linux and BSD.

Without this LibreOffice takes whatever font has the character, as a rule one with Japanese forms.
"""

from __future__ import annotations

from xml.sax.saxutils import escape

_SONG, _HEI = "Noto Serif CJK SC", "Noto Sans CJK SC"
_SUBSTITUTES = {
    _HEI: (
        *("Microsoft YaHei", "微软雅黑", "Microsoft YaHei UI", "SimHei", "黑体", "DengXian", "等线"),
        *("STHeiti", "华文黑体", "STXihei", "华文细黑", "PingFang SC"),
    ),
    _SONG: (
        *("SimSun", "宋体", "NSimSun", "新宋体", "STSong", "华文宋体", "STZhongsong", "华文中宋"),
        *("KaiTi", "楷体", "KaiTi_GB2312", "楷体_GB2312", "STKaiti", "华文楷体"),
        *("FangSong", "仿宋", "FangSong_GB2312", "仿宋_GB2312", "STFangsong", "华文仿宋"),
        *("方正小标宋简体", "方正小标宋_GBK", "FZXiaoBiaoSong-B05S"),
    ),
    "Carlito": ("Calibri",),
    "Caladea": ("Cambria",),
    "Liberation Sans": ("Arial", "Segoe UI", "Helvetica"),
    "Liberation Serif": ("Times New Roman",),
    "Liberation Mono": ("Consolas", "Courier New"),
}
_SYSTEMS = ("/etc/fonts/fonts.conf", "/usr/local/etc/fonts/fonts.conf")


def font_settings(systems: tuple[str, ...] = _SYSTEMS) -> str:
    """A file for FONTCONFIG_FILE: a font that is there is used, the system's own settings count as well."""
    aliases = "".join(_alias(name, font) for font, names in _SUBSTITUTES.items() for name in names)
    includes = "".join(f'<include ignore_missing="yes">{escape(path)}</include>\n' for path in systems)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">\n'
        f"<fontconfig>\n{aliases}{includes}</fontconfig>\n"
    )


def _alias(name: str, font: str) -> str:
    families = f"<family>{escape(name)}</family><accept><family>{escape(font)}</family></accept>"
    return f'<alias binding="same">{families}</alias>\n'
