"""Which mentions of an article tell of one happening.

The release, the exchange and the return of the same people on one occasion are one; mentions whose numbers, dates,
people or
origins differ are never joined. What is then shared is told in `sharing`.
"""

from dataclasses import dataclass, field
from functools import cache

from dodomu.extract.mentions import captivity
from dodomu.extract.mentions.draft import Draft, Slot
from dodomu.extract.mentions.geography import heading
from dodomu.extract.mentions.origin import of_both_sides
from dodomu.models import edtf
from dodomu.text.morphology import lexeme

AHEAD = frozenset(("planned", "called_for"))


@dataclass(slots=True, eq=False)
class Happening:
    """Mentions of one happening, in order."""

    drafts: list[Draft] = field(default_factory=list)

    def first(self, name: str) -> Slot | None:
        return next((d.slots[name] for d in self.drafts if name in d.slots), None)

    def names(self) -> set[str]:
        return {n.name for d in self.drafts if d.people is not None for n in d.people.names}

    @property
    def ahead(self) -> bool:
        return self.drafts[0].status in AHEAD


def _overlap(a: str, b: str) -> bool:
    (first, last), (begin, end) = edtf.bounds(a), edtf.bounds(b)
    return not ((last and begin and last < begin) or (end and first and end < first))


def agree_on(draft: Draft, happening: Happening, name: str) -> bool:
    """Not both given and different."""
    mine, theirs = draft.slots.get(name), happening.first(name)
    return mine is None or theirs is None or mine.value == theirs.value


def _same_date(draft: Draft, happening: Happening) -> bool:
    mine, theirs = draft.slots.get("date"), happening.first("date")
    return mine is None or theirs is None or _overlap(mine.value, theirs.value)


def _own_group(draft: Draft) -> str | None:
    group = draft.value("group")
    return None if group == "people" else group


def _same_group(draft: Draft, happening: Happening) -> bool:
    mine = _own_group(draft)
    theirs = {_own_group(d) for d in happening.drafts} - {None}
    if mine is None or not theirs or mine in theirs or "mixed" in theirs or mine == "mixed":
        return True
    return theirs <= {"prisoners", "political_prisoners"} and mine in ("prisoners", "political_prisoners")


def _same_extent(draft: Draft, happening: Happening) -> bool:
    """A total over a time is not one of the occasions in it."""
    extents = {d.date_extent == "total" for d in (draft, *happening.drafts) if "date" in d.slots}
    return len(extents) < 2


def _same_way(draft: Draft, happening: Happening) -> bool:
    """What goes one way is not what goes the other: «Київ повернув до Росії вісьмох»."""
    mine, source = draft.value("destination"), draft.value("origin")
    theirs = {d.value("destination") for d in happening.drafts} - {None}
    sources = {d.value("origin") for d in happening.drafts} - {None}
    if source in theirs or mine in sources:
        return False
    return mine is None or not theirs or mine in theirs


@cache
def _whole() -> frozenset[str]:
    return lexeme("весь") | lexeme("увесь") | lexeme("решта") | lexeme("кожен")


def _of_all(draft: Draft) -> bool:
    """«всіх без винятку політв'язнів»: whoever is held, not those who are counted."""
    people = draft.people
    if people is None or people.number is not None:
        return False
    tokens = draft.view.tokens
    return any(tokens[at].norm in _whole() for at in range(max(0, people.first - 2), people.first + 1))


def _same_whole(draft: Draft, happening: Happening) -> bool:
    if draft.status not in AHEAD:
        return True
    return _of_all(draft) == any(_of_all(d) for d in happening.drafts) or (
        "count" not in draft.slots and happening.first("count") is None
    )


def same_persons(draft: Draft, happening: Happening) -> bool:
    mine = {n.name for n in draft.people.names} if draft.people is not None else set()
    theirs = happening.names()
    return not mine or not theirs or bool(mine & theirs)


def _same_kind(draft: Draft, happening: Happening) -> bool:
    first = happening.drafts[0]
    if (draft.type == "pardon") != (first.type == "pardon"):
        return False
    return (draft.type == "remains_return") == (first.type == "remains_return")


def _same_standing(draft: Draft, happening: Happening) -> bool:
    """What is ahead is not what is done; what is denied stands alone unless of the same people."""
    first = happening.drafts[0]
    if draft.status == "denied" or first.status == "denied":
        return draft.status == first.status
    if _weak(draft) and happening.ahead and "date" not in draft.slots:
        return True
    if draft.status in AHEAD and happening.ahead and not any(d.status == draft.status for d in happening.drafts):
        return _said_alike(draft, happening)
    if (draft.status in AHEAD) != happening.ahead:
        if _today(draft) or any(_today(d) for d in happening.drafts):
            return _same_date(draft, happening)
        return (
            "date" in draft.slots
            and happening.first("date") is not None
            and draft.slots["date"].value == happening.first("date").value
        )
    return True


def _said_alike(draft: Draft, happening: Happening) -> bool:
    """What is called for is what is planned where date, number, names or the sentence say so."""
    if any(d.sentence == draft.sentence for d in happening.drafts):
        return True
    if {n.name for n in (draft.people.names if draft.people else ())} & happening.names():
        return True
    if draft.trigger.act == "noun" and draft.type == "exchange" == happening.drafts[-1].type:
        return not _of_all(draft)
    return any(
        name in draft.slots and (said := happening.first(name)) is not None and said.value == draft.slots[name].value
        for name in ("date", "count")
    )


def _weak(draft: Draft) -> bool:
    """A noun of which nothing says whether it is done: it goes with its happening."""
    return draft.trigger.act == "noun" and draft.status_rule == "told as done"


def _today(draft: Draft) -> bool:
    """Due on the day of publication: «вже сьогодні будуть передані»."""
    published = draft.view.reading.published
    date = draft.value("date")
    return (
        draft.status == "planned"
        and date is not None
        and published is not None
        and date.rstrip("?~%") == published.rstrip("?~%")
    )


def _one_of_many(draft: Draft, happening: Happening) -> bool:
    """A single person is not the group, nor the group the person."""
    mine, theirs = draft.value("count"), happening.first("count")
    single = draft.people is not None and draft.people.singular
    if theirs is None:
        return single and any(
            d.people is not None and not d.people.singular and d.people.explicit for d in happening.drafts
        )
    return (single and theirs.value != 1) or (
        mine is None
        and theirs.value == 1
        and draft.people is not None
        and draft.people.explicit
        and not draft.people.singular
    )


def _some_of_them(draft: Draft, happening: Happening) -> bool:
    """«першими повернуться тяжкопоранені»: a part of the counted, itself not counted."""
    people = draft.people
    if people is None or people.number is not None or happening.first("count") is None:
        return False
    tokens = draft.view.tokens
    return any(tokens[at].norm in captivity.parts() for at in range(people.first, people.last))


def _same_heading(draft: Draft, happening: Happening) -> bool:
    """Paragraphs of a digest tell of different things: «Лівія. …», «Нігер. …»."""
    mine = heading(draft)
    theirs = {heading(d) for d in happening.drafts}
    if mine in theirs:
        return True
    return (
        mine is None
        and theirs == {None}
        or any(
            name in draft.slots
            and (said := happening.first(name)) is not None
            and said.value == draft.slots[name].value
            for name in ("date", "count")
        )
    )


def _fits(draft: Draft, happening: Happening) -> bool:
    return (
        _same_kind(draft, happening)
        and _same_heading(draft, happening)
        and _same_standing(draft, happening)
        and agree_on(draft, happening, "count")
        and _same_date(draft, happening)
        and _same_extent(draft, happening)
        and _same_way(draft, happening)
        and _same_whole(draft, happening)
        and _same_group(draft, happening)
        and agree_on(draft, happening, "nationality")
        and agree_on(draft, happening, "origin")
        and same_persons(draft, happening)
        and not _one_of_many(draft, happening)
        and not _some_of_them(draft, happening)
    )


def _part_and_whole(draft: Draft, happening: Happening) -> bool:
    """Those counted apart («Крім них, …») are not the whole of which nothing is counted."""
    parts = any(d.part_of_whole for d in happening.drafts)
    if draft.part_of_whole:
        return not parts and happening.first("count") is None
    return parts and "count" not in draft.slots


def mark_parts(drafts: list[Draft]) -> None:
    """«Повернулися 146 захисників. Крім них, віддали вісьмох цивільних»: neither is the whole, which is mixed."""
    for before, draft in zip(drafts, drafts[1:], strict=False):
        tokens = draft.view.tokens[draft.view.sentence.first : draft.view.sentence.first + 2]
        if [t.norm for t in tokens][:1] not in (["крім"], ["окрім"], ["опріч"]) or tokens[-1].norm not in _THEM:
            continue
        counted = "count" in before.slots and "count" in draft.slots
        if counted and draft.sentence - before.sentence == 1 and before.value("group") != draft.value("group"):
            before.part_of_whole = draft.part_of_whole = True


_THEM = frozenset(("них", "нього", "неї", "цього", "того"))


def _strength(draft: Draft, happening: Happening) -> int:
    """How strongly a mention points to a happening that it fits; 0 is not at all."""
    if draft.people is not None and draft.people.pronoun in ("всіх", "усіх", "решту"):
        return 0
    last = happening.drafts[-1]
    if _part_and_whole(draft, happening):
        return 0
    if draft.value("count") is not None and happening.first("count") is not None:
        return 9
    if draft.people is not None and draft.people.names and {n.name for n in draft.people.names} & happening.names():
        return 8
    if any(d.sentence == draft.sentence for d in happening.drafts):
        return 7
    if "date" in draft.slots and happening.first("date") is not None:
        return 6
    if draft.other:
        return 0
    same_type = any(d.type == draft.type for d in happening.drafts)
    if draft.status in AHEAD and not same_type and last.paragraph != draft.paragraph and not _today(draft):
        return 0
    if any(d.paragraph == draft.paragraph for d in happening.drafts):
        return 5 if last.paragraph == draft.paragraph else 4
    if draft.value("count") is not None or (draft.people is not None and draft.people.explicit and draft.people.names):
        return 3 if happening.first("count") is None and "date" not in draft.slots and not happening.names() else 0
    if last.type == draft.type and draft.paragraph - last.paragraph <= 1 and _weak(draft):
        return 3
    return 2


def gather(drafts: list[Draft]) -> list[Happening]:
    """Happenings of the release family, in order of their first mention."""
    found: list[Happening] = []
    mark_parts(drafts)
    for draft in drafts:
        if not found and draft.status in AHEAD:
            draft.other = False  # «домовилися про новий обмін», where the article tells of no other
        fitting = [(h, _strength(draft, h)) for h in found if _fits(draft, h)]
        fitting = [(h, s) for h, s in fitting if s]
        if fitting:
            best = max(range(len(fitting)), key=lambda i: (fitting[i][1], i if fitting[i][1] in (3, 5, 7) else -i))
            if _weak(draft):
                draft.status = fitting[best][0].drafts[0].status
            fitting[best][0].drafts.append(draft)
        else:
            found.append(Happening([draft]))
    return found


def one_direction(draft: Draft, happening: Happening) -> bool:
    """A two-way exchange has no origin unless its sentence follows one direction, or its verb has the people for
    object.
    """
    if draft.view.tokens[draft.trigger.verb].norm.startswith("обмін") and draft.trigger.act == "mover":
        return False  # «сторони обмінялися»: each to the other
    if of_both_sides(draft):
        return False
    if draft.trigger.act != "noun":
        return True
    return any(
        d is not draft and d.sentence == draft.sentence and d.type in ("release", "return") for d in happening.drafts
    )
