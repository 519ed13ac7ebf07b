"""Keeps printing on this machine: told of another server, libcups would open a connection over the network."""

from collections.abc import MutableMapping

CUPS_SOCKET = "/run/cups/cups.sock"


def print_locally(environment: MutableMapping[str, str]) -> None:
    """Lead libcups to the local socket; it reads this when Qt first looks for printers."""
    if not environment.get("CUPS_SERVER", "").startswith("/"):
        environment["CUPS_SERVER"] = CUPS_SOCKET
