"""The names of the report kinds, light enough for the first list."""

from xiaoxie_desktop.definitions.kind_names import KindName, kind_name, kind_names

__all__ = ["KindName", "kind_name", "kind_names"]
