"""The names of the shipped report kinds, for the first list: three keys of each `report.toml` and nothing else."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from xiaoxie_desktop.core.errors import DefinitionError
from xiaoxie_desktop.definitions.toml_files import file_name, read_toml
from xiaoxie_desktop.resource_files import resource_path


@dataclass(frozen=True, slots=True)
class KindName:
    """What the list of kinds shows, read without the sections; ``version`` is the newest one."""

    id: str
    version: int
    name: str
    badge: str
    description: str


def reports_root() -> Path:
    """The folder of the shipped kinds."""
    return resource_path("reports")


@cache
def kind_names() -> tuple[KindName, ...]:
    """Every shipped kind in its newest version, by id; reads three keys of each `report.toml` and nothing else.

    Raises:
        DefinitionError: a `report.toml` that cannot be read.
    """
    folders = sorted(path.name for path in reports_root().iterdir() if path.is_dir())
    return tuple(name for name in map(kind_name, folders) if name)


@cache
def kind_name(report: str) -> KindName | None:
    """The kind of this id in its newest version, read without the others; None where there is none.

    Raises:
        DefinitionError: a `report.toml` that cannot be read.
    """
    folder = reports_root() / report
    version = max(versions_of(folder), default=0)
    return _name(folder, version) if version else None


def versions_of(folder: Path) -> list[int]:
    """The versions of a kind's folder; empty for a folder of shared sections."""
    reports = folder.glob("v*/report.toml")
    return [int(path.parent.name[1:]) for path in reports if path.parent.name[1:].isdecimal()]


def _name(folder: Path, version: int) -> KindName:
    path = folder / f"v{version}" / "report.toml"
    table = read_toml(path)
    texts = [table.get(key) for key in ("name", "badge", "description")]
    if not all(isinstance(text, str) for text in texts):
        raise DefinitionError(f"{file_name(path)} 缺少 name、badge 或 description，请补上。")
    name, badge, description = map(str, texts)
    return KindName(folder.name, version, name, badge, description)
