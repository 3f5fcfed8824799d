"""From judgements to confidence: rules are counted, pooled into tiers, and the tiers tried on other articles."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from dodomu.confidence import ROWS, Counted, CountedSet, Made, Part, Scale, Share, Use, total
from dodomu.evaluate.judging import Judged
from dodomu.models.vocabulary import Tier


@dataclass(frozen=True)
class JudgedSet:
    """A set of articles with what rules made in them, judged.

    Attributes
    ----------
    name
        What it is called.
    articles
        How many articles.
    sha256
        A hash of its files.
    judged
        The judgements.
    """

    name: str
    articles: int
    sha256: str
    judged: Sequence[Judged]


def calibrate(
    counting: Sequence[JudgedSet], held_out: Sequence[JudgedSet] = (), base: Counted | None = None
) -> Counted:
    """Count the rules and say how often each tier is right.

    How often a tier is right is counted across articles: what rules made in one is put into tiers by what was counted
    on all others. Else a rule would be in a tier for the very answers by which the tier is measured, and one of which
    little is known would seem to be as good or as bad as its few answers.

    Parameters
    ----------
    counting
        The articles that are counted.
    held_out
        Articles that show how well the tiers hold: not counted, and no rule is told of them.
    base
        What was counted before and is added to.

    Examples
    --------
    >>> made = Made("quote", "text", "according")
    >>> ours = JudgedSet("ours", 2, "ab", [Judged("a", made, True)] * 6 + [Judged("b", made, True)] * 9)
    >>> counted = calibrate([ours], [JudgedSet("others", 1, "cd", [Judged("c", made, False)])])
    >>> counted.share("high"), counted.share("high", "held out")
    (Share(right=15, wrong=0), Share(right=0, wrong=1))
    """
    sets = [CountedSet(one.name, "counted", one.articles, one.sha256, _counts(one.judged)) for one in counting]
    others = [CountedSet(one.name, "held out", one.articles, one.sha256) for one in held_out]
    base = base or Counted()
    counts = total(one.rules for one in (*base.sets, *sets))
    pooled = dict(base.pooled)
    for group in _by_article(counting):
        _pool(pooled, group, Scale(_without(counts, _counts(group))), "counted")
    for one in held_out:
        _pool(pooled, one.judged, Scale(counts), "held out")
    return Counted((*base.sets, *sets, *others), pooled)


def hash_of(paths: Iterable[Path]) -> str:
    """Hash files, with their names, in the order of these."""
    digest = sha256()
    for path in sorted(paths, key=lambda path: path.name):
        digest.update(path.name.encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()


def _counts(judged: Iterable[Judged]) -> dict[Made, Share]:
    return total({one.made: _share(one)} for one in judged)


def _by_article(sets: Sequence[JudgedSet]) -> list[list[Judged]]:
    groups: dict[tuple[str, str], list[Judged]] = {}
    for one in sets:
        for judgement in one.judged:
            groups.setdefault((one.name, judgement.article), []).append(judgement)
    return list(groups.values())


def _without(counts: Mapping[Made, Share], some: Mapping[Made, Share]) -> dict[Made, Share]:
    left = {
        made: Share(share.right - some[made].right, share.wrong - some[made].wrong) if made in some else share
        for made, share in counts.items()
    }
    return {made: share for made, share in left.items() if share.of}


def _pool(pooled: dict[tuple[Tier, Use, Part], Share], judged: Iterable[Judged], scale: Scale, use: Use) -> None:
    for one in judged:
        tier = scale.tier(one.made)
        if tier is not None:
            key = (tier, use, "rows" if one.made.field in ROWS else "cells")
            pooled[key] = pooled.get(key, Share(0, 0)) + _share(one)


def _share(one: Judged) -> Share:
    return Share(int(one.right), int(not one.right))
