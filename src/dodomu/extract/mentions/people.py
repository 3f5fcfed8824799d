"""Phrases that name people, and those in one row joined: «185 військових і 20 цивільних» is one of 205, mixed."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from dodomu.extract.mentions import groups
from dodomu.extract.mentions.numerals import Number
from dodomu.text.morphology import forms
from dodomu.text.names import NameMention
from dodomu.text.tokens import Token

ALL_CASES = frozenset(("nomn", "gent", "datv", "accs", "ablt", "loct"))


_JOINERS = frozenset(("і", "й", "та", "або", "чи", ",", "також", "а", "ще"))


# Personal pronouns that may stand for those released, with how many they are (0: more than one).
PRONOUNS = {
    "його": 1,
    "її": 1,
    "їх": 0,
    "них": 0,
    "нього": 1,
    "неї": 1,
    "мене": 1,
    "нас": 0,
    "він": 1,
    "вона": 1,
    "вони": 0,
    "я": 1,
    "ми": 0,
    "йому": 1,
    "їм": 0,
    "їй": 1,
    "ній": 1,
    "всіх": 0,
    "усіх": 0,
    "нікого": 0,
    "всі": 0,
    "усі": 0,
    "обох": 2,
    "обоє": 2,
    "обидва": 2,
    "ніхто": 0,
    "тебе": 1,
    "вас": 0,
    "решту": 0,
    "більшість": 0,
    "кожного": 0,
    "кожен": 0,
    "багатьох": 0,
    "декого": 0,
    "тих": 0,
    "себе": 0,
    "перший": 1,
    "першого": 1,
    "другого": 1,
    "другий": 1,
}


@dataclass(slots=True)
class People:
    """Tokens ``first`` to ``last`` name people.

    `number` is None where none is said; `singular` is true of one person; `sub` of a part («зокрема пʼятеро»);
    `before` is the preposition they stand after, or ``""``.
    """

    first: int
    last: int
    cases: frozenset[str]
    groups: tuple[str, ...] = ()
    nations: tuple[str, ...] = ()
    number: Number | None = None
    names: tuple[NameMention, ...] = ()
    singular: bool = False
    pronoun: str = ""
    sub: bool = False
    before: str = ""
    marks: dict[str, tuple[int, int]] = field(default_factory=dict)  # token ranges that say group and nationality

    @property
    def group(self) -> str | None:
        return groups.union(self.groups)

    @property
    def explicit(self) -> bool:
        """Whether it names people, rather than point to them or give a bare number."""
        return bool(self.groups or self.names)


@lru_cache(maxsize=50_000)
def is_preposition(norm: str) -> bool:
    return (
        any(f.pos == "PREP" for f in forms(norm))
        and norm != "додому"
        or norm
        in (
            "щодо",
            "стосовно",
            "заради",
            "після",
            "крім",
            "окрім",
            "проти",
            "серед",
            "поруч",
            "разом",
            "як",
        )
    )


def coordinated(phrases: list[People], tokens: Sequence[Token]) -> list[People]:
    """Join what stands in one row: «185 військових і 20 цивільних» is one phrase of 205, mixed."""
    joined: list[People] = []
    for made in phrases:
        last = joined[-1] if joined else None
        if last and _in_row(last, made, tokens):
            joined[-1] = _sum(last, made)
        else:
            joined.append(made)
    return joined


def _in_row(before: People, made: People, tokens: Sequence[Token]) -> bool:
    between = [tokens[i].norm for i in range(before.last, made.first)]
    if (
        not between
        or before.sub
        or made.sub
        or not _joins(between, counted=bool((before.number or before.singular) and made.number))
    ):
        return False
    if before.pronoun or made.pronoun or not (before.cases & made.cases) or made.before:
        return False
    if before.names and not before.number and made.number and "ще" in between[-2:]:
        return len(between) <= 3  # «Сергія Тихановського та ще 13 політв'язнів»
    if bool(before.names) != bool(made.names):
        return False
    if made.number and before.singular and before.explicit and not before.names and made.explicit:
        return between[-1] in ("і", "й", "та")  # «одну жінку та п'ятьох чоловіків», «командира і двох бійців»
    if made.number and not before.number:
        return not before.singular and before.explicit and made.explicit and _also(between)
    if before.number and not made.number and between in (["і"], ["й"], ["та"]):
        kinds = {before.group, made.group}  # «понад дві тисячі військових і цивільних»
        return made.singular or len(kinds - {"people", None}) == 2 and "gent" in made.cases
    return bool(before.number) == bool(made.number) or (bool(before.number) and made.singular)


def _also(between: list[str]) -> bool:
    """«бійці Збройних сил, а також восьмеро цивільних»."""
    return between[-2:] == ["а", "також"]


def _joins(between: list[str], counted: bool) -> bool:
    """«і», «, а також»; between two counted groups a phrase of place may stand too: «185 захисників з фронту, а також
    20 цивільних».
    """
    if len(between) <= 3 and all(w in _JOINERS for w in between):
        return True
    if _also(between):
        return len(between) <= 12 and not any(f.pos == "VERB" for w in between for f in forms(w)[:1])
    return (
        counted
        and len(between) <= 6
        and between[-1] in _JOINERS - {","}
        and not any(f.pos == "VERB" for w in between for f in forms(w)[:1])
        and ":" not in between
        and "–" not in between
    )


def _sum(before: People, made: People) -> People:
    number = before.number
    if made.number and not before.number and (before.names or before.singular) and made.number.value is not None:
        total, added = made.number.value + max(1, len({n.name for n in before.names})), made.number
        low, high = (None if end is None else end + total - added.value for end in (added.low, added.high))
        number = Number(added.first, made.last, total, added.qualifier, low, high)
    elif made.number and not before.number:
        number = Number(made.number.first, made.last, None, None)
    elif before.number and not made.number and not made.singular:
        number = replace(before.number, last=made.last)
    elif before.number and before.number.value is not None:
        other = made.number.value if made.number else 1
        exact = before.number.qualifier == "exact" and (made.number is None or made.number.qualifier == "exact")
        if other is None:
            number = Number(before.number.first, made.last, None, None)
        else:
            total = before.number.value + other
            qualifier = (
                "exact"
                if exact
                else before.number.qualifier
                if before.number.qualifier != "exact"
                else made.number.qualifier
            )
            number = Number(
                before.number.first,
                made.last,
                total,
                qualifier,
                total if qualifier in ("exact", "at_least") else None,
                total if qualifier in ("exact", "at_most") else None,
            )
    return People(
        before.first,
        made.last,
        before.cases & made.cases,
        (*before.groups, *made.groups),
        tuple(dict.fromkeys((*before.nations, *made.nations))),
        number,
        (*before.names, *made.names),
        False,
        before=before.before,
        marks={"group": (before.first, made.last)}
        | ({"nationality": before.marks["nationality"]} if "nationality" in before.marks else {}),
    )


def is_apposition(before: People, made: People) -> bool:
    """«журналіста Станіслава Асєєва»."""
    if before.last != made.first or made.number or made.pronoun or before.pronoun:
        return False
    return (
        bool(before.cases & made.cases)
        and (bool(made.names) or bool(before.names))
        and not (made.names and before.number)
    )


def as_one(before: People, made: People) -> People:
    """An apposition as one phrase."""
    kinds = tuple(g for g in (*before.groups, *made.groups) if g != "people") or ("people",)
    return People(
        before.first,
        made.last,
        before.cases & made.cases,
        kinds[:1],
        before.nations or made.nations,
        before.number,
        (*before.names, *made.names),
        before.singular or made.singular,
        marks=made.marks | before.marks,
    )
