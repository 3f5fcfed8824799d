"""«За словами Павленка», «на думку експертки», «як пояснила речниця»: reports set off from what they report."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dodomu import uk
from dodomu.extract.quotes.cues import Cue, according_nouns
from dodomu.extract.quotes.found import Found
from dodomu.extract.quotes.outlets import carries, is_outlet, outlet_in
from dodomu.extract.quotes.reading import Reading
from dodomu.extract.quotes.reported.governed import is_relative
from dodomu.extract.quotes.speakers import POSSESSIVES, Speaker, genitive, owner, phrase_at, subject
from dodomu.text.document import Sentence
from dodomu.text.lists import enrolled
from dodomu.text.morphology import forms
from dodomu.text.nounphrase import extend_right, nominative
from dodomu.text.tokens import Token

_BY = uk.load("reports")["according"]
_OPENING = enrolled(frozenset((*_BY, "як")))
_OF = uk.words("grammar", "of")
_AFFIRMS = uk.words("reports", "affirms")
_NO_AS = uk.words("reports", "no_as")
_OWNERLESS = uk.words("reports", "ownerless")
_SET_OFF = uk.words("reports", "set_off")
_SAYING = uk.words("reports", "saying")
_PERSONAL = uk.words("reports", "personal")
_NO_NOUN = frozenset(("PREP", "CONJ", "PRCL", "NPRO"))
_NOUN = 5
"""So many tokens after its preposition the noun of «за … словами» may stand."""
_ADJECTIVES = 3
_TAIL = 8
"""So many tokens go on to the comma that closes such a report: «у Telegram»."""
_LONGEST = 30
"""So many tokens «як сказав Х» has at most."""
_AS = 8
"""So many tokens after «як» its cue may stand."""


@dataclass(frozen=True, slots=True)
class According:
    """Tokens ``first`` to ``last`` (half-open) are the report; `begin` and `end` its cue."""

    first: int
    last: int
    begin: int
    end: int
    lemma: str
    act: str
    speaker: Speaker | None
    outlet: bool
    rule: str

    def quote(self, start: int, end: int, kind: str, rule: str, tokens: Sequence[Token]) -> Found:
        """A quotation that the report attributes."""
        cue = tokens[self.begin].start, tokens[self.end - 1].end
        follows = self.speaker is None and self.rule == "according"
        return Found(start, end, kind, rule, self.speaker, cue[0], cue, self.lemma, self.act, follows=follows)


def according_at(reading: Reading, sentence: Sentence) -> According | None:
    """The first such report of a sentence that stands outside marks."""
    return next(set_off(reading, sentence), None)


def set_off(reading: Reading, sentence: Sentence) -> Iterator[According]:
    """All such reports of a sentence."""
    tokens = reading.doc.tokens
    for at in reading.doc.where(_OPENING, sentence.first, sentence.last):
        by = tokens[at].norm in _BY
        report = _by_noun(reading, at, sentence.last) if by else _as_said(reading, at, sentence)
        if report is not None and reading.quoted_at(tokens[at].start) is None:
            yield report


def _by_noun(reading: Reading, at: int, last: int) -> According | None:
    """за + [його|попередніми] + словами + [кого]."""
    tokens = reading.doc.tokens
    found = _noun_of(tokens, at, last)
    if found is None:
        return None
    noun, possessive = found
    end = noun + 1
    if possessive is not None:
        who = owner(tokens[possessive])
    else:
        who = (
            genitive(reading.names, end, last)
            or _capital_genitive(reading, end, last)
            or _person_further(reading, end, last)
        )
        if who is None and not (tokens[noun].norm in _OWNERLESS and end < last and tokens[end].text == ","):
            return None
    if who is None:
        cue = " ".join(reading.doc.text[tokens[at].start : tokens[noun].end].lower().split())
        return According(at, end, at, noun + 1, cue, "state", None, False, "according")
    if possessive is None:
        end = max(end, reading.doc.token_at(who.end - 1) + 1)
    end = _with_tail(reading, end, last)
    if end + 1 < last and tokens[end].text == "," and is_relative(tokens[end + 1].norm):
        # «За словами Буданова, якого цитує «Суспільне», …»
        outside = (i for i in range(end + 1, last) if reading.quoted_at(tokens[i].start) is None)
        end = next((i for i in outside if tokens[i].text == ","), end)
    if tokens[noun].norm in _SET_OFF and at and tokens[at - 1].is_word and not reading.names.opens_sentence(at):
        return None
    cue = " ".join(reading.doc.text[tokens[at].start : tokens[noun].end].lower().split())
    return According(at, end, at, noun + 1, cue, "state", who, is_outlet(reading.doc, who), "according")


def _noun_of(tokens: Sequence[Token], at: int, last: int) -> tuple[int, int | None] | None:
    """Index of the noun that the preposition governs, and of a possessive before it."""
    nouns = according_nouns()
    if not any(t[3] in nouns for t in tokens[at + 1 : at + 1 + _NOUN]):
        return None
    by = _BY[tokens[at].norm]
    place = at + 1
    if place < last and tokens[place].norm in by.get("then", ()):
        place += 1
    possessive = None
    while place < last and place - at < _NOUN and tokens[place].is_word:
        norm = tokens[place].norm
        if nouns.get(norm, {}).keys() & set(by["uses"]):
            governed = any(f.case == by["case"] and f.pos == "NOUN" for f in forms(norm))
            return (place, possessive) if governed else None
        if norm in POSSESSIVES:
            possessive = place
        elif norm not in ("з", "із") and not any(f.pos in ("ADJF", "NPRO") for f in forms(norm)):
            return None
        place += 1
    return None


def _person_further(reading: Reading, at: int, last: int) -> Speaker | None:
    """A person whose role no list knows, before the comma: «за словами виконуючої обов'язки мера Олени Притули, …»."""
    for i in range(at, min(at + _LONGEST, last)):
        if not reading.doc.tokens[i].is_word:
            return None
        person = reading.names.person_at(i)
        if person is not None:
            return Speaker.named(person) if "gent" in person.cases else None
    return None


def _capital_genitive(reading: Reading, at: int, last: int) -> Speaker | None:
    """A noun in the genitive that no list knows: «за даними порталу «Діти війни»», «за даними системи youdata»."""
    tokens = reading.doc.tokens
    head = at
    while head < min(last, at + _ADJECTIVES) and _is_adjective(tokens[head]):
        head += 1
    if head >= last or not tokens[head].is_word:
        return None
    readings = forms(tokens[head].norm)
    noun = any(f.case == "gent" and f.pos == "NOUN" for f in readings)
    if not noun or any(f.pos in _NO_NOUN for f in readings):
        return None
    end = extend_right(tokens, head, last)
    while end < last and tokens[end].is_word and not "а" <= tokens[end].norm[0] <= "ґ":
        end += 1
    phrase = nominative(tokens, at, head, end, reading.doc.text, "gent")
    return Speaker(tokens[at].start, tokens[end - 1].end, "role", phrase=phrase)


def _is_adjective(token: Token) -> bool:
    """Whether a word is an adjective in the genitive before all else."""
    return token.is_word and any(f.pos == "ADJF" and f.case == "gent" for f in forms(token.norm)[:1])


def _with_tail(reading: Reading, end: int, last: int) -> int:
    """Take along «у Telegram», a parenthesis and the like up to the comma that closes the report."""
    tokens = reading.doc.tokens
    at = end
    while at < last and at - end < _TAIL and tokens[at].text not in ',–—-:;«"':
        if reading.is_verb(at):
            return end
        at += 1
    return at if at < last and tokens[at].text == "," else end


def _as_said(reading: Reading, at: int, sentence: Sentence) -> According | None:
    """як + cue + who, set off by commas."""
    tokens = reading.doc.tokens
    if at > sentence.first and tokens[at - 1].text not in ",–—-«(":
        return None
    compares = at - 2 >= sentence.first and tokens[at - 2].norm in _NO_AS
    affirms = compares and at - 2 == sentence.first and tokens[at - 2].norm in _AFFIRMS
    if compares and not affirms:
        return None
    if at + 1 < sentence.last and tokens[at + 1].norm in _SAYING:
        return None
    close = _close(reading, at, sentence)
    cue = next((c for c in reading.cues(sentence) if at < c.first < close), None)
    if (
        cue is None
        or cue.first - at > _AS
        or affirms
        and cue.impersonal
        or not cue.finite
        or not _states(cue)
        or not reading.outside(cue)
    ):
        return None
    who = subject(reading.names, cue, at + 1, close, "right")
    lemma = cue.entry.lemma
    outlet = carries(reading.doc, who, lemma) if who is not None else bool(outlet_in(reading.doc, at, close))
    if who is None and not outlet and not cue.impersonal:
        return None
    return According(at, close, cue.first, cue.last, cue.entry.lemma, cue.entry.act("say"), who, outlet, "as_said")


def _states(cue: Cue) -> bool:
    """Whether the cue gives what it sets off as said: «як вимагав Х» does not."""
    if "say" in cue.entry.frames:
        return cue.entry.act("say") in ("state", "promise", "deny")
    return "manner" in cue.entry.frames


def _close(reading: Reading, at: int, sentence: Sentence) -> int:
    """The comma or colon that closes «як …»."""
    tokens = reading.doc.tokens
    brief = next((c for c in reading.cues(sentence) if at < c.first <= at + 2), None)
    if brief is not None and brief.impersonal and brief.last < sentence.last and tokens[brief.last].text == ",":
        return brief.last
    i = at + 1
    while i < min(sentence.last, at + _LONGEST):
        if tokens[i].text == "," and (after := reading.names.past_date(i, sentence.last)) is not None:
            i = after
            continue
        if tokens[i].text in ",:" and not _apposition_follows(reading, i, sentence.last):
            return i
        i += 1
    return sentence.last


def _apposition_follows(reading: Reading, comma: int, last: int) -> bool:
    """Whether an apposition follows the comma: «…, генерал-майор Ілля Павленко»."""
    tokens = reading.doc.tokens
    close = next((i for i in range(comma + 1, last) if tokens[i].text == ","), None)
    if close is None or tokens[comma].text != "," or any(reading.is_verb(i) for i in range(comma + 1, close)):
        return False
    if tokens[comma + 1].norm in _PERSONAL or phrase_at(reading.names, comma + 1, last, None) is None:
        return False
    return not reading.is_verb(min(comma + 2, last - 1))
