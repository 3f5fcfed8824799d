"""Who they are, as their own sentence and what stands beside it tell."""

from functools import cache

from dodomu.extract.mentions import captivity, groups, identity
from dodomu.extract.mentions.clauses import PARTICIPLE
from dodomu.extract.mentions.draft import Draft, Slot
from dodomu.text.morphology import forms, lexeme

_FORMER = lexeme("колишній")
_ONE_OF_THEM = frozenset(
    ("першого", "перший", "одного", "один", "одна", "його", "її", "їх", "обох", "усіх", "всіх", "він", "вона")
)
_DASHES = frozenset("–—-")


def read_group(draft: Draft) -> None:
    """The group that the people themselves say, refined by what explains them: «157 українців – військові та
    цивільні».
    """
    people = draft.people
    if draft.type == "remains_return" and (people is None or "remains" not in people.groups):
        draft.put("group", "remains", draft.trigger.first, draft.trigger.last, "what is brought back")
        return
    if people is None or not people.groups:
        found = _by_custody(draft) or _before_it(draft)
        if found:
            draft.put(
                "group",
                found[0],
                found[1],
                found[1] + 1,
                "who is held there" if len(found) == 2 else "the people just spoken of",
            )
        return
    first, last = people.marks.get("group", (people.first, people.last))
    group = people.group
    if people.first > 0 and draft.view.tokens[people.first].norm in _FORMER:
        group = "people"
    if group == "people" and people.names and (role := _role_before(draft)):
        group, first, last = role
    if group == "people":
        refined = _explained(draft)
        if refined:
            group, first, last = refined
        elif found := _by_custody(draft):
            draft.put("group", found[0], found[1], found[1] + 1, "who is held there")
            return
        elif draft.type == "pardon":
            group = "prisoners"
    draft.put("group", group, first, last, "group of the people")


def _explained(draft: Draft) -> tuple[str, int, int] | None:
    """Who stands after a dash or colon behind the people, with no number greater than theirs."""
    view, people = draft.view, draft.people
    at = people.last
    if at >= view.sentence.last:
        return None
    if view.tokens[at].text == ",":
        return _row_after(draft, at + 1)
    if not (view.tokens[at].text in _DASHES or view.tokens[at].text == ":"):
        return None
    following = [p for p in view.people(draft.clause) if at < p.first <= at + 3 and p.explicit and not p.sub]
    if following and following[0].group not in (None, "people"):
        at_war = identity.of_war(draft, following[0])
        return at_war.value if at_war else following[0].group, following[0].first, following[0].last
    return None


def _row_after(draft: Draft, at: int) -> tuple[str, int, int] | None:
    """«84 людини, військові та цивільні»: two groups in one row right behind the comma."""
    row = next((p for p in draft.view.people(draft.clause) if p.first == at), None)
    if row is None or len(row.groups) < 2 or row.number is not None or row.group in (None, "people"):
        return None
    return row.group, row.first, row.last


def _role_before(draft: Draft) -> tuple[str, int, int] | None:
    """«сержантка медичної служби Наталія Бойчук»: what the person is stands before the name."""
    view, people = draft.view, draft.people
    nouns = groups.nouns()
    for at in range(people.first - 1, max(view.sentence.first, people.first - 6) - 1, -1):
        token = view.tokens[at]
        if not token.is_word or any(f.pos in ("VERB", "PREP", "CONJ") for f in forms(token.norm)[:1]):
            return None
        group = nouns.get(token.norm)
        if group and group != "people" and people.cases & {f.case for f in forms(token.norm)}:
            return group, at, at + 1
    return None


def _before_it(draft: Draft) -> tuple[str, int, str] | None:
    """«19,5 тисячі дітей … Повернути вдалося 1859»: a bare number or «решту» goes on with whom the paragraph just
    spoke of.
    """
    people = draft.people
    if draft.type == "exchange" and draft.trigger.act == "noun":
        return None
    if people is None or not (people.number or people.pronoun in ("решту", "більшість", "їх", "них")):
        return None
    reading = draft.view.reading
    for index in range(draft.sentence, max(-1, draft.sentence - 3), -1):
        if reading.sentences[index].paragraph != draft.paragraph:
            break
        for clause in reversed(reading.view(index).clauses):
            for other in reversed(reading.view(index).people(clause)):
                if other.last <= people.first and other.group not in (None, "people") and not other.singular:
                    return other.group, other.first, "before"
    return None


@cache
def _captives() -> frozenset[str]:
    return lexeme("полон") | lexeme("полонений") | lexeme("військовополонений")


def _by_court(draft: Draft) -> int | None:
    """The court that frees: «суд звільнив», «суд випустив»."""
    if draft.type != "release" or draft.trigger.act != "doer":
        return None
    courts = lexeme("суд") | lexeme("райсуд") | lexeme("суддя") | lexeme("трибунал") | lexeme("апеляція")
    return next((at for at in draft.clause.indexes() if draft.view.tokens[at].norm in courts), None)


def convicts(drafts: list[Draft]) -> None:
    """Persons, citizens and strangers who are freed or exchanged where an article speaks of courts and prisons, and
    of no war, are prisoners.
    """
    for draft in drafts:
        people, said = draft.people, identity.of_justice(draft)
        court = _by_court(draft)
        if court is not None and draft.value("group") in (None, "people"):
            draft.put("group", "prisoners", court, court + 1, "a court frees prisoners")
            continue
        if (
            said is None
            or people is None
            or draft.value("group") not in (None, "people")
            or draft.type not in ("release", "exchange")
        ):
            continue
        head = draft.view.tokens[people.last - 1].norm
        if people.names or people.singular or people.nations or head.startswith("шпигун"):
            draft.put("group", "prisoners", *said, "the article speaks of prisons")


_BY_POLICE = ("затрим", "заареш", "арешт", "ув'язн", "взя", "засуд")


def seized(release: list[Draft], drafts: list[Draft]) -> None:
    """«Силовики затримали двох жителів, але ввечері відпустили»: whom police or a court had seized, told by the same
    name, by the same noun or as the same people.
    """
    held = [
        d
        for d in drafts
        if d.type in ("detention", "conviction")
        and d.people is not None
        and d.status == "occurred"
        and d.view.tokens[d.trigger.verb].norm.startswith(_BY_POLICE)
    ]
    for draft in release:
        if draft.type == "remains_return" or draft.value("group") not in (None, "people") or draft.people is None:
            continue
        before = next((d for d in held if d.trigger.first < draft.trigger.first and _same_people(d, draft)), None)
        if before is not None:
            draft.slots["group"] = Slot("prisoners", ((before.start, before.end),), "seized before")


def _same_people(a: Draft, b: Draft) -> bool:
    if a.people is b.people:
        return True
    if {n.name for n in a.people.names} & {n.name for n in b.people.names}:
        return True
    mine, theirs = (d.view.tokens[d.people.last - 1].norm for d in (a, b))
    return not (a.people.names or b.people.names or b.people.pronoun) and theirs in _forms_of(mine)


@cache
def _forms_of(norm: str) -> frozenset[str]:
    """Forms of a noun that tells who people are; «люди» and «особи» are anybody."""
    lemma = forms(norm)[0].lemma
    return frozenset() if lemma in ("люди", "людина", "особа", "громадянин") else lexeme(lemma)


def fill_groups(drafts: list[Draft]) -> None:
    """Where nothing says who they are: from where they were held, «обмін полоненими» military, else people."""
    for draft in drafts:
        if draft.value("group") is None:
            draft.put("group", "people", draft.trigger.first, draft.trigger.last, "nothing more is said")


def _by_custody(draft: Draft) -> tuple[str, int] | None:
    view, trigger = draft.view, draft.trigger
    if draft.type == "exchange":
        for at in range(trigger.first, trigger.last):
            if view.tokens[at].norm in _captives():
                return "military", at
        return None
    if draft.type in ("exchange", "return") and draft.trigger.act != "noun":
        return _convicted(draft)
    if draft.type not in ("release", "pardon"):
        return None
    custody = captivity.custody()
    for at in _custody_words(draft):
        group = custody.get(view.tokens[at].norm)
        if group == "prisoners":
            return group, at
    return None


def _convicted(draft: Draft) -> tuple[str, int] | None:
    """«прикордонника, засудженого російським судом»."""
    people, view = draft.people, draft.view
    if people is None:
        return None
    convicted = lexeme("засуджений") | lexeme("ув'язнений")
    at = next(
        (
            at
            for at in range(people.last, min(people.last + 4, view.sentence.last))
            if view.tokens[at].norm in convicted
        ),
        None,
    )
    return ("prisoners", at) if at is not None else None


def _custody_words(draft: Draft) -> list[int]:
    """The clause, the relative clause on its people, and a sentence after it that begins with one of them («Першого
    засудили»).
    """
    view = draft.view
    found = list(draft.clause.indexes())
    people = draft.people
    if people is not None:
        for clause in view.clauses:
            if (
                clause is not draft.clause
                and clause.opener.startswith(("як", "котр", PARTICIPLE))
                and 0 <= clause.first - people.last <= 2
            ):
                found += clause.indexes()
    doc, sentences = view.doc, view.reading.sentences
    if (
        people is not None
        and (people.singular or people.names)
        and not any(t.norm in _captives() for t in doc.tokens[view.sentence.first : view.sentence.last])
    ):
        for index in range(max(0, draft.sentence - 2), min(len(sentences), draft.sentence + 3)):
            found += range(sentences[index].first, sentences[index].last)
    following = view.sentence.index + 1
    if (
        following < len(sentences)
        and sentences[following].paragraph == draft.paragraph
        and doc.tokens[sentences[following].first].norm in _ONE_OF_THEM
    ):
        found += range(sentences[following].first, sentences[following].last)
    return found
