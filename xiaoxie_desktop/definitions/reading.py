"""Reads a report kind from its folder: `report.toml`, one file per section, and the sections shared by kinds."""

from pathlib import Path

from xiaoxie_desktop.core.errors import DefinitionError
from xiaoxie_desktop.core.nearest import did_you_mean
from xiaoxie_desktop.core.report import ReportKind, Section
from xiaoxie_desktop.definitions.building import build_section
from xiaoxie_desktop.definitions.references import check_references
from xiaoxie_desktop.definitions.shape_errors import read_shape
from xiaoxie_desktop.definitions.shapes import ReportTable, SectionTable
from xiaoxie_desktop.definitions.toml_files import file_name, read_toml
from xiaoxie_desktop.definitions.wordings import read_wording


def read_kind(root: Path, kind_id: str, version: int) -> ReportKind:
    """The kind in `<root>/<kind_id>/v<version>`, with every reference in it checked.

    Raises:
        DefinitionError: one Chinese sentence naming file, key and, for an unknown name, the nearest known one.
    """
    folder = root / kind_id / f"v{version}"
    path = folder / "report.toml"
    report = read_shape(ReportTable, read_toml(path), file_name(path))
    if (report.id, report.version) != (kind_id, version):
        raise DefinitionError(
            f"{file_name(path)} 里写的是“{report.id}”第 {report.version} 版，和它所在的文件夹不一致，请改成一样。"
        )
    shelf = _Shelf(path, _section_files(folder, root, report))
    sections = tuple(shelf.take(section_id) for section_id in report.sections)
    shelf.check_empty()
    kind = _kind(report, sections, file_name(path))
    check_references(kind, file_name(path), shelf.names)
    return kind


def _kind(report: ReportTable, sections: tuple[Section, ...], file: str) -> ReportKind:
    titles = tuple((form, read_wording(text, f"{file} 的 titles")) for form, text in report.forms())
    if not titles:
        raise DefinitionError(f"{file} 的 titles 里一个标题也没有写，至少要写 plain 或 document。")
    return ReportKind(
        id=report.id,
        version=report.version,
        name=report.name,
        description=report.description,
        forms=tuple(form for form, _ in titles),
        direction=report.direction,
        titles=titles,
        sections=sections,
        badge=report.badge,
    )


def _section_files(folder: Path, root: Path, report: ReportTable) -> dict[str, Path]:
    files = {path.stem: path for path in sorted((folder / "sections").glob("*.toml"))}
    for name in report.include:
        path = root / f"{name}.toml"
        if not path.is_file():
            raise DefinitionError(
                f"{file_name(folder / 'report.toml')} 的 include 找不到“{name}.toml”，请核对路径。"
            )
        if path.stem in files:
            raise DefinitionError(
                f"{file_name(folder / 'report.toml')} 的 include 与自己的章节“{path.stem}”重名。"
            )
        files[path.stem] = path
    return files


class _Shelf:
    """The section files of a kind, each to be taken exactly once."""

    def __init__(self, report: Path, files: dict[str, Path]) -> None:
        self._report = file_name(report)
        self._files = files
        self._taken: set[str] = set()
        self.names = {section_id: file_name(path) for section_id, path in files.items()}
        """Section id → how its file is named in sentences."""

    def take(self, section_id: str, asked_by: str = "") -> Section:
        """The section of this id, its children with it."""
        asked_by = asked_by or self._report
        if section_id not in self._files:
            raise DefinitionError(
                f"{asked_by} 列出的章节“{section_id}”没有对应的文件{did_you_mean(section_id, self._files)}"
            )
        if section_id in self._taken:
            raise DefinitionError(f"{asked_by} 把章节“{section_id}”列了两次，请删去一处。")
        self._taken.add(section_id)
        name = self.names[section_id]
        shape = read_shape(SectionTable, read_toml(self._files[section_id]), name)
        children = tuple(self.take(child, name) for child in shape.children)
        return build_section(section_id, shape, children, name)

    def check_empty(self) -> None:
        """Every file must be a section of the report."""
        for section_id in self._files:
            if section_id not in self._taken:
                raise DefinitionError(
                    f"{self.names[section_id]} 没有列进 {self._report} 的 sections，请补上或删去这个文件。"
                )
