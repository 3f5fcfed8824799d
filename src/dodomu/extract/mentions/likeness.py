"""Whether two mentions can tell of one happening: nothing that they say differs."""

from dataclasses import dataclass, field
from functools import cache

from dodomu.extract.mentions import captivity
from dodomu.extract.mentions.draft import Draft, Slot
from dodomu.extract.mentions.geography import heading
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
    if weak(draft) and happening.ahead and "date" not in draft.slots:
        return True
    if draft.status in AHEAD and happening.ahead and not any(d.status == draft.status for d in happening.drafts):
        return _said_alike(draft, happening)
    if (draft.status in AHEAD) != happening.ahead:
        if today(draft) or any(today(d) for d in happening.drafts):
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


def weak(draft: Draft) -> bool:
    """A noun of which nothing says whether it is done: it goes with its happening."""
    return draft.trigger.act == "noun" and draft.status_rule == "told as done"


def today(draft: Draft) -> bool:
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


def fits(draft: Draft, happening: Happening) -> bool:
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
