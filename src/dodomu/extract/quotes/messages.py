"""Words that stand in a message: whose it is («йдеться у повідомленні Координаційного штабу»)."""

from dodomu import uk
from dodomu.extract.quotes.speakers import Names, Speaker, any_case, genitive
from dodomu.text.document import Document
from dodomu.text.morphology import forms
from dodomu.text.tokens import Token

_SAID_IN = uk.words("reports", "said_in")
_MESSAGES = uk.words("reports", "messages")
_REFERRING = uk.words("reports", "referring")
_OF = uk.words("grammar", "of")
REFERENCE = "посилання"
"""Lemma of the cue where a reference tells who speaks."""
_REACH = 4
"""So many words after the message its author may stand."""


def _is_message(token: Token, cases: tuple[str, ...]) -> bool:
    return any(f.lemma in _SAID_IN and f.case in cases for f in forms(token.norm))


def message_in(doc: Document, first: int, last: int) -> bool:
    """Whether the tokens ``first`` to ``last`` (half-open) name a message: «у повідомленні»."""
    return any(token.is_word and _is_message(token, ("loct",)) for token in doc.tokens[first:last])


def message_speaker(names: Names, first: int, last: int) -> Speaker | None:
    """Whose message they name: «йдеться у повідомленні Координаційного штабу», «на сайті президента»."""
    tokens = names.doc.tokens
    for at in range(first, last - 1):
        if _is_message(tokens[at], ("loct", "accs", "ablt")):
            for place in range(at + 1, min(at + 1 + _REACH, last)):
                who = genitive(names, place, last)
                if who is not None:
                    return who
                if not tokens[place].is_word:
                    break
    return None


def referred(names: Names, first: int, last: int) -> tuple[Speaker, tuple[int, int]] | None:
    """«з посиланням на Координаційний штаб»: the source behind an outlet, with the place of the cue."""
    tokens = names.doc.tokens
    for at in range(first, last - 2):
        if tokens[at].norm not in _REFERRING or tokens[at + 1].norm != "на":
            continue
        place = at + 2
        who = None
        if any(f.lemma in _MESSAGES for f in forms(tokens[place].norm)):
            after = range(place + 1, min(place + _REACH, last))
            who = next((author for i in after if (author := genitive(names, i, last))), None)
        if who is None:
            who = any_case(names, place, last, ("accs", "gent", "nomn"))
        if who is not None:
            begin = at - 1 if at and tokens[at - 1].norm in _OF else at
            return who, (tokens[begin].start, tokens[at + 1].end)
    return None
