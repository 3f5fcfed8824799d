"""From articles to the next released version of the data."""

from dataclasses import replace
from pathlib import Path

from dodomu import sources
from dodomu.batch import extractions
from dodomu.corrections import curate, with_public
from dodomu.dataset import withdrawal
from dodomu.dataset.persons import people_of
from dodomu.dataset.release import Released, release_tables
from dodomu.dataset.withhold import named_still, withhold
from dodomu.errors import InvalidTable, Refused
from dodomu.intake import Tell, Watch, beside, whole_set, without_withdrawn
from dodomu.tables import check, frames


def release(
    seeds: str | Path,
    into: str | Path,
    *,
    as_: str | None = None,
    dry_run: bool = False,
    jobs: int = 1,
    watch: Watch = lambda things, total: things,
    tell: Tell = lambda line: None,
) -> Released:
    """Build the dataset of a folder of seeds and release it, if it differs from the newest version.

    Parameters
    ----------
    seeds
        A folder of articles; its ``reference/known_releases.tsv``, where there is one, becomes a table of the dataset,
        what people decided in its ``corrections.toml`` is applied, what its ``withdrawn.toml`` names is left out, and
        confidence stands on its ``confidence.toml``.
    into
        The folder of all versions. No version that is there is changed.
    as_
        A larger step than the changes need (``minor``, ``major``), or a version number.
    dry_run
        Write nothing; only say what would come of it.
    jobs, watch, tell
        As for `dodomu.pipeline.build_articles`.

    Raises
    ------
    BadSeeds
        When an article cannot be used.
    Refused
        When the step asked for is too small, when a name would be released that must not be, or when another
        release is under way.
    """
    known = beside(seeds)
    read = without_withdrawn(whole_set(sources.read([seeds])), known.withdrawn, tell)
    articles = with_public(read, known.corrections)
    found = list(watch(extractions(articles, jobs), len(articles)))
    curated = curate(found, known.known_releases, known.corrections, known.counted)
    for line in curated.problems:
        tell(line)
    built = withdrawal.without_withdrawn(frames(curated.records), known.withdrawn)
    people = people_of(built, articles)
    tables, names = withhold(built, articles, people)
    if faults := named_still(tables, articles, built, people):
        raise Refused(f"{faults[0]} ({len(faults)} such cells); rename it, or call them public in the sidecar")
    if faults := check(tables):
        raise InvalidTable(f"{faults[0]} ({len(faults)} faults in all)")
    stones = withdrawal.withdrawn_of(known.withdrawn)
    released = release_tables(tables, into, as_=as_, dry_run=dry_run, people=people, withdrawn=stones)
    return replace(released, withheld=names)
