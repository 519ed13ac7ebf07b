"""Starts the program: the window without arguments, the command line with them."""

import sys
from pathlib import Path


def main() -> int:
    """Run the shell the arguments ask for; returns the exit code."""
    arguments = sys.argv[1:]
    # Each shell is imported only when it is the one asked for: the command line runs without Qt.
    if not arguments or (len(arguments) == 2 and arguments[0] == "--data"):
        from xiaoxie_desktop.app import run  # noqa: PLC0415

        return run(Path(arguments[1]) if arguments else None)
    from xiaoxie_desktop.cli import main as run_command  # noqa: PLC0415

    return run_command(arguments)


if __name__ == "__main__":
    sys.exit(main())
