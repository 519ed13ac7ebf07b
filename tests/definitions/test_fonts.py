"""The chains of typefaces and the coverage of the shipped files are read strictly."""

import shutil
from pathlib import Path

import pytest

from xiaoxie_desktop.core.errors import DefinitionError
from xiaoxie_desktop.core.font_chains import DocumentFonts
from xiaoxie_desktop.core.pages import FaceRole
from xiaoxie_desktop.definitions.fonts import CHAINS_FILE, COVERAGE_FILE, load_document_fonts
from xiaoxie_desktop.definitions.measures import load_measures
from xiaoxie_desktop.resource_files import resource_path


def shipped() -> DocumentFonts:
    return load_document_fonts(resource_path("official"), resource_path("fonts"))


def test_every_face_has_its_chain_and_a_shipped_file() -> None:
    chains = shipped().chains
    assert set(chains) == set(FaceRole)
    assert len({chain.shipped.file for chain in chains.values()}) == len(FaceRole)
    for chain in chains.values():
        assert chain.families[0] == chain.name
        assert set(chain.alternatives) <= set(chain.families)
        assert chain.shipped.has_gb2312


def test_names_are_those_of_the_measures() -> None:
    faces = load_measures(resource_path("official")).faces
    chains = shipped().chains
    assert {role: (face.name, face.alternatives) for role, face in faces.items()} == {
        role: (chain.name, chain.alternatives) for role, chain in chains.items()
    }


@pytest.mark.parametrize(
    ("file", "old", "new", "told"),
    [
        (CHAINS_FILE, "tolerance =", "tolerence =", ("tolerence", "tolerance")),
        (CHAINS_FILE, "[faces.songti]", "[faces.sonti]", ("faces.sonti", "songti")),
        (CHAINS_FILE, "tolerance = 0.02", 'tolerance = "2 %"', ("metrics.tolerance",)),
        (CHAINS_FILE, 'label = "宋体"\n', "", ("faces.songti.label", "没有写")),
        (CHAINS_FILE, 'shipped = "XiaoxieSongti.ttf"', 'shipped = "Songti.ttf"', ("Songti.ttf", "shipped")),
        (CHAINS_FILE, '[shipped."XiaoxieKaiti.ttf"]', '[shipped."Kaiti.ttf"]', ("Kaiti.ttf", COVERAGE_FILE)),
        (COVERAGE_FILE, "has_gb2312 = true", "has_gb2312 = 1", ("has_gb2312", COVERAGE_FILE)),
    ],
)
def test_what_is_wrong_is_named(tmp_path: Path, file: str, old: str, new: str, told: tuple[str, ...]) -> None:
    shutil.copy(resource_path("official", CHAINS_FILE), tmp_path)
    shutil.copy(resource_path("fonts", COVERAGE_FILE), tmp_path)
    text = (tmp_path / file).read_text(encoding="utf-8")
    assert old in text
    (tmp_path / file).write_text(text.replace(old, new), encoding="utf-8")
    with pytest.raises(DefinitionError) as error:
        load_document_fonts(tmp_path, tmp_path)
    assert [part for part in told if part not in str(error.value)] == []


def test_a_face_without_chain_is_named(tmp_path: Path) -> None:
    shutil.copy(resource_path("fonts", COVERAGE_FILE), tmp_path)
    text = resource_path("official", CHAINS_FILE).read_text(encoding="utf-8")
    (tmp_path / CHAINS_FILE).write_text(text[: text.index("[faces.songti]")], encoding="utf-8")
    with pytest.raises(DefinitionError, match=r"“faces\.songti”没有写"):
        load_document_fonts(tmp_path, tmp_path)
