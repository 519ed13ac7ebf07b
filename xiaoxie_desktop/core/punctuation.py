"""Marks around and after typed words: a sentence sets its own, so that none is doubled (GB/T 15834-2011)."""

import re

_OUTER_MARKS = " \t\r\n　，。、；：,;:"
_SENTENCE_ENDS = "。！？…"
_CLOSING_MARKS = "。，、；：,;: \t\r\n　"


def phrase(typed: str) -> str:
    """Typed words as part of a sentence: one line, without the marks somebody set before or after them."""
    return re.sub(r"\s*\n\s*", "", typed.strip(_OUTER_MARKS))


def before_mark(text: str, mark: str) -> tuple[str, str]:
    """The text and the mark to set after it, none of them doubled.

    ``还在调解。`` gives up its own mark for the one to come; ``办得如何？`` and a stop inside quotation marks end
    the sentence themselves.
    """
    if not mark:
        return text.rstrip(), mark
    text = text.rstrip(_CLOSING_MARKS)
    if mark[0] in _SENTENCE_ENDS and text.rstrip("”’").endswith(tuple(_SENTENCE_ENDS)):
        return text, mark[1:]
    return text, mark


def book_title(typed: str) -> str:
    """A title in 《》, titles inside it in 〈〉; several titles typed with their own (《甲》和《乙》) stay as they are."""
    if _wrapped(typed, "《", "》"):
        typed = typed[1:-1]
    elif typed.startswith("《") and typed.endswith("》"):
        return typed
    elif typed.count("《") != typed.count("》"):
        typed = typed.strip("《》")
    inner = typed.replace("《", "〈").replace("》", "〉")
    return f"《{inner}》" if inner else ""


def inside_quotes(typed: str) -> str:
    """Words that stand in “” already: their own “” around them are left out, those inside become ‘’."""
    if _wrapped(typed, "“", "”"):
        typed = typed[1:-1]
    return typed.replace("“", "‘").replace("”", "’")


def inside_title_marks(typed: str) -> str:
    """Words that stand in 《》 already: their own 《》 around them are left out, those inside become 〈〉."""
    if _wrapped(typed, "《", "》"):
        typed = typed[1:-1]
    return typed.replace("《", "〈").replace("》", "〉")


def without_brackets(typed: str) -> str:
    """Words without one pair of round brackets around them as a whole."""
    text = typed.strip()
    return text[1:-1] if _wrapped(text, "（", "）") or _wrapped(text, "(", ")") else text


def _wrapped(text: str, opening: str, closing: str) -> bool:
    """Whether the first mark is the opening one and the last closes it."""
    depth = 0
    for place, letter in enumerate(text):
        depth += (letter == opening) - (letter == closing)
        if depth <= 0:
            return place == len(text) - 1 and place > 0
    return False
