"""JSON texts of the data file and the checksums that tell a damaged row from a sound one."""

import json
from hashlib import blake2b

from xiaoxie_desktop.core.json_value import JsonValue

_ENCODE = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def json_text(data: JsonValue) -> str:
    """The JSON as stored: Chinese readable, so that search finds it; half characters as escapes."""
    text = _ENCODE(data)
    if text.isascii() or _encodable(text):
        return text
    return json.dumps(data, separators=(",", ":"))


def _encodable(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def checksum(*columns: str | int | None) -> str:
    """16 hexadecimal digits over the columns of a row, in the order given."""
    return blake2b(json.dumps(columns).encode(), digest_size=8).hexdigest()
