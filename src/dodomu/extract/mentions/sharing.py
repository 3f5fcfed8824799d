"""What one mention of a happening says, given to the others of it."""

from functools import cache

from dodomu.extract.mentions import captivity, groups
from dodomu.extract.mentions.draft import Draft, Slot
from dodomu.extract.mentions.happening import AHEAD, Happening, agree_on, gather, one_direction, same_persons
from dodomu.extract.mentions.inference import one_custody
from dodomu.extract.mentions.mediators import credited
from dodomu.text.morphology import lexeme

_SHARED = ("nationality", "origin")


def share(drafts: list[Draft], all_drafts: list[Draft]) -> None:
    """Fill what the happening tells into every mention of it."""
    happenings = gather(drafts)
    _mix(happenings)
    for happening in happenings:
        _share_group(happening)
        _share_count(happening)
        for name in _SHARED:
            _share_plain(happening, name)
        _share_date(happening)
    _convicts(happenings, all_drafts)
    _acts_of_one_cohort(happenings)
    one_custody(happenings, all_drafts)
    _one_occasion(happenings)
    for number, happening in enumerate(happenings):
        _share_destination(happening, number == 0)
        _share_neighbours(happening)


def _mix(happenings: list[Happening]) -> None:
    """The whole of those who are counted apart by group is mixed."""
    part = next((d for h in happenings for d in h.drafts if d.part_of_whole and "group" in d.slots), None)
    whole = next((h for h in happenings if not any(d.part_of_whole or d.other for d in h.drafts)), None)
    if part is None or whole is None or whole.first("count") is not None or whole.drafts[0].type == "pardon":
        return
    for draft in whole.drafts:
        draft.slots["group"] = part.slots["group"]._replace(value="mixed", rule="counted apart by group")


def _share_plain(happening: Happening, name: str) -> None:
    slot = happening.first(name)
    if slot is None:
        return
    for draft in happening.drafts:
        if name == "origin" and draft.type == "exchange" and not one_direction(draft, happening):
            continue
        draft.slots.setdefault(name, slot._replace(rule=f"same happening: {slot.rule}"))


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
    said = [d.slots["group"] for d in happening.drafts if "group" in d.slots]
    best = (
        next((s for s in said if s.value == "mixed"), None)
        or next((s for s in said if s.value not in ("people", "prisoners")), None)
        or next((s for s in said if s.value != "people"), None)
        or next(iter(said), None)
    )
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
        if source.other and not draft.other and source.type != draft.type and source.paragraph > draft.paragraph:
            continue  # «Що було раніше: у неділю передали на поруки» is no date of the return told in the headline
        _inherit_date(draft, source)


def _inherit_date(draft: Draft, source: Draft) -> None:
    if "date" in draft.slots:
        return
    slot = source.slots["date"]
    draft.slots["date"] = slot._replace(rule=f"same happening: {slot.rule}")
    draft.date_basis, draft.date_extent = "inherited", source.date_extent


def _acts_of_one_cohort(happenings: list[Happening]) -> None:
    """A pardon concerns the people of the release told beside it: count, group, nationality and origin are shared,
    not the date.
    """
    for pardon in happenings:
        if pardon.drafts[0].type != "pardon":
            continue
        others = [h for h in happenings if h.drafts[0].type in ("release", "return") and not h.drafts[0].other]
        for other in others:
            fits = all(
                agree_on(d, other, name) for d in pardon.drafts for name in ("count", "nationality", "origin")
            ) and all(same_persons(d, other) for d in pardon.drafts)
            if not fits or pardon.ahead != other.ahead:
                continue
            if pardon.first("count") is None and other.first("count") is not None and not _by_decree(pardon):
                continue
            joined = Happening([*pardon.drafts, *other.drafts])
            if pardon.first("count") is not None and other.first("count") is None and not _near(pardon, other):
                continue
            _share_group(joined)
            _share_count(joined)
            for name in _SHARED:
                _share_plain(joined, name)
            break


def _by_decree(pardon: Happening) -> bool:
    """«Указ про помилування підписали ще в п'ятницю»: of those of whom the article tells."""
    return any(
        draft.people is None and draft.view.tokens[draft.trigger.first - 2].norm in _decrees()
        for draft in pardon.drafts
    )


@cache
def _decrees() -> frozenset[str]:
    return lexeme("указ") | lexeme("рішення") | lexeme("документ")


def _convicts(happenings: list[Happening], all_drafts: list[Draft]) -> None:
    """Who was sentenced, by name, is released as a prisoner."""
    sentenced = {
        n.name: d for d in all_drafts if d.type == "conviction" and d.people is not None for n in d.people.names
    }
    for happening in happenings:
        known = next((sentenced[name] for name in sorted(happening.names()) if name in sentenced), None)
        for draft in happening.drafts:
            if known is not None and draft.type in ("release", "return") and draft.value("group") in (None, "people"):
                draft.slots["group"] = Slot("prisoners", ((known.start, known.end),), "sentenced, by name")


def _near(a: Happening, b: Happening) -> bool:
    return any(abs(x.paragraph - y.paragraph) <= 2 for x in a.drafts for y in b.drafts)


def _one_occasion(happenings: list[Happening]) -> None:
    """A part of what the article is about shares its date: «серед них і пʼятеро», «разом із ними вийшли двоє»."""
    dated = [
        (h, d)
        for h in happenings
        for d in h.drafts
        if "date" in d.slots and d.date_basis != "inherited" and d.type != "pardon" and d.date_extent == "point"
    ]
    for happening in happenings:
        first = happening.drafts[0]
        if happening.first("date") is not None or first.type == "pardon" or first.status not in ("occurred", "ongoing"):
            continue
        for draft in happening.drafts:
            if draft.other:
                continue
            here = happening.drafts[0].paragraph == draft.paragraph
            near = [
                d
                for h, d in dated
                if here
                and d.sentence == draft.sentence
                and d.trigger.first < draft.trigger.first
                and d.status in ("occurred", "ongoing")
            ]
            near = (
                near
                or [
                    d
                    for h, d in dated
                    if d.paragraph == draft.paragraph
                    and d.sentence < draft.sentence
                    and d.status in ("occurred", "ongoing")
                ][-1:]
            )
            main = [
                d
                for h, d in dated
                if (h is happenings[0] or h.drafts[0].paragraph <= 3)
                and not d.other
                and d.status in ("occurred", "ongoing")
                and (_part_of(draft, h) or _within_exchange(draft))
            ][:1]
            source = (near or main or [None])[0]
            if source is not None:
                _inherit_date(draft, source)


def _within_exchange(draft: Draft) -> bool:
    """«У межах обміну Київ також передав вісьмох»: on the occasion of which the article tells."""
    norms = draft.view.norms(draft.clause)
    return any(
        norm in ("межах", "рамках") and any(n.startswith("обмін") for n in norms[at + 1 : at + 4])
        for at, norm in enumerate(norms)
    )


def _part_of(draft: Draft, happening: Happening) -> bool:
    mine, whole = draft.value("count"), happening.first("count")
    if draft.part_of_whole:
        return True
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
        if draft.type == "exchange" and not one_direction(draft, happening):
            continue
        for other in happening.drafts:
            slot = other.slots.get("destination")
            if (
                slot
                and (other.paragraph == draft.paragraph or other.paragraph == 0)
                and not slot.rule.startswith("same")
            ):
                draft.slots["destination"] = slot._replace(rule=f"same happening: {slot.rule}")
                break
        else:
            if title:
                draft.slots["destination"] = title


def _share_neighbours(happening: Happening) -> None:
    """Agents and mediators from the same sentence or the one right before or after it in the paragraph; of a pardon the
    agents alone.
    """
    pardon = happening.drafts[0].type == "pardon"
    for name in ("agents",) if pardon else ("agents", "mediators"):
        said = [
            (d, d.slots[name])
            for d in happening.drafts
            if name in d.slots and not d.slots[name].rule.startswith("same")
        ]
        for draft in happening.drafts:
            if name in draft.slots:
                continue
            for reach in (0, 1):
                other = next(
                    (
                        s
                        for d, s in said
                        if d.paragraph == draft.paragraph
                        and abs(d.sentence - draft.sentence) == reach
                        and (name == "mediators" or reach or d.type == draft.type or draft.type != "pardon")
                    ),
                    None,
                )
                if other:
                    draft.slots[name] = other._replace(rule=f"same happening: {other.rule}")
                    break


def credit_from_neighbours(drafts: list[Draft]) -> None:
    """A neighbouring sentence that tells of no event itself and credits somebody: «Цього вдалося досягти завдяки
    США».
    """
    held = {d.sentence for d in drafts}
    for draft in drafts:
        if "mediators" in draft.slots or draft.type == "pardon" or draft.status in AHEAD:
            continue
        reading = draft.view.reading
        for at in (draft.sentence + 1, draft.sentence - 1):
            if at in held or not 0 <= at < len(reading.sentences) or reading.sentences[at].paragraph != draft.paragraph:
                continue
            view = reading.view(at)
            found, rule = credited(view)
            if found:
                spans = tuple((view.tokens[p.first].start, view.tokens[p.last - 1].end) for p in found)
                draft.slots["mediators"] = Slot(
                    list(dict.fromkeys(p.name for p in found)), spans, f"neighbouring sentence: {rule}"
                )
                break
