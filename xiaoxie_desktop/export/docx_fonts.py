"""The font table of a Word file, and the fonts embedded in it (``w:embedRegular``)."""

from collections.abc import Mapping
from uuid import NAMESPACE_URL, UUID, uuid5
from xml.sax.saxutils import quoteattr

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml.ns import nsmap

from xiaoxie_desktop.core.measures import Face, Measures
from xiaoxie_desktop.core.pages import FaceRole
from xiaoxie_desktop.export.docx_elements import w

_CHINESE_CHARSET = "86"
_FIXED_PITCH = "fixed"
_FONT_TYPE = "application/vnd.openxmlformats-officedocument.obfuscatedFont"
_SETTINGS_BEFORE = ("writeProtection", "view", "zoom", "removePersonalInformation", "removeDateAndTime")


def fill_font_table(document: Document, measures: Measures, fonts: Mapping[FaceRole, bytes]) -> None:
    """Write the font table; ``fonts`` are TrueType files to embed, named inside like the face of their role."""
    part = document.part.part_related_by(RELATIONSHIP_TYPE.FONT_TABLE)
    embedded = {role: _embed(part, role, data) for role, data in fonts.items()}
    faces = [_font(face, embedded.get(role, "")) for role, face in measures.faces.items()]
    if measures.latin_face:
        faces.append(_font(measures.latin_face, ""))
    part._blob = (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<w:fonts xmlns:w="{nsmap["w"]}" xmlns:r="{nsmap["r"]}">{"".join(faces)}</w:fonts>'
    ).encode()
    if fonts:
        _say_so(document)


def _embed(table: Part, role: FaceRole, data: bytes) -> str:
    """Add one font and return the element that names it."""
    # fontTools costs a third of a second that only a final copy should pay.
    from xiaoxie_desktop.export.font_subsets import odttf  # noqa: PLC0415

    key = uuid5(NAMESPACE_URL, f"font:{role.value}:{len(data)}")
    name = PackURI(f"/word/fonts/{role.value}.odttf")
    part = Part(name, _FONT_TYPE, odttf(data, key), table.package)
    relation = table.relate_to(part, RELATIONSHIP_TYPE.FONT)
    return f'<w:embedRegular r:id="{relation}" w:fontKey="{_braced(key)}"/>'


def _braced(key: UUID) -> str:
    return f"{{{str(key).upper()}}}"


def _say_so(document: Document) -> None:
    settings = document.settings.element
    at = sum(child.tag.split("}")[1] in _SETTINGS_BEFORE for child in settings)
    settings.insert(at, w("saveSubsetFonts", val=1))
    settings.insert(at, w("embedTrueTypeFonts", val=1))


def _font(face: Face, embedded: str) -> str:
    """Other names of a face are tried where the first one is missing."""
    other_names = quoteattr(",".join(face.alternatives))
    return (
        f"<w:font w:name={quoteattr(face.name)}><w:altName w:val={other_names}/>"
        f'<w:charset w:val="{_CHINESE_CHARSET}"/><w:family w:val="{face.pitch_family}"/>'
        f'<w:pitch w:val="{_FIXED_PITCH}"/>{embedded}</w:font>'
    )
