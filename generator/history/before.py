"""What a note was before it was last changed."""

from __future__ import annotations

from generator.history.blobs import Blobs, is_content
from generator.history.lineage import Lineages
from generator.history.log import History
from generator.notes.reader import NoteFile


def previous_version(history: History, lineages: Lineages, blobs: Blobs, file: NoteFile) -> NoteFile | None:
    """The last commit's where the file differs from it, else what stood before the last commit that changed the note.

    None for a note that has not changed since it was added. It has the path that it has now, so that it reads as the
    same note; the id in it is the one that it had.
    """
    blob = history.head.get(file.path, "")
    if blob and is_content(file.data, blob):
        edits = (edit for edit in lineages.of(file.path) if edit.blob == blob)
        blob = next((edit.before[0] for edit in edits if edit.before), "")
    data = blobs.read(blob) if blob else None
    return None if data is None else NoteFile(file.path, data)
