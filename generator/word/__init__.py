"""Document + base document -> .docx."""

from generator.document.wording import MissingPictureError
from generator.word.base_document import Base, read_base
from generator.word.contents_pages import render_probe, with_page_numbers
from generator.word.render import render_docx
from generator.word.setting import Picture, Setting

__all__ = [
    "Base",
    "MissingPictureError",
    "Picture",
    "Setting",
    "read_base",
    "render_docx",
    "render_probe",
    "with_page_numbers",
]
