"""Whether the draft names the one who said it: under another name, by surname alone, by office."""

from collections.abc import Callable, Collection, Mapping
from functools import cache
from typing import Any

from dodomu.dataset import Dataset
from dodomu.resolve.actors import Roster, kind_of
from dodomu.resolve.slug import slug
from dodomu.text.tokens import tokenize

_STEM = 5
"""So many letters inflection leaves alone."""


class Speakers:
    """Knows the roles under which the speakers of a dataset appear."""

    def __init__(self, ds: Dataset):
        self._roles: dict[str, set[str]] = {}
        for row in ds.actors.to_dicts() if "actors" in ds.tables else ():
            self._roles.setdefault(row["actor_id"], set()).update(row["roles"] or ())

    def is_one(self, named: str | None, row: Mapping[str, Any]) -> bool | None:
        """Tell whether a name of the draft is that of the speaker of a quote; None where nobody can tell.

        Parameters
        ----------
        named
            Whom the draft names, in the nominative.
        row
            The row of the quote.
        """
        if not named or not row["speaker"]:
            return None
        roles = {*self._roles.get(row["speaker_id"], ()), *([row["speaker_role"]] if row["speaker_role"] else [])}
        for rule in (same_actor, known_by_that_name, part_of_the_name, by_office, for_a_body):
            said = rule(named, row["speaker"], roles)
            if said is not None:
                return said
        told_apart = roles or _kind(named) == _kind(row["speaker"])
        return False if told_apart and _is_named(named) and _is_named(row["speaker"]) else None


Rule = Callable[[str, str, Collection[str]], bool | None]


def same_actor(named: str, speaker: str, roles: Collection[str]) -> bool | None:
    """Both names lead to one actor: Зеленський is Володимир Зеленський.

    Examples
    --------
    >>> same_actor("Зеленський", "Володимир Зеленський", ())
    True
    """
    return True if _id_of(named) == _id_of(speaker) else None


def known_by_that_name(named: str, speaker: str, roles: Collection[str]) -> bool | None:
    """A surname that one actor is known by is nobody else's: Трамп is not Меланія Трамп.

    Examples
    --------
    >>> known_by_that_name("Трамп", "Меланія Трамп", ())
    False
    """
    return False if _id_of(named) not in (slug(named), _id_of(speaker)) else None


def part_of_the_name(named: str, speaker: str, roles: Collection[str]) -> bool | None:
    """One name is a part of the other: Павленко is Ілля Павленко."""
    one, other = _words(named), _words(speaker)
    return True if one and other and (one <= other or other <= one) else None


def by_office(named: str, speaker: str, roles: Collection[str]) -> bool | None:
    """The draft names the office alone: it may be his, and if it is not known as his, nobody can tell."""
    if _is_named(named):
        return None
    return True if any(_stems(named) <= _stems(role) for role in roles) else None


def for_a_body(named: str, speaker: str, roles: Collection[str]) -> bool | None:
    """One is a body, the other speaks for it."""
    kinds = _kind(named), _kind(speaker)
    if kinds != ("body", "person"):
        return None
    return True if any(_stems(named) & _stems(role) for role in roles) else None


def _is_named(name: str) -> bool:
    return name[:1].isupper() and _kind(name) in ("person", "body")


@cache
def _kind(name: str) -> str:
    return kind_of(name)


@cache
def _id_of(name: str) -> str | None:
    return Roster().id_of(name)


def _words(name: str) -> frozenset[str]:
    return frozenset(token.norm for token in tokenize(name) if token.is_word)


def _stems(text: str) -> frozenset[str]:
    return frozenset(norm[:_STEM] for norm in _words(text) if len(norm) >= _STEM)
