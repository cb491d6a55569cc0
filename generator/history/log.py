"""The whole history in one pass: the graph of commits, and which of them gave a note a content that it had not before."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from unicodedata import normalize

from generator.history.repository import Repository, path_of
from generator.workspace.places import NOTES

# Said here, so that no setting of a user changes what a document says: a file that keeps this share of its text
# under another name was renamed, and so many files are compared at most.
_RENAMES = ("-M60%", "-l2000")


@dataclass(frozen=True, slots=True)
class Commit:
    """day is that of its author where he was; None where the commit holds none."""

    id: str
    parents: tuple[str, ...]
    day: date | None


@dataclass(frozen=True, slots=True)
class Edit:
    """A commit that gave a file a content which it has in none of the commit's parents.

    before are its contents there, without those parents that do not have it. blob is empty where the commit removed
    the file. path is relative to the workspace; renamed_from is empty unless the commit renamed the file.
    """

    commit: str
    path: str
    blob: str
    before: tuple[str, ...]
    renamed_from: str = ""


@dataclass(frozen=True, slots=True)
class History:
    """commits and edits have children before parents; head holds the files of the last commit by path."""

    commits: dict[str, Commit]
    edits: tuple[Edit, ...]
    head: dict[str, str]


def read_history(repository: Repository | None) -> History | None:
    """None without a repository, commits or notes among them, and in a shallow clone, which knows half of it."""
    if repository is None or repository.ask("rev-parse", "--is-shallow-repository") != b"false\n":
        return None
    listed = repository.ask("rev-list", "--topo-order", "--parents", "--date=short", "--format=%ad", "HEAD")
    if listed is None:
        return None
    commits = {commit.id: commit for commit in _commits(listed.decode())}
    # --cc and -c leave out of merges what equals one of the parents: those are no edits.
    options = ("--stdin", "--root", "-r", "-c", "--raw", "-z", *_RENAMES, "--no-ext-diff", "--no-textconv")
    given = "".join(f"{name}\n" for name in commits).encode()
    raw = repository.ask("diff-tree", *options, "--", NOTES, given=given)
    head = read_tree(repository, next(iter(commits), ""))
    if raw is None or not head:
        return None
    return History(commits, tuple(_edits(raw, repository.prefix)), head)


def _commits(listed: str) -> Iterator[Commit]:
    """Pairs of lines: `commit <id> <parents>` and the day."""
    lines = iter(listed.splitlines())
    for line, day in zip(lines, lines, strict=True):
        _, name, *parents = line.split(" ")
        yield Commit(name, tuple(parents), _day(day))


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _edits(raw: bytes, prefix: str) -> Iterator[Edit]:
    """git-diff, "Raw output format" and "Diff format for merges": one colon for each parent.

    `:modes ids status`, then the path, for a renamed file the old path first; a commit's id stands before its files.
    """
    parts = iter(raw.split(b"\x00"))
    commit = ""
    for part in parts:
        if not part.startswith(b":"):
            commit = part.decode().strip()
            continue
        parents = len(part) - len(part.lstrip(b":"))
        *_, status = fields = part.decode().split(" ")
        *before, blob = fields[parents + 1 : -1]
        is_renamed = parents == 1 and status.startswith(("R", "C"))
        renamed_from = _relative(next(parts), prefix) if is_renamed else ""
        path = _relative(next(parts), prefix)
        yield Edit(commit, path, _known(blob), tuple(filter(None, map(_known, before))), renamed_from)


def _relative(path: bytes, prefix: str) -> str:
    return composed(path_of(path).removeprefix(prefix))


def composed(path: str) -> str:
    """A path by which a file is found here: some systems take accents apart in file names, and git does not."""
    return normalize("NFC", path)


def _known(blob: str) -> str:
    """Empty for the id of zeros, which stands for no file."""
    return blob if blob.strip("0") else ""


def read_tree(repository: Repository, commit: str) -> dict[str, str]:
    """The files below engagements/ in a commit, by path; links and submodules are none."""
    place = f"{repository.prefix}{NOTES}/"
    listed = repository.ask("ls-tree", "-r", "-z", "--full-tree", commit, "--", place) or b""
    files = {}
    for line in filter(None, listed.split(b"\x00")):
        head, _, path = line.partition(b"\t")
        mode, kind, blob = head.decode().split(" ")
        if kind == "blob" and mode.startswith("100"):
            files[_relative(path, repository.prefix)] = blob
    return files
