"""Names of output files as patterns, and paths that people type: both stay where they belong, on every system."""

from __future__ import annotations

import re

from pydantic import PlainValidator, WithJsonSchema

from generator.errors import Bilingual
from generator.source.fields import FieldError, text_of
from generator.source.text import shown

_PLACEHOLDER = re.compile(r"\{([^{}]*)\}")
_BRACE = re.compile("[{}]")
# Characters that Windows refuses in file names; `/` separates folders.
_REFUSED = re.compile(r'[\\:*?"<>|\x00-\x1f]')


def is_inside(path: str) -> bool:
    """Whether a path typed by a person stays below the folder it starts from, on every system."""
    parts = path.split("/")
    return bool(path) and not _REFUSED.search(path) and "" not in parts and ".." not in parts


def file_pattern(*names: str, not_in_file_name: str = "") -> tuple[PlainValidator, WithJsonSchema, Bilingual]:
    """The annotations of a pattern that holds each `{name}`: without one of them, documents would share a file.

    not_in_file_name may only stand in the folders of the pattern.
    """
    listed = " ".join(f"{{{name}}}" for name in names)
    words = Bilingual(f"文件名，里面要有 {listed}", f"a file name that holds {listed}")

    def read(value: object) -> str:
        text = text_of(value).strip()
        error = (
            _placeholder_error(text, names) or _path_error(text) or _hidden_name_error(text, not_in_file_name)
        )
        if error:
            raise error
        return text

    return PlainValidator(read), WithJsonSchema({"type": ["string", "number", "boolean"]}), words


def _placeholder_error(text: str, names: tuple[str, ...]) -> FieldError | None:
    found = _PLACEHOLDER.findall(text)
    zh, en = "、".join(f"{{{name}}}" for name in names), ", ".join(f"{{{name}}}" for name in names)
    strange = [f"{{{name}}}" for name in found if name not in names] or _BRACE.findall(
        _PLACEHOLDER.sub("", text)
    )
    if strange:
        what = shown(strange[0])
        return FieldError(
            "unknown_placeholder",
            Bilingual(f"文件名里不能有 {what}", f"there is no {what} in file names"),
            Bilingual(f"大括号里可写：{zh}", f"in braces write one of: {en}"),
        )
    missing = [name for name in names if name not in found]
    if missing:
        return FieldError(
            "missing_placeholder",
            Bilingual(
                f"文件名里少了 {{{missing[0]}}}，几份文档会写进同一个文件",
                f"without {{{missing[0]}}} several documents would be written to one file",
            ),
            Bilingual(f"要有：{zh}", f"it has to hold: {en}"),
        )
    return None


def _path_error(text: str) -> FieldError | None:
    parts = text.split("/")
    if is_inside(text) and all(part == part.strip(". ") for part in parts):
        return None
    return FieldError(
        "bad_path",
        Bilingual(
            "文件名要留在 output/ 里，并且每个系统都能用",
            "file names stay inside output/ and suit every system",
        ),
        Bilingual(
            '写相对路径；不带 ..、盘符和 \\ : * ? " < > |，各段不以点或空格开头、结尾',
            'write a relative path without .., drives and \\ : * ? " < > |; no part starts or ends with a dot or a space',
        ),
    )


def _hidden_name_error(text: str, name: str) -> FieldError | None:
    if not name or f"{{{name}}}" not in text.rpartition("/")[2]:
        return None
    return FieldError(
        "bad_path",
        Bilingual(
            f"发给客户的文件，文件名里不能有 {{{name}}}",
            f"a file sent to a customer may not hold {{{name}}} in its name",
        ),
        Bilingual(
            f"把 {{{name}}} 放进文件夹，如 {{id}}/{{document}}.{{lang}}",
            f"put {{{name}}} into the folder, such as {{id}}/{{document}}.{{lang}}",
        ),
    )
