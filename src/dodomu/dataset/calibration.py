"""How sure the rows of a dataset are, and how well that holds on articles kept out of the counting."""

from collections.abc import Mapping

import polars as pl

from dodomu.confidence import TIERS, Made, Share, package, sets_of
from dodomu.models.vocabulary import MEANINGS, Tier

_SAID = """\
`confidence` says how often what such rules made was right on annotated articles. Rules are pooled into tiers by their
right and wrong answers, so that one that was seldom seen is trusted no more than it deserves; all rules of a tier share
its figure. The table `rules` holds the answers of every rule, its tier and the interval, and joins with `evidence` on
the column and the rule: so every cell has its confidence too. An event has that of its surest mention. That a person
has read a row stands in `review` and does not change it."""

_OWN = """\
Counted on {counted},
which were at hand while the rules were written; each article was measured by tiers that were made from all others.
Kept out of the counting: {held_out}. The intervals are Wilson's, 95 %; they take every answer for
independent, which those of one article are not."""


def calibration(tables: Mapping[str, pl.DataFrame]) -> str:
    """Lay out the tiers of the rules that made a dataset, in Markdown.

    Examples
    --------
    >>> from dodomu.tables import frames
    >>> calibration(frames(None))
    'Nothing here was made by a rule that has been counted.'
    """
    known = tables["rules"].drop_nulls("tier").unique("tier", keep="first", maintain_order=True)
    said = {row["tier"]: row for row in known.iter_rows(named=True)}
    if not said:
        return "Nothing here was made by a rule that has been counted."
    ours = package()
    of = ("record", "field", "rule")
    own = all(
        row == ours.rule(Made(*(row[name] for name in of))).row() for row in tables["rules"].iter_rows(named=True)
    )
    told = _counted_here(tables["rules"])
    if own:
        told = _OWN.format(counted=sets_of(ours, "counted"), held_out=sets_of(ours, "held out"))
    heads = ["tier", "what it holds", "confidence", "95 % interval", "rows here"]
    heads += ["right on articles kept out", "95 % interval", "of"] if own else []
    rows = [
        [f"`{tier}`", MEANINGS[Tier][tier][0], *_figures(said[tier]), _rows_here(tables, said[tier]["confidence"])]
        + (_seen(ours.share(tier, "held out")) if own else [])
        for tier in TIERS
        if tier in said
    ]
    lines = [heads, ["---"] * len(heads), *rows]
    return "\n".join([_SAID, "", told, "", *(f"| {' | '.join(cells)} |" for cells in lines)])


def _counted_here(rules: pl.DataFrame) -> str:
    names = sorted(set(rules["counted_on"].explode().drop_nulls()))
    return f"Counted on {', '.join(names)}, by who built this dataset."


def _figures(row: Mapping) -> list[str]:
    return [f"{row['confidence']:.3f}", f"{row['confidence_low']:.3f} to {row['confidence_high']:.3f}"]


def _rows_here(tables: Mapping[str, pl.DataFrame], confidence: float) -> str:
    return f"{sum(int((tables[name]['confidence'] == confidence).sum()) for name in ('quotes', 'mentions')):,}"


def _seen(share: Share) -> list[str]:
    if share.value is None:
        return ["–", "–", "0"]
    return [f"{share.value:.3f}", f"{share.low:.3f} to {share.high:.3f}", f"{share.of:,}"]
