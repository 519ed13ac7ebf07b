"""The exceptions of the program: each carries one Chinese sentence that staff may read."""


class UserError(Exception):
    """Something staff can put right; ``str(error)`` is one Chinese sentence saying what is wrong and what to do."""

    def __init__(self, sentence: str, *, details: str = "") -> None:
        super().__init__(sentence)
        self.details = details
        """For the log; never holds what staff typed."""


class BadInput(UserError):
    """A file, an argument or a value given from outside cannot be used."""


class DefinitionError(UserError):
    """A report kind or another shipped or office-made definition is wrong; names file, key and the nearest known name."""


class StorageError(UserError):
    """The data file cannot be opened, read or written; nothing was changed."""


class NewerData(StorageError):
    """The data file was written by a newer version of the program and is left untouched."""


class ExportError(UserError):
    """A document could not be written, or what was written does not say what it should."""
