"""What a run says about single files."""

from __future__ import annotations

from generator.errors import Bilingual


def kept(edit: Bilingual, beside: str) -> Bilingual:
    return Bilingual(
        f"被人改过，原样保留（{edit.zh}）；新版本写在 {beside}",
        f"edited by hand and kept ({edit.en}); the new version is {beside}",
    )


def both_edited(edit: Bilingual, beside: str) -> Bilingual:
    return Bilingual(
        f"被人改过，原样保留（{edit.zh}）；{beside} 也被改过，所以新版本没有写：合并后删掉其中一个",
        f"edited by hand and kept ({edit.en}); {beside} was edited too, so the new version was not written: merge them "
        "and delete one",
    )


def edited(edit: Bilingual) -> Bilingual:
    return Bilingual(f"被人改过（{edit.zh}）", f"edited by hand ({edit.en})")


def backed_up(backup: str) -> Bilingual:
    return Bilingual(f"改过的那份移到了 {backup}", f"the edited one is now {backup}")


def same_name(other: str) -> Bilingual:
    return Bilingual(
        f"和 {other} 是同一个文件名，没有写：改 presales.yaml 里的 names",
        f"has the same file name as {other} and was not written: change names in presales.yaml",
    )


NOT_REMOVED = Bilingual("被人改过，没有删除", "edited by hand and not removed")
EXISTS = Bilingual(
    "已有这个文件，原样保留：换个名字，或用 --force 覆盖",
    "it exists and was kept: choose another name, or --force to write over it",
)
NO_FOLDER = Bilingual(
    "这里是一个文件，不是文件夹：换个名字", "it is a file, not a folder: choose another name"
)
NOT_EMPTY = Bilingual(
    "文件夹里已有东西：换一个空的，或用 --force 写进去",
    "the folder is not empty: choose an empty one, or --force to write into it",
)
NOT_OURS = Bilingual(
    "原来就在这里，不属于副本，没有查过", "it was there before, is no part of the copy and was not searched"
)
