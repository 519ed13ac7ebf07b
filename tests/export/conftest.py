"""The shipped measures, read once."""

import pytest

from xiaoxie_desktop.core.measures import Measures
from xiaoxie_desktop.definitions.measures import load_measures
from xiaoxie_desktop.resource_files import resource_path


@pytest.fixture(scope="session")
def measures() -> Measures:
    return load_measures(resource_path("official"))
