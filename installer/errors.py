"""The one error of the set-up: something on this machine that a person has to put right."""


class SetUpError(Exception):
    """Carries the Chinese text the person reads: what is missing and what to do."""
