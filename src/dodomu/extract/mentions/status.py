"""Whether what a trigger says is done, under way, planned, called for or denied. `RULES` is read in order."""

from collections.abc import Callable
from itertools import pairwise

from dodomu.extract.mentions.clauses import is_infinitive
from dodomu.extract.mentions.denials import (
    fell_through,
    not_done,
    refused,
    unable,
    unadopted,
    unplanned,
    untrue,
    was_to,
    would,
)
from dodomu.extract.mentions.draft import Draft
from dodomu.extract.mentions.governing import Context, of, words
from dodomu.text.morphology import forms, lexeme

_GAINED = lexeme("домогтися") | lexeme("добитися")
_BEGUN = lexeme("почати") | lexeme("розпочати") | lexeme("починати") | lexeme("продовжувати") | lexeme("продовжити")
_CONDITIONS = frozenset((("лише", "після"), ("тільки", "після"), ("лиш", "після"), ("до", "умови")))


def held(c: Context) -> str | None:
    """«на переговорах у Мінську домагаються», «за підсумками зустрічі», «під час саміту»: where or when something is
    done the talks take place, ahead if that is ahead or they are called so.
    """
    if c.form != "noun" or c.draft.type != "negotiation":
        return None
    if set(c.before[-6:]) & words("planned", "ahead"):
        return "planned"
    row = [n for n in c.before if not any(f.pos in ("ADJF", "NPRO", "NUMR") for f in forms(n))]
    at = any(f.case == "loct" for f in c.readings) and row[-1:] in (["на"], ["у"], ["в"])
    if row[-1:] == ["до"] and not c.told_of_past:
        return "planned"  # «до зустрічі нових кроків не планують»
    if row[-1:] == ["від"] and set(row[-3:-1]) & words("planned", "awaits"):
        return "planned"
    if row[-1:] == ["на"] and not at and set(row[-3:-1]) & words("planned", "agrees_to"):
        return "planned"
    asked = len(row) > 1 and row[-2] in words("called_for")  # «наполягати на зустрічі»
    if asked or not (at or set(row[-1:]) & words("occurred", "during")):
        return None
    return "planned" if _is_future_clause(c) else "occurred"


def told(c: Context) -> str | None:
    """«підтвердив обмін», «дізналася про звільнення», «після повернення»: what is spoken of as done.

    A preposition of fact holds unless its sentence tells of the future.
    """
    if c.form != "noun":
        return None
    first = _preposition_of(c)
    if first in words("occurred", "prepositions"):
        return None if _is_future_clause(c) else "occurred"
    if set(c.before[-4:]) & words("called_for") or c.governed(words("planned", "nouns")):
        return None
    word = next((n for n in reversed(c.before) if n in words("occurred", "told")), None)
    if word is None or c.negated(word) or is_infinitive(word):
        return None
    return "occurred"


def _preposition_of(c: Context) -> str:
    """The preposition that governs the noun, its adjectives and pronouns passed over."""
    for norm in reversed(c.before[-4:]):
        if norm in words("occurred", "prepositions"):
            return norm
        if forms(norm)[0].pos not in ("ADJF", "NPRO", "NUMR") and not norm.endswith(("го", "ого", "ої", "їх")):
            return ""
    return ""


def _is_future_clause(c: Context) -> bool:
    return any(
        f.tense == "futr" for at in c.draft.clause.predicates for f in forms(c.tokens[at].norm)[:2] if f.pos == "VERB"
    ) or bool(set(c.clause) & words("planned", "intent"))


def only_after(c: Context) -> str | None:
    """«санкції скасують лише після звільнення всіх»: a condition that others set."""
    return "called_for" if any(row in _CONDITIONS for row in pairwise(c.before[-3:])) else None


def managed(c: Context) -> str | None:
    """«вдалося повернути», «допоміг визволити», «домоглися звільнення»."""
    if c.form not in ("infinitive", "noun", "participle"):
        return None
    word = c.governed(words("occurred"))
    if word is not None and is_infinitive(word):  # «домогтися звільнення вдалося»
        word = next((n for n in c.clause if n in words("occurred") and not is_infinitive(n)), None)
    if word is None or c.negated(word):
        return None
    reading = next((f for f in forms(word) if f.pos in ("VERB", "PRED")), None)
    if reading is None or reading.tense not in ("past", "") or is_infinitive(word):
        return None
    if c.form == "infinitive" and word not in c.before + c.after[:3]:
        return None
    if c.governed(words("called_for")) and c.form == "infinitive" and word in of("стати"):
        return None
    return "occurred"


def asked(c: Context) -> str | None:
    """«вимагає звільнити», «закликав повернути», «боротиметься за звільнення», «має бути звільнений»."""
    if c.form in ("infinitive", "noun", "imperative", "participle"):
        word = c.governed(words("called_for"))
        if word and word in words("called_for", "hope") and c.negated(word) and c.form == "noun":
            return "occurred"  # «не вірила у звільнення сина», who is free
        if word and not (c.form == "noun" and word in c.after and word in of("хотіти", "просити", "прохання")):
            return "called_for"
        if c.form == "noun" and (_is_discussed(c) or _interests(c)):
            return "called_for"
    governing = c.norms(c.previous)
    if c.opener in ("що", "щоб", "аби") and set(governing) & words("called_for") and (c.future or c.opener != "що"):
        return "called_for"
    if set(c.clause) & {"нехай", "хай"} or c.form == "imperative":
        return "called_for"
    return None


def postponed(c: Context) -> str | None:
    """«наказав перенести обмін», «обмін відклали»: it is still to come."""
    if c.form != "noun":
        return None
    near = [n for n in c.before[-4:] + c.after[:4] if n in words("planned", "postpone")]
    return "planned" if near and not c.negated(near[0]) else None


def _is_discussed(c: Context) -> bool:
    """«питання звільнення заручників», «поговорити про обмін»: sought, not agreed."""
    near = c.before[-6:]
    if set(near) & words("called_for", "matters"):
        return True
    return c.about and bool(set(near) & words("called_for", "speaking"))


def _interests(c: Context) -> bool:
    """«зацікавлений у проведенні зустрічі», not «переговори із зацікавленими фірмами»."""
    near = [n for n in c.before[-4:] if n.startswith("зацікавлен")]
    return any(f.case == "nomn" for n in near for f in forms(n) if f.pos == "ADJF")


def so_that(c: Context) -> str | None:
    """«щоб українські політв'язні були звільнені», «аби повернути»."""
    if c.opener in ("щоб", "аби") or set(c.clause[:3]) & {"щоб", "аби"}:
        if any(n in _GAINED and f.tense == "past" for n in c.norms(c.previous) for f in forms(n)[:1]):
            return "occurred"  # «домоглася, щоб клієнта випустили»
        order = set(c.norms(c.previous)) & (words("called_for") | of("час", "зусилля", "приділяти", "робота"))
        earlier = c.draft.view.clauses[: c.draft.view.clauses.index(c.draft.clause)]
        order = order or any(set(c.norms(e)) & words("called_for") for e in earlier)
        return "called_for" if order or c.form in ("participle", "finite", "impersonal") else "planned"
    return None


def under_way(c: Context) -> str | None:
    """«обмін триває», «почала звільняти»."""
    if c.form == "infinitive":
        begun = next((n for n in reversed(c.before) if n in _BEGUN), None)
        return "ongoing" if begun and not c.negated(begun) and _is_told(begun) else None
    lasting = [n for n in c.clause if n in words("ongoing")]
    if c.form != "noun" or not lasting or any(f.tense == "past" for f in forms(lasting[0])):
        return None  # «обмін тривав годину» is over
    governed = bool(c.before) and forms(c.before[-1])[0].pos in ("PREP", "NOUN")
    return None if governed else "ongoing"


def _is_told(norm: str) -> bool:
    return any(f.tense in ("past", "pres") for f in forms(norm) if f.pos == "VERB")


def to_come(c: Context) -> str | None:
    """Future tense, «може обміняти», «готує звільнення», «домовилися про обмін», «для звільнення»."""
    if c.future:
        return "planned"
    if c.form == "infinitive":
        return "planned"
    if c.form == "noun":
        if not c.depends and not _preposition_of(c) and _may_take_place(c.after):
            return "planned"
        word = c.governed(words("planned"))
        if word and not (
            word in c.after and word in of("мати", "могти", "вести", "працювати", "список", "питання", "мета")
        ):
            return "planned"
        if word is None and c.about and not c.told_of_past:
            return "planned"
        nearby = c.before[-2:]
        if set(nearby) & words("planned", "prepositions"):
            return "planned"
    if c.form == "participle" and set(c.clause) & of("мати", "могти"):
        return "planned"
    return None


def _may_take_place(norms: list[str]) -> bool:
    """«обмін може відбутися», «зустріч має пройти»."""
    modal, place = of("могти", "мати"), words("planned", "take_place")
    return any(
        norm in modal and any(n in place and is_infinitive(n) for n in norms[i + 1 : i + 4])
        for i, norm in enumerate(norms)
    )


RULES: tuple[Callable[[Context], str | None], ...] = (
    untrue,
    would,
    fell_through,
    was_to,
    only_after,
    unadopted,
    not_done,
    refused,
    unable,
    unplanned,
    held,
    told,
    managed,
    so_that,
    postponed,
    asked,
    under_way,
    to_come,
)


def read_status(draft: Draft) -> tuple[str, str]:
    """Status and the rule that gave it; what nothing qualifies has occurred."""
    context = Context(draft)
    for rule in RULES:
        status = rule(context)
        if status:
            return status, rule.__name__
    return "occurred", "told as done"
