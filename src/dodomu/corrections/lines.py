"""Texts of strangers on one line, without what is not seen but acted on."""

import re

# what a terminal or a page would act on instead of showing it
_UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]+")


def one_line(text: str) -> str:
    """Put a text on one line and take out what is not seen but acted on.

    Examples
    --------
    >>> one_line("а\\n б\\u202e в\\x1b[2J")
    'а б в [2J'
    """
    return " ".join(_UNSEEN.sub(" ", text).split())


def short(text: str, most: int = 60) -> str:
    """Give the beginning of a text, for a message.

    Examples
    --------
    >>> short("Додому повернули 31 людину", 10)
    'Додому пов…'
    """
    line = one_line(text)
    return line if len(line) <= most else f"{line[:most]}…"
