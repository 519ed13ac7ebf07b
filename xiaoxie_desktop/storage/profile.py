"""The unit profiles and the settings of the data file, read over the plain connection before the first list.

A profile that cannot be understood is read as a blank one under its own uid: its drafts open, and the unit is
asked for anew. Checksums wait for the self-check: they would load hashlib before the first list.
"""

import json
from typing import Any

from xiaoxie_desktop.core.organization import Organization
from xiaoxie_desktop.storage.data_file import DataFile


def read_organizations(data_file: DataFile) -> tuple[Organization, ...]:
    """The organizations of this data file, the oldest first."""
    rows = data_file.rows("SELECT uid, profile FROM organizations ORDER BY rowid")
    return tuple(_organization(*row) for row in rows)


def _organization(uid: str, text: str) -> Organization:
    try:
        profile: dict[str, Any] = json.loads(text)
        return Organization(uid, **{**profile, "signers": tuple(profile["signers"])})
    except (ValueError, TypeError, KeyError):
        return Organization(uid)


def read_setting(data_file: DataFile, name: str, default: str = "", *, organization: str = "") -> str:
    """A setting of the program, or of one organization."""
    query = "SELECT value FROM settings WHERE organization = ? AND name = ?"
    rows = data_file.rows(query, (organization, name))
    return str(rows[0][0]) if rows else default
