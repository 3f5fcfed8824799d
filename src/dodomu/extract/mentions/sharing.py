"""What one mention of a happening says, given to the others of it."""

from functools import cache

from dodomu.extract.mentions import captivity, groups
from dodomu.extract.mentions.crediting import share_neighbours
from dodomu.extract.mentions.draft import Draft, Slot
from dodomu.extract.mentions.happening import gather, one_direction
from dodomu.extract.mentions.inference import one_custody
from dodomu.extract.mentions.likeness import Happening, agree_on, same_persons
from dodomu.extract.mentions.occasion import inherit_date, one_occasion
from dodomu.extract.mentions.reading import View
from dodomu.text.morphology import forms, lexeme

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
    one_occasion(happenings)
    for number, happening in enumerate(happenings):
        _share_destination(happening, number == 0)
        share_neighbours(happening)


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
        inherit_date(draft, source)


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
            if pardon.first("count") is None and other.first("count") is not None and not _by_decree(pardon, other):
                continue
            joined = Happening([*pardon.drafts, *other.drafts])
            if pardon.first("count") is not None and other.first("count") is None and not _near(pardon, other):
                continue
            _share_group(joined)
            _share_count(joined)
            for name in _SHARED:
                _share_plain(joined, name)
            break


def _by_decree(pardon: Happening, other: Happening) -> bool:
    """«Указ про помилування підписали ще в п'ятницю», «їх звільнили після помилування»: of those of whom the article
    tells.
    """
    sentences = {draft.sentence for draft in other.drafts}
    return any(
        draft.people is None
        and (draft.view.tokens[draft.trigger.first - 2].norm in _decrees() or draft.sentence in sentences)
        or any(_next_to_it(draft, told) for told in other.drafts)
        for draft in pardon.drafts
    )


def _next_to_it(pardon: Draft, told: Draft) -> bool:
    """«Троє активістів вийшли на волю. Активістів помилували»: the same noun in the sentence beside."""
    mine, theirs = pardon.people, told.people
    if mine is None or theirs is None or mine.names or theirs.names or abs(pardon.sentence - told.sentence) != 1:
        return False
    word = pardon.view.tokens[mine.last - 1].norm
    return told.view.tokens[theirs.last - 1].norm in lexeme(forms(word)[0].lemma)


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


def _homeward_title(happening: Happening) -> Slot | None:
    """«… і шлях додому» in the title, for what the article is about."""
    view = happening.drafts[0].view.reading.view(0)
    home = captivity.home()
    for at in range(view.sentence.first, min(view.sentence.first + 60, view.doc.sentences_of(0)[-1].last)):
        token = view.tokens[at]
        if token.norm in home and token.norm in ("додому", "удома", "вдома") and view.reading.article.lang == "uk":
            nations = happening.first("nationality")
            told = nations.value if nations else _nations(view)
            state = told[0] if len(told) == 1 else "UA"
            return Slot(state, ((token.start, token.end),), "home in the title")
    return None


def _nations(view: View) -> list[str]:
    """Whose people a sentence names: «Американський військовий повернувся додому»."""
    return sorted({n for c in view.clauses for p in view.people(c) for n in p.nations})


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
