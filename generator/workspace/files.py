"""Reading files of a workspace. Nothing outside it is ever opened."""

from __future__ import annotations

from pathlib import Path

from generator.errors import Bilingual, Problem
from generator.source.text import MAX_BYTES, too_large


def read_file(root: Path, path: Path) -> bytes | Problem:
    """The bytes of a file below root, which is resolved already, or what keeps them from being read."""
    return _read(root, path, MAX_BYTES)


def read_binary(root: Path, path: Path) -> bytes | Problem:
    """The same for files that are no text, which may be larger."""
    return _read(root, path, None)


def _read(root: Path, path: Path, most: int | None) -> bytes | Problem:
    name = path.relative_to(root).as_posix()
    try:
        real = path.resolve()
        if not real.is_relative_to(root):
            return outside(name)
        if real.exists() and not real.is_file():
            return _unreadable(name, Bilingual("不是普通文件", "it is no ordinary file"))
        size = real.stat().st_size
        return real.read_bytes() if most is None or size <= most else too_large(name, size)
    except (OSError, RuntimeError) as error:
        return _unreadable(name, _reason(error))


def outside(name: str) -> Problem:
    return Problem(
        name,
        1,
        1,
        "outside_workspace",
        Bilingual("链接指向工作区之外，没有读", "the link leads out of the workspace, so it was not read"),
        Bilingual("把文件本身放进工作区", "put the file itself into the workspace"),
    )


def unreadable(name: str, error: OSError) -> Problem:
    return _unreadable(name, _reason(error))


def _unreadable(name: str, reason: Bilingual) -> Problem:
    message = Bilingual(f"打不开：{reason.zh}", f"cannot be opened: {reason.en}")
    return Problem(name, 1, 1, "unreadable_file", message)


def _reason(error: OSError | RuntimeError) -> Bilingual:
    if isinstance(error, PermissionError):
        return Bilingual("没有读的权限", "no permission to read it")
    if isinstance(error, FileNotFoundError):
        return Bilingual(
            "文件不存在，或链接指向的文件不存在", "it does not exist, or what it links to does not"
        )
    if isinstance(error, RuntimeError):  # Python 3.11 and 3.12 raise it for links in a circle.
        return Bilingual("链接绕成了圈", "the links run in a circle")
    text = error.strerror or str(error)
    return Bilingual(text, text)
