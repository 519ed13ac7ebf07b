"""When a field, sentence or section applies: small conditions over answers, read from tables in the definitions."""

from dataclasses import dataclass
from decimal import Decimal

from xiaoxie_desktop.core.amounts import plain_number
from xiaoxie_desktop.core.answers import Amount, Answers, Items, Value, is_filled


@dataclass(frozen=True, slots=True)
class Filled:
    """The field has (or, with ``wanted`` false, has not) been filled."""

    field: str
    wanted: bool = True


@dataclass(frozen=True, slots=True)
class Equals:
    """The field's value is exactly this text, truth value or whole number (万 counted out: 5万元 is 50000)."""

    field: str
    value: str | bool | int


@dataclass(frozen=True, slots=True)
class Includes:
    """The choice id is among the chosen ones."""

    field: str
    choice: str


@dataclass(frozen=True, slots=True)
class AtLeast:
    """The figure, 万 counted out, is this large or larger."""

    field: str
    number: int


@dataclass(frozen=True, slots=True)
class AllOf:
    """Every condition holds."""

    conditions: tuple["Condition", ...]


@dataclass(frozen=True, slots=True)
class AnyOf:
    """At least one condition holds."""

    conditions: tuple["Condition", ...]


Condition = Filled | Equals | Includes | AtLeast | AllOf | AnyOf


def holds(condition: Condition | None, answers: Answers) -> bool:
    """Whether the condition is true of these answers; no condition is always true."""
    match condition:
        case None:
            return True
        case Filled(field, wanted):
            return is_filled(answers.get(field)) is wanted
        case Equals(field, value):
            return _same(answers.get(field), value)
        case Includes(field, choice):
            chosen = answers.get(field)
            return isinstance(chosen, Items) and choice in chosen.texts
        case AtLeast(field, number):
            figure = answers.get(field)
            return isinstance(figure, Amount) and plain_number(figure) >= number
        case AllOf(conditions):
            return all(holds(inner, answers) for inner in conditions)
        case AnyOf(conditions):
            return any(holds(inner, answers) for inner in conditions)


def _same(answer: Value | None, value: str | bool | int) -> bool:
    if isinstance(value, bool):
        return (answer if isinstance(answer, bool) else False) is value
    if isinstance(value, int):
        return isinstance(answer, Amount) and plain_number(answer) == Decimal(value)
    return answer == value


def fields_of(condition: Condition | None) -> tuple[str, ...]:
    """The ids of the fields a condition looks at, in order, for reference checks at load."""
    match condition:
        case None:
            return ()
        case AllOf(conditions) | AnyOf(conditions):
            return tuple(name for inner in conditions for name in fields_of(inner))
        case Filled(field) | Equals(field) | Includes(field) | AtLeast(field):
            return (field,)
