"""Document + base document -> .docx."""

from generator.document.wording import MissingPictureError
from generator.word.base_document import Base, read_base
from generator.word.render import render_docx
from generator.word.setting import Picture, Setting

__all__ = ["Base", "MissingPictureError", "Picture", "Setting", "read_base", "render_docx"]
