"""Photos as cameras, phones and scanners write them, and files that are no photos at all."""

import struct
import zlib
from collections.abc import Callable
from datetime import date
from io import BytesIO

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from PIL import ExifTags, Image
from PIL.PngImagePlugin import PngInfo

from xiaoxie_desktop.core.errors import BadInput
from xiaoxie_desktop.export.pictures import LARGEST_FILE_MB, PreparedPicture, prepared

FRAME_WIDTH, FRAME_HEIGHT = 4320, 2880
"""3 by 2 inches: 600 by 400 pixels."""
RED, GREEN, BLUE, WHITE = (255, 0, 0), (0, 255, 0), (0, 0, 255), (255, 255, 255)
BROKEN = "已损坏或没有复制完整"


def in_frame(data: bytes) -> PreparedPicture:
    return prepared(data, widest=FRAME_WIDTH, tallest=FRAME_HEIGHT)


def pixels(picture: PreparedPicture) -> Image.Image:
    return Image.open(BytesIO(picture.data))


def encoded(image: Image.Image, file_format: str, **options: object) -> bytes:
    written = BytesIO()
    image.save(written, file_format, **options)
    return written.getvalue()


def quartered(width: int = 80, height: int = 40) -> Image.Image:
    """Red, green, blue and white from the top left, row by row."""
    image = Image.new("RGB", (width, height), RED)
    image.paste(GREEN, (width // 2, 0, width, height // 2))
    image.paste(BLUE, (0, height // 2, width // 2, height))
    image.paste(WHITE, (width // 2, height // 2, width, height))
    return image


def corners(image: Image.Image) -> list[tuple[int, ...]]:
    """The colours in the middle of each quarter, rounded to full channels."""
    width, height = image.size
    places = [(x * width // 4, y * height // 4) for y in (1, 3) for x in (1, 3)]
    return [tuple(255 * (channel > 127) for channel in image.convert("RGB").getpixel(at)) for at in places]


def noisy(width: int = 900, height: int = 700) -> Image.Image:
    return Image.effect_noise((width, height), 80).convert("RGB")


def exif(orientation: int = 1, **camera: str) -> Image.Exif:
    notes = Image.Exif()
    notes[ExifTags.Base.Orientation] = orientation
    notes[ExifTags.Base.Make] = "SecretCamera"
    notes.get_ifd(ExifTags.IFD.Exif).update({ExifTags.Base[tag]: text for tag, text in camera.items()})
    return notes


def chunk(name: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))


def png_of(width: int, height: int) -> bytes:
    """A PNG whose header claims a size its few bytes do not hold."""
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    body = chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(b"\0" * 1000)) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + body


def jpeg_of(width: int, height: int) -> bytes:
    """A small JPEG with a size written into its frame header that its pixels do not have."""
    data = bytearray(encoded(quartered(), "JPEG"))
    data_at = data.index(b"\xff\xc0") + 5
    data[data_at : data_at + 4] = struct.pack(">HH", height, width)
    return bytes(data)


def many_scans() -> bytes:
    data = encoded(quartered(), "JPEG", progressive=True)
    last = data.rindex(b"\xff\xda")
    return data[:last] + data[last:-2] * 200 + data[-2:]


@pytest.mark.parametrize(
    ("orientation", "expected", "size"),
    [
        pytest.param(1, [RED, GREEN, BLUE, WHITE], (80, 40), id="upright"),
        pytest.param(2, [GREEN, RED, WHITE, BLUE], (80, 40), id="mirrored"),
        pytest.param(3, [WHITE, BLUE, GREEN, RED], (80, 40), id="upside down"),
        pytest.param(4, [BLUE, WHITE, RED, GREEN], (80, 40), id="upside down and mirrored"),
        pytest.param(5, [RED, BLUE, GREEN, WHITE], (40, 80), id="on its left side and mirrored"),
        pytest.param(6, [BLUE, RED, WHITE, GREEN], (40, 80), id="on its left side"),
        pytest.param(7, [WHITE, GREEN, BLUE, RED], (40, 80), id="on its right side and mirrored"),
        pytest.param(8, [GREEN, WHITE, RED, BLUE], (40, 80), id="on its right side"),
        pytest.param(9, [RED, GREEN, BLUE, WHITE], (80, 40), id="an orientation there is not"),
    ],
)
@pytest.mark.parametrize("file_format", ["JPEG", "PNG"])
def test_picture_stands_the_way_it_was_taken(
    file_format: str, orientation: int, expected: list[tuple[int, ...]], size: tuple[int, int]
) -> None:
    picture = in_frame(encoded(quartered(), file_format, exif=exif(orientation)))
    assert (picture.width_px, picture.height_px) == size == pixels(picture).size
    assert corners(pixels(picture)) == expected
    assert pixels(picture).format == file_format


@pytest.mark.parametrize(
    ("given_size", "orientation", "expected"),
    [
        pytest.param((600, 400), 1, (600, 400), id="as large as the frame"),
        pytest.param((1, 1), 1, (1, 1), id="one pixel is not scaled up"),
        pytest.param((2400, 1600), 1, (600, 400), id="scaled into the frame"),
        pytest.param((2400, 800), 1, (600, 200), id="too wide"),
        pytest.param((800, 2400), 1, (133, 400), id="too tall"),
        pytest.param((2400, 800), 6, (133, 400), id="turned, then scaled"),
        pytest.param((601, 400), 1, (600, 399), id="one pixel too wide"),
        pytest.param((30_000, 2), 1, (600, 1), id="a thread"),
        pytest.param((2, 30_000), 1, (1, 400), id="a thread that hangs"),
    ],
)
@pytest.mark.parametrize("file_format", ["JPEG", "PNG"])
def test_picture_is_no_larger_than_200_dpi_of_its_frame(
    file_format: str, given_size: tuple[int, int], orientation: int, expected: tuple[int, int]
) -> None:
    data = encoded(Image.new("RGB", given_size, BLUE), file_format, exif=exif(orientation))
    picture = in_frame(data)
    assert (picture.width_px, picture.height_px) == expected == pixels(picture).size
    assert set(corners(pixels(picture))) == {BLUE}


sides = st.integers(1, 1500)
twips = st.integers(1, 9000)


@settings(max_examples=60, deadline=None)
@given(sides, sides, twips, twips, st.integers(1, 8), st.sampled_from(["JPEG", "PNG"]))
@example(1, 1500, 1, 1, 6, "PNG")
def test_picture_is_never_cut_off_nor_out_of_shape(
    width: int, height: int, widest: int, tallest: int, orientation: int, file_format: str
) -> None:
    data = encoded(Image.new("L", (width, height), 90), file_format, exif=exif(orientation))
    picture = prepared(data, widest=widest, tallest=tallest)
    wide, high = (width, height) if orientation < 5 else (height, width)
    assert picture.width_px <= max(1, widest * 200 / 1440)
    assert picture.height_px <= max(1, tallest * 200 / 1440)
    assert picture.width_px <= wide
    assert picture.height_px <= high
    assert (
        abs(picture.height_px - picture.width_px * high / wide) < 1
        or abs(picture.width_px - picture.height_px * wide / high) < 1
    )


@pytest.mark.parametrize("size", [(80, 40), (2400, 1200), (2407, 1203)], ids=["small", "large", "odd"])
@pytest.mark.parametrize("file_format", ["JPEG", "PNG"])
def test_scaling_keeps_every_edge_in_the_picture(file_format: str, size: tuple[int, int]) -> None:
    framed = Image.new("RGB", size, RED)
    border = size[0] // 20
    framed.paste(WHITE, (border, border, size[0] - border, size[1] - border))
    seen = pixels(in_frame(encoded(framed, file_format))).convert("RGB")
    right, bottom = seen.width - 1, seen.height - 1
    edges = [(0, 0), (right, 0), (0, bottom), (right, bottom), (right // 2, bottom), (right, bottom // 2)]
    assert {tuple(255 * (one > 127) for one in seen.getpixel(at)) for at in edges} == {RED}


@pytest.mark.parametrize(
    ("camera", "expected"),
    [
        pytest.param({"DateTimeOriginal": "2026:03:15 09:30:00"}, date(2026, 3, 15), id="taken"),
        pytest.param({"DateTimeOriginal": "2026-03-15"}, date(2026, 3, 15), id="dashes"),
        pytest.param({"DateTimeDigitized": "2025:12:31 23:59:59"}, date(2025, 12, 31), id="scanned"),
        pytest.param(
            {"DateTimeOriginal": "0000:00:00 00:00:00", "DateTimeDigitized": "2026:01:02 00:00:00"},
            date(2026, 1, 2),
            id="the first that is a day",
        ),
        pytest.param({"DateTimeOriginal": "2026:02:30 10:00:00"}, None, id="no such day"),
        pytest.param({"DateTimeOriginal": "    :  :     :  :  "}, None, id="blank"),
        pytest.param({}, None, id="none"),
    ],
)
@pytest.mark.parametrize("file_format", ["JPEG", "PNG"])
def test_the_day_a_photo_was_taken_is_told(
    file_format: str, camera: dict[str, str], expected: date | None
) -> None:
    assert in_frame(encoded(quartered(), file_format, exif=exif(**camera))).taken == expected


@pytest.mark.parametrize("size", [(80, 40), (1600, 800)], ids=["kept size", "scaled"])
def test_nothing_but_pixels_is_passed_on(size: tuple[int, int]) -> None:
    texts = PngInfo()
    texts.add_text("Author", "SecretName", zip=False)
    notes = {"exif": exif(DateTimeOriginal="2026:03:15 09:30:00"), "icc_profile": b"SecretProfile"}
    for data in (
        encoded(quartered(*size), "JPEG", comment=b"SecretComment", xmp=b"SecretPlace", **notes),
        encoded(quartered(*size), "PNG", pnginfo=texts, **notes),
    ):
        picture = in_frame(data + b"SecretTrailer")
        assert b"Secret" in data
        assert b"Secret" not in picture.data
        assert b"2026:03:15" not in picture.data
        assert not {"exif", "icc_profile", "comment", "xmp", "Author"} & pixels(picture).info.keys()


def test_damaged_exif_spoils_no_picture() -> None:
    data = encoded(quartered(), "JPEG", exif=exif(6, DateTimeOriginal="2026:03:15 09:30:00"))
    at = data.index(b"Exif\0\0") + 6
    for damage in (b"\0" * 8, b"II*\0\xff\xff\xff\xff", b"MM\0*\0\0\0\x08" + b"\xff" * 60):
        picture = in_frame(data[:at] + damage + data[at + len(damage) :])
        assert corners(pixels(picture)) == [RED, GREEN, BLUE, WHITE]


def palette_with_hole() -> Image.Image:
    image = quartered().quantize(4)
    image.info["transparency"] = image.getpixel((1, 1))
    return image


@pytest.mark.parametrize(
    ("image", "file_format", "expected"),
    [
        pytest.param(quartered().convert("CMYK"), "JPEG", [RED, GREEN, BLUE, WHITE], id="printing colours"),
        pytest.param(quartered().quantize(4), "PNG", [RED, GREEN, BLUE, WHITE], id="palette"),
        pytest.param(palette_with_hole(), "PNG", [WHITE, GREEN, BLUE, WHITE], id="transparent palette"),
        pytest.param(Image.new("RGBA", (40, 40), (0, 0, 0, 0)), "PNG", [WHITE] * 4, id="transparent"),
        pytest.param(Image.new("LA", (40, 40), (0, 0)), "PNG", [WHITE] * 4, id="transparent grey"),
        pytest.param(Image.new("RGBA", (900, 900), (255, 0, 0, 255)), "PNG", [RED] * 4, id="opaque, scaled"),
        pytest.param(Image.new("1", (40, 40), 1), "PNG", [WHITE] * 4, id="black and white"),
    ],
)
def test_every_sort_of_pixels_is_printable(
    image: Image.Image, file_format: str, expected: list[tuple[int, ...]]
) -> None:
    picture = pixels(in_frame(encoded(image, file_format)))
    assert picture.mode in ("L", "RGB")
    assert corners(picture) == expected


@pytest.mark.parametrize("side", [40, 900], ids=["kept size", "scaled"])
@pytest.mark.parametrize(("grey", "expected"), [(0, 0), (32896, 128), (65535, 255)])
def test_sixteen_bits_of_grey_keep_their_grey(grey: int, expected: int, side: int) -> None:
    picture = pixels(in_frame(encoded(Image.new("I;16", (side, side), grey), "PNG")))
    assert picture.getpixel((5, 5)) == expected


@pytest.mark.parametrize("file_format", ["JPEG", "PNG"])
def test_the_same_photo_gives_the_same_bytes(file_format: str) -> None:
    data = encoded(noisy(), file_format)
    first = in_frame(data)
    assert first == in_frame(data)
    again = in_frame(first.data)
    assert (again.width_px, again.height_px) == (first.width_px, first.height_px)


NOT_A_PICTURE = "不是 JPG 或 PNG"


@pytest.mark.parametrize(
    ("make", "said"),
    [
        pytest.param(lambda: b"", "是空的", id="empty"),
        pytest.param(lambda: b"MZ\x90\0" + b"\0" * 400, NOT_A_PICTURE, id="renamed program"),
        pytest.param(lambda: b"PK" + "照片".encode(), NOT_A_PICTURE, id="text"),
        pytest.param(lambda: encoded(quartered(), "BMP"), NOT_A_PICTURE, id="BMP"),
        pytest.param(lambda: encoded(quartered(), "GIF"), NOT_A_PICTURE, id="GIF"),
        pytest.param(lambda: b"\0\0\0\x18ftypheic" + b"\0" * 99, "HEIC", id="HEIC"),
        pytest.param(lambda: b"\0\0\0\x18ftypmif1" + b"\0" * 99, "HEIC", id="HEIC of another brand"),
        pytest.param(lambda: b"\0\0\0\x18ftypmp42" + b"\0" * 99, NOT_A_PICTURE, id="film"),
        pytest.param(
            lambda: encoded(quartered(), "PNG") + b"\0" * (LARGEST_FILE_MB << 20), "超过了 40 MB", id="40 MB"
        ),
        pytest.param(lambda: jpeg_of(10_000, 10_000), "超过了 6000 万像素", id="100 megapixels"),
        pytest.param(lambda: jpeg_of(65_000, 65_000), "超过了 6000 万像素", id="largest JPEG there is"),
        pytest.param(lambda: png_of(8000, 7501), "超过了 6000 万像素", id="just too many pixels"),
        pytest.param(lambda: png_of(2**31 - 1, 2**31 - 1), "超过了 6000 万像素", id="decompression bomb"),
        pytest.param(lambda: png_of(300, 300), BROKEN, id="PNG without its pixels"),
        pytest.param(lambda: png_of(0, 300), BROKEN, id="PNG without width"),
        pytest.param(lambda: jpeg_of(0, 300), BROKEN, id="JPEG without width"),
        pytest.param(lambda: b"\xff\xd8\xff", BROKEN, id="JPEG of three bytes"),
        pytest.param(lambda: b"\x89PNG\r\n\x1a\n", BROKEN, id="PNG of eight bytes"),
        pytest.param(many_scans, BROKEN, id="two hundred scans"),
    ],
)
def test_what_is_no_good_photo_is_refused_in_a_sentence(make: Callable[[], bytes], said: str) -> None:
    with pytest.raises(BadInput, match=said) as caught:
        in_frame(make())
    assert str(caught.value).endswith("。")


@pytest.mark.parametrize("share", [0.02, 0.1, 0.5, 0.9, 0.99])
@pytest.mark.parametrize("orientation", [1, 6])
@pytest.mark.parametrize("options", [{}, {"progressive": True}], ids=["in rows", "progressive"])
def test_photo_copied_in_part_is_refused(options: dict[str, bool], orientation: int, share: float) -> None:
    data = encoded(noisy(), "JPEG", exif=exif(orientation), **options)
    with pytest.raises(BadInput, match=BROKEN):
        in_frame(data[: int(len(data) * share)])


@pytest.mark.parametrize("share", [0.001, 0.1, 0.5, 0.9, 0.99])
def test_drawing_copied_in_part_is_refused(share: float) -> None:
    data = encoded(noisy(), "PNG")
    with pytest.raises(BadInput, match=BROKEN):
        in_frame(data[: int(len(data) * share)])


WHOLE = {name: encoded(noisy(60, 50), name, exif=exif(6)) for name in ("JPEG", "PNG")}


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(sorted(WHOLE)), st.lists(st.tuples(st.integers(0, 4000), st.integers(0, 255))))
def test_damaged_bytes_are_a_picture_or_a_sentence(name: str, changes: list[tuple[int, int]]) -> None:
    data = bytearray(WHOLE[name])
    for at, byte in changes:
        data[at % len(data)] = byte
    try:
        picture = in_frame(bytes(data))
    except BadInput as error:
        assert str(error).endswith("。")
    else:
        assert pixels(picture).size == (picture.width_px, picture.height_px)


def test_memory_too_small_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    def no_memory(*_: object) -> None:
        raise MemoryError

    data = encoded(quartered(), "PNG")
    monkeypatch.setattr("PIL.PngImagePlugin.PngImageFile.load", no_memory)
    with pytest.raises(BadInput, match="内存不够"):
        in_frame(data)


@pytest.mark.parametrize(("widest", "tallest"), [(0, 100), (100, 0), (-1, -1)])
def test_frame_without_room_is_said(widest: int, tallest: int) -> None:
    with pytest.raises(BadInput, match="没有放照片的地方"):
        prepared(encoded(quartered(), "PNG"), widest=widest, tallest=tallest)
