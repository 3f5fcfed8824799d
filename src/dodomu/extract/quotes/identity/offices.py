"""Titles and the offices they name: «глава держави» and «президент» are one."""

from functools import cache

from dodomu import uk
from dodomu.extract.mentions.places import lemmas, names
from dodomu.extract.quotes.identity.abbreviations import abbreviates
from dodomu.extract.quotes.speakers.roles import role_forms
from dodomu.text.morphology import forms, lexeme
from dodomu.text.tokens import fold, tokenize

FORMER = "колишній"
_EX = "екс"
_MINISTRY, _MAYOR = "міністерство", "міський голова"
_SAME_STEM = 5
"""Complements that share so many letters are of one word: «закордонний», «закордонних»."""


@cache
def office_states() -> dict[str, str]:
    """Names of states in the genitive («президент Білорусі») with their codes."""
    held = {row["state"] for row in uk.load("officials")["holders"]}
    names = {code: words for code, words in uk.load("places")["states"].items() if code in held}
    return {
        form: code for code, words in names.items() for word in words if " " not in word for form in lexeme(fold(word))
    }


@cache
def offices() -> dict[str, frozenset[int]]:
    """For every role the offices it may name, as numbers of the lines of ``uk/roles.toml``."""
    found: dict[str, set[int]] = {}
    for number, line in enumerate(uk.load("roles")["offices"]):
        for word in line:
            found.setdefault(word, set()).add(number)
    return {word: frozenset(numbers) for word, numbers in found.items()}


@cache
def _phrases() -> dict[tuple[str, str], str]:
    """Offices of two words by the noun and the lemma of the other: («глава», «держава»)."""
    found = {}
    for phrase in offices():
        first, _, rest = phrase.partition(" ")
        if rest and " " not in rest:
            found[first, forms(rest)[0].lemma] = phrase
    return found


def _two_words(head: str, words: frozenset[str]) -> str:
    named = next((word for word in words if word.endswith(" " + head)), None)  # «міський голова»
    return named or next(
        (phrase for (first, rest), phrase in _phrases().items() if first == head and rest in words), head
    )


def title_lemmas(text: str) -> frozenset[str]:
    """Lemmas of a title's words, an abbreviated ministry as what it stands for, its head as a minister.

    >>> sorted(title_lemmas("заступник голови МЗС"))
    ['голова', 'голова мзс', 'закордонний', 'заступник', 'мзс', 'міністр', 'справа']
    >>> sorted(title_lemmas("експрезидент"))
    ['колишній', 'президент']
    """
    aliases = uk.load("bodies")["aliases"]
    words = [t.norm for t in tokenize(text) if t.is_word and len(t.norm) > 1]
    long = [w for norm in words for w in aliases.get(norm, aliases.get(forms(norm)[0].lemma, "")).split()]
    row = [role_forms().get(w) or forms(w)[0].lemma for w in (*words, *long)]
    pairs = {pair for pair in map(" ".join, zip(row, row[1:], strict=False)) if pair in offices()}
    found = {*row, *pairs}
    if _MINISTRY in found:
        found = found - {_MINISTRY} | {"міністр"}
    if _MAYOR in pairs:
        found.add("мер")
    former = {FORMER} if any(present(lemma) != lemma for lemma in found) else set()
    return frozenset({present(lemma) for lemma in found} | former)


def present(head: str) -> str:
    """A former office as the office: «експрезидент» → «президент».

    >>> present("екс-президент"), present("експерт")
    ('президент', 'експерт')
    """
    plain = head.removeprefix(_EX).removeprefix("-")
    return plain if plain != head and plain in role_forms() else head


def offices_of(head: str, words: frozenset[str]) -> frozenset[int]:
    """The offices that a title may name, by its noun and the lemmas of its words."""
    return offices().get(_two_words(head, words), frozenset()) or offices().get(head, frozenset())


def office_keys(head: str, words: frozenset[str]) -> frozenset[str | int]:
    """By what a title is looked up: its noun, the offices that it names or that its noun alone may name."""
    alone = offices().get(head, frozenset()) if _two_words(head, words) == head else frozenset()
    return frozenset({head, *offices_of(head, words), *alone})


def same_office(head: str, words: frozenset[str], other_head: str, other_words: frozenset[str]) -> bool:
    """Whether a title may mean the other's office: the same noun or office, and no complement that contradicts."""
    if not office_keys(head, words) & (office_keys(other_head, other_words) | offices().get(other_head, frozenset())):
        return False
    states, other_states = _states(words), _states(other_words)
    if states and other_states and states.isdisjoint(other_states):
        return False
    phrase = _two_words(head, words)
    own = {head, phrase} | {forms(word)[0].lemma for word in phrase.split()}
    complement, held = words - own - {FORMER}, other_words - {other_head, FORMER}
    if not complement or not held:
        return head == other_head or not complement
    return (
        bool(states & other_states)
        or bool({w[:_SAME_STEM] for w in complement} & {w[:_SAME_STEM] for w in held})
        or any(abbreviates(w, held) for w in complement)
        or any(abbreviates(w, complement) for w in held)
    )


@cache
def _state_words() -> dict[str, str]:
    """Names of states and the adjectives of them («польський») with their codes."""
    found = {lemmas(name): code for code, name in names().items()}
    for table in ("states", "adjectives"):
        found |= {lemmas(name): code for code, held in uk.load("places")[table].items() for name in held}
    return found


def _states(words: frozenset[str]) -> set[str]:
    return {_state_words()[word] for word in words if word in _state_words()}


def common_gender(head: str) -> bool:
    """Whether a title is masculine, and so used of women too: «омбудсман Людмила Денісова», «міністр додала»."""
    return head in offices() and any("masc" in f.gender for f in forms(head) if f.case == "nomn")
