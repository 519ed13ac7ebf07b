"""The pane alone: only changed pages are painted anew, marks lie over them, the bar and the keys lead about."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QPointF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.dressing import dress
from xiaoxie_desktop.core.composed import ComposedReport
from xiaoxie_desktop.core.pages import FaceRole, PagedDocument
from xiaoxie_desktop.ui.preview.fonts import Typefaces
from xiaoxie_desktop.ui.preview.page_pictures import PagePictures
from xiaoxie_desktop.ui.preview.page_places import Fit, Zoom
from xiaoxie_desktop.ui.preview.preview_pane import PreviewPane
from xiaoxie_desktop.ui.style import theme
from xiaoxie_desktop.workflow.document_fonts import document_fonts, fonts_folder
from xiaoxie_desktop.workflow.previewing import Previewed

Keys = Qt.Key
LaidOut = Callable[[int], PagedDocument]


def shown(document: PagedDocument) -> Previewed:
    return Previewed(ComposedReport("", ()), document)


@pytest.fixture
def pane(qtbot: QtBot, faces: Typefaces, laid_out: LaidOut) -> PreviewPane:
    """Four pages in a pane of the usual size."""
    dress()
    made = PreviewPane(faces)
    qtbot.addWidget(made)
    made.resize(430, 604)
    made.show()
    made.show_report(shown(laid_out(20)))
    QApplication.processEvents()
    return made


def picture(pane: PreviewPane) -> QImage:
    return pane.canvas.viewport().grab().toImage()


def count(image: QImage, colour: QColor) -> int:
    wanted = colour.rgb()
    return sum(image.pixel(x, y) == wanted for x in range(image.width()) for y in range(image.height()))


def test_only_the_page_that_changed_is_painted_again(faces: Typefaces, laid_out: LaidOut) -> None:
    pictures, size = PagePictures(faces), QSize(385, 545)
    before, after = laid_out(20).pages, laid_out(21).pages
    pictures.show(before)
    for number in range(len(before)):
        pictures.picture(number, size, 1)
    assert pictures.painted == len(before) >= 4
    pictures.show(laid_out(20).pages)
    for number in range(len(before)):
        pictures.picture(number, size, 1)
    assert pictures.painted == len(before), "equal pages are the same page"
    pictures.show(after)
    for number in range(len(after)):
        pictures.picture(number, size, 1)
    changed = sum(one != other for one, other in zip(before, after, strict=False)) + len(after) - len(before)
    assert pictures.painted == len(before) + changed < 2 * len(before)


@pytest.mark.parametrize(
    ("size", "ratio"), [(QSize(386, 546), 1.0), (QSize(385, 545), 1.5)], ids=["zoom", "screen"]
)
def test_another_size_or_screen_is_another_picture(
    faces: Typefaces, laid_out: LaidOut, size: QSize, ratio: float
) -> None:
    pictures = PagePictures(faces)
    pictures.show(laid_out(1).pages)
    pictures.picture(0, QSize(385, 545), 1)
    made = pictures.picture(0, size, ratio)
    assert pictures.painted == 2
    assert made.deviceIndependentSize().toSize() == size


def test_pictures_are_given_up_when_they_grow_too_many(faces: Typefaces, laid_out: LaidOut) -> None:
    pictures = PagePictures(faces)
    pictures.show(laid_out(20).pages)
    for number in (0, 1, 2, 3, 0):
        pictures.picture(number, QSize(3000, 4243), 1)
    assert pictures.painted == 5, "the first was given up"


def test_bar_says_page_and_size(pane: PreviewPane) -> None:
    assert pane.bar.page.text() == f"第 1 / {len(pane.canvas.pages)} 页"
    assert pane.bar.percent.text().endswith("%")
    assert pane.bar.whole.isChecked()
    assert not pane.bar.before.isEnabled()


def test_bar_leads_from_page_to_page(qtbot: QtBot, pane: PreviewPane) -> None:
    for number in range(2, len(pane.canvas.pages) + 1):
        qtbot.mouseClick(pane.bar.after, Qt.MouseButton.LeftButton)
        assert pane.bar.page.text().startswith(f"第 {number} /")
    assert not pane.bar.after.isEnabled()
    qtbot.mouseClick(pane.bar.before, Qt.MouseButton.LeftButton)
    assert pane.canvas.current_page() == len(pane.canvas.pages) - 2


def test_larger_smaller_and_fitted(qtbot: QtBot, pane: PreviewPane) -> None:
    before = pane.canvas.factor()
    changed: list[Zoom] = []
    pane.zoom_changed.connect(changed.append)
    qtbot.mouseClick(pane.bar.larger, Qt.MouseButton.LeftButton)
    assert pane.canvas.factor() > before
    assert not pane.bar.whole.isChecked()
    qtbot.mouseClick(pane.bar.smaller, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(pane.bar.width_fit, Qt.MouseButton.LeftButton)
    assert pane.bar.width_fit.isChecked()
    qtbot.mouseClick(pane.bar.whole, Qt.MouseButton.LeftButton)
    assert pane.canvas.factor() == before
    assert [one.fit for one in changed] == [Fit.FREE, Fit.FREE, Fit.WIDTH, Fit.PAGE]


@pytest.mark.parametrize(
    ("key", "page"),
    [(Keys.Key_PageDown, 1), (Keys.Key_Space, 1), (Keys.Key_End, -1), (Keys.Key_Home, 0)],
    ids=["page down", "space", "end", "home"],
)
def test_keys(qtbot: QtBot, pane: PreviewPane, key: Qt.Key, page: int) -> None:
    qtbot.keyClick(pane.canvas, key)
    assert pane.canvas.current_page() == page % len(pane.canvas.pages)
    qtbot.keyClick(pane.canvas, Keys.Key_PageUp)
    assert pane.canvas.current_page() == max(0, page % len(pane.canvas.pages) - 1)


@pytest.mark.parametrize(("turned", "larger"), [(120, True), (-120, False)], ids=["up", "down"])
def test_ctrl_and_wheel_zoom(pane: PreviewPane, turned: int, larger: bool) -> None:
    before = pane.canvas.factor()
    event = QWheelEvent(
        QPointF(100, 100), QPointF(100, 100), QPoint(), QPoint(0, turned),
        Qt.MouseButton.NoButton, Qt.KeyboardModifier.ControlModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(pane.canvas.viewport(), event)
    assert (pane.canvas.factor() > before) is larger


def test_marks_lie_over_the_page_and_are_no_part_of_it(pane: PreviewPane) -> None:
    bar = QColor("#17607F")
    assert count(picture(pane), bar) == 0
    painted = pane.canvas.pictures.painted
    pane.show_marks("lead", ())
    assert count(picture(pane), bar) > 100
    assert pane.canvas.pictures.painted == painted
    next(one for one in pane.menu().actions() if one.text() == "不显示标记").trigger()
    assert count(picture(pane), bar) == 0
    next(one for one in pane.menu().actions() if one.text() == "显示标记").trigger()
    assert count(picture(pane), bar) > 100


def test_section_further_on_comes_into_sight(pane: PreviewPane) -> None:
    pane.canvas.go_to_page(3)
    pane.reveal_section("lead")
    assert pane.canvas.current_page() == 0


def test_what_is_looked_at_stays_when_a_page_is_added(pane: PreviewPane, laid_out: LaidOut) -> None:
    pane.canvas.go_to_page(2)
    pane.show_report(shown(laid_out(40)))
    assert pane.canvas.current_page() == 2
    assert pane.bar.page.text().endswith(f"/ {len(pane.canvas.pages)} 页")


def test_click_on_text_leads_to_its_paragraph_and_beside_it_nowhere(qtbot: QtBot, pane: PreviewPane) -> None:
    went: list[tuple[str, str]] = []
    pane.paragraph_chosen.connect(lambda *place: went.append(place))
    pane.field_chosen.connect(lambda *place: went.append(place))
    line = next(one for one in pane.canvas.pages[0].lines if one.place == ("lead", "p1"))
    scale = pane.canvas.factor() * 96 / 1440
    corner = QPointF(
        (pane.canvas.viewport().width() - 11906 * scale) / 2 + (line.x + 2000) * scale,
        12 + (line.y + 300) * scale,
    )
    qtbot.mouseClick(pane.canvas.viewport(), Qt.MouseButton.LeftButton, pos=corner.toPoint())
    assert went == [("lead", "p1")]
    qtbot.mouseMove(pane.canvas.viewport(), corner.toPoint())
    qtbot.mouseClick(pane.canvas.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(3, 300))
    assert len(went) == 1


def test_title_leads_to_its_field(pane: PreviewPane) -> None:
    went: list[tuple[str, str]] = []
    pane.field_chosen.connect(lambda *place: went.append(place))
    title = pane.canvas.pages[0].lines[0]
    pane.canvas.clicked.emit(0, float(title.x + 200), float(title.y + 200))
    assert went == [("title", "")]


def test_dark_scheme_dims_the_paper(qtbot: QtBot, pane: PreviewPane, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(theme.appearance, "scheme", theme.Scheme.DARK)
    image = picture(pane)
    assert count(image, QColor("#EBE7DF")) > 10_000
    assert count(image, QColor("#141312")) > 1_000
    assert count(image, QColor("#FFFFFF")) == 0


def test_stand_ins_are_said_with_their_details(pane: PreviewPane, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[tuple[str, ...]] = []
    monkeypatch.setattr(
        "xiaoxie_desktop.ui.preview.stand_in_line.ask",
        lambda _window, question: asked.append(question.details),
    )
    line = pane.fonts
    line.show_faces([], [], {})
    assert line.isHidden()
    pane.show_fonts()
    faces = [pane._faces.face(run.face) for one in pane.canvas.pages[0].lines for run in one.runs]
    if any(face.stands_in for face in faces):
        assert "仿宋" in line.words.text()
    line.show_faces(faces, [], {"한": "另一种", "\U0010fffd": ""})
    line.link.click()
    assert "한" in "".join(asked[0])
    assert "方框" in asked[0][-1]


def test_pane_says_when_it_is_seen_again(qtbot: QtBot, pane: PreviewPane) -> None:
    pane.hide()
    with qtbot.waitSignal(pane.seen):
        pane.show()
    assert pane.isVisible()


@pytest.mark.parametrize(
    ("words", "fit"), [("页宽", Fit.WIDTH), ("整页", Fit.PAGE), ("放大", Fit.FREE), ("缩小", Fit.FREE)]
)
def test_menu_of_the_pages(pane: PreviewPane, words: str, fit: Fit) -> None:
    next(one for one in pane.menu().actions() if one.text().startswith(words)).trigger()
    assert pane.canvas.zoom.fit is fit


def test_font_that_is_shown_but_not_put_into_files_is_said(
    qtbot: QtBot, faces: Typefaces, laid_out: LaidOut, monkeypatch: pytest.MonkeyPatch
) -> None:
    installed = next(one.family for one in faces.faces().values() if one.choice.chain.role is FaceRole.KAITI)
    fonts = document_fonts()
    chains = {role: replace(chain, families=(installed,)) for role, chain in fonts.chains.items()}
    fonts = replace(fonts, chains=chains)
    monkeypatch.setattr("xiaoxie_desktop.ui.preview.fonts.embedding_bits", lambda _font: 2)
    shown_with, put_with = Typefaces(fonts, fonts_folder()), Typefaces(fonts, fonts_folder(), embeddable=True)
    pane = PreviewPane(shown_with, put_with)
    qtbot.addWidget(pane)
    pane.show_report(shown(laid_out(1)))
    assert pane.fonts.words.text().startswith("PDF 里")
    assert "不允许放进文件" in "".join(pane.fonts.sentences)


def test_page_looked_at_survives_sizes_on_the_way(pane: PreviewPane) -> None:
    pane.canvas.go_to_page(1)
    for height in (60, 300, 90, 604):
        pane.resize(430, height)
        QApplication.processEvents()
    assert pane.canvas.current_page() == 1
    pane.set_zoom(Zoom(Fit.WIDTH))
    assert pane.canvas.current_page() == 1
