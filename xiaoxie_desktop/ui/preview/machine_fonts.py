"""The faces of the standard's documents on this machine."""

from xiaoxie_desktop.ui.preview.fonts import Typefaces
from xiaoxie_desktop.workflow.document_fonts import document_fonts, fonts_folder


def typefaces(*, embeddable: bool = False) -> Typefaces:
    """Fresh faces, which live no longer than the application; ``embeddable`` ones may be put into files."""
    return Typefaces(document_fonts(), fonts_folder(), embeddable=embeddable)
