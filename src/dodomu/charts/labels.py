"""The words of pictures and reports in Ukrainian and English: data in ``labels/``, and the forms a number asks for."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from dodomu.errors import DodomuError, did_you_mean

LANGUAGES = ("uk", "en")
_TEN_THOUSAND = 10_000
_THIN_SPACE = "\u202f"


class UnknownOption(DodomuError, ValueError):
    """A language, a theme or a file format that pictures do not have."""


@cache
def words(lang: str) -> dict[str, Any]:
    """Load every word of one language.

    Examples
    --------
    >>> words("uk")["type"]["pardon"]
    'Помилування'
    >>> words("de")
    Traceback (most recent call last):
    dodomu.charts.labels.UnknownOption: no labels in language «de»: there are: uk, en
    """
    if lang not in LANGUAGES:
        raise UnknownOption(f"no labels in language «{lang}»: {did_you_mean(lang, LANGUAGES)}")
    return _load(f"{lang}.toml") | {"country": _load(f"countries.{lang}.toml")}


def _load(name: str) -> dict[str, Any]:
    return tomllib.loads((files(__package__) / "labels" / name).read_text(encoding="utf-8"))


def country(code: str, lang: str) -> str:
    """Name a state by its code; what is no known code is returned as it is.

    Examples
    --------
    >>> country("BY", "uk"), country("BY", "en"), country("Червоний Хрест", "uk")
    ('Білорусь', 'Belarus', 'Червоний Хрест')
    """
    return words(lang)["country"].get(code, code)


def number(n: int) -> str:
    """Write a whole number, thousands set apart from five digits on.

    Examples
    --------
    >>> number(1200), number(12000)
    ('1200', '12\u202f000')
    """
    return str(n) if n < _TEN_THOUSAND else f"{n:,}".replace(",", _THIN_SPACE)


def form(n: int, forms: list[str], lang: str, genitive: bool = False) -> str:
    """Choose the form of a noun that stands after a number.

    Parameters
    ----------
    forms
        After 1, after 2–4, after 5 and more, and (where asked for) the genitive singular.
    genitive
        Whether a word such as «близько» puts the number itself into the genitive.

    Examples
    --------
    >>> group = words("uk")["group"]["people"]
    >>> [form(n, group, "uk") for n in (1, 3, 11, 100)]
    ['людина', 'людини', 'людей', 'людей']
    >>> [form(n, group, "uk", genitive=True) for n in (21, 3)]
    ['людини', 'людей']
    """
    if lang != "uk":
        return forms[0] if n == 1 else forms[1]
    last, last_two = n % 10, n % 100
    if last == 1 and last_two != 11:
        return forms[3] if genitive else forms[0]
    if 2 <= last <= 4 and not 12 <= last_two <= 14 and not genitive:
        return forms[1]
    return forms[2]


def how_many(
    lang: str,
    group: str | None,
    count: int | None,
    qualifier: str | None,
    low: int | None = None,
    high: int | None = None,
) -> str:
    """Say how many people and who, exactly as surely as the data does; empty when neither is known.

    Examples
    --------
    >>> how_many("uk", "civilians", 31, "exact")
    '31 цивільна особа'
    >>> how_many("uk", "people", 100, "approximate"), how_many("en", "people", 100, "at_least")
    ('близько 100 людей', 'at least 100 people')
    >>> how_many("uk", "military", None, None, 20, 31)
    'від 20 до 31 військового'
    >>> how_many("uk", "military", None, None)
    'військові'
    """
    say = words(lang)
    nouns = say["group"][group or "people"]
    if count is not None:
        pattern = say["count"][qualifier or "exact"]
        return pattern.format(n=number(count), noun=form(count, nouns, lang, genitive=qualifier == "approximate"))
    if low is not None and high is not None:
        noun = form(high, nouns, lang, genitive=True)
        return say["count"]["range"].format(low=number(low), high=number(high), noun=noun)
    return say["group_alone"][group] if group else ""
