"""Whom a trigger concerns: the people that are its subject, object or complement, by the cases of Ukrainian."""

from collections.abc import Callable
from functools import cache

from dodomu import uk
from dodomu.extract.mentions import groups
from dodomu.extract.mentions.clauses import Clause
from dodomu.extract.mentions.people import People, is_preposition
from dodomu.extract.mentions.reading import View
from dodomu.extract.mentions.triggers import Trigger
from dodomu.text.morphology import forms, lexeme

REACH = 6
_POSSESSIVES = {
    "його": 1,
    "її": 1,
    "їх": 0,
    "їхнє": 0,
    "їхнього": 0,
    "їхньому": 0,
    "їхній": 0,
    "їхня": 0,
    "їхню": 0,
    "їхньої": 0,
    "моє": 1,
    "мого": 1,
    "моєму": 1,
    "своє": 1,
    "свого": 1,
}
_PART_OF = frozenset(("них", "яких", "котрих"))
_RELATIVE_OBJECT = frozenset(("яких", "якого", "яку", "котрих", "котрого", "котру"))
_RELATIVE_SUBJECT = frozenset(("які", "який", "яка", "котрі", "котрий", "котра"))


def _direct(phrases: list[People], case: str) -> list[People]:
    return [p for p in phrases if case in p.cases and not p.before and not p.sub]


def _nearest(phrases: list[People], trigger: Trigger) -> People | None:
    """What follows the verb before what precedes it, a number or a known group before a mere person, then the
    nearest.
    """

    def distance(p: People) -> tuple:
        after = p.first >= trigger.last
        return (p.number is None, bool(p.pronoun), trigger.act == "doer" and not after, abs(p.first - trigger.verb))

    return min(phrases, key=distance, default=None)


def object_of_verb(view: View, trigger: Trigger, clause: Clause, phrases: list[People]) -> People | None:
    """«Мінськ відпустив 52 ув'язнених», «додому повернули 31 громадянина», «їх обміняли»."""
    if trigger.act != "doer" or trigger.form == "participle" or clause.opener in ("хто", "кого", "кому"):
        return None
    if view.tokens[trigger.last - 1].norm in _guaranteed():
        phrases = [p for p in phrases if p.first != trigger.last]  # «на поруки двох депутатів»: who vouches
    found = [p for p in _direct(phrases, "accs") if not _is_subject(view, trigger, p, phrases)]
    if not found and _holds_its_object(view, trigger):
        found = [p for p in _direct(phrases, "datv") if p.explicit]
    inside = [p for p in found if trigger.first < p.first < trigger.last]  # «відправив двох під домашній арешт»
    return _nearest(inside or found, trigger)


@cache
def _guaranteed() -> frozenset[str]:
    return lexeme("поруки") | lexeme("порука")


@cache
def _measures() -> frozenset[str]:
    return frozenset().union(*(lexeme(w) for w in ("захід", "покарання", "свобода", "воля", "арешт", "життя")))


def _holds_its_object(view: View, trigger: Trigger) -> bool:
    """«змінив запобіжний захід активістові», «подарував свободу двом»: to whom it is done is in the dative."""
    return any(
        view.tokens[at].norm in _measures() and not is_preposition(view.tokens[at - 1].norm)
        for at in range(trigger.first + 1, trigger.last)
    )


def _is_subject(view: View, trigger: Trigger, people: People, phrases: list[People]) -> bool:
    """Nominative alone or nominative that agrees, with another phrase left for the object."""
    if "nomn" not in people.cases or people.number:
        return False
    if trigger.form not in ("finite",):
        return False
    return (
        people.names != ()
        and "accs" in people.cases
        and any(p is not people and "accs" in p.cases and not p.before for p in phrases)
    )


def subject_of_verb(view: View, trigger: Trigger, clause: Clause, phrases: list[People]) -> People | None:
    """«157 українців повертаються», «ув'язнені звільнені», «на волю вийшли пʼятеро»."""
    if trigger.act not in ("mover", "passive") and trigger.form != "participle":
        return None
    if clause.opener == "хто":
        return None
    found = [p for p in _direct(phrases, "nomn") if _agrees(view, trigger, p)]
    return _nearest(found, trigger)


def _agrees(view: View, trigger: Trigger, people: People) -> bool:
    """Number of verb and subject; a counted subject takes either."""
    if people.number or trigger.form in ("infinitive", "impersonal"):
        return True
    if any(view.tokens[at].norm in groups.collectives() for at in range(people.first, people.last)):
        return True
    plural = {
        f.number == "plur" for f in forms(view.tokens[trigger.verb].norm) if f.pos in ("VERB", "ADJF") and f.number
    }
    if not plural:
        return True
    return (not people.singular) in plural or not people.singular and not people.explicit


def complement_of_noun(view: View, trigger: Trigger, clause: Clause, phrases: list[People]) -> People | None:
    """«звільнення понад тисячі політв'язнів», «обмін тяжкохворих», «помилування 31 громадянина»."""
    if trigger.act != "noun":
        return None
    cases = ("gent", "ablt") if trigger.type == "exchange" else ("gent",)
    inside = [p for p in phrases if trigger.first <= p.first < trigger.last and not p.sub and p.explicit]
    following = [
        p
        for p in phrases
        if trigger.last <= p.first <= trigger.last + REACH
        and not p.before
        and not p.sub
        and not p.pronoun
        and any(c in p.cases for c in cases)
        and _nothing_between(view, trigger.last, p.first)
    ]
    if following and following[0].first == trigger.last:
        return following[0]
    if inside:
        return inside[0]
    return following[0] if following else None


def _nothing_between(view: View, first: int, last: int) -> bool:
    """Only words of place and direction between a noun and its complement: «повернення додому українців», «з полону
    31 бійця».
    """
    for at in range(first, last):
        token = view.tokens[at]
        if not token.is_word or any(f.pos in ("VERB", "CONJ") for f in forms(token.norm)[:1]):
            return False
    return True


def possessor(view: View, trigger: Trigger, clause: Clause, phrases: list[People]) -> People | None:
    """«їхнє звільнення», «його обмін»."""
    if trigger.act != "noun" or trigger.first == 0:
        return None
    norm = view.tokens[trigger.first - 1].norm
    if norm not in _POSSESSIVES:
        return None
    return People(
        trigger.first - 1, trigger.first, frozenset(("gent",)), pronoun=norm, singular=_POSSESSIVES[norm] == 1
    )


def recipient(view: View, trigger: Trigger, clause: Clause, phrases: list[People]) -> People | None:
    """«Йому обіцяли помилування», «бійцям гарантували обмін»: to whom it is promised."""
    if trigger.act != "noun" or trigger.type not in ("pardon", "release"):
        return None
    if not any(view.tokens[at].norm in _promises() for at in clause.predicates):
        return None
    return next((p for p in phrases if "datv" in p.cases and not p.before and not p.sub), None)


@cache
def _promises() -> frozenset[str]:
    return frozenset().union(*(lexeme(w) for w in uk.load("parties")["promises"]))


def antecedent(view: View, trigger: Trigger, clause: Clause, phrases: list[People]) -> People | None:
    """«десятеро цивільних, яких утримували»: who stands before the relative pronoun."""
    wanted = _RELATIVE_OBJECT if trigger.act == "doer" else _RELATIVE_SUBJECT
    if clause.opener not in wanted or trigger.act == "noun":
        return None
    for other in view.clauses:
        if other is clause:
            continue
        for people in reversed(view.people(other)):
            if people.explicit and 0 < clause.first - people.last <= 3:
                return people
    return None


def shared_object(view: View, trigger: Trigger, clause: Clause, phrases: list[People]) -> People | None:
    """«моряків обміняли і повернули»: the clause before, joined by a conjunction."""
    if trigger.act == "noun" or trigger.form == "participle" and not _is_predicate(view, clause):
        return None
    at = view.clauses.index(clause)
    before = view.clauses[at - 1] if at else None
    if (
        before is None
        or before.last >= clause.first
        or clause.first - before.last > 1
        or view.tokens[before.last].text in ";:()–—-"
    ):
        return None
    case = "accs" if trigger.act == "doer" else "nomn"
    found = [
        p
        for p in _direct(view.people(before), case)
        if p.number
        or p.group not in (None, "people")
        or p.nations
        or (case == "accs" and (p.singular or p.pronoun in ("їх", "його", "її")))
        or (case == "nomn" and p.names and _agrees(view, trigger, p))
    ]
    return _nearest(found, trigger)


def _is_predicate(view: View, clause: Clause) -> bool:
    """«… та невдовзі був звільнений»: a participle with its copula."""
    return any(view.tokens[at].norm in lexeme("бути") for at in clause.indexes())


RULES: tuple[Callable[[View, Trigger, Clause, list[People]], People | None], ...] = (
    antecedent,
    object_of_verb,
    subject_of_verb,
    complement_of_noun,
    possessor,
    recipient,
    shared_object,
)


def pick_people(view: View, trigger: Trigger, clause: Clause) -> People | None:
    """The people whom a trigger concerns, by the first rule that finds any."""
    phrases = view.people(clause)
    for rule in RULES:
        people = rule(view, trigger, clause, phrases)
        if people is not None:
            return people
    return None
