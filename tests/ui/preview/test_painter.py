"""Every character is painted once, in order, at the place the layout gave it."""

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QGlyphRun, QImage, QPainter
from PySide6.QtWidgets import QApplication

from xiaoxie_desktop.core.official_document import BodyParagraph, OfficialDocument
from xiaoxie_desktop.core.pages import (
    Box,
    FaceRole,
    LineRun,
    Page,
    PagedDocument,
    PlacedPicture,
    Stroke,
    Wedge,
)
from xiaoxie_desktop.ui.preview.fonts import Typefaces
from xiaoxie_desktop.ui.preview.painter import PagePainter
from xiaoxie_desktop.workflow.exporting import paged_document

SCALE = 72 / 1440
ONE_TWIP = 1.0


class Recorder(QPainter):
    """A painter that notes where every glyph goes on the sheet."""

    def __init__(self, image: QImage) -> None:
        super().__init__(image)
        self.image = image  # a painter does not keep it alive
        self.drawn: list[QPointF] = []

    def drawGlyphRun(self, position: QPointF, run: QGlyphRun) -> None:  # type: ignore[override]
        frame = self.transform()
        self.drawn.extend(frame.map(position + place) for place in run.positions())
        super().drawGlyphRun(position, run)


def sheet(page: Page) -> QImage:
    image = QImage(round(page.width * SCALE), round(page.height * SCALE), QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    return image


def painted(page: Page, faces: Typefaces, **options: object) -> QImage:
    image = sheet(page)
    painter = QPainter(image)
    PagePainter(faces, SCALE, **options).paint(painter, page)  # type: ignore[arg-type]
    painter.end()
    return image


def expected_places(page: Page) -> Iterator[tuple[int, int]]:
    """Where every character stands, in twips."""
    for line in (*page.lines, *((page.page_number,) if page.page_number else ())):
        for run in line.runs:
            yield from ((x, line.baseline) for x in run.xs)


def test_every_glyph_stands_once_at_its_own_place(
    laid_out: Callable[[int], PagedDocument], faces: Typefaces
) -> None:
    pages = laid_out(20).pages
    assert len(pages) >= 3
    for page in pages:
        recorder = Recorder(sheet(page))
        PagePainter(faces, SCALE).paint(recorder, page)
        recorder.end()
        found = [(place.x() / SCALE, place.y() / SCALE) for place in recorder.drawn]
        wanted = list(expected_places(page))
        assert len(found) == len(wanted) > 200 or page is pages[-1]
        for place, should in zip(found, wanted, strict=True):
            assert place == pytest.approx(should, abs=ONE_TWIP)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    texts=st.lists(
        st.text("消费者投诉12三，。、“”《》（）—…·aB %℃𨙸㙦鬣", min_size=1, max_size=120), max_size=6
    )
)
def test_every_character_of_any_text_is_painted_once_and_in_order(faces: Typefaces, texts: list[str]) -> None:
    body = tuple(BodyParagraph(text) for text in texts if text.strip())
    document = paged_document(OfficialDocument("总结", body))
    painted_text = ""
    for page in document.pages:
        recorder = Recorder(sheet(page))
        PagePainter(faces, SCALE).paint(recorder, page)
        recorder.end()
        assert len(recorder.drawn) == sum(1 for _ in expected_places(page))
        painted_text += "".join(run.text for line in page.lines for run in line.runs)
    wanted = "".join(one.text for one in document.paragraphs)
    assert painted_text.replace(" ", "") == wanted.replace(" ", "").replace("\n", "")


def test_text_of_the_page_is_the_text_of_its_runs(laid_out: Callable[[int], PagedDocument]) -> None:
    document = laid_out(8)
    lines = [line for page in document.pages for line in page.lines]
    assert all(line.text.replace("\t", "") == "".join(run.text for run in line.runs) for line in lines)


SHAPES = Page(
    1, 11906, 16838, False, (),
    strokes=(Stroke(2000, 3000, 9000, 3000, 60, "FF0000"),),
    boxes=(Box(2000, 5000, 2000, 1000, "00FF00"),),
    wedges=(Wedge(6000, 9000, 1500, 0, 900, "0000FF"),),
    pictures=(PlacedPicture("p", "会场", 2000, 12000, 2000, 2000, 0),),
)  # fmt: skip


@pytest.mark.parametrize(
    ("x", "y", "colour"),
    [
        pytest.param(5000, 3000, "#ff0000", id="stroke"),
        pytest.param(3000, 5500, "#00ff00", id="box"),
        pytest.param(6600, 8400, "#0000ff", id="wedge, clockwise from twelve"),
        pytest.param(5400, 8400, "#ffffff", id="left of the wedge"),
        pytest.param(6600, 9600, "#ffffff", id="below the wedge"),
        pytest.param(3000, 13000, "#ff00ff", id="picture"),
    ],
)
def test_shapes(faces: Typefaces, x: int, y: int, colour: str) -> None:
    picture = QImage(4, 4, QImage.Format.Format_RGB32)
    picture.fill(QColor("#ff00ff"))
    image = painted(SHAPES, faces, pictures={"p": picture})
    assert image.pixelColor(round(x * SCALE), round(y * SCALE)).name() == colour


def test_picture_that_is_not_there_leaves_its_frame(faces: Typefaces) -> None:
    image = painted(SHAPES, faces)
    assert image.pixelColor(round(2000 * SCALE), round(13000 * SCALE)).name() != "#ffffff"
    assert image.pixelColor(round(3000 * SCALE), round(13000 * SCALE)).name() == "#ffffff"


def test_screens_may_have_another_black(laid_out: Callable[[int], PagedDocument], faces: Typefaces) -> None:
    page = laid_out(2).pages[0]
    image = painted(page, faces, ink="0000FF")
    colours = {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(120, 180)}
    assert any(QColor(one).red() < 60 and QColor(one).blue() > 200 for one in colours)
    assert "#000000" not in colours


def test_turned_line_runs_down_the_right_edge(
    laid_out: Callable[[int], PagedDocument], qapp: QApplication, faces: Typefaces
) -> None:
    page = laid_out(1).pages[0]
    line = page.lines[0]
    run = LineRun(FaceRole.FANGSONG, "国国国", (3000, 3320, 3640))
    turned = replace(line, setting=replace(line.setting, runs=(run,), size=16), turned=True)
    image = painted(Page(1, 16838, 11906, True, (turned,)), faces)
    dark = [
        (x / SCALE, y / SCALE)
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y).lightness() < 128
    ]
    assert dark
    across, down = zip(*dark, strict=True)
    assert 2950 <= min(down) <= max(down) <= 4010
    assert abs(16838 - max(across) - (line.baseline - 280)) < 120


@pytest.mark.parametrize("scale", [0.032, 0.0521, 0.1389, 0.31], ids=lambda scale: f"{scale * 1500:.0f} %")
@pytest.mark.parametrize("size", [14, 16, 22, 62])
def test_type_is_seen_in_every_size(
    qapp: QApplication, faces: Typefaces, laid_out: Callable[[int], PagedDocument], size: int, scale: float
) -> None:
    page = laid_out(1).pages[0]
    run = LineRun(FaceRole.XIAOBIAOSONG, "国", (1000,))
    line = replace(page.lines[0], setting=replace(page.lines[0].setting, runs=(run,), size=size))
    image = QImage(round(4000 * scale), round(6000 * scale), QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    PagePainter(faces, scale).paint(painter, Page(1, 4000, 6000, False, (line,)))
    painter.end()
    ink = sum(
        255 - image.pixelColor(x, y).lightness() for x in range(image.width()) for y in range(image.height())
    )
    square = (size * 20 * scale) ** 2 * 255
    assert 0.2 < ink / square < 0.7
