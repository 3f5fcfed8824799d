"""What each rule made in an article, judged: by the answers of an annotated article, or by what people decided."""

from collections.abc import Iterator
from typing import NamedTuple

from dodomu.confidence import Made, made_by
from dodomu.evaluate.agreement import SLOTS
from dodomu.evaluate.compare import same_name, same_slot
from dodomu.evaluate.gold import GoldArticle
from dodomu.evaluate.pairing import event_pairs, quote_pairs
from dodomu.models import Extraction, Mention, Quote


class Judged(NamedTuple):
    """One thing that a rule made, and whether it is right."""

    article: str
    made: Made
    right: bool


def judged(gold: GoldArticle, found: Extraction) -> list[Judged]:
    """Judge all that was made in an annotated article.

    A quote is right when a person marked it too, of the same kind; a mention when a person marked one of its type
    there, of the same status. The cells of a row that a person marked too are judged one by one, where they hold
    something: what was left empty no rule made.
    """
    return [*_of_quotes(gold, found), *_of_mentions(gold, found)]


def cells_of(found: Extraction, row: Quote | Mention) -> dict[str, list[Made]]:
    """Give the cells of a row that stand on words, each with the rules that read it; not the row itself."""
    record = made_by(row).record
    key = row.quote_id if isinstance(row, Quote) else row.mention_id
    cells: dict[str, list[Made]] = {}
    for one in found.evidence:
        if one.record_id == key and one.field != made_by(row).field:
            made = Made(record, one.field, one.rule)
            cells.setdefault(one.field, [])
            if made not in cells[one.field]:
                cells[one.field].append(made)
    return cells


def _of_quotes(gold: GoldArticle, found: Extraction) -> Iterator[Judged]:
    marked, guessed, paired = quote_pairs(gold.article.text, gold, found)
    of = {j: marked[i][1] for i, j in paired}
    for j, (_, quote) in enumerate(guessed):
        answer = of.get(j)
        yield Judged(gold.article.article_id, made_by(quote), answer is not None and answer.kind == quote.kind)
        if answer is not None:
            right = same_name(answer.speaker, quote.speaker)
            yield from _cells(gold, found, quote, {"speaker": right})


def _of_mentions(gold: GoldArticle, found: Extraction) -> Iterator[Judged]:
    for family in ("release", "context"):
        marked, guessed, paired = event_pairs(gold.article.text, gold, found, family)
        of = {j: marked[i][1] for i, j in paired}
        for j, (_, mention) in enumerate(guessed):
            answer = of.get(j)
            right = answer is not None and answer.status == mention.status
            yield Judged(gold.article.article_id, made_by(mention), right)
            if answer is not None:
                agreed = {slot: same_slot(slot, getattr(answer, slot), getattr(mention, slot)) for slot in SLOTS}
                yield from _cells(gold, found, mention, agreed)


def _cells(gold: GoldArticle, found: Extraction, row: Quote | Mention, agreed: dict[str, bool]) -> Iterator[Judged]:
    for field, rules in cells_of(found, row).items():
        if field in agreed:
            yield from (Judged(gold.article.article_id, made, agreed[field]) for made in rules)
