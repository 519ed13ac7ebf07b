"""The shipped report kinds, each read in full when it is opened."""

from functools import cache

from xiaoxie_desktop.core.errors import BadInput
from xiaoxie_desktop.core.nearest import did_you_mean
from xiaoxie_desktop.core.report import ReportKind
from xiaoxie_desktop.definitions.kind_names import kind_names, reports_root, versions_of
from xiaoxie_desktop.definitions.reading import read_kind


@cache
def load_kind(kind_id: str, version: int | None = None) -> ReportKind:
    """A shipped kind, in its newest version unless one is named.

    Raises:
        BadInput: no such kind or version.
        DefinitionError: its files are wrong.
    """
    known = {one.id: one.version for one in kind_names()}
    if kind_id not in known:
        raise BadInput(f"没有“{kind_id}”这种报告{did_you_mean(kind_id, known)}")
    wanted = known[kind_id] if version is None else version
    if wanted not in versions_of(reports_root() / kind_id):
        raise BadInput(f"“{kind_id}”没有第 {wanted} 版，这份草稿可能出自更新的程序，请先升级程序。")
    return read_kind(reports_root(), kind_id, wanted)
