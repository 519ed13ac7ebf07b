"""Chinese numerals for numbering and counted words: 一, 十二, 第四十三; 0 to 9999 is all that documents count."""

_DIGITS = "零一二三四五六七八九"
_PLACES = ("", "十", "百", "千")

MOST_IN_WORDS = 9999
"""The largest number written in words."""


def chinese_number(number: int) -> str:
    """零, 一 … 九千九百九十九, with 零 for gaps (一百零二) and 十 for 一十.

    Raises:
        ValueError: below 0 or above 9999.
    """
    if not 0 <= number <= MOST_IN_WORDS:
        raise ValueError(f"{number} is outside 0..{MOST_IN_WORDS}")
    if number < 10:
        return _DIGITS[number]
    text = ""
    for place, digit in enumerate(reversed([int(figure) for figure in str(number)])):
        if digit:
            text = _DIGITS[digit] + _PLACES[place] + text
        elif text and not text.startswith("零"):
            text = "零" + text
    return text[1:] if text.startswith("一十") else text


def counted(number: int) -> str:
    """A number before a measure word: 两个, 十二项 — 两 instead of 二 when it stands alone."""
    return "两" if number == 2 else chinese_number(number)
