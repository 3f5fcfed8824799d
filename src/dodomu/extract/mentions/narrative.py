"""Dates told from what the article told last: «тоді», «того ж дня», «наступного дня», «за добу»; and the time that
opens a sentence, which holds for the rest of it.
"""

from collections.abc import Sequence
from datetime import timedelta
from functools import cache

from dodomu import uk
from dodomu.extract.mentions.clauses import Clause
from dodomu.extract.mentions.draft import Draft
from dodomu.extract.mentions.numerals import number_in_words
from dodomu.extract.mentions.reckoning import DateHit
from dodomu.models import edtf
from dodomu.text.morphology import lexeme

BACK = 2  # sentences before it in which the time that is meant was told


@cache
def _phrases() -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """Phrases that point to a time told before, with what they say of it, by their first word; the longest first."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for kind, phrases in uk.load("months")["told_before"].items():
        for phrase in phrases:
            words = tuple(phrase.split())
            found.setdefault(words[0], []).append((words, kind))
    return {first: sorted(row, key=lambda entry: -len(entry[0])) for first, row in found.items()}


def _points(draft: Draft) -> tuple[str | int, int, int] | None:
    """The phrase of the clause that points back, with its tokens."""
    tokens, last = draft.view.tokens, draft.view.sentence.last
    for at in draft.clause.indexes():
        for words, kind in _phrases().get(tokens[at].norm, ()):
            end = at + len(words)
            if end <= last and all(tokens[at + i].norm == word for i, word in enumerate(words)):
                return kind, at, end
    return _later(draft)


def told_last(draft: Draft, before: int) -> DateHit | None:
    """The point in time that was told last before a token, in its paragraph or near it."""
    reading = draft.view.reading
    for index in range(draft.sentence, max(-1, draft.sentence - BACK - 1), -1):
        view = reading.view(index)
        found = [
            h
            for h in view.dates
            if h.last <= before
            and not view.clause_at(h.first).opener.startswith(("як", "котр"))
            and h.extent != "total"
            and h.past
            and h.rank
            and h.rule != "deadline"
        ]
        if found:
            return found[-1]
        if reading.sentences[index].paragraph != draft.paragraph:
            break
    return None


def _shifted(value: str, days: int) -> str | None:
    first, last = edtf.bounds(value)
    if first is None or last is not None and first != last:
        return None
    return (first + timedelta(days)).isoformat()


def _later(draft: Draft) -> tuple[int, int, int] | None:
    """«за добу», «через два дні»: so many days after what was told, and its tokens."""
    view = draft.view
    for at in draft.clause.indexes():
        if view.tokens[at].norm not in ("за", "через"):
            continue
        value, end, _ = number_in_words(view.tokens, at + 1, view.sentence.last)
        if value is None:
            value, end = 1, at + 1
        if end < view.sentence.last and view.tokens[end].norm in _days() and value == int(value) and value < 60:
            if end + 1 < view.sentence.last and view.tokens[end + 1].norm in ("до", "тому"):
                return None
            return int(value), at, end + 1
    return None


@cache
def _days() -> frozenset[str]:
    return lexeme("день") | lexeme("доба")


def _dated_last(draft: Draft, drafts: Sequence[Draft]) -> DateHit | None:
    """The date of the mention told last."""
    before = [
        d for d in drafts if d.trigger.first < draft.trigger.first and "date" in d.slots and d.date_extent != "total"
    ]
    if not before:
        return None
    value, place = before[-1].value("date"), before[-1].trigger
    return DateHit(place.first, place.last, value, value, "inherited", "told last")


def from_before(draft: Draft, drafts: Sequence[Draft]) -> tuple[str, int, int, DateHit] | None:
    """The date that a pointing phrase gives, its tokens, and the date to which it points."""
    pointed = _points(draft)
    if pointed is None:
        return None
    kind, first, last = pointed
    told = told_last(draft, first) or (_dated_last(draft, drafts) if kind != "then" else None)
    if told is None:
        return None
    value = told.past
    if isinstance(kind, int):
        value = _shifted(value, kind) or (value if len(value) == 7 else None)
    elif kind == "next_day":
        value = _shifted(value, 1)
    elif kind == "day_before":
        value = _shifted(value, -1)
    elif kind == "month":
        value = value[:7]
    elif kind == "year":
        value = value[:4]
    return (value, first, last, told) if value else None


def heading(draft: Draft) -> list[DateHit]:
    """«15 січня. Перший обмін року»: a day that stands alone at the head of a paragraph dates what is told in it."""
    sentences = draft.view.reading.sentences
    first = next(i for i in range(draft.sentence, -1, -1) if i == 0 or sentences[i - 1].paragraph != draft.paragraph)
    if first == draft.sentence:
        return []
    view = draft.view.reading.view(first)
    if len(view.dates) != 1:
        return []
    hit = view.dates[0]
    alone = hit.first == view.sentence.first and hit.rank == 3 and view.sentence.last - hit.last <= 1
    return [hit] if alone else []


def opening(draft: Draft) -> list[DateHit]:
    """«Учора А. зустрівся з Б., а ввечері звільнив 52»: the time with which a clause opens holds for those that go on
    with it.
    """
    view = draft.view
    if draft.clause.opener:
        return []
    before = [c for c in view.clauses if c.first < draft.clause.first and not c.opener]
    for clause in reversed(before):
        dates = [h for h in view.dates if clause.holds(h.first)]
        if not dates:
            continue
        if any(view.tokens[at].text == ";" for at in range(clause.first, draft.clause.first)):
            return []
        return [h for h in dates if h.rank and h.extent != "total" and _opens(clause, h)]
    return []


def _opens(clause: Clause, hit: DateHit) -> bool:
    """Before the verb of its clause: there it sets the time."""
    return not clause.predicates or hit.first < clause.predicates[0]
