"""What a note was before it was last changed."""

from __future__ import annotations

from generator.history.blobs import Blobs, is_content
from generator.history.lineage import Lineages
from generator.history.log import History, composed
from generator.notes.reader import NoteFile


def previous_version(history: History, lineages: Lineages, blobs: Blobs, file: NoteFile) -> NoteFile | None:
    """The last commit's where the file differs from it, else what stood before the last commit that changed the note.

    None for a note that has not changed since it was added. It has the path that it had then.
    """
    path = composed(file.path)
    blob = history.head.get(path, "")
    if blob and is_content(file.data, blob):
        edits = (edit for edit in lineages.of(path) if edit.blob == blob and edit.before)
        last = next(edits, None)
        path, blob = (last.renamed_from or last.path, last.before[0]) if last is not None else (path, "")
    data = blobs.read(blob) if blob else None
    return None if data is None else NoteFile(path, data)
