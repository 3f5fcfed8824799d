"""Participles: an event when they are the predicate or have a term of their own, else a mere quality."""

from dodomu.extract.mentions.draft import Draft
from dodomu.extract.mentions.trap_words import is_preposition, word_lists
from dodomu.text.morphology import forms, lexeme


def attributive(draft: Draft) -> bool:
    """«серед звільнених», «звільнені захисники»: a participle that qualifies a noun is no event of its own."""
    if draft.trigger.form != "participle":
        return False
    return not predicative(draft)


def predicative(draft: Draft) -> bool:
    """A participle that is the predicate of its clause: with бути, with вже, or where the clause has no verb; or one
    with a term of its own.
    """
    view, trigger = draft.view, draft.trigger
    norm = view.tokens[trigger.verb].norm
    nominative = any(f.case == "nomn" for f in forms(norm) if f.pos == "ADJF")
    clause = draft.clause
    has_copula = any(view.tokens[at].norm in lexeme("бути") for at in clause.indexes())
    follows_noun = _qualifies_next(draft)
    if nominative and has_copula and not _tells_who(draft) and (not follows_noun or _right_behind_copula(draft)):
        return True
    if nominative and not clause.predicates and not draft.is_release and _done_by(draft):
        return True
    if nominative and not clause.predicates and draft.type == "detention" and _said_of(draft):
        return True
    already = view.tokens[trigger.first - 1].norm in ("уже", "вже", "нарешті") if trigger.first else False
    if nominative and already and not follows_noun:
        return True
    if (
        nominative
        and not clause.predicates
        and not follows_noun
        and draft.people is not None
        and draft.people.last <= trigger.first
        and view.tokens[trigger.first - 1].text != ","
    ):
        return True
    return False if draft.is_release else _own_term(draft)


def _right_behind_copula(draft: Draft) -> bool:
    """«учора була затримана керівниця»: the subject follows."""
    tokens, first = draft.view.tokens, draft.trigger.first
    return first > 0 and tokens[first - 1].norm in lexeme("бути")


def _tells_who(draft: Draft) -> bool:
    """«це були звільнені бійці», «серед них були звільнені торік медики»."""
    tokens = draft.view.tokens
    return any(tokens[at].norm in ("це", "то", "серед") for at in draft.clause.indexes() if at < draft.trigger.first)


def _said_of(draft: Draft) -> bool:
    """«затримані вони в іншій справі», «затримані не через страйк»: a subject or «не» behind it."""
    view, at = draft.view, draft.trigger.last
    return at < view.sentence.last and view.tokens[at].norm in ("не", "він", "вона", "вони")


def _done_by(draft: Draft) -> bool:
    """«О 10 ранку … затриманий працівниками розшуку»: no noun that it qualifies before it, and who did it behind."""
    view, trigger = draft.view, draft.trigger
    numbers = {f.number for f in forms(view.tokens[trigger.verb].norm) if f.pos == "ADJF" and f.case == "nomn"}
    nouns = [f for at in draft.clause.indexes() for f in forms(view.tokens[at].norm)[:1] if f.pos == "NOUN"]
    if any(f.case == "nomn" and f.number in numbers for f in nouns) or trigger.last >= view.sentence.last:
        return False
    return any(f.pos == "NOUN" and f.case == "ablt" for f in forms(view.tokens[trigger.last].norm))


def _qualifies_next(draft: Draft) -> bool:
    view, trigger = draft.view, draft.trigger
    mine = {(f.case, f.number) for f in forms(view.tokens[trigger.verb].norm) if f.pos == "ADJF"}
    for at in range(trigger.last, min(trigger.last + 3, view.sentence.last)):
        token = view.tokens[at]
        if not token.is_word or is_preposition(token.norm):
            return False
        found = forms(token.norm)
        if any(f.pos == "NOUN" and (f.case, f.number) in mine for f in found):
            return True
        if not any(f.pos == "ADJF" for f in found):
            return False
    return False


def _dated_before_noun(draft: Draft) -> bool:
    """«Затриманого в березні ватажка»: a time between the participle and whom it qualifies."""
    view, trigger = draft.view, draft.trigger
    mine = {(f.case, f.number) for f in forms(view.tokens[trigger.verb].norm) if f.pos == "ADJF"}
    hit = next((h for h in view.dates if trigger.last <= h.first <= trigger.last + 1), None)
    if hit is None or hit.last >= view.sentence.last:
        return False
    return any((f.case, f.number) in mine for f in forms(view.tokens[hit.last].norm) if f.pos == "NOUN")


def _own_term(draft: Draft) -> bool:
    """A time, a count or a term that the participle itself has: «засудженого до 11 років», «понад 100 затриманих»."""
    view, trigger = draft.view, draft.trigger
    last = min(trigger.last + 7, view.sentence.last)
    if draft.type == "conviction":
        terms = word_lists()["terms"]
        return any(view.tokens[at].norm in terms for at in range(trigger.last, last)) and any(
            view.tokens[at].norm in ("до", "на") for at in range(trigger.last, last)
        )
    people = next((p for p in view.people(draft.clause) if p.first <= trigger.first < p.last), None)
    if people is not None and people.last == trigger.last and not people.names:
        return draft.type == "detention" and _dated_before_noun(draft)  # «ув'язнені», a noun
    comma = next((at for at in range(trigger.last, last) if view.tokens[at].text == ","), last)
    if any(trigger.last <= hit.first < comma for hit in view.dates):
        return True
    people = next((p for p in view.people(draft.clause) if p.first <= trigger.first < p.last), None)
    if view.tokens[trigger.verb].norm in lexeme("ув'язнений"):
        return False  # who they are, not what was done
    return people is not None and people.number is not None and draft.type == "detention" and trigger.last < people.last
