"""Whether what a trigger says is done, under way, planned, called for or denied. `RULES` is read in order."""

from collections.abc import Callable
from itertools import pairwise

from dodomu.extract.mentions.clauses import is_infinitive
from dodomu.extract.mentions.draft import Draft
from dodomu.extract.mentions.governing import NOT, Context, of, words
from dodomu.text.morphology import forms, lexeme

_WOULD = frozenset(("б", "би"))
_BUT = frozenset(("але", "проте", "однак", "втім", "утім", "та"))
_CONDITIONS = frozenset((("лише", "після"), ("тільки", "після"), ("лиш", "після"), ("до", "умови")))
_UNTIL = frozenset(("доки", "поки", "допоки", "аж"))  # «доки його не випустили»: he was
_OR = frozenset(("чи", "або"))
_NOBODY = frozenset(("нікого", "ніхто", "жодного", "жодної", "жоден", "жодна", "жодних", "ніколи", "нікому"))


def untrue(c: Context) -> str | None:
    """«Інформація, що відбудеться обмін, не відповідає дійсності», «не підтвердилося, що відпустили»."""
    if c.opener != "що" and c.form != "noun":
        return None
    others = [c.clause] if c.form == "noun" else []
    if c.opener == "що":
        others += [c.norms(clause) for clause in c.clauses[: c.at]] + [c.norms(c.next)]
        if _contested(c.norms(c.previous)):
            return "denied"
    if not any(_denies(norms) for norms in others):
        return None
    return "planned" if set(c.before) & words("planned", "undoing") else "denied"


def _contested(norms: list[str]) -> bool:
    """«заперечили, що готують обмін»; «не заперечують, що» leaves it open."""
    contested = of("заперечити", "заперечувати", "спростувати", "спростовувати")
    return any(norm in contested and before not in NOT for before, norm in pairwise(["", *norms]))


def _denies(norms: list[str]) -> bool:
    """Words that say that what is told is not true."""
    if set(norms) & words("denied", "false"):
        return True
    return any(before in NOT and norm in words("denied", "true") for before, norm in pairwise(norms))


def would(c: Context) -> str | None:
    """«якби обміняли», «могли б звільнити»: contrary to fact; «якби не відпустили» was done."""
    if "якби" in c.clause and c.direct_not and c.form == "finite":
        return "occurred"
    if "якби" in c.norms(c.previous) or "якби" in c.clause or "якби" in c.norms(c.next)[:1]:
        return "denied"
    if c.form == "noun":
        return None
    past = (
        any(f.tense == "past" for n in (c.verb, *c.clause) for f in forms(n)[:2] if f.pos == "VERB")
        if set(c.clause) & _WOULD
        else False
    )
    return "denied" if past and set(c.clause) & _WOULD and c.opener not in ("щоб", "аби") else None


def fell_through(c: Context) -> str | None:
    """«Обмін мав відбутися в середу. … зірвалася», «готували обмін»: what was prepared and did not take place."""
    meant = set(c.clause) & {"мав", "мала", "мали", "мало"} and set(c.clause) & words("planned", "take_place")
    prepared = any(
        n in words("planned", "prepared") and any(f.tense == "past" for f in forms(n) if f.pos == "VERB")
        for n in c.clause
    )
    if c.form != "noun" or not (meant or prepared) or c.depends:
        return None
    if prepared and _took_long(c.clause):
        return "occurred"
    return "denied" if _came_to_nothing(c.draft) else "planned"


def _took_long(norms: list[str]) -> bool:
    """«готували півтора року», «готувався довго»: the work that went before what was done."""
    times = words("planned", "periods")
    return (
        "довго" in norms
        or "півтора" in norms
        or any(
            norm in times
            and (before.isdigit() or before in words("planned", "several") or forms(before)[0].pos == "NUMR")
            for before, norm in pairwise(norms)
        )
    )


def _came_to_nothing(draft: Draft) -> bool:
    """In the paragraph, or in its two sentences after: «не відбувся», «зірвався», «скасували»."""
    view, sentences = draft.view, draft.view.reading.sentences
    for sentence in sentences[draft.sentence : draft.sentence + 3]:
        norms = [t.norm for t in view.tokens[sentence.first : sentence.last]]
        if any(n in words("denied", "fail") for n in norms):
            return True
        if any(a in NOT and b in words("planned", "take_place") for a, b in pairwise(norms)):
            return True
    return False


def was_to(c: Context) -> str | None:
    """«мала їхати, але її зняли»: what was to be and was not."""
    if c.form == "infinitive" and set(c.before) & {"мав", "мала", "мали", "мало"}:
        return "denied" if set(c.norms(c.next)[:2]) & _BUT or _was_not_done(c) else "planned"
    return None


def _was_not_done(c: Context) -> bool:
    """«мали забрати поранених. … Не забрали»: the same verb denied in the two sentences after."""
    view, verb = c.draft.view, lexeme(c.verb)
    sentences = view.reading.sentences[c.draft.sentence + 1 : c.draft.sentence + 3]
    return any(a.norm in NOT and b.norm in verb for s in sentences for a, b in pairwise(view.tokens[s.first : s.last]))


def _did_not_take_place(c: Context) -> bool:
    """«обмін, якого не було», «обмін, який не відбувся»: said of the noun by the clause that hangs on it."""
    hanging = next((k for k in c.clauses if 0 < k.first - c.draft.trigger.last <= 1), None)
    if c.form != "noun" or hanging is None or not hanging.opener.startswith(("як", "котр")):
        return False
    return any(
        before in NOT and (norm in words("planned", "take_place") or norm in of("бути"))
        for before, norm in pairwise(c.norms(hanging)[:4])
    )


def not_done(c: Context) -> str | None:
    """«не повернули», «не вдалося повернути», «обмін не відбувся»."""
    if c.direct_not:
        return "occurred" if c.opener in _UNTIL and c.form == "finite" and not c.future else "denied"
    if c.form == "infinitive":
        helper = c.governed(words("occurred") | of("могти"))
        return "denied" if helper and c.negated(helper) else None
    if _did_not_take_place(c):
        return "denied"
    if c.form == "noun" and c.depends:
        return None
    if c.form in ("noun", "participle"):
        done = next((n for n in c.after if n in words("occurred") or n in of("бути", "дати")), None) or next(
            (n for n in reversed(c.before) if n in words("occurred")), None
        )
        return "denied" if done and c.negated(done) else None
    return (
        "denied"
        if set(c.clause) & _NOBODY and "не" in c.clause and c.form == "finite" and c.before[-1:] == ["не"]
        else None
    )


def unplanned(c: Context) -> str | None:
    """«не планує звільняти», «помилування не розглядається», «не готова обміняти»."""
    if c.form not in ("noun", "infinitive"):
        return None
    word = c.governed(words("planned", "intent"))
    return "denied" if word and c.negated(word) else None


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


def unadopted(c: Context) -> str | None:
    """«не змогла ухвалити закон про амністію», «провалила амністію»: the act itself was not carried out."""
    if c.form != "noun":
        return None
    carried = next((n for n in c.before if n in words("denied", "carry_out")), None)
    if carried is None:
        return None
    helper = next((n for n in c.before if n in of("могти", "змогти", "вдатися", "зуміти")), None)
    return "denied" if c.negated(carried) or helper and c.negated(helper) else None


def refused(c: Context) -> str | None:
    """«відмовилася віддати», «обмін зірвався»; «не відмовлялася забирати» goes on being planned."""
    word = c.governed(words("denied"))
    if word is None:
        word = next((n for n in c.after if n in words("denied")), None) if c.form == "noun" else None
    if word in c.after and any(n == word and a in _OR for a, n in pairwise(c.after)):
        return None  # «екстрадиції чи відмови в ній»: it is open
    if word is None:
        if (
            c.form == "noun"
            and c.next is not None
            and set(c.norms(c.next)[:4]) & {"він"}
            and set(c.norms(c.next)) & words("denied")
        ):
            return "denied"
        return None
    undone = c.form == "noun" and set(c.before) & words("planned", "undoing")
    return "planned" if c.negated(word) or undone else "denied"


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
        if c.form == "noun" and _is_discussed(c):
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


def so_that(c: Context) -> str | None:
    """«щоб українські політв'язні були звільнені», «аби повернути»."""
    if c.opener in ("щоб", "аби") or set(c.clause[:3]) & {"щоб", "аби"}:
        order = set(c.norms(c.previous)) & (words("called_for") | of("час", "зусилля", "приділяти", "робота"))
        earlier = c.draft.view.clauses[: c.draft.view.clauses.index(c.draft.clause)]
        order = order or any(set(c.norms(e)) & words("called_for") for e in earlier)
        return "called_for" if order or c.form in ("participle", "finite", "impersonal") else "planned"
    return None


def under_way(c: Context) -> str | None:
    """«обмін триває»."""
    lasting = [n for n in c.clause if n in words("ongoing")]
    if c.form != "noun" or not lasting or any(f.tense == "past" for f in forms(lasting[0])):
        return None  # «обмін тривав годину» is over
    governed = bool(c.before) and forms(c.before[-1])[0].pos in ("PREP", "NOUN")
    return None if governed else "ongoing"


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
    unplanned,
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
