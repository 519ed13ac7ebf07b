"""Opens the theme-less base document and turns a finished package into bytes, the same for the same document."""

from collections.abc import Iterable
from io import BytesIO
from pathlib import Path
from xml.sax.saxutils import quoteattr
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import docx
from docx.document import Document
from docx.opc.constants import CONTENT_TYPE
from docx.opc.package import OpcPackage
from docx.opc.part import Part

from xiaoxie_desktop.resource_files import resource_path

_EARLIEST_ZIP_DATE = (1980, 1, 1, 0, 0, 0)
_MADE_ON_UNIX = 3
_CONTENT_TYPES_FILE = "[Content_Types].xml"
_PACKAGE_RELATIONSHIPS_FILE = "_rels/.rels"
_TYPES_NAMESPACE = "http://schemas.openxmlformats.org/package/2006/content-types"


def open_base_document() -> Document:
    """A document without theme and default spacing, with the two footers that hold the page number."""
    folder = resource_path("templates", "base")
    base = BytesIO()
    with ZipFile(base, "w") as archive:
        for path in _files(folder):
            archive.writestr(path.relative_to(folder).as_posix(), path.read_bytes())
    base.seek(0)
    return docx.Document(base)


def package_bytes(package: OpcPackage) -> bytes:
    """The zip file of ``package``; python-docx would stamp each part with the clock."""
    parts = package.parts
    content = BytesIO()
    with ZipFile(content, "w") as archive:
        _add(archive, _CONTENT_TYPES_FILE, _content_types(parts))
        _add(archive, _PACKAGE_RELATIONSHIPS_FILE, package.rels.xml)
        for part in parts:
            _add(archive, part.partname.membername, part.blob)
            if part.rels:
                _add(archive, part.partname.rels_uri.membername, part.rels.xml)
    return content.getvalue()


def _files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file())


def _add(archive: ZipFile, name: str, blob: str | bytes) -> None:
    entry = ZipInfo(name, _EARLIEST_ZIP_DATE)
    entry.compress_type = ZIP_DEFLATED
    entry.create_system = _MADE_ON_UNIX
    archive.writestr(entry, blob)


def _content_types(parts: Iterable[Part]) -> str:
    overrides = "".join(
        f"<Override PartName={quoteattr(part.partname)} ContentType={quoteattr(part.content_type)}/>"
        for part in parts
    )
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<Types xmlns="{_TYPES_NAMESPACE}">'
        f'<Default Extension="rels" ContentType="{CONTENT_TYPE.OPC_RELATIONSHIPS}"/>'
        f'<Default Extension="xml" ContentType="{CONTENT_TYPE.XML}"/>{overrides}</Types>'
    )
