"""What git remembers of the notes. Its one outside thing is the program git, which is never let near a network.

No git, no repository, no commits and a shallow clone are "no history", a value; none of them is an error.
"""

from generator.history.beginnings import first_commits
from generator.history.blobs import Blobs
from generator.history.log import Commit, Edit, History, read_history
from generator.history.past import Past
from generator.history.proofs import proofs
from generator.history.repository import Repository, find_repository
from generator.history.revisions import (
    Revision,
    UnknownRevisionError,
    changed_paths,
    read_revision,
    unchanged_paths,
    unknown_revision_message,
)

__all__ = (
    "Blobs",
    "Commit",
    "Edit",
    "History",
    "Past",
    "Repository",
    "Revision",
    "UnknownRevisionError",
    "changed_paths",
    "find_repository",
    "first_commits",
    "proofs",
    "read_history",
    "read_revision",
    "unchanged_paths",
    "unknown_revision_message",
)
