"""What was counted, laid out for reading."""

from collections import Counter
from collections.abc import Iterator

from dodomu.confidence.counted import Counted, Use
from dodomu.confidence.interval import Share
from dodomu.confidence.scale import TIERS


def table(counted: Counted) -> str:
    """Lay out the tiers: how often they are right, and how well that holds on articles kept out of the counting.

    Examples
    --------
    >>> print(table(Counted()))
    nothing was counted
    """
    if not counted.sets:
        return "nothing was counted"
    held_out = any(one.use == "held out" for one in counted.sets)
    lines = [f"counted on {sets_of(counted, 'counted')}", f"held out: {sets_of(counted, 'held out')}", ""]
    lines.append(f"{'':14}{'rules':>6}{'confidence':>12}   {'95 % interval':15}{'of':>6}")
    rules = Counter(map(counted.scale.tier, counted.scale.counts))
    for tier in TIERS:
        lines.append(f"{tier:14}{rules[tier]:6}{_figures(counted.share(tier), 12)}")
    if held_out:
        lines += ["", f"{'on held out':20}{'right':>12}   {'95 % interval':15}{'of':>6}   confidence"]
        lines += [line for tier in TIERS for line in _reliability(counted, tier)]
    return "\n".join(lines)


def sets_of(counted: Counted, use: Use) -> str:
    """Name the sets of one use, each with its number of articles.

    Examples
    --------
    >>> from dodomu.confidence import CountedSet
    >>> sets_of(Counted((CountedSet("gold", "counted", 13, "ab"), CountedSet("press", "counted", 14, "cd"))), "counted")
    '27 articles (gold 13, press 14)'
    """
    sets = [one for one in counted.sets if one.use == use]
    number = sum(one.articles for one in sets)
    names = ", ".join(f"{one.name} {one.articles}" for one in sets)
    return f"{number} article{'' if number == 1 else 's'} ({names})" if sets else "nothing"


def holds(counted: Counted, tier: str) -> bool | None:
    """Tell whether the interval on articles held out has the confidence in it; None where there is nothing to tell."""
    seen, said = counted.share(tier, "held out"), counted.share(tier).value
    return seen.low <= said <= seen.high if seen.of and said is not None else None


def _reliability(counted: Counted, tier: str) -> Iterator[str]:
    said, verdict = counted.share(tier).value, {True: "within", False: "outside", None: ""}[holds(counted, tier)]
    whole = counted.share(tier, "held out")
    yield f"{tier:20}{_figures(whole, 12)}   {f'{said:.3f}' if said is not None else '–'} {verdict}".rstrip()
    for part in ("rows", "cells"):
        yield f"  {part:18}{_figures(counted.share(tier, 'held out', part), 12)}"


def _figures(share: Share, wide: int) -> str:
    if share.value is None:
        return f"{'–':>{wide}}   {'':15}{0:6}"
    return f"{share.value:{wide}.3f}   {f'{share.low:.3f} to {share.high:.3f}':15}{share.of:6}"
