"""«За словами Павленка», «на думку експертки», «як пояснила речниця», «із посиланням на»: reports set off from what they report."""

import re
from dataclasses import dataclass

from dodomu.extract.quotes.cues import Cue, according_nouns
from dodomu.extract.quotes.found import Found
from dodomu.extract.quotes.reading import Reading
from dodomu.extract.quotes.speakers import POSSESSIVES, Speaker
from dodomu.text.document import Sentence
from dodomu.text.morphology import forms

# Preposition: the case it governs here, the lists of nouns that it takes.
_BY = {
    "за": ("ablt", ("by",)),
    "на": ("accs", ("to",)),
    "згідно": ("ablt", ("with", "by")),
    "відповідно": ("gent", ("with", "by")),
    "зі": ("gent", ("from",)),
    "із": ("gent", ("from",)),
    "з": ("gent", ("from",)),
}
WHO = re.compile("як(?:ий|а|е|і|ого|ої|ому|ій|им|ою|их|ими)|котр.*")
_MESSAGES = frozenset(
    ["telegram", "facebook", "twitter", "instagram", "youtube", "телеграм", "фейсбук", "твітер", "допис", "заява", "повідомлення", "рішення", "дані", "слова", "звернення", "коментар", "інтерв'ю", "пост", "публікація", "розпорядження", "джерело", "пресреліз", "звіт", "інформація", "сторінка", "сайт", "канал", "твіт", "лист"]
)


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

    def quote(self, start: int, end: int, kind: str, rule: str, tokens) -> Found:
        cue = tokens[self.begin].start, tokens[self.end - 1].end
        return Found(start, end, kind, rule, self.speaker, cue[0], cue, self.lemma, self.act)


def according_at(reading: Reading, sentence: Sentence) -> According | None:
    """The first such report of a sentence that stands outside marks."""
    return next(iter(all_according(reading, sentence)), None)


def all_according(reading: Reading, sentence: Sentence) -> list[According]:
    """All of them, in order."""
    found = []
    tokens = reading.doc.tokens
    for at in range(sentence.first, sentence.last):
        norm = tokens[at].norm
        made = None
        if norm in _BY:
            made = _by_noun(reading, at, sentence.last)
        elif norm == "як":
            made = _as_said(reading, at, sentence)
        if made is not None and reading.quoted_at(tokens[at].start) is None:
            found.append(made)
    return found


def _by_noun(reading: Reading, at: int, last: int) -> According | None:
    """за + [його|попередніми] + словами + [кого]."""
    tokens = reading.doc.tokens
    if not any(t[3] in according_nouns() for t in tokens[at + 1 : at + 6]):
        return None
    preposition = tokens[at].norm
    place = at + 1
    if preposition == "згідно" and place < last and tokens[place].norm in ("з", "із", "зі"):
        place += 1
    if preposition == "відповідно" and place < last and tokens[place].norm == "до":
        place += 1
    case, uses = _BY[preposition]
    possessive = lemma = None
    while place < last and place - at < 5 and tokens[place].is_word:
        norm = tokens[place].norm
        if (
            lemma := next((held[use] for use in uses if use in held), None)
            if (held := according_nouns().get(norm))
            else None
        ):
            break
        if norm in POSSESSIVES:
            possessive = place
        elif norm not in ("з", "із") and not any(f.pos in ("ADJF", "NPRO") for f in forms(norm)):
            return None
        place += 1
    else:
        return None
    if lemma is None or not any(f.case == case and f.pos == "NOUN" for f in forms(tokens[place].norm)):
        return None
    who: Speaker | None
    end = place + 1
    if possessive is not None:
        token = tokens[possessive]
        gender, number = POSSESSIVES[token.norm]
        pronoun = {"masc": "він", "femn": "вона"}.get(gender, "вони")
        who = Speaker(token.start, token.end, "pronoun", phrase=pronoun, gender=gender, number=number)
    else:
        who = reading.finder.genitive(end, last)
        if who is None and end < last and tokens[end].is_word:
            who = _capital_genitive(reading, end, last)
        if who is not None:
            end = max(end, reading.doc.token_at(who.end - 1) + 1)
    if who is None:
        return None
    end = _with_apposition(reading, end, last)
    if end + 1 < last and tokens[end].text == "," and WHO.fullmatch(tokens[end + 1].norm):
        # «За словами Буданова, якого цитує «Суспільне», …»
        end = next((i for i in range(end + 1, last) if tokens[i].text == ","), end)
    cue = reading.doc.text[tokens[at].start : tokens[place].end].lower()
    return According(at, end, at, place + 1, " ".join(cue.split()), "state", who, reading.is_outlet(who), "according")


def _capital_genitive(reading: Reading, at: int, last: int) -> Speaker | None:
    """A capitalised word or name in marks in the genitive that no list knows («за даними порталу «Діти війни»»)."""
    from dodomu.text.nounphrase import extend_right, nominative

    tokens = reading.doc.tokens
    readings = forms(tokens[at].norm)
    if not any(f.case == "gent" and f.pos == "NOUN" for f in readings) or any(
        f.pos in ("PREP", "CONJ", "PRCL", "NPRO") for f in readings
    ):
        return None
    end = extend_right(tokens, at, last)
    return Speaker(
        tokens[at].start,
        tokens[end - 1].end,
        "role",
        phrase=nominative(tokens, at, at, end, reading.doc.text, "gent"),
        head="",
        gender="",
    )


def _with_apposition(reading: Reading, end: int, last: int) -> int:
    """Take along «у Telegram», a parenthesis and the like up to the comma that closes the report."""
    tokens = reading.doc.tokens
    at = end
    while at < last and at - end < 8 and tokens[at].text not in ',–—-:;«"':
        if reading.is_verb(at):
            return end
        at += 1
    return at if at < last and tokens[at].text == "," else end


def _as_said(reading: Reading, at: int, sentence: Sentence) -> According | None:
    """як + cue + who, set off by commas."""
    tokens = reading.doc.tokens
    if at > sentence.first and tokens[at - 1].text not in ",–—-«(":
        return None
    if at - 2 >= sentence.first and tokens[at - 2].norm in (
        "того",
        "тому",
        "тим",
        "так",
        "такий",
        "такі",
        "така",
        "після",
        "перед",
        "відтоді",
    ):
        return None
    close = next(
        (
            i
            for i in range(at + 1, min(sentence.last, at + 30))
            if tokens[i].text in ",:" and not _continues(reading, i, sentence.last)
        ),
        sentence.last,
    )
    brief = next((c for c in reading.cues(sentence) if at < c.first <= at + 2), None)
    if brief is not None and brief.impersonal and brief.last < sentence.last and tokens[brief.last].text == ",":
        close = brief.last
    cue = next((c for c in reading.cues(sentence) if at < c.first < close), None)
    if (
        cue is None
        or cue.first - at > 8
        or not cue.entry.frames & {"say", "manner"}
        or "say" in cue.entry.frames
        and cue.entry.act("say") not in ("state", "promise", "deny")
        or not reading.outside(cue)
        or not cue.finite
    ):
        return None
    who = reading.finder.subject(cue, at + 1, close, "right")
    outlet = who is not None and reading.is_outlet(who)
    if who is None and reading.outlet_in(at, close):
        outlet = True
    if who is None and not outlet and not cue.impersonal:
        return None
    return According(at, close, cue.first, cue.last, cue.entry.lemma, cue.entry.act("say"), who, outlet, "as_said")


def _continues(reading: Reading, comma: int, last: int) -> bool:
    """Whether an apposition follows the comma: «…, генерал-майор Ілля Павленко»."""
    tokens = reading.doc.tokens
    close = next((i for i in range(comma + 1, last) if tokens[i].text == ","), None)
    if close is None or any(reading.is_verb(i) for i in range(comma + 1, close)):
        return False
    return (
        comma + 1 < last
        and reading.doc.tokens[comma].text == ","
        and reading.finder.phrase_at(comma + 1, last, None) is not None
        and reading.doc.tokens[comma + 1].norm not in ("він", "вона", "вони")
        and not reading.is_verb(comma + 2 if comma + 2 < last else comma + 1)
    )


def referred(reading: Reading, first: int, last: int) -> tuple[Speaker, tuple[int, int]] | None:
    """«з посиланням на Координаційний штаб»: the source behind an outlet, with the cue."""
    tokens = reading.doc.tokens
    for at in range(first, last - 2):
        if tokens[at].norm == "посиланням" and tokens[at + 1].norm == "на":
            place = at + 2
            if any(f.lemma in _MESSAGES for f in forms(tokens[place].norm)):
                who = next(
                    (w for i in range(place + 1, min(place + 4, last)) if (w := reading.finder.genitive(i, last))), None
                )
            else:
                who = reading.finder.any_case(place, last, ("accs", "gent", "nomn"))
            if who is not None:
                begin = at - 1 if at and tokens[at - 1].norm in ("з", "із", "зі") else at
                return who, (tokens[begin].start, tokens[at + 1].end)
    return None


__all__ = ["According", "Cue", "according_at", "all_according", "referred"]
