"""Nouns that name a speaker by what he is, and states that speak as one."""

from functools import cache

from dodomu import uk
from dodomu.text.morphology import lexeme

_EX = "екс"
"""Before any role it makes a former one: «ексміністр»."""


@cache
def role_forms() -> dict[str, str]:
    """Forms of the nouns that name a person by a role, with their lemma.

    >>> role_forms()["речниці"]
    'речниця'
    """
    lists = uk.load("roles")
    offices = [word for line in lists["offices"] for word in line]
    found: dict[str, str] = {}
    for word in (*offices, *lists["persons"]):
        if " " not in word:
            for form in lexeme(word):
                found.setdefault(form, word)
    for form, word in list(found.items()):
        found.setdefault(_EX + form, _EX + word)
    return found


@cache
def state_forms() -> dict[str, str]:
    """Forms of the names of states and their seats («Москва пропонує»), with their lemma."""
    return {form: name for name in uk.load("bodies")["states"] for form in lexeme(name, "NOUN")}


@cache
def occasion_forms() -> frozenset[str]:
    """Places in which things are said by others: «в ефірі», «на брифінгу»; months and days, too."""
    lists = uk.load("occasions")
    nouns = [*(noun for noun in lists["nouns"] if " " not in noun), *lists["no_places"]]
    return frozenset(form for noun in nouns for form in lexeme(noun))
