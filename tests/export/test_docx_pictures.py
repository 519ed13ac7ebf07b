"""Photos inside a Word file: upright, scaled to where they stand, without their notes, or refused in a sentence."""

from io import BytesIO
from zipfile import ZipFile

import docx
import pytest
from PIL import ExifTags, Image

from tests.export.samples import laid_out
from xiaoxie_desktop.core.errors import ExportError
from xiaoxie_desktop.core.measures import Measures
from xiaoxie_desktop.core.official_document import OfficialDocument, Picture, Pictures
from xiaoxie_desktop.export.docx_writer import docx_bytes
from xiaoxie_desktop.export.pictures import prepared

EMU_PER_INCH = 914_400


def photo(width: int, height: int, orientation: int) -> bytes:
    notes = Image.Exif()
    notes[ExifTags.Base.Orientation] = orientation
    written = BytesIO()
    Image.new("RGB", (width, height), (0, 80, 160)).save(written, "JPEG", exif=notes)
    return written.getvalue()


def written(measures: Measures, shown: Picture, sources: dict[str, bytes], per_page: int = 2) -> bytes:
    document = OfficialDocument(title="活动情况", body=(Pictures((shown,), per_page),))
    return docx_bytes(laid_out(document, measures), measures, pictures=sources)


@pytest.mark.parametrize("per_page", [1, 2, 4, 6])
def test_photo_is_upright_and_no_finer_than_its_place(measures: Measures, per_page: int) -> None:
    data = photo(3000, 2000, 6)
    whole = prepared(data, widest=20_000, tallest=30_000)
    assert (whole.width_px, whole.height_px) == (2000, 3000)
    content = written(measures, Picture("a", whole.width_px, whole.height_px), {"a": data}, per_page)
    shape = docx.Document(BytesIO(content)).element.body.xpath(".//wp:extent")[0]
    extent = int(shape.get("cx")), int(shape.get("cy"))
    with ZipFile(BytesIO(content)) as archive:
        (name,) = (one for one in archive.namelist() if one.startswith("word/media/"))
        shown = Image.open(BytesIO(archive.read(name)))
    assert not shown.getexif()
    assert shown.width / shown.height == pytest.approx(extent[0] / extent[1], rel=0.01)
    assert shown.height / (extent[1] / EMU_PER_INCH) == pytest.approx(200, abs=1)


def test_the_same_photos_give_the_same_file(measures: Measures) -> None:
    shown, sources = Picture("a", 300, 200), {"a": photo(300, 200, 1)}
    assert written(measures, shown, sources) == written(measures, shown, sources)


@pytest.mark.parametrize(
    ("sources", "said"),
    [
        pytest.param({}, "找不到", id="not there"),
        pytest.param({"a": b"MZ" + b"\0" * 99}, "不是 JPG 或 PNG", id="no photo"),
        pytest.param({"a": photo(900, 600, 1)[:2000]}, "没有复制完整", id="copied in part"),
    ],
)
def test_file_without_a_photo_it_names_is_not_written(
    measures: Measures, sources: dict[str, bytes], said: str
) -> None:
    with pytest.raises(ExportError, match=said):
        written(measures, Picture("a", 900, 600), sources)
