"""The date of the occasion on which a part of those whom the article is about came home."""

from dodomu.extract.mentions.draft import Draft
from dodomu.extract.mentions.likeness import Happening


def inherit_date(draft: Draft, source: Draft) -> None:
    if "date" in draft.slots:
        return
    slot = source.slots["date"]
    draft.slots["date"] = slot._replace(rule=f"same happening: {slot.rule}")
    draft.date_basis, draft.date_extent = "inherited", source.date_extent


def one_occasion(happenings: list[Happening]) -> None:
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
                inherit_date(draft, source)


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
