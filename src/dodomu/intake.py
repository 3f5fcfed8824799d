"""What a dataset is made of: a whole set of articles, or all that is wrong with them."""

from collections.abc import Callable, Iterable
from pathlib import Path

from dodomu import confidence, corrections
from dodomu.confidence import Counted
from dodomu.corrections import Correction
from dodomu.dataset.reference import read as read_reference
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


def known_releases_of(seeds: str | Path) -> list[KnownRelease]:
    """Read the curated table beside the articles of a folder, if there is one."""
    reference = Path(seeds) / REFERENCE
    return read_reference(reference) if reference.is_file() else []


def corrections_of(seeds: str | Path) -> list[Correction]:
    """Read what people decided on the articles of a folder; nothing where the seeds are no folder."""
    return corrections.read(Path(seeds) / corrections.NAME) if Path(seeds).is_dir() else []


def counted_of(seeds: str | Path) -> Counted | None:
    """Read what was counted on the articles of a folder; None where the package's own counts hold."""
    return confidence.read(Path(seeds) / confidence.NAME) if Path(seeds).is_dir() else None


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
