"""A name in the nominative, from any case.

pymorphy3 knows many Ukrainian names; for the rest `ENDINGS` states how surnames and given names decline
(Український правопис 2019, §§ 82–101). A reading is one way to understand the form; several words of one name must agree.
"""

from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

from dodomu.text.morphology import forms, known

CASES = ("nomn", "gent", "datv", "accs", "ablt", "loct")
ANY = frozenset(CASES)
_VOWELS = "аеєиіїоуюя"


class Reading(NamedTuple):
    """A nominative, the cases the form may stand in, a gender, what part of a name it is, and how far to trust it."""

    nominative: str
    cases: frozenset[str]
    gender: str
    part: str
    weight: int


# Ending of the form, ending of the nominative, cases, gender.
ENDINGS: tuple[tuple[str, str, str, str], ...] = (
    ("ого", "ий", "gent accs", "masc"),
    ("ому", "ий", "datv loct", "masc"),
    ("им", "ий", "ablt", "masc"),
    ("ім", "ий", "loct", "masc"),
    ("ього", "ій", "gent accs", "masc"),
    ("ьому", "ій", "datv loct", "masc"),
    ("ої", "а", "gent", "femn"),
    ("ій", "а", "datv loct", "femn"),
    ("ою", "а", "ablt", "femn"),
    ("у", "а", "accs", "femn"),
    ("ця", "ець", "gent accs", "masc"),
    ("цю", "ець", "datv loct", "masc"),
    ("цеві", "ець", "datv loct", "masc"),
    ("цем", "ець", "ablt", "masc"),
    ("ка", "ко", "gent accs", "masc"),
    ("ку", "ко", "datv loct", "masc"),
    ("кові", "ко", "datv loct", "masc"),
    ("ком", "ко", "ablt", "masc"),
    ("ові", "", "datv loct", "masc"),
    ("еві", "ь", "datv loct", "masc"),
    ("еві", "", "datv loct", "masc"),
    ("єві", "й", "datv loct", "masc"),
    ("ом", "", "ablt", "masc"),
    ("ем", "ь", "ablt", "masc"),
    ("ем", "", "ablt", "masc"),
    ("єм", "й", "ablt", "masc"),
    ("а", "", "gent accs", "masc"),
    ("я", "ь", "gent accs", "masc"),
    ("я", "й", "gent accs", "masc"),
    ("у", "", "datv loct", "masc"),
    ("ю", "ь", "datv loct", "masc"),
    ("ю", "й", "datv loct", "masc"),
    ("ові", "о", "datv loct", "masc"),
    ("и", "а", "gent", "both"),
    ("і", "а", "datv loct", "both"),
    ("і", "я", "gent datv loct", "both"),
    ("ї", "я", "gent datv loct", "both"),
    ("у", "а", "accs", "both"),
    ("ю", "я", "accs", "both"),
    ("ою", "а", "ablt", "both"),
    ("ею", "я", "ablt", "both"),
    ("ею", "а", "ablt", "both"),
    ("єю", "я", "ablt", "both"),
)


def _from_endings(norm: str) -> list[Reading]:
    found = []
    last = norm[-1]
    if last in "ая":
        found += [Reading(norm, frozenset(["nomn"]), gender, "", 1) for gender in ("masc", "femn")]
    elif last in _VOWELS:
        found.append(Reading(norm, ANY, "femn", "", 1))
        found.append(Reading(norm, frozenset(["nomn"]) if last == "о" else ANY, "masc", "", 1))
    else:
        found.append(Reading(norm, frozenset(["nomn"]), "masc", "", 1))
        found.append(Reading(norm, ANY, "femn", "", 1))
    for ending, nominative, cases, gender in ENDINGS:
        stem = norm.removesuffix(ending)
        if stem == norm or len(stem) < 2:
            continue
        if nominative == "" and stem[-1] in _VOWELS + "ь":
            continue
        if nominative in ("ь", "й") and (stem[-1] in _VOWELS) != (nominative == "й"):
            continue
        genders = ("masc", "femn") if gender == "both" else (gender,)
        found += [Reading(stem + nominative, frozenset(cases.split()), g, "", 1) for g in genders]
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

    def add(nominative, cases, gender, part, weight):
        held, most = found.get((nominative, gender, part), (set(), 0))
        found[nominative, gender, part] = (held | set(cases), max(most, weight))

    sure = known(norm)
    for form in forms(norm):
        part = next(
            (p for p, tag in (("given", "Name"), ("patronymic", "Patr"), ("surname", "Surn")) if tag in form.tags), ""
        )
        if not form.case or form.case == "voct" or form.number == "plur":
            continue
        for gender in [form.gender] if form.gender else ["masc", "femn"]:
            if gender == "neut":
                continue
            if part:
                add(form.lemma, {form.case}, gender, part, 4 if sure else 2)
                if part == "surname" and gender == "masc" and form.lemma[-1:] in "ая":
                    add(
                        form.lemma, {form.case}, "femn", part, 3 if sure else 1
                    )  # Катерина Дейнега, of whom the list has men
            elif form.pos in ("NOUN", "ADJF"):
                nominative = form.lemma
                if form.pos == "ADJF" and gender == "femn":
                    nominative = form.lemma[:-2] + ("я" if form.lemma.endswith("ій") else "а")
                add(nominative, {form.case}, gender, "", 2 if sure else 1)
                # A surname from a common noun follows the sex of who bears it: Андрій Дещиця.
                if form.pos == "NOUN" and gender == "femn" and form.lemma[-1:] in "ая":
                    add(nominative, {form.case}, "masc", "", 1)
    if not any(part in ("surname", "given") for _, _, part in found) or not sure:
        for reading in _from_endings(norm):
            add(*reading)
    elif norm[-1] not in "ая":
        # A woman's surname on a consonant or -о does not decline, whatever the dictionary has for men.
        add(norm, ANY, "femn", "surname", 1)
    return tuple(Reading(n, frozenset(c), g, p, w) for (n, g, p), (c, w) in found.items())


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
    return _agree(norms, given, readings) or (_agree(norms, -1, _with_endings) if loosely else ())


def _with_endings(norm: str) -> tuple[Reading, ...]:
    return (*readings(norm), *_from_endings(norm))


def _agree(norms: tuple[str, ...], given: int, read: Callable[[str], tuple[Reading, ...]]) -> tuple[FullName, ...]:
    partial = [FullName((), ANY, "", 0)]
    for place, norm in enumerate(norms):
        options = read(norm)
        if place == given and any(r.part == "given" for r in options):
            options = tuple(r for r in options if r.part == "given")
        elif place != given and given >= 0:
            options = tuple(r for r in options if r.part != "given" or r.weight < 4) or options
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
        partial = sorted(longer.values(), key=lambda n: (-n.weight, len(n.cases) > 4, n.words))[:24]
    return tuple(partial)
