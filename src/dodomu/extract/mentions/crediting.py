"""Who carried a happening out and thanks to whom, from the sentences beside its mentions."""

from dodomu.extract.mentions.draft import Draft, Slot
from dodomu.extract.mentions.likeness import AHEAD, Happening
from dodomu.extract.mentions.mediators import credited


def share_neighbours(happening: Happening) -> None:
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
