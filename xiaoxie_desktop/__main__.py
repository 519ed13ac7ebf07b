"""Starts the program: the window without arguments, the command line with them."""

import sys
from pathlib import Path


def main() -> int:
    """Run the shell the arguments ask for; returns the exit code."""
    arguments = sys.argv[1:]
    directory = data_directory_of(arguments)
    # Each shell is imported only when it is the one asked for: the command line runs without Qt.
    if not arguments or directory:
        from xiaoxie_desktop.app import run  # noqa: PLC0415

        return run(Path(directory) if directory else None)
    from xiaoxie_desktop.cli import main as run_command  # noqa: PLC0415

    return run_command(arguments)


def data_directory_of(arguments: list[str]) -> str:
    """The folder of ``--data DIR`` or ``--data=DIR`` where that is all that was said, else an empty text."""
    if len(arguments) == 1 and arguments[0].startswith("--data="):
        return arguments[0].removeprefix("--data=")
    return arguments[1] if len(arguments) == 2 and arguments[0] == "--data" else ""


if __name__ == "__main__":
    sys.exit(main())
