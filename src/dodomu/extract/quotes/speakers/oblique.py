"""Speakers in a case that something else governs: «за словами речниці», «з посиланням на прокуратуру»."""

from dodomu import uk
from dodomu.extract.quotes.speakers.names import Names
from dodomu.extract.quotes.speakers.phrases import noun_phrase
from dodomu.extract.quotes.speakers.speaker import POSSESSIVES, Speaker
from dodomu.extract.quotes.speakers.titled import titled
from dodomu.text.nounphrase import extend_right
from dodomu.text.tokens import Token

_OF = uk.words("grammar", "of")
_ONE_OF = uk.load("speakers")["one_of"]
_ONE = {gender: word for word, gender in uk.load("speakers")["one"].items()}

_OWNERS = {"masc": "він", "femn": "вона"}


def owner(token: Token) -> Speaker | None:
    """Whose words they are by a possessive: «за його словами», «її заява»."""
    if token.norm not in POSSESSIVES:
        return None
    gender, number = POSSESSIVES[token.norm]
    pronoun = _OWNERS.get(gender, "вони")
    return Speaker(token.start, token.end, "pronoun", phrase=pronoun, gender=gender, number=number)


def genitive(names: Names, at: int, last: int) -> Speaker | None:
    """The speaker in the genitive that begins at a token: «за словами речниці», «на думку Марини Дзюби»."""
    tokens = names.doc.tokens
    if at >= last:
        return None
    if tokens[at].norm in _ONE_OF and at + 2 < last and tokens[at + 1].norm in _OF:
        name = titled(names, at + 2, last, None, "gent")
        if name is not None and name.first > at + 3:  # not «одного з адвокатів Коваля»
            return Speaker.named(name)
        end = extend_right(tokens, at + 2, last)
        gender = _ONE_OF[tokens[at].norm]
        phrase = f"{_ONE[gender]} {names.doc.text[tokens[at + 1].start : tokens[end - 1].end]}"
        return Speaker(tokens[at].start, tokens[end - 1].end, "role", phrase=phrase, gender=gender)
    person = names.person_at(at)
    if person is not None and "gent" in person.cases and (not person.loose or names.like_a_person(at)):
        return Speaker.named(person)
    return noun_phrase(names, at, last, None, "gent")


def any_case(names: Names, at: int, last: int, cases: tuple[str, ...]) -> Speaker | None:
    """The speaker that begins at a token, in the first of the cases that fits."""
    for case in cases:
        mention = names.at.get(at)
        if mention is not None and not mention.loose and case in mention.cases:
            return Speaker.named(mention)
        if found := noun_phrase(names, at, last, None, case):
            return found
    return None
