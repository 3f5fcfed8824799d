"""One article's answers beside what was found in it: how much agrees, as counts that add up over articles."""

from collections import Counter

from dodomu.evaluate.compare import same_name, same_slot
from dodomu.evaluate.gold import GoldArticle
from dodomu.evaluate.pairing import event_pairs, quote_pairs
from dodomu.models import Extraction
from dodomu.models.vocabulary import QUOTE_KINDS

SLOTS = (
    "status",
    "date",
    "count",
    "count_qualifier",
    "group",
    "nationality",
    "origin",
    "destination",
    "agents",
    "mediators",
)


def counts_of(gold: GoldArticle, found: Extraction) -> Counter[str]:
    """Count what agrees between an annotated article and what was found in it.

    A count ``X gold`` says how many were marked, ``X found`` how many were found, ``X recalled`` and
    ``X right`` how many of the former and the latter have their pair.
    """
    text = gold.article.text
    return _count_quotes(text, gold, found) + _count_events(text, gold, found)


def _count_quotes(text: str, gold: GoldArticle, found: Extraction) -> Counter[str]:
    marked, guessed, paired = quote_pairs(text, gold, found)
    counts = _both("quotes", len(marked), len(guessed), len(paired), len(paired))
    of_marked, of_guessed = {i for i, _ in paired}, {j for _, j in paired}
    for kind in QUOTE_KINDS:
        mine = [i for i, (_, quote) in enumerate(marked) if quote.kind == kind]
        theirs = [j for j, (_, quote) in enumerate(guessed) if quote.kind == kind]
        counts += _both(
            f"quotes {kind}",
            len(mine),
            len(theirs),
            sum(i in of_marked for i in mine),
            sum(j in of_guessed for j in theirs),
        )
    for i, j in paired:
        (span, quote), (other_span, other) = marked[i], guessed[j]
        counts["speaker of"] += 1
        counts["speaker"] += same_name(quote.speaker, other.speaker)
        counts["kind of"] += 1
        counts["kind"] += quote.kind == other.kind
        if quote.kind != "indirect":
            counts["exact span of"] += 1
            counts["exact span"] += span == other_span
    return counts + _both("quotes + speaker", len(marked), len(guessed), counts["speaker"], counts["speaker"])


def _count_events(text: str, gold: GoldArticle, found: Extraction) -> Counter[str]:
    counts: Counter[str] = Counter()
    for of_family in ("release", "context"):
        marked, guessed, paired = event_pairs(text, gold, found, of_family)
        counts += _both(f"events {of_family}", len(marked), len(guessed), len(paired), len(paired))
        if of_family == "release":
            for slot in SLOTS:
                counts[f"slot {slot} of"] += len(paired)
                counts[f"slot {slot}"] += sum(
                    same_slot(slot, getattr(marked[i][1], slot), getattr(guessed[j][1], slot)) for i, j in paired
                )
    return counts


def _both(what: str, n_gold: int, n_found: int, recalled: int, right: int) -> Counter[str]:
    return Counter(
        {f"{what} gold": n_gold, f"{what} found": n_found, f"{what} recalled": recalled, f"{what} right": right}
    )
