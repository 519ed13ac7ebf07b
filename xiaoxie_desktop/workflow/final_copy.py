"""定稿: which fonts go into a final Word file, so that it looks the same where none of them is installed."""

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from xiaoxie_desktop.core.measures import Face, Measures
from xiaoxie_desktop.core.pages import FaceRole, PagedDocument
from xiaoxie_desktop.workflow.document_fonts import document_fonts, fonts_folder


def with_embedded_fonts(
    document: PagedDocument, measures: Measures
) -> tuple[Measures, Mapping[FaceRole, bytes]]:
    """The measures naming the shipped faces, and for each face the document uses a font of just its characters.

    The shipped fonts are free to embed and have the metrics the lines were broken with; the names of the standard
    stay as alternatives.
    """
    # fontTools costs a third of a second that only a final copy should pay.
    from xiaoxie_desktop.export.font_subsets import subset  # noqa: PLC0415

    chains = document_fonts().chains
    used = _characters(document)
    fonts = {
        role: subset(fonts_folder() / chains[role].shipped.file, characters)
        for role, characters in used.items()
    }
    faces = {role: _shipped_face(face, role, used) for role, face in measures.faces.items()}
    return replace(measures, faces=MappingProxyType(faces)), fonts


def _characters(document: PagedDocument) -> dict[FaceRole, str]:
    used: dict[FaceRole, set[str]] = {}
    for page in document.pages:
        for line in (*page.lines, *((page.page_number,) if page.page_number else ())):
            for run in line.runs:
                used.setdefault(run.face, set()).update(run.text)
    digits = set("0123456789")
    return {role: "".join(sorted(found | digits)) for role, found in sorted(used.items())}


def _shipped_face(face: Face, role: FaceRole, used: Mapping[FaceRole, str]) -> Face:
    if role not in used:
        return face
    shipped = document_fonts().chains[role].shipped
    return replace(
        face, name=shipped.chinese_family, alternatives=(shipped.family, face.name, *face.alternatives)
    )
