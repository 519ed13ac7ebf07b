"""Reads the chains of typefaces and what the shipped font files draw, strictly."""

from pathlib import Path
from types import MappingProxyType

from pydantic import RootModel

from xiaoxie_desktop.core.errors import DefinitionError
from xiaoxie_desktop.core.font_chains import DocumentFonts, FaceMetrics, FontChain, ShippedFont
from xiaoxie_desktop.core.nearest import did_you_mean
from xiaoxie_desktop.core.pages import FaceRole
from xiaoxie_desktop.definitions.shape_errors import read_shape
from xiaoxie_desktop.definitions.shapes import Table, Text
from xiaoxie_desktop.definitions.toml_files import read_toml

CHAINS_FILE = "fonts.toml"
COVERAGE_FILE = "coverage.toml"


class MetricsTable(Table):
    """`[metrics]`."""

    full_width: Text
    half_width: Text
    tolerance: float


class ShippedTable(Table):
    """`[shipped.….ttf]`."""

    family: Text
    chinese_family: Text


class FaceChainTable(Table):
    """`[faces.…]`."""

    label: Text
    name: Text
    alternatives: list[Text]
    families: list[Text]
    shipped: Text
    supplements: list[Text]


class ChainsTable(Table):
    """The whole of `fonts.toml`."""

    metrics: MetricsTable
    shipped: dict[str, ShippedTable]
    faces: dict[str, FaceChainTable]


class CoverageTable(Table):
    """What one file draws."""

    has_gb2312: bool
    beyond: str


class CoverageFile(RootModel[dict[str, CoverageTable]]):
    """The whole of `coverage.toml`."""


def load_document_fonts(official: Path, fonts: Path) -> DocumentFonts:
    """Read `fonts.toml` in the folder ``official`` and `coverage.toml` beside the font files in ``fonts``.

    Raises:
        DefinitionError: naming file, key and the nearest known name.
    """
    table = read_shape(ChainsTable, read_toml(official / CHAINS_FILE), CHAINS_FILE)
    coverage = read_shape(CoverageFile, read_toml(fonts / COVERAGE_FILE), COVERAGE_FILE).root
    _expect_roles(table.faces)
    shipped = {file: _shipped(file, names, coverage) for file, names in table.shipped.items()}
    chains = {FaceRole(role): _chain(FaceRole(role), face, shipped) for role, face in table.faces.items()}
    metrics = table.metrics
    return DocumentFonts(
        MappingProxyType(chains),
        FaceMetrics(metrics.full_width, metrics.half_width, metrics.tolerance),
    )


def _expect_roles(faces: dict[str, FaceChainTable]) -> None:
    known = [str(role) for role in FaceRole]
    for role in faces:
        if role not in known:
            raise DefinitionError(f"{CHAINS_FILE} 里没有“faces.{role}”这个键{did_you_mean(role, known)}")
    for role in known:
        if role not in faces:
            raise DefinitionError(f"{CHAINS_FILE} 里的“faces.{role}”没有写，请补上。")


def _shipped(file: str, names: ShippedTable, coverage: dict[str, CoverageTable]) -> ShippedFont:
    if file not in coverage:
        raise DefinitionError(f"{COVERAGE_FILE} 里没有字体文件“{file}”{did_you_mean(file, coverage)}")
    drawn = coverage[file]
    return ShippedFont(file, names.family, names.chinese_family, drawn.has_gb2312, frozenset(drawn.beyond))


def _chain(role: FaceRole, table: FaceChainTable, shipped: dict[str, ShippedFont]) -> FontChain:
    for file in (table.shipped, *table.supplements):
        if file not in shipped:
            raise DefinitionError(
                f"{CHAINS_FILE} 里“faces.{role}”的字体文件“{file}”没有写在 shipped 里{did_you_mean(file, shipped)}"
            )
    return FontChain(
        role=role,
        label=table.label,
        name=table.name,
        alternatives=tuple(table.alternatives),
        families=tuple(table.families),
        shipped=shipped[table.shipped],
        supplements=tuple(shipped[file] for file in table.supplements),
    )
