"""The words around a trigger that may govern it."""

from functools import cache

from dodomu import uk
from dodomu.extract.mentions.clauses import PARTICIPLE, Clause
from dodomu.extract.mentions.draft import Draft
from dodomu.text.morphology import forms, lexeme

NOT = frozenset(("не", "ні", "ані"))
_ONLY = frozenset(("лише", "тільки", "просто"))


@cache
def words(status: str, kind: str = "words") -> frozenset[str]:
    """Forms of the words that govern a trigger and give it a status."""
    return frozenset().union(*(lexeme(w) for w in uk.load("status")[status].get(kind, ())))


@cache
def of(*lemmas: str) -> frozenset[str]:
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
        return any(row[i] == norm and i and row[i - 1] in NOT for i in range(len(row)))

    @property
    def direct_not(self) -> bool:
        """«не повернули», «нікого не привезли»; «не лише» is none."""
        trigger = self.draft.trigger
        inside = trigger.verb > trigger.first and self.tokens[trigger.verb - 1].norm  # «на волю не вийшов»
        before = inside or (self.before[-1] if self.before else "")
        return before in NOT and (not self.after or self.after[0] not in _ONLY)

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
