"""The shipped measures against the millimetres of the standard, and the refusals of their reader."""

import shutil
from pathlib import Path

import pytest

from xiaoxie_desktop.core.errors import DefinitionError
from xiaoxie_desktop.core.measures import Measures
from xiaoxie_desktop.core.pages import FaceRole, Role
from xiaoxie_desktop.definitions.measures import load_measures
from xiaoxie_desktop.resource_files import resource_path

TWIPS_PER_MM = 1440 / 25.4


@pytest.mark.parametrize(
    ("name", "millimetres"),
    [
        ("width", 210),
        ("height", 297),
        ("top", 37),
        ("left", 28),
        ("text_width", 156),
        ("text_height", 225),
    ],
)
def test_page_is_the_standard_s(measures: Measures, name: str, millimetres: float) -> None:
    assert getattr(measures.page, name) / TWIPS_PER_MM == pytest.approx(millimetres, abs=0.05)


def test_type_area_holds_22_lines_of_28_characters(measures: Measures) -> None:
    body = measures.formats[Role.BODY]
    character = body.size * 20 + body.character_spacing
    assert measures.page.text_height // body.line_pitch == measures.lines_per_page == 22
    assert measures.page.text_width // character == measures.chars_per_line == 28


def test_every_role_and_face_has_its_measures(measures: Measures) -> None:
    assert set(measures.formats) == set(measures.style_names) == set(Role)
    assert set(measures.faces) == set(FaceRole)
    assert len(set(measures.style_names.values())) == len(Role)


def test_every_line_of_the_file_names_its_source() -> None:
    lines = resource_path("official", "gbt9704-2012.toml").read_text(encoding="utf-8").splitlines()
    values = [
        line for line in lines if line.split("=")[0].strip().endswith(("_twips", "_mm", "_em", "_share"))
    ]
    assert len(values) > 15
    assert [line for line in values if "#" not in line] == []


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("top_twips = 2098", "topp_twips = 2098", ("topp_twips", "top_twips")),
        ("top_twips = 2098", "", ("缺少 page.top_twips",)),
        ("top_twips = 2098", 'top_twips = "37 mm"', ("page.top_twips", "值写得不对")),
        ("[roles.remarks]", "[roles.remark]", ("roles.remark", "remarks")),
        ('face = "kaiti"', 'face = "kaity"', ("face",)),
        ("[faces.songti]", "[faces.heiti2]", ("heiti2", "heiti")),
        ("[page]", "[page", ("gbt9704-2012.toml", "写得不对")),
    ],
)
def test_wrong_files_are_refused(tmp_path: Path, old: str, new: str, told: tuple[str, ...]) -> None:
    folder = shutil.copytree(resource_path("official"), tmp_path / "official")
    file = folder / "gbt9704-2012.toml"
    file.write_text(file.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
    with pytest.raises(DefinitionError) as refusal:
        load_measures(folder)
    assert all(word in str(refusal.value) for word in told), str(refusal.value)


def test_a_missing_role_and_a_missing_file_are_named(tmp_path: Path) -> None:
    folder = shutil.copytree(resource_path("official"), tmp_path / "official")
    file = folder / "gbt9704-2012.toml"
    whole = file.read_text(encoding="utf-8")
    start, end = whole.index("[roles.remarks]"), whole.index("[roles.annex_label]")
    file.write_text(whole[:start] + whole[end:], encoding="utf-8")
    with pytest.raises(DefinitionError, match=r"缺少 roles\.remarks"):
        load_measures(folder)
    file.unlink()
    with pytest.raises(DefinitionError, match="读不出来"):
        load_measures(folder)
