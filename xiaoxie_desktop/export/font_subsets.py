"""Cuts a font file down to the characters a document uses, and packs it the way Word files embed fonts."""

import io
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from uuid import UUID

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTCollection, TTFont

from xiaoxie_desktop.core.errors import ExportError

_COLLECTION = b"ttcf"
_FAMILY_NAMES = (1, 16)
_LICENCE_BITS, _EDITABLE = 0x000F, 0x0008
"""OS/2 fsType: of the first four bits none means anyone may embed; editable means in documents still worked on."""
_NO_SUBSETTING, _BITMAP_ONLY = 0x0100, 0x0200
_LAYOUT_TABLES = [
    "GSUB",
    "GPOS",
    "GDEF",
    "BASE",
    "JSTF",
    "kern",
    "DSIG",
    "vhea",
    "vmtx",
    "EBDT",
    "EBLC",
    "EBSC",
]
_KEPT_NAMES = [0, 1, 2, 3, 4, 5, 6, 13, 14]
_OBFUSCATED = 32


def subset(font_file: Path, characters: str, *, family: str = "") -> bytes:
    """A TrueType font with only these characters, for embedding; the same input gives the same bytes.

    ``family`` picks a face where the file holds several (.ttc); without it the first is taken. Characters the
    font has not are left out, see :func:`drawn_characters`.

    Raises:
        ExportError: the file is no font, has no TrueType outlines, or forbids being embedded or cut down.
    """
    with _opened(font_file, family) as font:
        if _objection(font):
            raise ExportError(
                f"字体文件“{font_file.name}”{_objection(font)}，不能放进 Word 文件，请换一种字体。"
            )
        return _cut_down(font, characters)


def may_embed(font_file: Path, *, family: str = "") -> bool:
    """Whether :func:`subset` will do: TrueType outlines and a licence flag that lets documents carry parts of it.

    Raises:
        ExportError: the file is no font.
    """
    with _opened(font_file, family) as font:
        return not _objection(font)


def drawn_characters(font_file: Path, characters: str, *, family: str = "") -> str:
    """Those of the characters that the font draws, in their order.

    Raises:
        ExportError: the file is no font.
    """
    with _opened(font_file, family) as font:
        names = font.getBestCmap() or {}
        return "".join(character for character in characters if ord(character) in names)


def odttf(data: bytes, guid: UUID) -> bytes:
    """The bytes of an ``.odttf`` part; applied to such a part it gives the font back (ECMA-376 part 1, 17.8.1).

    The first 32 bytes are combined with the GUID's 16 bytes, last first, twice. The GUID stands in
    ``w:embedRegular`` as ``w:fontKey``, in braces and capitals.
    """
    key = guid.bytes[::-1] * 2
    head = bytes(byte ^ mask for byte, mask in zip(data[:_OBFUSCATED], key, strict=False))
    return head + data[_OBFUSCATED:]


@contextmanager
def _opened(file: Path, family: str) -> Iterator[Any]:
    """The font while it is read; whatever goes wrong with its tables becomes one sentence."""
    try:
        data = file.read_bytes()
    except OSError as error:
        raise ExportError(f"字体文件“{file.name}”读不出来，请检查它是否还在。", details=str(error)) from error
    try:
        yield _face(data, family)
    except ExportError:
        raise
    except Exception as error:  # a damaged table may fail in any way, deep inside the library
        raise ExportError(
            f"“{file.name}”不是能用的字体文件，请重新安装这个字体，或换一种字体。", details=repr(error)
        ) from error


def _face(data: bytes, family: str) -> Any:
    if not data.startswith(_COLLECTION):
        return TTFont(io.BytesIO(data), lazy=True, recalcTimestamp=False)
    faces = TTCollection(io.BytesIO(data), lazy=True).fonts
    return next((face for face in faces if family in _families(face)), faces[0])


def _families(font: Any) -> set[str]:
    return {str(name) for name in font["name"].names if name.nameID in _FAMILY_NAMES}


def _objection(font: Any) -> str:
    """Why the font cannot be embedded, empty if it can."""
    if "glyf" not in font:
        return "不是 TrueType 轮廓"
    allowed = font["OS/2"].fsType
    if allowed & _LICENCE_BITS and not allowed & _EDITABLE:
        return "的许可不让放进文件"
    return "的许可不让只放一部分字" if allowed & (_NO_SUBSETTING | _BITMAP_ONLY) else ""


def _cut_down(font: Any, characters: str) -> bytes:
    options = Options()
    options.layout_features = []
    options.drop_tables += _LAYOUT_TABLES
    options.name_IDs = _KEPT_NAMES
    options.name_languages = ["*"]
    options.notdef_outline = True
    options.recalc_timestamp = False
    subsetter = Subsetter(options)
    subsetter.populate(text=characters)
    subsetter.subset(font)
    out = io.BytesIO()
    font.save(out)
    return out.getvalue()
