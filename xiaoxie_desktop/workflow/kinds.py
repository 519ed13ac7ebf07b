"""The report kinds in full, as both shells may ask for them."""

from xiaoxie_desktop.definitions.kinds import load_kind

__all__ = ["load_kind"]
