"""«Віра Іванівна»: whom the article names by a given name and a patronymic."""

from collections.abc import Sequence
from typing import Protocol, TypeVar

from dodomu.text.morphology import forms


class _Named(Protocol):
    words: tuple[str, ...]
    gender: str


N = TypeVar("N", bound=_Named)


def by_patronymic(named: N, others: Sequence[N]) -> N:
    """The only one of that given name whom the article names by a surname, else the same.

    Parameters
    ----------
    named : object with `words` and `gender`
        A person by the words of the name, folded and in the nominative.
    others : sequence of the same
        All persons of the article.
    """
    if len(named.words) != 2 or not _is_patronymic(named.words[1]):
        return named
    given, patronymic = named.words
    fitting = [
        other
        for other in others
        if other.words[0] == given
        and other.gender == named.gender
        and not _is_patronymic(other.words[-1])
        and (other.words[1] == patronymic or not any(map(_is_patronymic, other.words)))
    ]
    return fitting[0] if len(fitting) == 1 else named


def _is_patronymic(word: str) -> bool:
    return any("Patr" in form.tags for form in forms(word))
