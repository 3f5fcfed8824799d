"""Whether an article speaks of captivity, and where: «з полону», «з-під варти»; and what says homeward."""

from functools import cache

from dodomu import uk
from dodomu.text.lists import enrolled
from dodomu.text.morphology import lexeme


def _all(words: list[str]) -> frozenset[str]:
    return frozenset().union(*(lexeme(word) for word in words)) - frozenset(uk.load("captivity")["other_words"])


@cache
def words() -> frozenset[str]:
    """Forms that tell by themselves that captivity is spoken of."""
    return enrolled(_all(uk.load("captivity")["words"]))


@cache
def places() -> frozenset[str]:
    """Forms of where people are held."""
    return _all(uk.load("captivity")["places"])


@cache
def parts() -> frozenset[str]:
    """Forms of who is a part of those freed: тяжкохворі."""
    return _all(uk.load("captivity")["parts"])


@cache
def people() -> frozenset[str]:
    """Forms of who is freed: бранець, тяжкопоранений."""
    return _all(uk.load("captivity")["people"])


@cache
def war() -> frozenset[str]:
    """Forms that tell of captivity in a war."""
    return _all(uk.load("captivity")["war"])


@cache
def justice() -> frozenset[str]:
    """Forms that tell of courts and prisons."""
    return _all(uk.load("captivity")["justice"])


@cache
def captives() -> frozenset[str]:
    """Forms of nouns that name captives: бранець, політв'язень."""
    return _all(["бранець", "політв'язень", "заручник", "в'язень", "полонений", "політзаручник"])


@cache
def home() -> frozenset[str]:
    """Forms that say home: «додому», «на батьківщину»."""
    return _all(uk.load("captivity")["home"])


@cache
def holding() -> frozenset[str]:
    """Forms of verbs that say that somebody was held: утримували, перебувають."""
    return _all(uk.load("captivity")["holding"])


@cache
def holders() -> frozenset[str]:
    """States that hold captives."""
    return frozenset(uk.load("captivity")["holders"])


@cache
def custody() -> dict[str, str]:
    """Group of whoever is held in such a place, where nothing else tells."""
    return {
        form: group for group, nouns in uk.load("groups")["custody"].items() for noun in nouns for form in lexeme(noun)
    }
