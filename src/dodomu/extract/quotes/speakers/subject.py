"""The subject of a reporting verb: to its right, to its left, or its place."""

from typing import NamedTuple

from dodomu import uk
from dodomu.extract.quotes.cues import Cue
from dodomu.extract.quotes.speakers.agreement import agrees, noun_agrees
from dodomu.extract.quotes.speakers.antecedent import antecedent
from dodomu.extract.quotes.speakers.names import Names
from dodomu.extract.quotes.speakers.phrases import as_role, phrase_at
from dodomu.extract.quotes.speakers.place import place
from dodomu.extract.quotes.speakers.speaker import Speaker
from dodomu.text.marks import OPENING, closing_mark
from dodomu.text.morphology import finite, forms
from dodomu.text.nounphrase import extend_right

_SUBORDINATORS = uk.words("grammar", "subordinators")
_PREPOSITIONS = uk.words("grammar", "prepositions")
_BEFORE_APPOSITION = uk.words("speakers", "before_apposition")
_BEFORE_AS = uk.words("speakers", "before_as")
_NO_NOUN = frozenset(("PREP", "CONJ", "PRCL", "ADVB", "NPRO"))
_ACTIONS = ("ння", "ття", "ість", "ості")
"""Endings of the names of actions and qualities."""
_PLACES = uk.words("speakers", "at")
_GOVERNED = 5
"""So many tokens after its preposition the noun of a place may stand."""
_REACH = 14
"""So many words and names the subject may stand behind its verb."""
_MARKED = 6
_APPOSITION = 8
"""So many tokens before a role the comma may stand that ties it to a name."""


class Piece(NamedTuple):
    """Tokens ``first`` to ``last`` (half-open) between commas."""

    first: int
    last: int
    subordinate: bool


def subject(names: Names, cue: Cue, first: int, last: int, prefer: str) -> Speaker | None:
    """The subject of the cue among the tokens ``first`` to ``last`` (half-open), else the place where it is said.

    Parameters
    ----------
    names : Names
    cue : Cue
    first, last : int
    prefer : str
        The side looked at first, ``left`` or ``right``.
    """
    if prefer == "right":
        found = right(names, cue, cue.last, last) or left(names, cue, first, cue.first)
    else:
        found = left(names, cue, first, cue.first) or right(names, cue, cue.last, last)
    return found or place(names, cue, first, last)


def right(names: Names, cue: Cue | None, first: int, last: int) -> Speaker | None:
    """The first noun phrase in the nominative after the cue, within its clause."""
    tokens = names.doc.tokens
    at, skipped = first, 0
    while at < last and skipped < _REACH:
        token = tokens[at]
        if token.text in OPENING:
            marked = phrase_at(names, at, last, cue)
            close = closing_mark(tokens, at + 1, min(at + 1 + _MARKED, last))
            if marked is not None or close is None:
                return marked
            at = close + 1
            continue
        if token.text in ":;?!…" or token.norm in _SUBORDINATORS or token.text in "–—-" and at > first:
            return None
        if token.text == "," and at + 1 < last and any(f.pos == "GRND" for f in forms(tokens[at + 1].norm)):
            close = next((i for i in range(at + 1, last) if tokens[i].text == ","), None)
            if close is None:
                return None
            at = close + 1
            continue
        if token.text == "," and (after := names.past_date(at, last)) is not None:
            at = after
            continue
        if token.text == "," and not names.opens_apposition(at + 1, last):
            return None
        if found := phrase_at(names, at, last, cue):
            return found
        if cue is not None and token.is_word and at > first and finite(token.norm) is not None:
            return None
        at = _past_phrase(names, at, last) if token.norm in _PLACES else names.past(at)
        skipped += 1
    return None


def _past_phrase(names: Names, at: int, last: int) -> int:
    """Past a preposition and the noun that it governs, with what depends on it: «у відділі статистики управління»."""
    tokens = names.doc.tokens
    head = at + 1
    while head < last and tokens[head].is_word and head - at < _GOVERNED:
        if head in names.at and not names.at[head].loose:
            return names.past(head)
        if any(f.pos == "NOUN" and f.case == "loct" for f in forms(tokens[head].norm)[:3]):
            persons = frozenset(i for i in range(head + 1, last) if i in names.inside)
            return extend_right(tokens, head, last, stop=persons)
        if not any(f.pos in ("ADJF", "NPRO") for f in forms(tokens[head].norm)):
            break
        head += 1
    return at + 1


def left(names: Names, cue: Cue | None, first: int, last: int) -> Speaker | None:
    """The subject before the cue.

    The words are cut at commas. A noun phrase in the cue's own piece comes first; else the nearest piece before that is
    no subordinate clause, one whose subject still waits for its verb before one that has its own.
    """
    if cue is not None and not cue.gerund and (who := antecedent(names, cue, first)) is not None:
        return who
    pieces = _pieces(names, first, last)
    best: tuple[tuple[bool, bool, int], Speaker] | None = None
    closed = last > first and names.doc.tokens[last - 1].text == ","
    for number, piece in enumerate(pieces):
        # A clause that a comma closes before the cue is not the cue's: «Коваль, після того як мер пішов, заявив».
        own = number == len(pieces) - 1 and not (closed and piece.subordinate)
        at = piece.first
        while at < piece.last:
            if names.doc.tokens[at].text == "(":
                # What stands in brackets explains a name: «Ольга Гай (Слуга народу)».
                at = next((i + 1 for i in range(at, piece.last) if names.doc.tokens[i].text == ")"), at + 1)
                continue
            found = phrase_at(names, at, last, cue)
            if found is None:
                at = names.past(at)
                continue
            after = names.doc.token_at(found.end - 1) + 1
            waits = own or not names.verb_between(after, piece.last)
            rank = (own or not piece.subordinate, waits, number)
            if best is None or rank >= best[0]:
                best = rank, found
            at = max(at + 1, after)
    if best is None:
        return None
    (in_main_clause, _, _), found = best
    if found.kind == "role" and (named := _explained(names, found, cue)):
        return named
    return found if in_main_clause or cue is None or cue.gerund else None


def _explained(names: Names, who: Speaker, cue: Cue | None) -> Speaker | None:
    """The name before a comma that a role explains: «Александр Віндман, підполковник армії США, заявив»."""
    tokens = names.doc.tokens
    at = names.doc.token_at(who.start)
    while at > 0 and tokens[at - 1].norm in _BEFORE_APPOSITION:
        at -= 1
    first = names.doc.sentence_at(who.start).first
    comma = next((i for i in range(at - 1, max(first, at - _APPOSITION), -1) if tokens[i].text == ","), None)
    if comma is None or names.verb_between(comma, at):
        return None
    name = names.inside.get(comma - 1)
    if name is None or "nomn" not in name.cases or not agrees(cue, name.gender, "sing"):
        return None
    return Speaker.named(name, head=who.head, role=names.doc.text[tokens[comma + 1].start : who.end])


def _pieces(names: Names, first: int, last: int) -> list[Piece]:
    """What stands between commas, each with whether it is a subordinate clause. «після того, як …» is one."""
    tokens = names.doc.tokens
    cuts = [first, *(at + 1 for at in range(first, last) if tokens[at].text in ",;–—"), last]
    pieces = []
    for begin, end in zip(cuts, cuts[1:], strict=False):
        if begin >= end:
            continue
        head = tokens[begin].norm
        after = [t.norm for t in tokens[begin + 1 : min(begin + 3, end)]]
        following = after[0] if after else ""
        subordinate = (
            head in _SUBORDINATORS
            or head in _PREPOSITIONS
            and following in _SUBORDINATORS
            or after[1:] == ["як"]
            and following in _BEFORE_AS  # «після того як»
            or begin > first
            and head == "як"
            and tokens[begin - 2].norm in _BEFORE_AS
        )
        pieces.append(Piece(begin, end, subordinate))
    return pieces or [Piece(first, last, False)]


def bare_noun(names: Names, at: int, last: int, cue: Cue) -> Speaker | None:
    """A common noun in the nominative right after the cue, whatever it names: «– попередив водоканал».

    Not what is asked for («вимагає тиші»), nor the name of an action («дотримання»): nobody speaks there.
    """
    tokens = names.doc.tokens
    if at >= last or not tokens[at].is_word or tokens[at].is_capital:
        return None
    readings = forms(tokens[at].norm)
    if any(f.pos in _NO_NOUN for f in readings) or tokens[at].norm.endswith(_ACTIONS):
        return None
    if cue.entry.act("say") in ("request", "order") and not any("anim" in f.tags for f in readings):
        return None
    for form in readings[:3]:
        if form.pos == "NOUN" and form.case == "nomn" and noun_agrees(cue, form):
            end = extend_right(tokens, at, last)
            return as_role(names, at, at, end, number=form.number, gender=form.gender, case="nomn")
    return None
