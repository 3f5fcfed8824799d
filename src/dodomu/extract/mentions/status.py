"""Whether what a trigger says is done, under way, planned, called for or denied. `RULES` is read in order."""

from collections.abc import Callable
from functools import cache
from itertools import pairwise

from dodomu import uk
from dodomu.extract.mentions.clauses import PARTICIPLE, Clause, is_infinitive
from dodomu.extract.mentions.draft import Draft
from dodomu.text.morphology import forms, lexeme

_NOT = frozenset(("не", "ні", "ані"))
_ONLY = frozenset(("лише", "тільки", "просто"))
_WOULD = frozenset(("б", "би"))
_BUT = frozenset(("але", "проте", "однак", "втім", "утім", "та"))
_CONDITIONS = frozenset((("лише", "після"), ("тільки", "після"), ("лиш", "після"), ("до", "умови")))
_NOBODY = frozenset(("нікого", "ніхто", "жодного", "жодної", "жоден", "жодна", "жодних", "ніколи", "нікому"))


@cache
def words(status: str, kind: str = "words") -> frozenset[str]:
    """Forms of the words that govern a trigger and give it a status."""
    return frozenset().union(*(lexeme(w) for w in uk.load("status")[status].get(kind, ())))


@cache
def _of(*lemmas: str) -> frozenset[str]:
    return frozenset().union(*(lexeme(w) for w in lemmas))


class Context:
    """The words around a trigger that may govern it."""

    def __init__(self, draft: Draft):
        view, trigger = draft.view, draft.trigger
        self.draft, self.form, self.tokens = draft, trigger.form, view.tokens
        self.verb = view.tokens[trigger.verb].norm
        named = {at for n in view.names if n.kind == "person" for at in range(n.first, n.last)}  # «Надія» is no hope
        indexes = [at for at in draft.clause.indexes() if not trigger.first <= at < trigger.last and at not in named]
        self.before = [view.tokens[at].norm for at in indexes if at < trigger.first]
        self.after = [view.tokens[at].norm for at in indexes if at >= trigger.last]
        participial = [c for c in view.clauses if c.opener == PARTICIPLE and 0 < c.first - trigger.last <= 1]
        self.after += [n for c in participial for n in view.norms(c)]  # «обмін, запланований на вівторок»
        self.clause = self.before + self.after
        at = view.clauses.index(draft.clause)
        self.previous = view.clauses[at - 1] if at else None
        self.next = view.clauses[at + 1] if at + 1 < len(view.clauses) else None
        self.clauses, self.at = view.clauses, at
        self.opener = draft.clause.opener
        self.readings = forms(self.verb)

    def norms(self, clause: Clause | None) -> list[str]:
        return [self.tokens[at].norm for at in clause.indexes()] if clause else []

    def governed(self, found: frozenset[str]) -> str | None:
        """The nearest such word before the trigger in its clause; for a noun, after it too (its verb may follow)."""
        hit = next((n for n in reversed(self.before) if n in found), None)
        if hit is None and self.form in ("noun", "infinitive"):
            hit = next((n for n in self.after[:8] if n in found), None)
        return hit

    def negated(self, norm: str) -> bool:
        row = self.clause
        return any(row[i] == norm and i and row[i - 1] in _NOT for i in range(len(row)))

    @property
    def direct_not(self) -> bool:
        """«не повернули», «нікого не привезли»; «не лише» is none."""
        trigger = self.draft.trigger
        inside = trigger.verb > trigger.first and self.tokens[trigger.verb - 1].norm  # «на волю не вийшов»
        before = inside or (self.before[-1] if self.before else "")
        return before in _NOT and (not self.after or self.after[0] not in _ONLY)

    @property
    def about(self) -> bool:
        """«про звільнення», «за обмін»: spoken of, not told."""
        return any(n in ("про", "щодо", "за", "над") for n in self.before[-2:])

    @property
    def told_of_past(self) -> bool:
        """A verb in the past, or none at all: a headline tells what happened."""
        verbs = [f for at in self.draft.clause.predicates for f in forms(self.tokens[at].norm)[:2] if f.pos == "VERB"]
        return not verbs or any(f.tense == "past" or "Impe" in f.tags for f in verbs)

    @property
    def depends(self) -> bool:
        """«дати репатріації»: the trigger is the genitive of a noun before it, whose verb is not its own."""
        before = forms(self.before[-1]) if self.before else ()
        return bool(before) and before[0].pos == "NOUN" and any(f.case == "gent" for f in self.readings)

    @property
    def future(self) -> bool:
        own = [f for f in self.readings if f.pos == "VERB" and f.tense]
        if own and own[0].tense == "futr" and not any(f.tense == "pres" for f in own):
            return True
        if self.form not in ("participle", "infinitive", "noun", "impersonal"):
            return False
        return (
            bool(set(self.clause) & {"буде", "будуть", "будемо"})
            or self.form == "noun"
            and not self.depends
            and self._verb_is_future()
        )

    def _verb_is_future(self) -> bool:
        """«Обмін відбудеться 20 грудня»: the tense of the verb whose noun it is."""
        governed = bool(self.before) and any(f.pos == "PREP" for f in forms(self.before[-1])[:3])
        if governed or not any(f.case == "nomn" for f in self.readings):
            return False
        tenses = {
            f.tense
            for at in self.draft.clause.predicates
            for f in forms(self.tokens[at].norm)
            if f.pos == "VERB" and f.tense
        }
        return "futr" in tenses and not tenses & {"past", "pres"}


def untrue(c: Context) -> str | None:
    """«Інформація, що відбудеться обмін, не відповідає дійсності», «не підтвердилося, що відпустили»."""
    if c.opener != "що" and c.form != "noun":
        return None
    others = [c.clause] if c.form == "noun" else []
    if c.opener == "що":
        others += [c.norms(clause) for clause in c.clauses[: c.at]] + [c.norms(c.next)]
    if not any(_denies(norms) for norms in others):
        return None
    return "planned" if set(c.before) & words("planned", "undoing") else "denied"


def _denies(norms: list[str]) -> bool:
    """Words that say that what is told is not true."""
    if set(norms) & words("denied", "false"):
        return True
    return any(
        before in _NOT and norm in words("denied", "true") for before, norm in pairwise(norms)
    )


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
    return "довго" in norms or "півтора" in norms or any(
        norm in times and (before.isdigit() or before in words("planned", "several") or forms(before)[0].pos == "NUMR")
        for before, norm in pairwise(norms)
    )


def _came_to_nothing(draft: Draft) -> bool:
    """In the paragraph, or in its two sentences after: «не відбувся», «зірвався», «скасували»."""
    view, sentences = draft.view, draft.view.reading.sentences
    for sentence in sentences[draft.sentence : draft.sentence + 3]:
        norms = [t.norm for t in view.tokens[sentence.first : sentence.last]]
        if any(n in words("denied", "fail") for n in norms):
            return True
        if any(a in _NOT and b in words("planned", "take_place") for a, b in pairwise(norms)):
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
    return any(
        a.norm in _NOT and b.norm in verb
        for s in sentences
        for a, b in pairwise(view.tokens[s.first : s.last])
    )


def not_done(c: Context) -> str | None:
    """«не повернули», «не вдалося повернути», «обмін не відбувся»."""
    if c.direct_not:
        return "denied"
    if c.form == "infinitive":
        helper = c.governed(words("occurred") | _of("могти"))
        return "denied" if helper and c.negated(helper) else None
    if c.form == "noun" and c.depends:
        return None
    if c.form in ("noun", "participle"):
        done = next((n for n in c.after if n in words("occurred") or n in _of("бути", "дати")), None) or next(
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
        f.tense == "futr"
        for at in c.draft.clause.predicates
        for f in forms(c.tokens[at].norm)[:2]
        if f.pos == "VERB"
    ) or bool(set(c.clause) & words("planned", "intent"))


def unadopted(c: Context) -> str | None:
    """«не змогла ухвалити закон про амністію», «провалила амністію»: the act itself was not carried out."""
    if c.form != "noun":
        return None
    carried = next((n for n in c.before if n in words("denied", "carry_out")), None)
    if carried is None:
        return None
    helper = next((n for n in c.before if n in _of("могти", "змогти", "вдатися", "зуміти")), None)
    return "denied" if c.negated(carried) or helper and c.negated(helper) else None


def refused(c: Context) -> str | None:
    """«відмовилася віддати», «обмін зірвався»; «не відмовлялася забирати» goes on being planned."""
    word = c.governed(words("denied"))
    if word is None:
        word = next((n for n in c.after if n in words("denied")), None) if c.form == "noun" else None
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
    if c.governed(words("called_for")) and c.form == "infinitive" and word in _of("стати"):
        return None
    return "occurred"


def asked(c: Context) -> str | None:
    """«вимагає звільнити», «закликав повернути», «боротиметься за звільнення», «має бути звільнений»."""
    if c.form in ("infinitive", "noun", "imperative", "participle"):
        word = c.governed(words("called_for"))
        if word and word in words("called_for", "hope") and c.negated(word) and c.form == "noun":
            return "occurred"  # «не вірила у звільнення сина», who is free
        if word and not (c.form == "noun" and word in c.after and word in _of("хотіти", "просити", "прохання")):
            return "called_for"
        if c.form == "noun" and _is_discussed(c):
            return "called_for"
    governing = c.norms(c.previous)
    if c.opener in ("що", "щоб", "аби") and set(governing) & words("called_for") and (c.future or c.opener != "що"):
        return "called_for"
    if set(c.clause) & {"нехай", "хай"} or c.form == "imperative":
        return "called_for"
    return None


def _is_discussed(c: Context) -> bool:
    """«питання звільнення заручників», «поговорити про обмін»: sought, not agreed."""
    near = c.before[-6:]
    if set(near) & words("called_for", "matters"):
        return True
    return c.about and bool(set(near) & words("called_for", "speaking"))


def so_that(c: Context) -> str | None:
    """«щоб українські політв'язні були звільнені», «аби повернути»."""
    if c.opener in ("щоб", "аби") or set(c.clause[:3]) & {"щоб", "аби"}:
        order = set(c.norms(c.previous)) & (words("called_for") | _of("час", "зусилля", "приділяти", "робота"))
        earlier = c.draft.view.clauses[: c.draft.view.clauses.index(c.draft.clause)]
        order = order or any(set(c.norms(e)) & words("called_for") for e in earlier)
        return "called_for" if order or c.form in ("participle", "finite", "impersonal") else "planned"
    return None


def under_way(c: Context) -> str | None:
    """«обмін триває»."""
    if c.form != "noun" or not set(c.clause) & words("ongoing"):
        return None
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
            word in c.after and word in _of("мати", "могти", "вести", "працювати", "список", "питання", "мета")
        ):
            return "planned"
        if word is None and c.about and not c.told_of_past:
            return "planned"
        nearby = c.before[-2:]
        if set(nearby) & words("planned", "prepositions"):
            return "planned"
    if c.form == "participle" and set(c.clause) & _of("мати", "могти"):
        return "planned"
    return None


def _may_take_place(norms: list[str]) -> bool:
    """«обмін може відбутися», «зустріч має пройти»."""
    modal, place = _of("могти", "мати"), words("planned", "take_place")
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
