"""The list of all facts (`resources/domain/facts.toml`): the ids that fields may be bound to."""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from xiaoxie_desktop.core.errors import DefinitionError
from xiaoxie_desktop.definitions.domain_shapes import FactDefinition, FactsFile
from xiaoxie_desktop.definitions.shape_errors import read_shape
from xiaoxie_desktop.definitions.toml_files import file_name, read_toml
from xiaoxie_desktop.resource_files import resource_path


@cache
def fact_definitions() -> Mapping[str, FactDefinition]:
    """Every known fact by its id, in the order of the file.

    Raises:
        DefinitionError: an id that stands twice.
    """
    path = resource_path("domain", "facts.toml")
    facts: dict[str, FactDefinition] = {}
    for fact in read_shape(FactsFile, read_toml(path), file_name(path)).facts:
        if fact.id in facts:
            raise DefinitionError(f"{file_name(path)} 里事实“{fact.id}”写了两次，请删去一个。")
        facts[fact.id] = fact
    return MappingProxyType(facts)
