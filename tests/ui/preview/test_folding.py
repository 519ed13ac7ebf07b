"""Where the preview stands: the rule of the design over window sizes, and what is remembered of it."""

from pathlib import Path

import pytest

from xiaoxie_desktop.ui.preview.folding import TAB_WIDTH, Room, Stand, stand
from xiaoxie_desktop.ui.preview.page_places import Fit, Zoom
from xiaoxie_desktop.ui.preview.preview_memory import PreviewMemory

CASES = [
    pytest.param(Room(1366, 1134, False), 430, True, Stand.BESIDE, 430, id="usual window"),
    pytest.param(Room(1920, 1688, False), 652, True, Stand.BESIDE, 652, id="large screen"),
    pytest.param(Room(1200, 968, False), 430, True, Stand.BESIDE, 408, id="least width keeps the form"),
    pytest.param(Room(1366, 1134, False), 430, False, Stand.FOLDED, TAB_WIDTH, id="folded by hand"),
    pytest.param(Room(1366, 1102, True), 430, True, Stand.FOR_COMPOSED, 430, id="large text"),
    pytest.param(Room(1199, 967, False), 430, True, Stand.FOR_COMPOSED, 407, id="narrow"),
    pytest.param(Room(1024, 792, False), 430, True, Stand.FOR_FORM, 792, id="least window"),
    pytest.param(Room(1024, 792, False), 430, False, Stand.FOLDED, TAB_WIDTH, id="least window, folded"),
]


@pytest.mark.parametrize(("room", "wanted", "opened", "where", "width"), CASES)
def test_stand(room: Room, wanted: int, opened: bool, where: Stand, width: int) -> None:
    assert stand(room, wanted, opened=opened) == (where, width)


def test_remembered_in_the_data_directory(tmp_path: Path) -> None:
    memory = PreviewMemory(tmp_path)
    assert (memory.folded, memory.zoom) == (False, Zoom())
    memory.folded, memory.zoom = True, Zoom(Fit.FREE, 1.25)
    again = PreviewMemory(tmp_path)
    assert (again.folded, again.zoom) == (True, Zoom(Fit.FREE, 1.25))
    assert [path.name for path in tmp_path.iterdir()] == ["window.ini"]


def test_without_a_directory_it_lasts_as_long_as_the_window() -> None:
    memory = PreviewMemory()
    memory.folded, memory.zoom = True, Zoom(Fit.WIDTH)
    assert (memory.folded, memory.zoom) == (True, Zoom(Fit.WIDTH))


@pytest.mark.parametrize("text", ["", "[preview]\nfit=HUGE\nfactor=many\n"], ids=["empty", "nonsense"])
def test_damaged_memory_is_the_usual_size(tmp_path: Path, text: str) -> None:
    (tmp_path / "window.ini").write_text(text)
    assert PreviewMemory(tmp_path).zoom == Zoom()
