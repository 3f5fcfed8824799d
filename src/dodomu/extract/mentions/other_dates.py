"""Dates that stand beside an event and are not its own."""

from functools import cache

from dodomu import uk
from dodomu.extract.mentions.clauses import Clause, is_infinitive
from dodomu.extract.mentions.draft import Draft
from dodomu.extract.mentions.numerals import is_ordinal
from dodomu.extract.mentions.people import is_preposition
from dodomu.extract.mentions.reckoning import DateHit, Day
from dodomu.models import edtf
from dodomu.text.morphology import lexeme

_FRAMES = frozenset(("межах", "рамках", "відповідно", "згідно"))


_WHEN = frozenset(("до", "після", "перед", "напередодні"))


_ANAPHORIC = frozenset(("цього", "цим", "того", "останнього"))


AHEAD = frozenset(("planned", "called_for"))


@cache
def _reports() -> frozenset[str]:
    """Forms of verbs that report: a date on them is that of the report."""
    verbs = [verb for found in uk.load("cues")["say"].values() for verb in found]
    return frozenset().union(*(lexeme(verb) for verb in verbs if " " not in verb))


def of_report(draft: Draft, clause: Clause, hit: DateHit) -> bool:
    """«20 червня повідомила про обмін»: the date stands with the verb that reports."""
    view = draft.view
    if draft.trigger.verb in clause.predicates or hit.rule == "deadline":
        return False
    bodies = {at for n in view.names if n.kind == "body" for at in range(n.first, n.last)}
    predicates = [at for at in clause.predicates if at not in bodies]  # «Верховної Ради» is no «радити»
    reports = [at for at in predicates if view.tokens[at].norm in _reports()]
    if not reports or len(reports) != len(predicates):
        return False
    if reports[-1] < hit.first and any(
        is_infinitive(view.tokens[at].norm) for at in range(hit.last, min(draft.trigger.last, hit.last + 3))
    ):
        return False  # «закликав наступного тижня почати обмін»
    after = hit.first >= draft.trigger.last and clause is draft.clause
    return not after or any(draft.trigger.last <= at < hit.first for at in reports)


def in_other_event(draft: Draft, hit: DateHit, drafts: list[Draft]) -> bool:
    """Another trigger of the clause stands nearer to the date."""
    mine = min(abs(hit.first - draft.trigger.first), abs(hit.first - draft.trigger.last))
    for other in drafts:
        if other is draft or other.clause is not draft.clause or _is_frame(other):
            continue
        theirs = min(abs(hit.first - other.trigger.first), abs(hit.first - other.trigger.last))
        if theirs < mine and not (other.is_release and draft.is_release) and other.trigger.act == "noun":
            return _beside(draft, hit, other)
    return False


def of_what_is_ordered(draft: Draft, hit: DateHit) -> bool:
    """«доручив до кінця року розробити закон», «доручено до 31 грудня»: the term of the task, not of the order."""
    if draft.type != "order":
        return False
    tokens, last = draft.view.tokens, draft.view.sentence.last
    task = any(is_infinitive(tokens[at].norm) for at in range(hit.last, min(hit.last + 3, last)))
    return (
        hit.rule == "deadline"
        or tokens[hit.first - 1].norm in ("кінця", "кінець")
        or (hit.first >= draft.trigger.last and task)
    )


def _is_frame(draft: Draft) -> bool:
    """«у межах домовленостей 16 липня повернули»: what a noun only frames has the date, not the noun."""
    tokens, first = draft.view.tokens, draft.trigger.first
    before = {tokens[at].norm for at in range(max(draft.view.sentence.first, first - 3), first)}
    return draft.type == "agreement" and draft.trigger.act == "noun" and bool(before & _FRAMES)


def in_frame(draft: Draft, hit: DateHit) -> bool:
    """The date behind such a noun, where a verb of the clause takes it."""
    return hit.first >= draft.trigger.last and bool(draft.clause.predicates) and _is_frame(draft)


def _beside(draft: Draft, hit: DateHit, other: Draft) -> bool:
    """«переговори 2 червня», «торішні переговори»; in «21 червня, після переговорів, …» the date is the verb's."""
    if hit.first >= other.trigger.last:
        return True
    between = [draft.view.tokens[at] for at in range(hit.last, other.trigger.first)]
    return all(t.is_word and not is_preposition(t.norm) for t in between)


def in_time_phrase(draft: Draft) -> bool:
    """«до обміну її перевозили»: a noun that itself says when something else happened."""
    view, trigger = draft.view, draft.trigger
    if trigger.act != "noun" or trigger.first == view.sentence.first:
        return False
    return (
        view.tokens[trigger.first - 1].norm in _WHEN
        or view.tokens[trigger.first - 1].norm in _ANAPHORIC
        and view.tokens[trigger.first - 2].norm in _WHEN
    )


def of_asking(draft: Draft, hit: DateHit) -> bool:
    """«У кінці року попросив звільнити»: what stands before the verb that asks is when it was asked."""
    if draft.status != "called_for" or draft.trigger.form != "infinitive":
        return False
    verb = max((at for at in draft.clause.predicates if at < draft.trigger.first), default=None)
    return verb is not None and hit.first < verb


def one_of_a_row(draft: Draft) -> bool:
    """«найбільший обмін від початку війни», «35-й обмін за рік»: the time is that of the row."""
    tokens = draft.view.tokens
    return any(
        tokens[at].norm.startswith("най") or is_ordinal(tokens[at])
        for at in range(max(draft.view.sentence.first, draft.trigger.first - 4), draft.trigger.first)
    )


@cache
def relatives() -> frozenset[str]:
    return lexeme("який") | lexeme("котрий")


def of_relative(draft: Draft, hit: DateHit) -> bool:
    """«обмін, про який домовилися 16 травня»: the date is that of the clause on the noun."""
    tokens = draft.view.tokens
    return any(
        tokens[at].norm in relatives() and is_preposition(tokens[at - 1].norm)
        for at in range(draft.trigger.last + 1, hit.first)
    )


def of_agreeing(draft: Draft, hit: DateHit) -> bool:
    """«Сьогодні домовилися про обмін»: the day before the verb is that of the agreement."""
    if draft.trigger.act != "noun" or draft.status != "planned" or hit.first >= draft.trigger.first:
        return False
    agreed = [at for at in draft.clause.predicates if draft.view.tokens[at].norm in _agreed()]
    return bool(agreed) and agreed[-1] < draft.trigger.first and hit.first < agreed[-1] and hit.rule != "deadline"


@cache
def _agreed() -> frozenset[str]:
    return frozenset().union(
        *(
            lexeme(w)
            for w in (
                "домовитися",
                "погодитися",
                "погодити",
                "узгодити",
                "обговорити",
                "попросити",
                "оголосити",
                "дозволити",
                "дати",
                "надати",
            )
        )
    )


_OF_A_STATE = frozenset(("незалежності", "конституції"))


def not_yet(draft: Draft, hit: DateHit) -> bool:
    """«амністували до Дня незалежності»: what is done has no term in the future; the feast is its occasion."""
    day = Day.of(draft.view.reading.published).day
    if draft.status in AHEAD or draft.status == "denied" or hit.rule != "deadline" or day is None or not hit.past:
        return False
    last = edtf.bounds(hit.past)[1]
    return last is not None and last > day


def of_another_state(draft: Draft, hit: DateHit) -> bool:
    """«Мінськ помилував 25 осіб до Дня незалежності»: the day of another state is not known."""
    view = draft.view
    if not any(view.tokens[at].norm in _OF_A_STATE for at in range(hit.first, hit.last)):
        return False
    states = {p.state for p in view.places if p.kind in ("state", "seat", "leader") and draft.clause.holds(p.first)}
    return bool(states) and "UA" not in states
