"""Clauses of a sentence: which words belong to one predicate.

No parser: a sentence is cut at its punctuation and at a conjunction between two finite verbs; a piece without a
finite verb
belongs to the clause beside it. That is enough to tell whose number, date and doer a word is.
"""

from dataclasses import dataclass
from functools import cache, lru_cache

from dodomu import uk
from dodomu.text.document import Document, Sentence
from dodomu.text.lists import enrolled
from dodomu.text.morphology import forms, infinitive, lexeme

HARD = frozenset(";:()–—…")
_MARKS = enrolled(HARD | {",", "-"})
_AND = frozenset(("і", "й", "та", "або", "чи", "але", "а", "проте"))
_SUBORDINATE = frozenset(
    [
        "хто",
        "кого",
        "кому",
        "що",
        "щоб",
        "аби",
        "якщо",
        "якби",
        "коли",
        "де",
        "куди",
        "звідки",
        "бо",
        "оскільки",
        "хоча",
        "хоч",
        "поки",
        "доки",
        "доти",
        "перш",
        "як-от",
        "причому",
        "наче",
        "ніби",
        "немов",
        "неначе",
        "чому",
        "ніж",
        "як",
    ]
)
PARTICIPLE = "participle"
LONGEST = 400  # a sentence of more tokens is read as one clause: no article writes so, and time must stay linear


@dataclass(slots=True)
class Clause:
    """Half-open ranges of token indexes, in order; `opener` is the word that makes it subordinate, or ``""``."""

    ranges: list[tuple[int, int]]
    opener: str
    predicates: list[int]

    def indexes(self) -> list[int]:
        return [at for first, last in self.ranges for at in range(first, last)]

    @property
    def first(self) -> int:
        return self.ranges[0][0]

    @property
    def last(self) -> int:
        return self.ranges[-1][1]

    def holds(self, at: int) -> bool:
        return any(first <= at < last for first, last in self.ranges)


@cache
def _relatives() -> frozenset[str]:
    return lexeme("який") | lexeme("котрий") | lexeme("чий")


@cache
def _asides() -> frozenset[str]:
    return frozenset().union(*(lexeme(w) if w.endswith("ти") else {w} for w in uk.load("status")["asides"]["words"]))


@cache
def _short_predicates() -> frozenset[str]:
    """Nominatives of adjectives that are predicates: «Москва готова передати»."""
    lemmas = uk.load("parties")["ready"]
    return frozenset(f for lemma in lemmas for f in lexeme(lemma) if any(g.case == "nomn" for g in forms(f)))


@cache
def _likelier(kind: str) -> frozenset[str]:
    """Forms that a dictionary leaves open and that a text seldom does: «став» and «міг», «ради» and «тих»."""
    return frozenset(uk.load("status")["likelier"][kind])


def _is_feminine_past(norm: str) -> bool:
    """«була», «зросла», «мала»: rather the verb than a rare adjective; not «правила», many of a thing."""
    found = forms(norm)
    past = any(f.pos == "VERB" and f.tense == "past" for f in found)
    return past and not any(f.pos == "NOUN" and f.lemma.endswith("ло") for f in found)


@lru_cache(maxsize=50_000)
def is_finite(norm: str) -> bool:
    """A finite verb, an impersonal in -но/-то, «можна», «немає»."""
    if norm in _asides():
        return False
    if is_infinitive(norm):
        return False
    if norm in _short_predicates() or norm in _likelier("verbs"):
        return True
    if norm in _likelier("nominals"):
        return False
    if norm.endswith("ла") and _is_feminine_past(norm):
        return True
    found = forms(norm)[:2]
    first = found[0]
    if first.pos in ("VERB", "PRED"):
        return True
    return len(found) > 1 and found[1].pos == "VERB" and first.pos in ("CONJ", "PRCL") and norm not in ("що", "мов")


@lru_cache(maxsize=50_000)
def is_infinitive(norm: str) -> bool:
    return norm.endswith(("ти", "тися", "тись")) and infinitive(norm)


def _opener(doc: Document, first: int, last: int) -> str:
    """The subordinating word among the first three of a piece («серед яких», «для того, щоб»)."""
    for token in doc.tokens[first : min(first + 3, last)]:
        if token.norm in _SUBORDINATE or token.norm in _relatives():
            return token.norm
        if is_finite(token.norm):
            return ""
    return ""


def _is_dash(doc: Document, at: int) -> bool:
    start = doc.tokens[at].start
    return doc.text[start - 1 : start].isspace()


def _pieces(doc: Document, sentence: Sentence) -> list[tuple[int, int, bool]]:
    """Ranges between marks, and whether a hard mark stands before each."""
    pieces: list[tuple[int, int, bool]] = []
    first, hard = sentence.first, True
    for at in doc.where(_MARKS, sentence.first, sentence.last):
        text = doc.tokens[at].text
        if text != "-" or _is_dash(doc, at):
            if at > first:
                pieces.append((first, at, hard))
                hard = False
            hard = hard or text != ","
            first = at + 1
    if sentence.last > first:
        pieces.append((first, sentence.last, hard))
    return pieces


def _split_at_conjunctions(
    doc: Document, first: int, last: int, predicates: list[int]
) -> list[tuple[int, int, list[int]]]:
    """«моряків обміняли і повернули»: two clauses; a piece with one verb stays whole."""
    parts = []
    begin, held = first, predicates[:1]
    for verb in predicates[1:]:
        cut = next((at for at in range(verb - 1, held[-1], -1) if doc.tokens[at].norm in _AND), None)
        if cut is None:
            held = [*held, verb]
            continue
        parts.append((begin, cut, held))
        begin, held = cut + 1, [verb]
    parts.append((begin, last, held))
    return parts


def clauses(doc: Document, sentence: Sentence) -> list[Clause]:
    """The clauses of a sentence, in order of their first word.

    >>> doc = Document("Громадяни, яких засудили в Мінську, повернулися додому, а дві жінки поїхали далі.")
    >>> for clause in clauses(doc, doc.sentences[0]):
    ...     print(" ".join(doc.tokens[at].text for at in clause.indexes()))
    Громадяни повернулися додому
    яких засудили в Мінську
    а дві жінки поїхали далі .
    """
    if sentence.last - sentence.first > LONGEST:
        return [Clause([(sentence.first, sentence.last)], "", [])]
    found: list[Clause] = []
    waiting: list[tuple[int, int]] = []  # pieces with no verb yet, for the clause that follows
    awaited = ""
    pieces = _pieces(doc, sentence)
    last_verb = _last_piece_with_verb(doc, pieces)
    for number, (first, last, hard) in enumerate(pieces):
        predicates = [at for at in range(first, last) if is_finite(doc.tokens[at].norm)]
        opener = _opener(doc, first, last)
        if not predicates and opener:
            predicates = [at for at in range(first, last) if is_infinitive(doc.tokens[at].norm)][:1]
        if not predicates and not hard and _is_participial(doc, first, last):
            found.append(Clause([(first, last)], PARTICIPLE, []))
            continue
        if not predicates and number < last_verb and (opener or _begins_anew(doc, first, last)):
            waiting.append((first, last))
            awaited = awaited or opener
            continue
        if not predicates:
            main = next((c for c in reversed(found) if c.opener != PARTICIPLE), None)
            if main and not (hard and waiting) and (not hard or opener):
                _join(main, waiting, (first, last))
            elif hard and main and not waiting and not _goes_forward(doc, first, last):
                main.ranges.append((first, last))
            else:
                waiting.append((first, last))
            continue
        for part, (begin, end, verbs) in enumerate(_split_at_conjunctions(doc, first, last, predicates)):
            made = Clause([(begin, end)], opener if part == 0 else "", verbs)
            if waiting and not made.opener:
                made.ranges, made.opener = [*waiting, (begin, end)], awaited
                waiting, awaited = [], ""
            found.append(made)
    if waiting:
        main = next((c for c in reversed(found) if c.opener != PARTICIPLE), None)
        if main and not _holds_infinitive(doc, waiting):
            main.ranges = sorted([*main.ranges, *waiting])
        else:
            found.append(Clause(waiting, "", []))
    return sorted(found, key=lambda c: c.first)


def _last_piece_with_verb(doc: Document, pieces: list[tuple[int, int, bool]]) -> int:
    """Number of the last piece that has a finite verb and opens with no subordinating word; -1 if none."""
    for number in range(len(pieces) - 1, -1, -1):
        first, last, _ = pieces[number]
        if any(is_finite(doc.tokens[at].norm) for at in range(first, last)) and not _opener(doc, first, last):
            return number
    return -1


def _begins_anew(doc: Document, first: int, last: int) -> bool:
    """«і більшість із них – 114 – опинилися вдома»: a conjunction after a comma begins a clause."""
    return (
        doc.tokens[first].norm in _AND
        and first + 1 < last
        and doc.tokens[first + 1].norm not in ("також", "саме", "не", "ще")
        and doc.tokens[first - 1].text == ","
    )


def _holds_infinitive(doc: Document, ranges: list[tuple[int, int]]) -> bool:
    return any(is_infinitive(doc.tokens[at].norm) for first, last in ranges for at in range(first, last))


def _goes_forward(doc: Document, first: int, last: int) -> bool:
    """After a colon or a dash a piece of some length waits for its verb: «Обмін: з полону, зокрема з колоній,
    повернулися 157».
    """
    return doc.tokens[first - 1].text == ":"


def _is_participial(doc: Document, first: int, last: int) -> bool:
    """«…, захоплені в листопаді 2018 року, …»: a participle with words of its own after a comma."""
    if last - first < 3:
        return False
    at = first + (forms(doc.tokens[first].norm)[0].pos == "ADVB")
    reading = forms(doc.tokens[at].norm)[0]
    if reading.pos != "ADJF" or not reading.tags & {"pssv", "actv"} or at + 1 >= last:
        return False
    after = forms(doc.tokens[at + 1].norm)
    return any(f.pos == "PREP" for f in after[:3]) or any(f.case == "ablt" for f in after)


def _join(main: Clause, waiting: list[tuple[int, int]], piece: tuple[int, int]) -> None:
    if waiting:
        waiting.append(piece)
    else:
        main.ranges.append(piece)
