"""Paragraphs whose words the writer changed: today's figures put in, and what the facts would say differently."""

from dataclasses import replace

from xiaoxie_desktop.core.composed import ComposedClause, ComposedParagraph, Figure, merged
from xiaoxie_desktop.core.draft import EditedText
from xiaoxie_desktop.core.sentences import Said
from xiaoxie_desktop.core.wording import Speaker, figure_again, fitted


def with_edits(
    paragraph: ComposedParagraph, edited: EditedText, said: list[Said], speaker: Speaker
) -> ComposedParagraph:
    """The writer's words with today's figures, and what the facts would say differently."""
    pieces = fitted(
        tuple(piece if isinstance(piece, str) else figure_again(piece, speaker) for piece in edited.pieces)
    )
    kept = {piece.ref for piece in pieces if isinstance(piece, Figure)}
    came = tuple(clause for one in said for clause in _came(one, edited))
    new = {piece.ref for clause in came for piece in clause.pieces if isinstance(piece, Figure)}
    lost = tuple(
        piece
        for piece in paragraph.original
        if isinstance(piece, Figure) and piece.amount and piece.ref not in kept | new
    )
    went = tuple(one for one in edited.clauses if one not in paragraph.clauses)
    return replace(paragraph, pieces=merged(pieces), edited=True, came=came, went=went, lost=lost)


def _came(said: Said, edited: EditedText) -> tuple[ComposedClause, ...]:
    """The clause when it is new, else its rows that are; a text that remembers no rows is not asked about them."""
    if said.id not in edited.clauses:
        return (ComposedClause(said.id, said.pieces),)
    remembered = any(one.startswith(f"{said.id}:") for one in edited.clauses)
    return tuple(row for row in said.rows if row.id not in edited.clauses) if remembered else ()
