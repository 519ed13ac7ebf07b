"""Sentences: which clauses the facts leave standing, and how they are joined, led in and closed."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from xiaoxie_desktop.core.composed import ComposedClause, Figure, Piece, merged
from xiaoxie_desktop.core.conditions import holds
from xiaoxie_desktop.core.numerals import chinese_number
from xiaoxie_desktop.core.punctuation import before_mark
from xiaoxie_desktop.core.report import Clause, Sentence
from xiaoxie_desktop.core.wording import Speaker, fill, first_filled


@dataclass(frozen=True, slots=True)
class Said:
    """A clause that is left: its id, its pieces and, when it is said once per row, each row's own."""

    id: str
    pieces: tuple[Piece, ...]
    rows: tuple[ComposedClause, ...] = ()

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids an edited text remembers: the clause's and those of its rows."""
        return (self.id, *(row.id for row in self.rows))


def sentence_clauses(sentence: Sentence, speaker: Speaker, answered: bool) -> list[Said]:
    """The clauses that are left, the first with the lead, each but the last with the join, the last with the end."""
    if not holds(sentence.when, speaker.answers) or (sentence.always and not answered):
        return []
    spoken = [(clause, one) for clause in sentence.clauses if (one := _clause(clause, speaker))]
    if not spoken or not (sentence.always or any(_carries(clause) for clause, _ in spoken)):
        return []
    lead = (fill(sentence.lead, speaker) if sentence.lead else None) or ()
    marks = [sentence.join] * (len(spoken) - 1) + [sentence.end]
    said = [
        replace(one, pieces=_closed(one.pieces, mark)) for (_, one), mark in zip(spoken, marks, strict=True)
    ]
    return [replace(said[0], pieces=(*lead, *said[0].pieces)), *said[1:]]


def _closed(pieces: tuple[Piece, ...], mark: str) -> tuple[Piece, ...]:
    """The pieces with a mark after them, not doubled where the writer's words bring their own."""
    *others, last = merged(pieces)
    if isinstance(last, Figure):
        return (*others, last, before_mark(last.text, mark)[1])
    return (*others, *before_mark(last, mark))


def _carries(clause: Clause) -> bool:
    """Whether a clause can keep its sentence alive: it holds a fact or a condition."""
    return bool(clause.each or clause.when or any(wording.holes for wording in clause.wordings))


def _clause(clause: Clause, speaker: Speaker) -> Said | None:
    if not holds(clause.when, speaker.answers):
        return None
    if not clause.each:
        pieces = _filled(clause, speaker)
        return Said(clause.id, pieces) if pieces else None
    spoken = ((row, speaker.for_row(clause.each, row)) for row in speaker.rows_of(clause.each))
    rows = [(row, pieces) for row, one in spoken if (pieces := _filled(clause, one))]
    if not rows:
        return None
    pieces = tuple(_joined([pieces for _, pieces in rows], clause))
    each = tuple(ComposedClause(f"{clause.id}:{row.uid}", pieces) for row, pieces in rows)
    return Said(clause.id, (clause.before, *pieces, clause.after), each)


def _filled(clause: Clause, speaker: Speaker) -> tuple[Piece, ...]:
    return merged(first_filled(clause.wordings, speaker) or ())


def _joined(said: list[tuple[Piece, ...]], clause: Clause) -> Iterator[Piece]:
    for number, pieces in enumerate(said, 1):
        if clause.numbered and len(said) > 1:
            yield f"{chinese_number(number)}是"
        yield from _closed(pieces, clause.join) if number < len(said) else pieces
