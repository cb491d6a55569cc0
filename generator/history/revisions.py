"""The notes of a revision, and what differs from it in the workspace."""

from __future__ import annotations

from dataclasses import dataclass

from generator.errors import Bilingual, Problem
from generator.history.blobs import Blobs, is_content
from generator.history.log import composed, read_tree
from generator.history.repository import Repository
from generator.notes.reader import NoteFile
from generator.workspace.places import is_note


class UnknownRevisionError(LookupError):
    """Somebody named a revision that the repository does not have."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


def unknown_revision_message(error: UnknownRevisionError) -> Bilingual:
    return Bilingual(
        f"git 里没有版本 {error.name}：写提交号、分支、标签，或 HEAD~3 这样的",
        f"git has no revision {error.name}: name a commit, a branch, a tag, or something like HEAD~3",
    )


@dataclass(frozen=True, slots=True)
class Revision:
    """paths are of all its notes, files of those that were read; problems of those whose content the repository does
    not hold."""

    commit: str
    paths: tuple[str, ...]
    files: tuple[NoteFile, ...]
    problems: tuple[Problem, ...]


def find_commit(repository: Repository, name: str) -> str:
    """The id of a commit. Raises UnknownRevisionError."""
    found = repository.ask("rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}")
    if found is None or not name:
        raise UnknownRevisionError(name)
    return found.decode().strip()


def read_revision(repository: Repository, name: str, without: frozenset[str] = frozenset()) -> Revision:
    """The notes as they were, in the order of their paths, but for the paths that nobody needs.

    Raises UnknownRevisionError.
    """
    commit = find_commit(repository, name)
    blobs_by_path = read_tree(repository, commit)
    paths = tuple(sorted(path for path in blobs_by_path if is_note(path)))
    files: list[NoteFile] = []
    problems: list[Problem] = []
    with Blobs(repository) as blobs:
        for path in (path for path in paths if path not in without):
            data = blobs.read(blobs_by_path[path])
            if data is None:
                problems.append(_missing(path))
            else:
                files.append(NoteFile(path, data))
    return Revision(commit, paths, tuple(files), tuple(problems))


def _missing(path: str) -> Problem:
    message = Bilingual(
        "这份克隆里没有它当时的内容", "this clone does not hold what the note was at that revision"
    )
    return Problem(path, 1, 1, "unreadable_file", message)


def changed_paths(repository: Repository, name: str, files: tuple[NoteFile, ...]) -> frozenset[str]:
    """Which notes differ from a revision: edited since, committed or not, added, or moved to this path.

    Raises UnknownRevisionError. Contents are compared, so that neither times nor the index matter.
    """
    known = read_tree(repository, find_commit(repository, name))
    return frozenset(
        file.path for file in files if not is_content(file.data, known.get(composed(file.path), ""))
    )


def unchanged_paths(repository: Repository, first: str, second: str) -> frozenset[str]:
    """The files that are the same in two revisions. Raises UnknownRevisionError."""
    before, after = (read_tree(repository, find_commit(repository, name)) for name in (first, second))
    return frozenset(path for path, blob in after.items() if before.get(path) == blob)
