"""What is said once of a happening holds for every mention of it.

Mentions of one article are gathered into happenings: the release, the exchange and the return of the same people on one occasion
are one. Within it count, group, nationality, origin and date are shared; destination within the paragraph and from the title;
agents and mediators between neighbouring sentences. Mentions whose numbers, dates, people or origins differ are never joined.
"""

from dataclasses import dataclass, field

from dodomu.extract.mentions import captivity, custody, groups
from dodomu.extract.mentions.draft import Draft, Slot
from dodomu.extract.mentions.numerals import digits
from dodomu.extract.mentions.parties import credited
from dodomu.models import edtf

_AHEAD = frozenset(("planned", "called_for"))
_SHARED = ("nationality", "origin")


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
        return self.drafts[0].status in _AHEAD


def _overlap(a: str, b: str) -> bool:
    (first, last), (begin, end) = edtf.bounds(a), edtf.bounds(b)
    return not ((last and begin and last < begin) or (end and first and end < first))


def _same(draft: Draft, happening: Happening, name: str) -> bool:
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


def _same_persons(draft: Draft, happening: Happening) -> bool:
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
    if _weak(draft) and happening.ahead:
        return True
    if (draft.status in _AHEAD) != happening.ahead:
        if _today(draft) or any(_today(d) for d in happening.drafts):
            return _same_date(draft, happening)
        return "date" in draft.slots and happening.first("date") is not None and draft.slots["date"].value == happening.first("date").value
    return True


def _weak(draft: Draft) -> bool:
    """A noun of which nothing says whether it is done: it goes with its happening."""
    return draft.trigger.act == "noun" and draft.status_rule == "told as done"


def _today(draft: Draft) -> bool:
    """Due on the day of publication: «вже сьогодні будуть передані»."""
    published = draft.view.reading.published
    date = draft.value("date")
    return draft.status == "planned" and date is not None and published is not None and date.rstrip("?~%") == published.rstrip("?~%")


def _one_of_many(draft: Draft, happening: Happening) -> bool:
    """A single person is not the group, nor the group the person."""
    mine, theirs = draft.value("count"), happening.first("count")
    single = draft.people is not None and draft.people.singular
    if theirs is None:
        return single and any(d.people is not None and not d.people.singular and d.people.explicit for d in happening.drafts)
    return (single and theirs.value != 1) or (mine is None and theirs.value == 1 and draft.people is not None and draft.people.explicit and not draft.people.singular)


def _some_of_them(draft: Draft, happening: Happening) -> bool:
    """«першими повернуться тяжкопоранені»: a part of the counted, itself not counted."""
    people = draft.people
    if people is None or people.number is not None or happening.first("count") is None:
        return False
    tokens = draft.view.tokens
    return any(tokens[at].norm in captivity.parts() for at in range(people.first, people.last))


def _fits(draft: Draft, happening: Happening) -> bool:
    return (
        _same_kind(draft, happening) and _same_standing(draft, happening) and _same(draft, happening, "count") and _same_date(draft, happening) and _same_group(draft, happening)
        and _same(draft, happening, "nationality") and _same(draft, happening, "origin") and _same_persons(draft, happening) and not _one_of_many(draft, happening)
        and not _some_of_them(draft, happening)
    )


def _strength(draft: Draft, happening: Happening) -> int:
    """How strongly a mention points to a happening that it fits; 0 is not at all."""
    if draft.people is not None and draft.people.pronoun in ("всіх", "усіх", "решту"):
        return 0
    last = happening.drafts[-1]
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
    for draft in drafts:
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


# -- sharing


def share(drafts: list[Draft], all_drafts: list[Draft]) -> None:
    """Fill what the happening tells into every mention of it."""
    happenings = gather(drafts)
    for happening in happenings:
        _share_group(happening)
        _share_count(happening)
        for name in _SHARED:
            _share_plain(happening, name)
        _share_date(happening)
    _convicts(happenings, all_drafts)
    _acts_of_one_cohort(happenings)
    _one_custody(happenings, all_drafts)
    _one_occasion(happenings)
    for number, happening in enumerate(happenings):
        _share_destination(happening, number == 0)
        _share_neighbours(happening)


def _share_plain(happening: Happening, name: str) -> None:
    slot = happening.first(name)
    if slot is None:
        return
    for draft in happening.drafts:
        if name == "origin" and draft.type == "exchange" and not _one_direction(draft, happening):
            continue
        draft.slots.setdefault(name, slot._replace(rule=f"same happening: {slot.rule}"))


def _one_direction(draft: Draft, happening: Happening) -> bool:
    """A two-way exchange has no origin unless its sentence follows one direction, or its verb has the people for object."""
    if draft.trigger.act != "noun":
        return True
    return any(d is not draft and d.sentence == draft.sentence and d.type in ("release", "return") for d in happening.drafts)


def _share_count(happening: Happening) -> None:
    source = next((d for d in happening.drafts if "count" in d.slots), None)
    if source is None:
        return
    for draft in happening.drafts:
        if "count" in draft.slots or draft.count_bounds != (None, None):
            continue
        if draft.type == "exchange" and source.value("count") == 1:
            continue
        draft.slots["count"] = source.slots["count"]._replace(rule="same happening")
        draft.slots["count_qualifier"] = source.slots["count_qualifier"]._replace(rule="same happening")
        draft.count_bounds = source.count_bounds


def _share_group(happening: Happening) -> None:
    """The most specific group that is said; several specific ones stay as they are."""
    said = [(d.slots["group"], d) for d in happening.drafts if "group" in d.slots]
    best = next((s for s, _ in said if s.value == "mixed"), None) or next((s for s, _ in said if s.value not in ("people",)), None) or (said[0][0] if said else None)
    if best is None:
        return
    for draft in happening.drafts:
        mine = draft.slots.get("group")
        if mine is None or groups.RANK.index(mine.value) < groups.RANK.index(best.value):
            draft.slots["group"] = best._replace(rule=f"same happening: {best.rule}")


def _share_date(happening: Happening) -> None:
    source = next((d for d in happening.drafts if "date" in d.slots), None)
    if source is None:
        return
    for draft in happening.drafts:
        _inherit_date(draft, source)


def _inherit_date(draft: Draft, source: Draft) -> None:
    if "date" in draft.slots:
        return
    slot = source.slots["date"]
    draft.slots["date"] = slot._replace(rule=f"same happening: {slot.rule}")
    draft.date_basis, draft.date_extent = "inherited", source.date_extent


def _acts_of_one_cohort(happenings: list[Happening]) -> None:
    """A pardon concerns the people of the release told beside it: count, group, nationality and origin are shared, not the date."""
    for pardon in happenings:
        if pardon.drafts[0].type != "pardon":
            continue
        others = [h for h in happenings if h.drafts[0].type in ("release", "return") and not h.drafts[0].other]
        for other in others:
            fits = all(_same(d, other, name) for d in pardon.drafts for name in ("count", "nationality", "origin")) and all(_same_persons(d, other) for d in pardon.drafts)
            if not fits or pardon.ahead != other.ahead:
                continue
            if pardon.first("count") is None and other.first("count") is not None:
                continue
            joined = Happening([*pardon.drafts, *other.drafts])
            if pardon.first("count") is not None and other.first("count") is None and not _near(pardon, other):
                continue
            _share_group(joined)
            _share_count(joined)
            for name in _SHARED:
                _share_plain(joined, name)
            break


def _convicts(happenings: list[Happening], all_drafts: list[Draft]) -> None:
    """Who was sentenced, by name, is released as a prisoner."""
    sentenced = {n.name: d for d in all_drafts if d.type == "conviction" and d.people is not None for n in d.people.names}
    for happening in happenings:
        known = next((sentenced[name] for name in sorted(happening.names()) if name in sentenced), None)
        for draft in happening.drafts:
            if known is not None and draft.type in ("release", "return") and draft.value("group") in (None, "people"):
                draft.slots["group"] = Slot("prisoners", ((known.start, known.end),), "sentenced, by name")


def _near(a: Happening, b: Happening) -> bool:
    return any(abs(x.paragraph - y.paragraph) <= 2 for x in a.drafts for y in b.drafts)


def _one_custody(happenings: list[Happening], all_drafts: list[Draft]) -> None:
    """What the article says of custody elsewhere, for what says nothing of it: where all that is said points to one state, and by `custody`."""
    for _ in range(2):  # what is inferred for one may be all that is said of custody
        _infer_custody(happenings, all_drafts)


def _infer_custody(happenings: list[Happening], all_drafts: list[Draft]) -> None:
    said = [d.slots["origin"] for h in happenings for d in h.drafts if "origin" in d.slots]
    only = said[0] if len({slot.value for slot in said}) == 1 else None
    several = any(d.two_origins for d in all_drafts)
    for happening in happenings:
        for draft in happening.drafts:
            if several and not (draft.trigger.act != "noun" and _by_exchange(draft)):
                continue
            if draft.trigger.act == "doer" and _by_nobody(draft):
                continue
            if "origin" in draft.slots or draft.type == "exchange" and not _one_direction(draft, happening) or _two_way(draft):
                continue
            beside = custody.said_beside(draft, all_drafts)
            if only and not beside and not _own_state(draft, only.value) and draft.value("destination") != only.value and not _between_states(draft):
                draft.slots["origin"] = only._replace(rule="only custody of the article")
            elif (not said or beside or draft.type != "pardon") and not _between_states(draft):
                custody.infer(draft, all_drafts)


def _own_state(draft: Draft, state: str) -> bool:
    """Nobody is freed from his own state but its convicts."""
    return state in (draft.value("nationality") or []) and draft.type != "pardon" and draft.value("group") not in ("prisoners", "political_prisoners")


def _by_nobody(draft: Draft) -> bool:
    """«ХАМАС звільнив», «бойовики відпустили»: they held them, and are no state."""
    return any(p.kind == "nobody" and draft.clause.holds(p.first) for p in draft.view.places)


def _between_states(draft: Draft) -> bool:
    """«США та Росія обміняли 24 ув'язнених»: it goes both ways."""
    return draft.type == "exchange" and len(draft.value("agents") or []) > 1


def _by_exchange(draft: Draft) -> bool:
    return any(t.norm.startswith("обмін") for t in draft.view.tokens[draft.view.sentence.first : draft.view.sentence.last])


def _two_way(draft: Draft) -> bool:
    """«звільнити 314 осіб, тобто 157 на 157»: both sides are counted."""
    view, count = draft.view, draft.value("count")
    for at in range(view.sentence.first + 1, view.sentence.last - 1):
        if view.tokens[at].norm == "на" and view.tokens[at - 1].is_number and view.tokens[at + 1].norm == view.tokens[at - 1].norm:
            side = digits(view.tokens[at - 1])
            return bool(side and count and count == 2 * side)
    return False


def _one_occasion(happenings: list[Happening]) -> None:
    """A part of what the article is about shares its date: «серед них і пʼятеро», «разом із ними вийшли двоє»."""
    dated = [(h, d) for h in happenings for d in h.drafts if "date" in d.slots and d.date_basis != "inherited" and d.type != "pardon" and d.date_extent == "point"]
    for happening in happenings:
        first = happening.drafts[0]
        if happening.first("date") is not None or first.type == "pardon" or first.status not in ("occurred", "ongoing"):
            continue
        for draft in happening.drafts:
            if draft.other:
                continue
            here = happening.drafts[0].paragraph == draft.paragraph
            near = [d for h, d in dated if here and d.sentence == draft.sentence and d.status in ("occurred", "ongoing")]
            near = near or [d for h, d in dated if d.paragraph == draft.paragraph and d.sentence < draft.sentence and d.status in ("occurred", "ongoing")][-1:]
            main = [d for h, d in dated if (h is happenings[0] or h.drafts[0].paragraph <= 3) and not d.other and d.status in ("occurred", "ongoing") and _part_of(draft, h)][:1]
            source = (near or main or [None])[0]
            if source is not None:
                _inherit_date(draft, source)


def _part_of(draft: Draft, happening: Happening) -> bool:
    mine, whole = draft.value("count"), happening.first("count")
    if mine is None:
        return False
    if whole is None:
        return False
    return mine < whole.value


def _homeward_title(happening: Happening) -> Slot | None:
    """«… і шлях додому» in the title, for what the article is about."""
    view = happening.drafts[0].view.reading.view(0)
    home = captivity.home()
    for at in range(view.sentence.first, min(view.sentence.first + 60, view.doc.sentences_of(0)[-1].last)):
        token = view.tokens[at]
        if token.norm in home and token.norm in ("додому", "удома", "вдома") and view.reading.article.lang == "uk":
            nations = happening.first("nationality")
            state = nations.value[0] if nations and len(nations.value) == 1 else "UA"
            return Slot(state, ((token.start, token.end),), "home in the title")
    return None


def _share_destination(happening: Happening, main: bool = False) -> None:
    """From the paragraph or the title."""
    title = _homeward_title(happening) if main else None
    for draft in happening.drafts:
        if "destination" in draft.slots or draft.type in ("pardon",):
            continue
        if draft.type == "exchange" and not _one_direction(draft, happening):
            continue
        for other in happening.drafts:
            slot = other.slots.get("destination")
            if slot and (other.paragraph == draft.paragraph or other.paragraph == 0) and not slot.rule.startswith("same"):
                draft.slots["destination"] = slot._replace(rule=f"same happening: {slot.rule}")
                break
        else:
            if title:
                draft.slots["destination"] = title


def _share_neighbours(happening: Happening) -> None:
    """Agents and mediators from the same sentence or the one right before or after it in the paragraph."""
    if happening.drafts[0].type == "pardon":
        return
    for name in ("agents", "mediators"):
        said = [(d, d.slots[name]) for d in happening.drafts if name in d.slots and not d.slots[name].rule.startswith("same")]
        for draft in happening.drafts:
            if name in draft.slots:
                continue
            for reach in (0, 1):
                other = next((s for d, s in said if d.paragraph == draft.paragraph and abs(d.sentence - draft.sentence) == reach and (name == "mediators" or reach or d.type == draft.type or draft.type != "pardon")), None)
                if other:
                    draft.slots[name] = other._replace(rule=f"same happening: {other.rule}")
                    break


def credit_from_neighbours(drafts: list[Draft]) -> None:
    """A neighbouring sentence that tells of no event itself and credits somebody: «Цього вдалося досягти завдяки США»."""
    held = {d.sentence for d in drafts}
    for draft in drafts:
        if "mediators" in draft.slots or draft.type == "pardon" or draft.status in _AHEAD:
            continue
        reading = draft.view.reading
        for at in (draft.sentence + 1, draft.sentence - 1):
            if at in held or not 0 <= at < len(reading.sentences) or reading.sentences[at].paragraph != draft.paragraph:
                continue
            view = reading.view(at)
            found, rule = credited(view)
            if found:
                spans = tuple((view.tokens[p.first].start, view.tokens[p.last - 1].end) for p in found)
                draft.slots["mediators"] = Slot(list(dict.fromkeys(p.name for p in found)), spans, f"neighbouring sentence: {rule}")
                break
