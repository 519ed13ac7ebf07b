"""Words the writer changed in a composed paragraph, and which clauses they already take account of."""

from dataclasses import replace

from xiaoxie_desktop.core.composed import ComposedClause, ComposedParagraph, stored_pieces
from xiaoxie_desktop.core.draft import EditedText, TextPiece, TokenRef


def edited(
    paragraph: ComposedParagraph | None, before: EditedText | None, pieces: tuple[TextPiece, ...]
) -> EditedText | None:
    """The edited text of these pieces; None when they are what the facts make anyway.

    A clause that came since counts as taken in once its figures (or its words, if it has none) are there.
    """
    pieces = joined(pieces)
    own = stored_pieces(paragraph.original) if paragraph else ()
    if pieces == joined(own):
        return None
    if before is None:
        return EditedText(pieces, paragraph.clauses if paragraph else ())
    came = paragraph.came if paragraph else ()
    taken_in = tuple(clause.id for clause in came if _stands_in(clause, pieces))
    return EditedText(pieces, (*before.clauses, *taken_in))


def with_clause(before: EditedText, clause: ComposedClause) -> EditedText:
    """The words with the clause at their end, in place of the full stop before it."""
    pieces = before.pieces
    if pieces and isinstance(pieces[-1], str):
        pieces = (*pieces[:-1], pieces[-1].rstrip("。") + "，" if pieces[-1].endswith("。") else pieces[-1])
    added = joined((*pieces, *stored_pieces(clause.pieces)))
    if isinstance(added[-1], str):
        added = (*added[:-1], added[-1].rstrip("，；。") + "。")
    return replace(before, pieces=added, clauses=(*before.clauses, clause.id))


def joined(pieces: tuple[TextPiece, ...]) -> tuple[TextPiece, ...]:
    """Neighbouring words as one piece, empty ones dropped."""
    out: list[TextPiece] = []
    for piece in pieces:
        if isinstance(piece, str) and out and isinstance(out[-1], str):
            out[-1] += piece
        elif piece:
            out.append(piece)
    return tuple(out)


def _stands_in(clause: ComposedClause, pieces: tuple[TextPiece, ...]) -> bool:
    own = stored_pieces(clause.pieces)
    figures = {piece for piece in own if isinstance(piece, TokenRef)}
    if figures:
        return figures <= {piece for piece in pieces if isinstance(piece, TokenRef)}
    words = "".join(piece for piece in own if isinstance(piece, str)).rstrip("，；。")
    return any(words in piece for piece in pieces if isinstance(piece, str))
