"""A name in the nominative, from any case.

pymorphy3 knows many Ukrainian names; for the rest ``uk/names.toml`` states how surnames and given names decline.
A reading is one way to understand the form; several words of one name must agree.
"""

from collections.abc import Callable, Iterable
from functools import cache, lru_cache
from typing import NamedTuple

from dodomu import uk
from dodomu.text.morphology import forms, known

CASES = ("nomn", "gent", "datv", "accs", "ablt", "loct")
ANY = frozenset(CASES)
_NOMINATIVE = frozenset(["nomn"])
_GENITIVE = frozenset(["gent", "accs"])
_OF_WOMEN = ("ова", "ева", "єва", "іна", "їна")
"""Endings of women's surnames, of which men's have all but the vowel."""
_PARTS = (("given", "Name"), ("patronymic", "Patr"), ("surname", "Surn"))
_VOWELS = "аеєиіїоуюя"
# How far a reading is trusted: a name that the dictionary has; a man's surname, of a woman; another word; a guess.
_NAMED, _BORROWED, _LIKELY, _GUESSED = 4, 3, 2, 1
_MOST_READINGS = 24
"""So many readings of the words before are carried on to the next: the right one is never farther down."""


class Reading(NamedTuple):
    """A nominative, the cases the form may stand in, a gender, what part of a name it is, and how far to trust it."""

    nominative: str
    cases: frozenset[str]
    gender: str
    part: str
    weight: int


class Ending(NamedTuple):
    """A form on `of` may be one of a word that has `nominative` there instead, in these cases."""

    of: str
    nominative: str
    cases: frozenset[str]
    genders: tuple[str, ...]


@cache
def _endings() -> tuple[Ending, ...]:
    rows = uk.load("names")["endings"]
    return tuple(
        Ending(of, nominative, frozenset(cases.split()), ("masc", "femn") if gender == "both" else (gender,))
        for of, nominative, cases, gender in rows
    )


def from_endings(norm: str) -> list[Reading]:
    """Ways to read a word as a name by its ending alone."""
    found = []
    last = norm[-1]
    if last in "ая":
        found += [Reading(norm, _NOMINATIVE, gender, "", _GUESSED) for gender in ("masc", "femn")]
    elif last in _VOWELS:
        found.append(Reading(norm, ANY, "femn", "", _GUESSED))
        found.append(Reading(norm, _NOMINATIVE if last == "о" else ANY, "masc", "", _GUESSED))
    else:
        found.append(Reading(norm, _NOMINATIVE, "masc", "", _GUESSED))
        found.append(Reading(norm, ANY, "femn", "", _GUESSED))
    for ending, nominative, cases, genders in _endings():
        stem = norm.removesuffix(ending)
        if stem == norm or len(stem) < 2:
            continue
        if nominative == "" and stem[-1] in _VOWELS + "ь":
            continue
        if nominative in ("ь", "й") and (stem[-1] in _VOWELS) != (nominative == "й"):
            continue
        found += [Reading(stem + nominative, cases, gender, "", _GUESSED) for gender in genders]
    return found


@lru_cache(maxsize=50_000)
def readings(norm: str) -> tuple[Reading, ...]:
    """Every way to read a word as part of a person's name.

    >>> sorted({(r.nominative, r.gender) for r in readings("наталією")})[:1]
    [('наталія', 'femn')]
    >>> "лубінець" in {r.nominative for r in readings("лубінцю")}
    True
    """
    found: dict[tuple[str, str, str], tuple[set[str], int]] = {}

    def add(nominative: str, cases: Iterable[str], gender: str, part: str, weight: int) -> None:
        held, most = found.get((nominative, gender, part), (set(), 0))
        found[nominative, gender, part] = (held | set(cases), max(most, weight))

    sure = known(norm)
    if not sure and (double := _of_two(norm)):
        return double
    for form in forms(norm):
        part = next((part for part, tag in _PARTS if tag in form.tags), "")
        if not form.case or form.case == "voct" or form.number == "plur":
            continue
        for gender in [form.gender] if form.gender else ["masc", "femn"]:
            if gender == "neut":
                continue
            if part:
                add(form.lemma, {form.case}, gender, part, _NAMED if sure else _LIKELY)
                if part == "surname" and gender == "masc" and form.lemma[-1:] in "ая":
                    # Катерина Дейнега: of such surnames the dictionary has men alone.
                    add(form.lemma, {form.case}, "femn", part, _BORROWED if sure else _GUESSED)
                if part == "surname" and gender == "femn" and form.case == "nomn" and norm.endswith(_OF_WOMEN):
                    # Гаєва: such a surname is a man's in the genitive too, which the dictionary may lack.
                    add(norm[:-1], _GENITIVE, "masc", part, _BORROWED)
            elif form.pos in ("NOUN", "ADJF"):
                nominative = form.lemma
                if form.pos == "ADJF" and gender == "femn":
                    nominative = form.lemma[:-2] + ("я" if form.lemma.endswith("ій") else "а")
                add(nominative, {form.case}, gender, "", _LIKELY if sure else _GUESSED)
                # A surname from a common noun follows the sex of who bears it: Андрій Дещиця.
                if form.pos == "NOUN" and gender == "femn" and form.lemma[-1:] in "ая":
                    add(nominative, {form.case}, "masc", "", _GUESSED)
    if not any(part in ("surname", "given") for _, _, part in found) or not sure:
        for reading in from_endings(norm):
            add(*reading)
    elif norm[-1] not in "ая":
        # A woman's surname on a consonant or -о does not decline, whatever the dictionary has for men.
        add(norm, ANY, "femn", "surname", _GUESSED)
    return tuple(Reading(n, frozenset(c), g, p, w) for (n, g, p), (c, w) in found.items())


def _of_two(norm: str) -> tuple[Reading, ...]:
    """A double surname, of which both parts decline: «Цимбал-Гаєвої», «Гори-Гаєвої»."""
    first, _, second = norm.partition("-")
    if len(first) < 2 or len(second) < 2 or "-" in second:
        return ()
    found = []
    for one in readings(first):
        for other in readings(second):
            cases = one.cases & other.cases
            if cases and one.gender == other.gender:
                name = f"{one.nominative}-{other.nominative}"
                found.append(Reading(name, cases, one.gender, "", min(one.weight, other.weight)))
    return tuple(sorted(found, key=lambda reading: -reading.weight)[:_MOST_READINGS])


class FullName(NamedTuple):
    """Words of a name in the nominative, with the cases and the gender on which they agree."""

    words: tuple[str, ...]
    cases: frozenset[str]
    gender: str
    weight: int


@lru_cache(maxsize=20_000)
def agreeing(norms: tuple[str, ...], given: int = -1, loosely: bool = False) -> tuple[FullName, ...]:
    """Readings of several words of one name that agree in case and gender, best first.

    Parameters
    ----------
    norms : tuple of str
        The folded words.
    given : int
        Which of them is the given name (it must have a reading as one if the dictionary knows any); -1 for none.
    loosely : bool
        Whether, if nothing agrees, the given name may be one that the dictionary does not have: «Стефа Блока».

    >>> agreeing(("наталією", "ейсмонт"), 0)[0].words
    ('наталія', 'ейсмонт')
    >>> agreeing(("дмитра", "лубінця"), 0)[0].words
    ('дмитро', 'лубінець')
    """
    return (
        _agree(norms, given, readings)
        or _agree(norms, given, _undeclined)
        or (_agree(norms, -1, _with_endings) if loosely else ())
    )


def _undeclined(norm: str) -> tuple[Reading, ...]:
    """A man's surname on -о that is left as it is in every case: «за даними Олега Сакито»."""
    return (*readings(norm), Reading(norm, ANY, "masc", "", _GUESSED)) if norm.endswith("о") else readings(norm)


def _with_endings(norm: str) -> tuple[Reading, ...]:
    return (*readings(norm), *from_endings(norm))


def _agree(norms: tuple[str, ...], given: int, read: Callable[[str], tuple[Reading, ...]]) -> tuple[FullName, ...]:
    partial = [FullName((), ANY, "", 0)]
    for place, norm in enumerate(norms):
        options = read(norm)
        if place == given and any(r.part == "given" for r in options):
            options = tuple(r for r in options if r.part == "given")
        elif place != given and given >= 0:
            options = tuple(r for r in options if r.part != "given" or r.weight < _NAMED) or options
        longer = {}
        for name in partial:
            for reading in options:
                cases = name.cases & reading.cases
                if not cases or (name.gender and name.gender != reading.gender):
                    continue
                made = FullName((*name.words, reading.nominative), cases, reading.gender, name.weight + reading.weight)
                key = made.words, made.gender
                if key not in longer or longer[key].weight < made.weight:
                    longer[key] = made
                elif longer[key].weight == made.weight:
                    longer[key] = made._replace(cases=cases | longer[key].cases)
        partial = sorted(longer.values(), key=lambda n: (-n.weight, len(n.cases) > 4, n.words))[:_MOST_READINGS]
    return tuple(partial)
