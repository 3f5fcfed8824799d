"""Word lists for which every article is searched.

Which of them have a form is found out once for the form, however many lists there are: a `Document` then knows with one
look-up a form where the words of every list stand.
"""

from collections.abc import Container
from typing import TypeVar

from dodomu.text.remembered import Remembered

L = TypeVar("L", bound=Container[str])

_ENROLLED: list[Container[str]] = []


def enrolled(words: L) -> L:
    """The words, a list that lives as long as the process, as one that articles are searched for.

    >>> home = enrolled(frozenset(("вдома", "додому")))
    >>> home in LISTS_WITH["вдома"], home in LISTS_WITH["ніде"]
    (True, False)
    """
    _ENROLLED.append(words)
    LISTS_WITH.clear()
    return words


def all_lists() -> tuple[Container[str], ...]:
    """The lists enrolled so far."""
    return tuple(_ENROLLED)


LISTS_WITH: Remembered[str, tuple[Container[str], ...]] = Remembered(
    lambda form: tuple(words for words in _ENROLLED if form in words)
)
"""The enrolled lists that have a form: most forms are in none."""
