"""Dates as official documents print them (7.3.5.4)."""

from datetime import date


def date_text(day: date) -> str:
    """Year in full, month and day without a leading zero."""
    return f"{day.year}年{day.month}月{day.day}日"
