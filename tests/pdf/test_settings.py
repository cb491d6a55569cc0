"""The files that LibreOffice reads at its start."""

from __future__ import annotations

from lxml import etree

from generator.pdf.fonts import font_settings
from generator.pdf.profile import office_settings


def substitutes() -> dict[str, str]:
    root = etree.fromstring(font_settings().encode())
    aliases = root.findall("alias")
    return {str(alias.findtext("family")): str(alias.findtext("accept/family")) for alias in aliases}


def test_fonts_of_chinese_word_files_have_simplified_chinese_forms() -> None:
    found = substitutes()

    assert {found[name] for name in ("微软雅黑", "Microsoft YaHei", "黑体", "等线")} == {"Noto Sans CJK SC"}
    assert {found[name] for name in ("宋体", "SimSun", "KaiTi", "FangSong", "仿宋_GB2312")} == {
        "Noto Serif CJK SC"
    }


def test_latin_fonts_of_word_keep_their_widths() -> None:
    found = substitutes()

    assert [found[name] for name in ("Calibri", "Consolas")] == ["Carlito", "Liberation Mono"]


def test_the_settings_of_the_system_count_as_well() -> None:
    root = etree.fromstring(font_settings(("/etc/a&b.conf",)).encode())

    assert [(node.text, node.get("ignore_missing")) for node in root.findall("include")] == [
        ("/etc/a&b.conf", "yes")
    ]


def test_nothing_is_run_nothing_is_fetched_and_the_file_is_tagged() -> None:
    root = etree.fromstring(office_settings().encode())
    names = root.xpath("//prop[value='true']/@*[local-name()='name']")

    assert names == [
        "DisableMacrosExecution",
        "BlockUntrustedRefererLinks",
        "UseTaggedPDF",
        "ExportBookmarks",
    ]
