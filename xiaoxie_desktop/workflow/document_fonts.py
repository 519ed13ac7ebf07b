"""Which typefaces documents are printed in, and the files that come with the program for them."""

from functools import cache
from pathlib import Path

from xiaoxie_desktop.core.font_chains import DocumentFonts
from xiaoxie_desktop.definitions.fonts import load_document_fonts
from xiaoxie_desktop.resource_files import resource_path


@cache
def document_fonts() -> DocumentFonts:
    """The chains of all faces, read once."""
    return load_document_fonts(resource_path("official"), fonts_folder())


def fonts_folder() -> Path:
    """The folder the shipped font files lie in."""
    return resource_path("fonts")
