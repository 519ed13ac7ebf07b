"""What every table of a measures file is: no unknown keys, no value of another type."""

from pydantic import BaseModel, ConfigDict


class StrictTable(BaseModel):
    """A table with no unknown keys and no value of another type."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)
