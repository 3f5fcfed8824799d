"""The person whose role stands before the name: «речник ДПСУ Андрій Демченко»."""

from dodomu import uk
from dodomu.extract.quotes.cues import Cue
from dodomu.extract.quotes.speakers.agreement import agrees
from dodomu.extract.quotes.speakers.names import Names, may_be_given
from dodomu.extract.quotes.speakers.roles import role_forms
from dodomu.text.morphology import finite, forms
from dodomu.text.names import NameMention
from dodomu.text.nounphrase import has

_SUBORDINATORS = uk.words("grammar", "subordinators")
_ADJECTIVES = 3
"""So many adjectives at most stand before a further title."""
_LONGEST = 22
"""So many tokens at most stand between a role and the name: the longest titles have about twenty."""


def titled(names: Names, head: int, last: int, cue: Cue | None, case: str) -> NameMention | None:
    """The person whose role the noun at `head` begins, over genitives, bodies and further titles.

    Parameters
    ----------
    names : Names
    head, last : int
        The noun, and the token that the search may not reach.
    cue : Cue or None
        The reporting words that the person agrees with.
    case : str
        The case of the role, in which the name stands too.
    """
    at = head + 1
    while at < last and at - head < _LONGEST:
        mention = names.inside.get(at) or names.person_at(at)
        if mention is not None:
            if mention.first == at and _bears(names, head, mention, cue, case):
                return mention
            at = mention.last
        elif _goes_on(names, head, at, last, case):
            at += 1
        else:
            return None
    return None


def _bears(names: Names, head: int, mention: NameMention, cue: Cue | None, case: str) -> bool:
    """Whether a name in the case of the role is its bearer, and not in the genitive before one: «мати Петра Анна»."""
    tokens, at = names.doc.tokens, mention.first
    if case not in mention.cases or not agrees(cue, mention.gender, "sing"):
        return False
    if names.doc.quoted_at(mention.start) is not names.doc.quoted_at(tokens[head].start):
        return False  # «указ президента «Про ювілей Тараса Шевченка»»
    if mention.loose and tokens[at - 1].norm not in role_forms() and not may_be_given(tokens[at].norm):
        return False
    following = names.person_at(mention.last)
    nested = "gent" in mention.cases and following is not None and case in following.cases
    return not (nested and agrees(cue, following.gender, "sing"))


def _goes_on(names: Names, head: int, at: int, last: int, case: str) -> bool:
    """Whether the title may go on over a token without a name."""
    token = names.doc.tokens[at]
    if token.text == ",":
        return at + 1 < last and _after_comma(names, head, at + 1, case)
    if token.text in '«»"“”„-–.()/№':
        return True
    if not token.is_word and not token.is_number:
        return False
    return token.norm not in _SUBORDINATORS and finite(token.norm) is None


def _after_comma(names: Names, head: int, at: int, case: str) -> bool:
    """A further title in that case, a further noun that it governs, or the name itself with no verb before it."""
    tokens = names.doc.tokens
    title = at
    while title + 1 < len(tokens) and title - at < _ADJECTIVES and has(tokens[title].norm, case, ("ADJF",)):
        title += 1
    norm = tokens[title].norm
    if norm in role_forms() and any(f.case == case for f in forms(norm)):
        return True
    if all(tokens[i].is_word and has(tokens[i].norm, "gent", ("NOUN", "ADJF")) for i in (at - 2, at)):
        return True
    person = names.person_at(at)
    return person is not None and not person.loose and not names.verb_between(head, at - 1)
