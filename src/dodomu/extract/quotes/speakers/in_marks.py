"""Speakers by what stands in marks: «Укрзалізниця» повідомляє, «радикал» прийшов."""

from dodomu import uk
from dodomu.extract.quotes.speakers.names import Names
from dodomu.extract.quotes.speakers.speaker import Speaker
from dodomu.text.marks import closing_mark
from dodomu.text.morphology import Form, finite, forms

_BEFORE_MARKS = uk.words("speakers", "before_marks")
_BEFORE_VERB = uk.words("speakers", "before_verb")
_MARKED = 4
"""So many words at most has a body's name in marks."""
_STEM = 5
"""So many letters a member's name shares with that of the party."""


def in_marks(names: Names, at: int, last: int) -> Speaker | None:
    """A body known by its name in marks alone: «Укрзалізниця» повідомляє."""
    tokens = names.doc.tokens
    before = tokens[at - 1] if at else None
    if before is not None and before.text == "(":
        return None
    verb_before = before is not None and finite(before.norm) is not None
    if before is not None and before.is_word and not verb_before and before.norm not in _BEFORE_MARKS:
        return None
    close = closing_mark(tokens, at + 2, min(at + 2 + _MARKED, last))
    if close is None:
        return None
    word = tokens[at + 1]
    foreign = not "а" <= word.norm[0] <= "ґ"
    if not word.is_capital or not foreign and not any(f.case == "nomn" for f in forms(word.norm)):
        return None
    after = close + 2 if close + 1 < len(tokens) and tokens[close + 1].norm in _BEFORE_VERB else close + 1
    verb_after = after < len(tokens) and finite(tokens[after].norm) is not None
    if not verb_after and not verb_before:
        return None
    start, end = word.start, tokens[close - 1].end
    if close == at + 2 and (member := _member(names, at + 1)) is not None:
        return Speaker(start, end, "role", phrase=word.norm, head=word.norm, gender=member.gender)
    return Speaker(start, end, "role", phrase=names.doc.text[start:end])


def _member(names: Names, at: int) -> Form | None:
    """Whoever a word in marks calls after his party, which the article names in marks: «Радикал» of «Радикальна …»."""
    norm = names.doc.tokens[at].norm
    noun = next((f for f in forms(norm) if f.pos == "NOUN" and "anim" in f.tags and f.case == "nomn"), None)
    if noun is None or noun.number == "plur" or len(norm) < _STEM:
        return None
    for quoted in names.doc.outermost:
        first = names.doc.token_at(quoted.start) + 1
        own, *more = names.doc.tokens[first : first + 2]
        if own.norm.startswith(norm[:_STEM]) and more and more[0].is_word:
            return noun
    return None
