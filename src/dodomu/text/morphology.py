"""Ukrainian morphology, looked up only where a rule asks.

The analyses are pymorphy3's (dictionary VESUM); this module turns them into small tuples and remembers them.
"""

import re
from functools import cache, lru_cache
from typing import NamedTuple

from dodomu import uk
from dodomu.errors import MissingExtra

_NOUNS_LIKE_VERBS = uk.words("grammar", "nouns_like_verbs")
_PARTICLES_LIKE_VERBS = uk.words("grammar", "particles_like_verbs")
# How a verb of the third person, of the past or an impersonal one can end (ніс, міг, помер too): spares most look-ups.
_VERB_ENDING = re.compile(r"(?:в|ла|ло|ли|но|то|ть|є|е|[гкрзсхбп]|ся|сь|мо|[иі]ть)$")
NAME_TAGS = frozenset(("Name", "Surn", "Patr"))
"""Grammemes of the words of a person's name."""


class Form(NamedTuple):
    """One reading of a word form; what does not apply is ``""``. Values are pymorphy3's grammemes."""

    lemma: str
    pos: str
    case: str
    number: str
    gender: str
    tense: str
    tags: frozenset[str]


@cache
def _analyzer():
    try:
        import pymorphy3
        import pymorphy3_dicts_uk  # noqa: F401
    except ImportError:
        raise MissingExtra("reading articles", "extract") from None
    return pymorphy3.MorphAnalyzer(lang="uk")


@lru_cache(maxsize=5_000)
def _grammemes(tag) -> tuple[str, str, str, str, str, frozenset[str]]:
    # pymorphy3's grammemes are strings that refuse to be compared with strangers; plain ones do not.
    said = (str(g or "") for g in (tag.POS, tag.case, tag.number, tag.gender, tag.tense))
    return (*said, frozenset(map(str, tag.grammemes)))


def _form(parse) -> Form:
    pos, case, number, gender, tense, tags = _grammemes(parse.tag)
    if pos == "NOUN" and not case and parse.word == parse.normal_form:
        case = "nomn"  # the dictionary leaves it out for some masculine nouns: голова, секретар
    if pos == "NOUN" and "anim" in tags and parse.word == parse.normal_form and not tags & NAME_TAGS and gender:
        # Nominatives of some names lack the grammeme that their other forms have (Володимир).
        oblique = (frozenset(map(str, f.tag.grammemes)) for f in parse.lexeme[1:3])
        tags |= next((NAME_TAGS & found for found in oblique if NAME_TAGS & found), frozenset())
    return Form(parse.normal_form, pos, case, number or ("sing" if gender else ""), gender, tense, tags)


@lru_cache(maxsize=1_000)
def _parses(norm: str) -> list:
    return _analyzer().parse(norm[:60])


def _in_dictionary(parse) -> bool:
    """Whether the dictionary has the word of an analysis; one look-up that found it need not be made again."""
    (method, *_), *more = parse.methods_stack
    return not more and type(method).__name__ == "DictionaryAnalyzer" or parse.is_known


@lru_cache(maxsize=200_000)
def forms(norm: str) -> tuple[Form, ...]:
    """All readings of a folded word, likeliest first.

    >>> [(f.lemma, f.case) for f in forms("наталією")]
    [('наталія', 'ablt')]
    """
    return tuple(map(_form, _parses(norm)))


@lru_cache(maxsize=50_000)
def finite(norm: str) -> Form | None:
    """The reading of a word as a finite or impersonal verb, if it is one before all else.

    The short infinitive («говорить») gives way to the present.

    >>> finite("говорить").tense, finite("засуджено").lemma, finite("війни"), finite("говорити")
    ('pres', 'засудити', None, None)
    """
    if norm in _PARTICLES_LIKE_VERBS or not _VERB_ENDING.search(norm):
        return None
    readings = forms(norm)
    if (
        norm.endswith("ла")
        and norm not in _NOUNS_LIKE_VERBS
        and (past := next((f for f in readings if f.tense == "past"), None))
    ):
        return past  # «жила», «мала»: in news the verb far more often than its namesake
    if not any(f.pos == "VERB" for f in readings[:1]) and not any(
        f.tense and not f.tags & {"1per", "2per"} for f in readings[:2]
    ):
        return None
    return next((f for f in readings if f.pos == "VERB" and (f.tense or "Impe" in f.tags)), None)


@lru_cache(maxsize=50_000)
def infinitive(norm: str) -> bool:
    """Whether the word can be an infinitive. pymorphy3 leaves the grammeme out of many.

    >>> infinitive("звільнити"), infinitive("говорити"), infinitive("звільнив")
    (True, True, False)
    """
    return norm.endswith(("ти", "тись", "тися", "ть", "тьсь")) and any(
        f.pos == "VERB" and not f.tense and not f.tags & {"impr", "Impe"} for f in forms(norm)
    )


@lru_cache(maxsize=200_000)
def known(norm: str) -> bool:
    """Whether the dictionary has the word, rather than guessing from its ending."""
    return any(map(_in_dictionary, _parses(norm)[:1]))


@lru_cache(maxsize=20_000)
def lexeme(lemma: str, pos: str = "") -> frozenset[str]:
    """Every form of a dictionary word, over its readings as that part of speech.

    >>> "заявила" in lexeme("заявити"), "штабі" in lexeme("штаб", "NOUN")
    (True, True)
    """
    found = {lemma}
    for parse in _analyzer().parse(lemma):
        if parse.normal_form == lemma and (not pos or pos == parse.tag.POS):
            found.update(form.word for form in parse.lexeme)
    return frozenset(found)


def gerunds(lemma: str) -> frozenset[str]:
    """The verbal adverbs of a verb: додаючи, додавши, посилаючись. The dictionary holds them as words of their own.

    >>> sorted(gerunds("посилатися"))
    ['посилавшись', 'посилаючись']
    """
    found = set()
    for word in lexeme(lemma, "VERB"):
        for ending, gerund in (("ють", "ючи"), ("уть", "учи"), ("ять", "ячи"), ("ать", "ачи"), ("в", "вши")):
            plain = word.removesuffix("ся").removesuffix("сь")
            if plain.endswith(ending):
                made = plain.removesuffix(ending) + gerund + ("сь" if plain != word else "")
                if known(made) and forms(made)[0].pos == "GRND":
                    found.add(made)
    return frozenset(found)


@lru_cache(maxsize=20_000)
def inflected(norm: str, lemma: str, *grammemes: str) -> str | None:
    """The form of that reading with these grammemes, or None.

    >>> inflected("координаційному", "координаційний", "nomn", "masc")
    'координаційний'
    """
    for parse in _parses(norm):
        if parse.normal_form == lemma and (form := parse.inflect(set(grammemes))):
            return form.word
    # Some nominatives lack their grammeme in the dictionary; they are the lemma.
    return lemma if "nomn" in grammemes and not {"femn", "neut", "plur"} & set(grammemes) else None
