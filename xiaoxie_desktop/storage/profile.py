"""The unit profiles and the settings of the data file, read over the plain connection before the first list."""

import json
from typing import Any

from xiaoxie_desktop.core.organization import Organization
from xiaoxie_desktop.storage.data_file import DataFile


def read_organizations(data_file: DataFile) -> tuple[Organization, ...]:
    """The organizations of this data file, the oldest first."""
    rows = data_file.rows("SELECT uid, profile FROM organizations ORDER BY rowid")
    return tuple(_organization(uid, json.loads(profile)) for uid, profile in rows)


def _organization(uid: str, profile: dict[str, Any]) -> Organization:
    return Organization(uid, **{**profile, "signers": tuple(profile["signers"])})


def read_setting(data_file: DataFile, name: str, default: str = "", *, organization: str = "") -> str:
    """A setting of the program, or of one organization."""
    query = "SELECT value FROM settings WHERE organization = ? AND name = ?"
    rows = data_file.rows(query, (organization, name))
    return str(rows[0][0]) if rows else default
