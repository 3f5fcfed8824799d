"""Nouns that name a speaker by what he is, and states that speak as one."""

from functools import cache, lru_cache

from dodomu import uk
from dodomu.text.lists import enrolled
from dodomu.text.morphology import forms, lexeme
from dodomu.text.nounphrase import nominative
from dodomu.text.tokens import tokenize

_WHOSE = frozenset(("його", "її", *lexeme("їхній")))

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
    return enrolled(found)


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


@lru_cache(maxsize=4096)
def plain_role(words: str) -> str:
    """One person's role as a list of people would give it: in the nominative, without whose it is.

    >>> plain_role("президента"), plain_role("першій леді США"), plain_role("його речниця")
    ('президент', 'перша леді США', 'речниця')
    """
    tokens = tokenize(words)
    first = int(len(tokens) > 1 and tokens[0].norm in _WHOSE)
    head = next((at for at in range(first, len(tokens)) if tokens[at].norm in role_forms()), None)
    if head is None or not all(any(f.pos == "ADJF" for f in forms(token.norm)) for token in tokens[first:head]):
        return words
    one = [form.case for form in forms(tokens[head].norm) if form.pos == "NOUN" and form.number == "sing"]
    case = "" if first < head or not one else "nomn" if "nomn" in one else one[0]
    return nominative(tokens, first, head, len(tokens), words, case)
