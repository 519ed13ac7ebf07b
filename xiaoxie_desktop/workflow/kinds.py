"""The report kinds as both shells may ask for them."""

from xiaoxie_desktop.definitions.kinds import KindName, kind_names, load_kind

__all__ = ["KindName", "kind_names", "load_kind"]
