"""What a dataset is made of: a whole set of articles, or all that is wrong with them."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from dodomu import confidence, corrections
from dodomu.confidence import Counted
from dodomu.corrections import Correction
from dodomu.dataset import withdrawal
from dodomu.dataset.reference import read as read_reference
from dodomu.dataset.withdrawal import Kept
from dodomu.errors import BadInput
from dodomu.models import Article, KnownRelease

Watch = Callable[[Iterable, int], Iterable]
"""Passes things on one by one and shows how many of them are through."""

Tell = Callable[[str], None]
"""Takes a line for whoever started the work."""

REFERENCE = Path("reference", "known_releases.tsv")


class BadSeeds(BadInput):
    """A set of seeds with bad ones in it: nothing is built, for a dataset is whole.

    Attributes
    ----------
    faults : list of BadInput
        What is wrong, a line each.
    """

    def __init__(self, faults: list[BadInput], n_seeds: int) -> None:
        super().__init__("nothing was built", f"{len(faults)} of {n_seeds} seeds cannot be used; mend or remove them")
        self.faults = faults


@dataclass(frozen=True)
class Beside:
    """What stands beside the articles of a folder.

    Attributes
    ----------
    known_releases : sequence of KnownRelease
        The curated reference to carry beside what the articles say.
    corrections : sequence of Correction
        What people decided.
    counted : Counted or None
        What the confidence stands on; None where the package's own counts hold.
    withdrawn : sequence of Kept
        What was withdrawn and must not come back.
    """

    known_releases: Sequence[KnownRelease] = ()
    corrections: Sequence[Correction] = ()
    counted: Counted | None = None
    withdrawn: Sequence[Kept] = ()


def beside(seeds: str | Path) -> Beside:
    """Read what stands beside the articles; nothing where the seeds are no folder."""
    folder = Path(seeds)
    if not folder.is_dir():
        return Beside()
    reference = folder / REFERENCE
    return Beside(
        read_reference(reference) if reference.is_file() else (),
        corrections.read(folder / corrections.NAME),
        confidence.read(folder / confidence.NAME),
        withdrawal.read(folder / withdrawal.NAME),
    )


def without_withdrawn(articles: Iterable[Article], entries: Iterable[Kept], tell: Tell) -> list[Article]:
    """Leave out the articles that were withdrawn, and tell which."""
    kept = []
    for article in articles:
        if entry := withdrawal.left_out(entries, article):
            tell(f"{article.source}: left out, for it was withdrawn: {entry}")
        else:
            kept.append(article)
    return kept


def whole_set(read: Iterable[Article | BadInput]) -> list[Article]:
    """Take all articles, or say everything that is wrong with them."""
    articles: list[Article] = []
    faults: list[BadInput] = []
    by_id: dict[str, str] = {}
    by_bytes: dict[str, str] = {}
    for one in read:
        if isinstance(one, BadInput):
            faults.append(one)
        elif (first := by_bytes.setdefault(one.sha256, one.source)) != one.source:
            faults.append(BadInput(one.source, f"the same bytes as {first}; remove one of them"))
        elif (first := by_id.setdefault(one.article_id, one.source)) != one.source:
            faults.append(
                BadInput(one.source, f"the id «{one.article_id}» is that of {first}; give one an id of its own")
            )
        else:
            articles.append(one)
    if faults:
        raise BadSeeds(faults, len(articles) + len(faults))
    return articles
