"""Makes photos ready for a document: upright, as large as print needs, without what a camera notes about its owner."""

import re
import warnings
from dataclasses import dataclass
from datetime import date
from io import BytesIO

from PIL import ExifTags, Image
from PIL.JpegImagePlugin import JpegImageFile
from PIL.PngImagePlugin import PngImageFile

from xiaoxie_desktop.core.errors import BadInput

LARGEST_FILE_MB = 40
"""Callers may hold a file's size against it before they read the file."""
MOST_PIXELS = 60_000_000
DOTS_PER_INCH = 200
"""What a photo needs in print; more only makes the document larger."""

_TWIPS_PER_INCH = 1440
_MEGABYTE = 1024 * 1024
_JPEG_START, _PNG_START = b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n"
_HEIC_BRANDS = frozenset({b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1"})
_SCAN, _MOST_SCANS = b"\xff\xda", 100
"""A progressive JPEG has about ten scans; thousands, each over the whole picture, would keep the decoder busy for hours."""
_GAP = 3.0
"""Whole pixels are averaged first, down to so many times the size wanted: an extreme shape would take gigabytes otherwise."""
_QUALITY = 88
_BROKEN = "这张照片已损坏或没有复制完整，请重新复制一份，或者换一张照片。"
_NOTED_DAY = re.compile(r"(\d{4})[:./-](\d{1,2})[:./-](\d{1,2})")
_TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
"""By the orientation of EXIF (CIPA DC-008, 4.6.5)."""
_FIRST_SIDEWAYS = 5

_PictureFile = JpegImageFile | PngImageFile


@dataclass(frozen=True, slots=True)
class PreparedPicture:
    """A picture ready for a document: an upright JPEG or PNG that carries nothing but its pixels."""

    data: bytes
    width_px: int
    height_px: int
    taken: date | None
    """The day the camera noted, None where it noted none."""


def prepared(data: bytes, *, widest: int, tallest: int) -> PreparedPicture:
    """The picture turned the way it was taken and, where larger, scaled down to 200 dpi of a frame in twips.

    Never scaled up, cut off or out of shape: both sides are within a pixel of its own proportion. JPEG stays JPEG
    and PNG stays PNG; what is transparent becomes white. The same data gives the same bytes.

    Raises:
        BadInput: no JPEG or PNG, too large a file, too many pixels, damaged, or a frame without room.
    """
    if widest <= 0 or tallest <= 0:
        raise BadInput("页面上没有放照片的地方，请检查页边距的设置。")
    with warnings.catch_warnings(
        action="ignore"
    ):  # damage in EXIF is warned of, and the picture is still good
        return _prepared(data, _pixels(widest), _pixels(tallest))


def _prepared(data: bytes, widest: int, tallest: int) -> PreparedPicture:
    picture = _opened(data)
    try:
        if isinstance(picture, PngImageFile):
            picture.load()  # EXIF may stand behind the pixels
        turn, taken = _noted(picture)
        sideways = turn >= _FIRST_SIDEWAYS
        room = (tallest, widest) if sideways else (widest, tallest)
        pixels = _scaled(picture, _fitting(picture.size, room))
    except MemoryError as error:
        raise BadInput("这台电脑的内存不够打开这张照片，请先把照片缩小再添加。") from error
    except Exception as error:  # decoders raise whatever they stumble over
        raise BadInput(_BROKEN, details=repr(error)) from error
    upright = pixels.transpose(_TURNS[turn]) if turn in _TURNS else pixels
    return PreparedPicture(_encoded(upright, picture.format), *upright.size, taken)


def _opened(data: bytes) -> _PictureFile:
    """The picture with its header read and none of its pixels."""
    if not data:
        raise BadInput("这个照片文件是空的，请重新复制一份。")
    if data[4:8] == b"ftyp" and data[8:12] in _HEIC_BRANDS:
        raise BadInput("这张照片是 HEIC 格式，请先在手机或电脑上转成 JPG 格式再添加。")
    if not data.startswith((_JPEG_START, _PNG_START)):
        raise BadInput("这个文件不是 JPG 或 PNG 格式的照片，请换一张照片。")
    if len(data) > LARGEST_FILE_MB * _MEGABYTE:
        raise BadInput(f"这张照片的文件超过了 {LARGEST_FILE_MB} MB，请先把照片缩小再添加。")
    is_jpeg = data.startswith(_JPEG_START)
    if is_jpeg and data.count(_SCAN) > _MOST_SCANS:
        raise BadInput(_BROKEN, details="too many scans")
    try:
        picture: _PictureFile = JpegImageFile(BytesIO(data)) if is_jpeg else PngImageFile(BytesIO(data))
    except Exception as error:  # decoders raise whatever they stumble over
        raise BadInput(_BROKEN, details=repr(error)) from error
    if picture.width * picture.height > MOST_PIXELS:
        raise BadInput(f"这张照片超过了 {MOST_PIXELS // 10_000} 万像素，请先把照片缩小再添加。")
    return picture


def _noted(picture: _PictureFile) -> tuple[int, date | None]:
    """Orientation and day taken; a damaged note is as good as none."""
    try:
        exif = picture.getexif()
        turn = exif.get(ExifTags.Base.Orientation, 1)
        camera = exif.get_ifd(ExifTags.IFD.Exif)
        days = (camera.get(tag) for tag in (ExifTags.Base.DateTimeOriginal, ExifTags.Base.DateTimeDigitized))
        return (turn if turn in _TURNS else 1), next((day for day in map(_day, days) if day), None)
    except Exception:  # the reader of EXIF raises whatever it stumbles over
        return 1, None


def _day(noted: object) -> date | None:
    found = _NOTED_DAY.match(str(noted))
    try:
        return date(*map(int, found.groups())) if found else None
    except ValueError:  # 0000:00:00, from a camera whose clock was never set
        return None


def _pixels(twips: int) -> int:
    return max(1, twips * DOTS_PER_INCH // _TWIPS_PER_INCH)


def _fitting(size: tuple[int, int], room: tuple[int, int]) -> tuple[int, int]:
    (width, height), (widest, tallest) = size, room
    if width <= widest and height <= tallest:
        return size
    if width * tallest >= height * widest:
        return widest, max(1, round(height * widest / width))
    return max(1, round(width * tallest / height)), tallest


def _scaled(picture: _PictureFile, size: tuple[int, int]) -> Image.Image:
    """The pixels in this size, grey or RGB. A JPEG far too large is decoded small at once."""
    drafted = picture.draft(None, (size[0] * 3 // 2, size[1] * 3 // 2)) if size != picture.size else None
    box = drafted[1] if drafted else None
    picture.load()
    image = _blendable(picture)
    if image.size != size:
        image = image.resize(size, Image.Resampling.LANCZOS, box=box, reducing_gap=_GAP)
    return _printable(image)


def _blendable(image: Image.Image) -> Image.Image:
    """In a mode whose pixels can be averaged: no palette, no single bits."""
    mode = "RGBA" if image.has_transparency_data else {"P": "RGB", "1": "L"}.get(image.mode, image.mode)
    return image if image.mode == mode else image.convert(mode)


def _printable(image: Image.Image) -> Image.Image:
    """Grey or RGB of 8 bits, on white paper."""
    if image.mode == "RGBA":
        paper = Image.new("RGB", image.size, "white")
        paper.paste(image, mask=image.getchannel("A"))
        return paper
    if image.mode.startswith("I"):  # 16 bits of grey, which Pillow would cut off at 255
        return image.convert("I").point(lambda value: value * (1 / 257)).convert("L")
    return image if image.mode in ("L", "RGB") else image.convert("RGB")


def _encoded(image: Image.Image, file_format: str | None) -> bytes:
    """Red lettering keeps its edge: the colours of a JPEG are as fine as its brightness."""
    image.info = {}
    written = BytesIO()
    if file_format == "PNG":
        image.save(written, "PNG")
    else:
        image.save(written, "JPEG", quality=_QUALITY, subsampling=0)
    return written.getvalue()
