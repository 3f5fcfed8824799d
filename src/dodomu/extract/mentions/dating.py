"""Which of the dates of a sentence is that of the event, and how it reads."""

from functools import cache

from dodomu import uk
from dodomu.extract.mentions import narrative
from dodomu.extract.mentions.draft import Draft
from dodomu.extract.mentions.other_dates import (
    AHEAD,
    in_frame,
    in_other_event,
    in_time_phrase,
    not_yet,
    of_agreeing,
    of_another_state,
    of_asking,
    of_relative,
    of_report,
    of_what_is_ordered,
    one_of_a_row,
    relatives,
)
from dodomu.extract.mentions.people import is_preposition
from dodomu.extract.mentions.reckoning import DateHit, Day
from dodomu.models import edtf
from dodomu.text.morphology import forms, lexeme

NEAR, FAR = 4, 10  # tokens from a noun to a clause that hangs on it; farther if it agrees with the noun


def _told_of_it(draft: Draft) -> list[DateHit]:
    """«обмін, який планують провести наступного тижня»: a clause on the noun that says when it is."""
    if draft.trigger.act != "noun":
        return []
    end = max(draft.trigger.last, draft.people.last if draft.people is not None else 0)
    view = draft.view
    for clause in view.clauses:
        opener = view.tokens[clause.first].norm
        reach = FAR if _agrees(draft, clause.opener) else NEAR
        of_it = clause is not draft.clause and clause.opener in relatives() and 0 <= clause.first - end <= reach
        if of_it and opener not in _THEIR and not is_preposition(opener):
            return [h for h in view.dates if clause.holds(h.first)]
    return []


def _agrees(draft: Draft, relative: str) -> bool:
    """«обмін у форматі «1000 на 1000», який планують провести»: in gender and number."""
    found = forms(draft.view.tokens[draft.trigger.first].norm)[0]
    mine = {g for g in ("masc", "femn", "neut") if g in found.tags}
    return found.number != "plur" and any(mine & f.tags for f in forms(relative) if f.number != "plur")


_THEIR = frozenset(("яких", "яким", "якими", "котрих"))


def _candidates(draft: Draft, drafts: list[Draft]) -> list[DateHit]:
    view = draft.view
    if in_time_phrase(draft):
        return []
    best_of = one_of_a_row(draft)
    own = [
        h
        for h in view.dates
        if not (best_of and h.extent == "total")
        and draft.clause.holds(h.first)
        and not of_report(draft, draft.clause, h)
        and not of_asking(draft, h)
        and not in_other_event(draft, h, drafts)
        and not in_frame(draft, h)
        and not of_what_is_ordered(draft, h)
    ]
    own = [h for h in own if not of_relative(draft, h) and not of_agreeing(draft, h)]
    if own:
        return own
    if told := _told_of_it(draft):
        return told
    at = view.clauses.index(draft.clause)
    before = view.clauses[at - 1] if at else None
    if (
        before is not None
        and not draft.clause.opener
        and 0 < draft.clause.first - before.last <= 1
        and view.tokens[before.last].norm in ("і", "й", "та")
    ):
        shared = [h for h in view.dates if before.holds(h.first) and not of_report(draft, before, h)]
        if shared:
            return shared
    # A clause without an event of its own may set the time for the one after it: «Тоді, у вересні, …».
    taken = [d.clause for d in drafts if d.sentence == draft.sentence]
    free = [c for c in view.clauses if c not in taken and not c.predicates]
    return [h for h in view.dates if any(c.holds(h.first) for c in free)]


def _told_in_front(draft: Draft, drafts: list[Draft]) -> list[DateHit]:
    """«У середу, 27 грудня, сталося диво. Україна повернула 74»: the sentence before says no more than when."""
    at = draft.sentence - 1
    sentences = draft.view.reading.sentences
    if at < 0 or sentences[at].paragraph != draft.paragraph or any(d.sentence == at and d.is_release for d in drafts):
        return []
    view = draft.view.reading.view(at)
    if not any(t.norm in _HAPPENED for t in view.tokens[view.sentence.first : view.sentence.last]):
        return []
    return [h for h in view.dates if h.extent != "total" and h.rank]


_HAPPENED = lexeme("відбутися") | lexeme("статися") | lexeme("пройти") | lexeme("трапитися")


_IT = frozenset(("це", "він", "вона", "воно", "вони", "подія", "захід", "операція"))


def _told_after(draft: Draft) -> list[DateHit]:
    """«Обмін завершено. Він відбувся 14 серпня»: the sentence after, where it says no more than when it was."""
    sentences, at = draft.view.reading.sentences, draft.sentence + 1
    if draft.status in AHEAD or at >= len(sentences) or sentences[at].paragraph != draft.paragraph:
        return []
    view = draft.view.reading.view(at)
    first = view.tokens[view.sentence.first].norm
    if first not in _IT or not any(t.norm in _HAPPENED for t in view.tokens[view.sentence.first : view.sentence.last]):
        return []
    return view.dates


def read_date(draft: Draft, drafts: list[Draft]) -> None:
    """Fill the date from the best that is said in the clause: a day before a month before a year, then the nearest."""
    found = _candidates(draft, drafts) or _told_after(draft)
    if not found and not in_time_phrase(draft):
        pointed = narrative.from_before(draft, drafts)
        if pointed is not None:
            value, first, last, told = pointed
            draft.put("date", value, first, last, "told before")
            draft.date_basis, draft.date_extent = "relative", told.extent
            return
        found = narrative.opening(draft) or narrative.heading(draft) or _told_in_front(draft, drafts)
    found = [h for h in found if not not_yet(draft, h) and not of_another_state(draft, h)]
    if not found:
        return
    nominal_now = [h for h in found if h.rank == 0]
    best = max((h for h in found), key=lambda h: (h.rank, -abs(h.first - draft.trigger.first)))
    if best in nominal_now and draft.trigger.form in ("noun", "participle", "infinitive"):
        return
    value = best.future if draft.status in AHEAD and best.future else best.past
    if best.rule in ("month", "season", "day of a month", "weekday", "feast"):
        if draft.status == "planned" and _is_past(draft):
            value = best.past
        elif (
            draft.status == "denied"
            or draft.trigger.act == "noun"
            and not draft.clause.predicates
            and _soon(draft, best)
        ):
            value = _nearest(draft, best)
    if value is None:
        return
    draft.put("date", value, best.first, best.last, best.rule)
    draft.date_basis, draft.date_extent = best.basis, best.extent
    if best.note:
        draft.note = best.note


def _soon(draft: Draft, hit: DateHit) -> bool:
    """«Обмін уже 1 березня?» in February: a day of the weeks to come, where no verb tells of the past."""
    day, future = Day.of(draft.view.reading.published).day, edtf.bounds(hit.future)[0] if hit.future else None
    return day is not None and future is not None and 0 < (future - day).days <= 31 and hit.rule == "day of a month"


def _nearest(draft: Draft, hit: DateHit) -> str | None:
    """What was denied may lie ahead as well as behind."""
    day = Day.of(draft.view.reading.published).day
    past, future = (edtf.bounds(value)[0] if value else None for value in (hit.past, hit.future))
    if day is None or past is None or future is None:
        return hit.past
    return hit.future if future - day < day - past else hit.past


@cache
def _was_to() -> frozenset[str]:
    """Past forms of verbs that were of what was to come: «мав», «планували», «готували»."""
    return frozenset(
        form
        for verb in uk.load("months")["was_to"]["verbs"]
        for form in lexeme(verb)
        if any(f.tense == "past" for f in forms(form))
    )


def _is_past(draft: Draft) -> bool:
    """What was planned in the past («мав відбутися 5 травня») is of the past."""
    return any(draft.view.tokens[at].norm in _was_to() for at in draft.clause.indexes())
