"""What an error of the file system means to the person who waits for the document."""

from __future__ import annotations

import errno

from generator.errors import Bilingual

_FULL = Bilingual("磁盘满了：腾出空间后再运行一次", "the disk is full: free some space and run it again")
_READ_ONLY = Bilingual(
    "磁盘是只读的：换一个可写的位置", "the disk is read-only: use a place that can be written"
)
_DENIED = Bilingual(
    "没有写成：如果它正在 Word 或 WPS 里打开，关掉后再运行一次；否则检查文件夹的写权限",
    "it could not be written: if it is open in Word or WPS, close it there and run again; otherwise see whether "
    "the folder may be written",
)
_IN_THE_WAY = Bilingual(
    "同名的文件或文件夹挡住了它：移走后再运行一次",
    "a file or folder of the same name is in the way: move it and run again",
)
_TOO_LONG = Bilingual("路径太长：缩短文件名", "the path is too long: shorten the file name")
_OTHER_DISK = Bilingual(
    "这个文件夹在另一块磁盘上，文件不能整份放进去：把它移回 output/ 所在的磁盘",
    "this folder is on another disk, where files cannot be put as a whole: move it to the disk of output/",
)
_GONE = Bilingual(
    "文件夹刚被移走或删除：再运行一次", "the folder was moved or deleted meanwhile: run it again"
)
_MEANINGS = {
    errno.ENOENT: _GONE,
    errno.ENOSPC: _FULL,
    errno.EDQUOT: _FULL,
    errno.EROFS: _READ_ONLY,
    errno.EACCES: _DENIED,
    errno.EPERM: _DENIED,
    errno.EBUSY: _DENIED,
    errno.EEXIST: _IN_THE_WAY,
    errno.ENOTDIR: _IN_THE_WAY,
    errno.EISDIR: _IN_THE_WAY,
    errno.ENAMETOOLONG: _TOO_LONG,
    errno.EXDEV: _OTHER_DISK,
}

CHANGING = Bilingual(
    "写的时候文件一直在变：关掉正在改它的程序，再运行一次",
    "the file kept changing while it was written: close what changes it and run again",
)
A_LINK = Bilingual(
    "这里是一个链接，程序不碰它：删掉链接后再运行一次",
    "here is a link, which the program leaves alone: remove it and run again",
)
NOT_A_FILE = _IN_THE_WAY
LEADS_OUT = Bilingual(
    "文件夹是一个指向 output/ 之外的链接：换成普通文件夹",
    "the folder is a link that leads out of output/: put an ordinary folder in its place",
)


def explain_failure(error: OSError) -> Bilingual:
    """In words that say what to do; the system's own where nothing better is known."""
    reason = error.strerror or str(error)
    return _MEANINGS.get(error.errno or 0) or Bilingual(f"写不了：{reason}", f"cannot be written: {reason}")
