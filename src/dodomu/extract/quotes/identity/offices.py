"""Titles and the offices they name: «глава держави» and «президент» are one."""

from functools import cache

from dodomu import uk
from dodomu.extract.quotes.identity.abbreviations import abbreviates
from dodomu.text.morphology import forms, lexeme
from dodomu.text.tokens import fold, tokenize

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
    return next((phrase for (first, rest), phrase in _phrases().items() if first == head and rest in words), head)


def title_lemmas(text: str) -> frozenset[str]:
    """Lemmas of a title's words, an abbreviated ministry as what it stands for.

    >>> sorted(title_lemmas("голова МЗС"))
    ['голова', 'закордонний', 'мзс', 'справа']
    """
    aliases = uk.load("bodies")["aliases"]
    words = [t.norm for t in tokenize(text) if t.is_word and len(t.norm) > 1]
    short = [norm if norm in aliases else forms(norm)[0].lemma for norm in words]
    long = [w for norm in short if norm in aliases for w in aliases[norm].split()[1:]]
    return frozenset(forms(w)[0].lemma for w in (*words, *long))


def offices_of(head: str, words: frozenset[str]) -> frozenset[int]:
    """The offices that a title may name, by its noun and the lemmas of its words."""
    return offices().get(_two_words(head, words), frozenset()) or offices().get(head, frozenset())


def same_office(head: str, words: frozenset[str], other_head: str, other_words: frozenset[str]) -> bool:
    """Whether a title may mean the other's office: the same noun or office, and no complement that contradicts."""
    if head != other_head and not offices_of(head, words) & offices_of(other_head, other_words):
        return False
    phrase = _two_words(head, words)
    own = {head} | ({forms(phrase.partition(" ")[2])[0].lemma} if " " in phrase else set())
    complement, held = words - own, other_words - {other_head}
    if not complement or not held:
        return head == other_head or not complement
    return (
        bool({w[:_SAME_STEM] for w in complement} & {w[:_SAME_STEM] for w in held})
        or any(abbreviates(w, held) for w in complement)
        or any(abbreviates(w, complement) for w in held)
    )


def common_gender(head: str) -> bool:
    """Whether a title is masculine, and so used of women too: «омбудсман Людмила Денісова», «міністр додала»."""
    return head in offices() and any("masc" in f.gender for f in forms(head) if f.case == "nomn")
