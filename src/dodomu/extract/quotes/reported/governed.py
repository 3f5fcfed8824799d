"""What a cue governs: the clause after «що», the infinitive; and whether it is a report at all."""

from collections.abc import Sequence
from functools import cache

from dodomu import uk
from dodomu.extract.quotes.cues import Cue
from dodomu.extract.quotes.reading import Reading
from dodomu.text.document import Sentence
from dodomu.text.lists import enrolled
from dodomu.text.morphology import finite, forms, infinitive, lexeme
from dodomu.text.tokens import Token

THAT = uk.words("reports", "that")
SO_THAT = uk.words("reports", "so_that")
DECIDING = uk.words("reports", "deciding")
_COMPLEMENT = uk.words("reports", "complement")
_BEFORE_THAT = uk.words("reports", "before_that")
_BECAUSE = uk.words("reports", "because")
_CONSEQUENCE = uk.words("reports", "consequence")
_AND = uk.words("grammar", "and")
_ABOUT_THAT = uk.words("reports", "about_that")
_ADDRESSING = uk.words("reports", "addressing")
_BESIDE = frozenset(("ADJF", "ADVB", "PRCL", "NUMR"))
_CALLING = uk.words("reports", "calling")
_TELLING = uk.words("reports", "telling")
_INFINITIVES = uk.words("grammar", "infinitives_like_nouns")
_NOBODY = uk.words("reports", "nobody")
_NEGATED = uk.words("reports", "negated")
_JOINS = uk.words("reports", "joins")
_RELATIVE_SUBJECTS = uk.load("grammar")["relative_subjects"]
_BY_WHICH = uk.words("reports", "by_which")
_RELATIVES = uk.words("grammar", "relatives")
_REACH = 30
"""So many tokens after a cue its clause or its infinitive may begin."""
_RELATIVE = 5
"""So many tokens before a cue its relative pronoun may stand."""
_DOCUMENT = 4
"""So many tokens before a relative clause the noun of a document may stand."""
_SUBJECT = 10
"""So many tokens before a cue its clause may begin."""


@cache
def _documents() -> frozenset[str]:
    return enrolled(frozenset(form for noun in uk.words("reports", "documents") for form in lexeme(noun, "NOUN")))


def is_relative(norm: str) -> bool:
    """Whether the word is a relative pronoun: «якого», «котрий»."""
    return norm in _RELATIVES or norm.startswith("котр")


def that_after(reading: Reading, cue: Cue, sentence: Sentence) -> int | None:
    """Index of the «що» that opens the content: after a comma, with no other verb between."""
    tokens = reading.doc.tokens
    reach = 2 if cue.entry.lemma in DECIDING else _REACH
    for at in range(cue.last, min(cue.last + reach, sentence.last - 1)):
        token = tokens[at]
        if reading.quoted_at(token.start) is not None:
            continue
        opens = tokens[at - 1].text in ",–—-" or tokens[at - 1].norm in _BEFORE_THAT
        opens = opens or at == cue.last and token.norm == "що"
        if token.norm in THAT and opens:
            if not _opens_content(reading, cue, at):
                return None
            return at + 1 if tokens[at + 1].text == "," and token.norm == "мовляв" else at
        if token.text in ":;?!":
            return None
        if token.text == "," and cue.impersonal and tokens[at + 1].norm not in THAT and at > cue.last:
            return None
        if token.is_word and reading.is_verb(at):
            return None
    return None


def how_after(reading: Reading, cue: Cue, sentence: Sentence) -> int | None:
    """Index of the «як» that opens what somebody tells of: «згадує, як тікали», «розповів про те, як мовчали».

    Only where the clause has a verb in the past: «розповіла, як вступити» and «пояснив, як працює каса» tell nothing.
    """
    if cue.entry.lemma not in _TELLING:
        return None
    tokens = reading.doc.tokens
    for at in range(cue.last, min(cue.last + _REACH, sentence.last - 1)):
        if tokens[at].norm == "як" and tokens[at - 1].text == ",":
            if tokens[at + 1].norm in _AND:
                return None
            clause = range(
                at + 1, next((i for i in range(at + 1, sentence.last) if tokens[i].text in ",;"), sentence.last)
            )
            past = any((form := finite(tokens[i].norm)) and form.tense == "past" for i in clause if tokens[i].is_word)
            return at if past else None
        if tokens[at].text in ":;?!,—–" and tokens[at + 1].norm != "як" or tokens[at].is_word and reading.is_verb(at):
            return None
    return None


def _opens_content(reading: Reading, cue: Cue, at: int) -> bool:
    """Whether the conjunction opens what is said; not «так, що», nor «щоб» of a purpose."""
    tokens = reading.doc.tokens
    if tokens[at - 1].norm in _BECAUSE and tokens[at - 2].text in ",;–—-(":
        return False  # «…, тому що»
    if tokens[at - 2].norm in _CONSEQUENCE or cue.impersonal and tokens[at - 2].norm == "тим":
        return False
    if tokens[at].norm not in SO_THAT:
        return not _attributive(tokens, cue, at)
    asks = "infinitive" in cue.entry.frames or cue.entry.act("say") in ("request", "order")
    return asks and not any(infinitive(tokens[i].norm) for i in range(cue.last, at) if tokens[i].is_word)


def _attributive(tokens: Sequence[Token], cue: Cue, at: int) -> bool:
    """Whether «що» goes on from a noun: «заявив про намір, що …», «вважають це межею, що …»."""
    if tokens[at - 1].text != ",":
        return False
    between = tokens[cue.last : at - 1]
    about = any(a.norm == "про" and b.norm not in _ABOUT_THAT for a, b in zip(between, between[1:], strict=False))
    if about or _of_an_object(tokens, cue, at):
        return True
    if cue.entry.lemma not in _CALLING or not between:
        return False
    return any(f.pos == "NOUN" and f.case == "ablt" for f in forms(between[-1].norm)) and between[-1].is_word


def _of_an_object(tokens: Sequence[Token], cue: Cue, at: int) -> bool:
    """Whether «що» is the subject of a clause about what the cue acts on: «анонсувала запуск вежі, що дозволить …»."""
    verb = finite(tokens[at + 1].norm) if tokens[at + 1].is_word else None
    if verb is None or cue.entry.lemma in _ADDRESSING or at - 1 == cue.last:
        return False
    objects = (t for t in tokens[cue.last : at - 1] if not any(f.pos in _BESIDE for f in forms(t.norm)[:1]))
    head = next(objects, None)
    if head is None or head.is_capital:
        return False
    return any(f.pos == "NOUN" and f.case == "accs" and "inan" in f.tags for f in forms(head.norm))


def infinitive_after(reading: Reading, cue: Cue, sentence: Sentence) -> int | None:
    """Index of the infinitive that a cue governs: before any other verb, in no clause of its own."""
    tokens = reading.doc.tokens
    if cue.entry.lemma in DECIDING:
        words = range(cue.last, sentence.last)
        at = next((i for i in words if not is_adverb(tokens[i].norm)), sentence.last - 1)
        return at if infinitive(tokens[at].norm) else None
    relative = False
    for at in range(cue.last, min(cue.last + _REACH, sentence.last)):
        token = tokens[at]
        if token.text in ':;«"“„' or cue.gerund and token.text in "—–":
            return None
        if token.text == ",":
            following = tokens[at + 1].norm if at + 1 < sentence.last else ""
            if following in _COMPLEMENT:
                return None
            relative = following.startswith(("як", "котр"))
        elif token.is_word and (forms(token.norm)[0].pos == "VERB" or _like_a_noun(tokens, at)):
            if infinitive(token.norm):
                return None if relative else at
            if not relative:
                return None
    return None


def _like_a_noun(tokens: Sequence[Token], at: int) -> bool:
    """An infinitive that is spelt like a noun: «попросив піти», «обіцяє дати відповідь»; not «із дати», «нові дати»."""
    if tokens[at].norm not in _INFINITIVES:
        return False
    return not any(f.pos in ("PREP", "ADJF", "NUMR") for f in forms(tokens[at - 1].norm)[:1])


def is_negated(reading: Reading, cue: Cue, sentence: Sentence) -> bool:
    """Whether nothing is said: «не сказав, що …»; «не приховує, що …» does say it."""
    return (
        cue.first > sentence.first
        and reading.doc.tokens[cue.first - 1].norm == "не"
        and cue.entry.lemma not in _NEGATED
    )


def of_whoever(reading: Reading, cue: Cue, sentence: Sentence) -> bool:
    """A clause about nobody in particular: «люди, які вважають, що …», «лист, що просить …», «хто каже, що …»."""
    tokens = reading.doc.tokens
    if cue.first > sentence.first and tokens[cue.first - 1].norm in _NOBODY:
        return True
    comma = next((i for i in range(cue.first - 1, sentence.first, -1) if tokens[i].text in ",–—;("), None)
    if comma is None or cue.first - comma > _RELATIVE:
        return False
    opens = tokens[comma + 1].norm
    if opens in _BY_WHICH and any(t.norm in _documents() for t in tokens[max(0, comma - _DOCUMENT) : comma]):
        return False  # «зареєстрували законопроєкт, яким пропонують …»: the subject of the main clause goes on
    if not is_relative(opens) and not (opens == "що" and all(is_adverb(t.norm) for t in tokens[comma + 2 : cue.first])):
        return False
    name = reading.names.inside.get(comma - 1)
    gender = _RELATIVE_SUBJECTS.get(opens, ("", ""))[0]
    return name is None or bool(gender and name.gender and gender != name.gender)


def clause_start(reading: Reading, cue: Cue, sentence: Sentence) -> int:
    """The clause of a cue that is joined to another: «…, але Пристайко впевнений, що»."""
    tokens = reading.doc.tokens
    for at in range(cue.first, max(sentence.first + 1, cue.first - _SUBJECT), -1):
        if tokens[at - 1].norm in _JOINS and tokens[at - 2].text == ",":
            return at
    return sentence.first


def subject_left_out(reading: Reading, cue: Cue, sentence: Sentence, last: int) -> bool:
    """Whether a cue has no subject at all («Додав, що …»), not one that cannot speak («свідчать навчання»)."""
    tokens = reading.doc.tokens
    for at in range(clause_start(reading, cue, sentence), last):
        if cue.first <= at < cue.last or not tokens[at].is_word:
            continue
        noun = any(f.pos == "NOUN" and f.case == "nomn" for f in forms(tokens[at].norm)[:3])
        if noun and forms(tokens[at - 1].norm)[0].pos != "PREP":
            return False
    return True


def is_adverb(norm: str) -> bool:
    """Whether the word is an adverb or «не», which go with the verb after them."""
    return norm == "не" or any(f.pos == "ADVB" for f in forms(norm)[:1])
