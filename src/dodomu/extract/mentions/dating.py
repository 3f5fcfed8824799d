"""Which of the dates of a sentence is that of the event, and how it reads."""

from functools import cache

from dodomu import uk
from dodomu.extract.mentions.clauses import Clause
from dodomu.extract.mentions.draft import Draft
from dodomu.extract.mentions.reckoning import DateHit
from dodomu.text.morphology import lexeme

_WHEN = frozenset(("до", "після", "перед", "напередодні"))
_ANAPHORIC = frozenset(("цього", "цим", "того", "останнього"))
_AHEAD = frozenset(("planned", "called_for"))


@cache
def _reports() -> frozenset[str]:
    """Forms of verbs that report: a date on them is that of the report."""
    verbs = [verb for found in uk.load("cues")["say"].values() for verb in found]
    return frozenset().union(*(lexeme(verb) for verb in verbs if " " not in verb))


def _of_report(draft: Draft, clause: Clause, hit: DateHit) -> bool:
    """«20 червня повідомила про обмін»: the date stands with the verb that reports."""
    view = draft.view
    if draft.trigger.verb in clause.predicates:
        return False
    reports = [at for at in clause.predicates if view.tokens[at].norm in _reports()]
    return bool(reports) and len(reports) == len(clause.predicates)


def _in_other_event(draft: Draft, hit: DateHit, drafts: list[Draft]) -> bool:
    """Another trigger of the clause stands nearer to the date."""
    mine = min(abs(hit.first - draft.trigger.first), abs(hit.first - draft.trigger.last))
    for other in drafts:
        if other is draft or other.clause is not draft.clause:
            continue
        theirs = min(abs(hit.first - other.trigger.first), abs(hit.first - other.trigger.last))
        if theirs < mine and not (other.is_release and draft.is_release) and other.trigger.act == "noun":
            return True
    return False


def _in_time_phrase(draft: Draft) -> bool:
    """«до обміну її перевозили»: a noun that itself says when something else happened."""
    view, trigger = draft.view, draft.trigger
    if trigger.act != "noun" or trigger.first == view.sentence.first:
        return False
    return (
        view.tokens[trigger.first - 1].norm in _WHEN
        or view.tokens[trigger.first - 1].norm in _ANAPHORIC
        and view.tokens[trigger.first - 2].norm in _WHEN
    )


def _of_asking(draft: Draft, hit: DateHit) -> bool:
    """«У кінці року попросив звільнити»: what stands before the verb that asks is when it was asked."""
    if draft.status != "called_for" or draft.trigger.form != "infinitive":
        return False
    verb = max((at for at in draft.clause.predicates if at < draft.trigger.first), default=None)
    return verb is not None and hit.first < verb


def _candidates(draft: Draft, drafts: list[Draft]) -> list[DateHit]:
    view = draft.view
    if _in_time_phrase(draft):
        return []
    best_of = any(
        view.tokens[at].norm.startswith("най")
        for at in range(max(view.sentence.first, draft.trigger.first - 4), draft.trigger.first)
    )
    own = [
        h
        for h in view.dates
        if not (best_of and h.extent == "total")
        and draft.clause.holds(h.first)
        and not _of_report(draft, draft.clause, h)
        and not _of_asking(draft, h)
        and not _in_other_event(draft, h, drafts)
    ]
    if own:
        return own
    at = view.clauses.index(draft.clause)
    before = view.clauses[at - 1] if at else None
    if (
        before is not None
        and not draft.clause.opener
        and 0 < draft.clause.first - before.last <= 1
        and view.tokens[before.last].norm in ("і", "й", "та")
    ):
        shared = [h for h in view.dates if before.holds(h.first) and not _of_report(draft, before, h)]
        if shared:
            return shared
    # A clause without an event of its own may set the time for the one after it: «Тоді, у вересні, …».
    taken = [d.clause for d in drafts if d.sentence == draft.sentence]
    free = [c for c in view.clauses if c not in taken and not c.predicates]
    return [h for h in view.dates if any(c.holds(h.first) for c in free)]


_HAPPENED = lexeme("відбутися") | lexeme("статися") | lexeme("пройти") | lexeme("трапитися")
_IT = frozenset(("це", "він", "вона", "воно", "вони", "подія", "захід", "операція"))


def _told_after(draft: Draft) -> list[DateHit]:
    """«Обмін завершено. Він відбувся 14 серпня»: the sentence after, where it says no more than when it was."""
    sentences, at = draft.view.reading.sentences, draft.sentence + 1
    if draft.status in _AHEAD or at >= len(sentences) or sentences[at].paragraph != draft.paragraph:
        return []
    view = draft.view.reading.view(at)
    first = view.tokens[view.sentence.first].norm
    if first not in _IT or not any(t.norm in _HAPPENED for t in view.tokens[view.sentence.first : view.sentence.last]):
        return []
    return view.dates


def _then(draft: Draft, drafts: list[Draft]) -> Draft | None:
    """«того ж дня», «тоді ж»: the date told last before it."""
    norms = draft.view.norms(draft.clause)
    said = any(
        norms[i : i + 3] in (["того", "ж", "дня"], ["того", "самого", "дня"])
        or norms[i : i + 2] in (["тоді", "ж"], ["того", "дня"], ["цього", "дня"])
        for i in range(len(norms))
    )
    before = [d for d in drafts if d.trigger.first < draft.trigger.first and "date" in d.slots]
    return before[-1] if said and before else None


def read_date(draft: Draft, drafts: list[Draft]) -> None:
    """Fill the date from the best that is said in the clause: a day before a month before a year, then the nearest."""
    found = _candidates(draft, drafts) or _told_after(draft)
    if not found:
        then = _then(draft, drafts)
        if then is not None:
            draft.slots["date"] = then.slots["date"]._replace(rule="the same day")
            draft.date_basis, draft.date_extent = "inherited", then.date_extent
        return
    nominal_now = [h for h in found if h.rank == 0]
    best = max((h for h in found), key=lambda h: (h.rank, -abs(h.first - draft.trigger.first)))
    if best in nominal_now and draft.trigger.form in ("noun", "participle", "infinitive"):
        return
    value = best.future if draft.status in _AHEAD and best.future else best.past
    if (
        best.rule in ("month", "season", "day of a month", "weekday", "feast")
        and draft.status in _AHEAD
        and draft.status == "planned"
        and _is_past(draft)
    ):
        value = best.past
    if value is None:
        return
    draft.put("date", value, best.first, best.last, best.rule)
    draft.date_basis, draft.date_extent = best.basis, best.extent
    if best.note:
        draft.note = best.note


def _is_past(draft: Draft) -> bool:
    """What was planned in the past («мав відбутися 5 травня») is of the past."""
    return any(
        draft.view.tokens[at].norm in ("мав", "мала", "мали", "мало", "планувався", "планувалося")
        for at in draft.clause.indexes()
    )
