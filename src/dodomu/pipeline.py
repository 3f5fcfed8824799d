"""The way of the data from its beginning to its end: articles in, a folder with the dataset and its pictures out."""

from collections.abc import Iterable
from pathlib import Path

from dodomu import sources
from dodomu.batch import extractions
from dodomu.charts import LANGUAGES, save, timeline
from dodomu.corrections import curate
from dodomu.dataset import Dataset, files_of, seal, withdrawal, write
from dodomu.dataset.manifest import files_in, read_manifest
from dodomu.errors import BadInput, BadOutput
from dodomu.intake import BadSeeds, Beside, Tell, Watch, beside, whole_set, without_withdrawn
from dodomu.models import Article
from dodomu.report import report
from dodomu.tables import frames
from dodomu.whole import whole_folder

__all__ = ["BadSeeds", "build", "build_articles", "draw"]

_NOTHING = Beside()


def build(
    seeds: str | Path,
    out: str | Path,
    *,
    jobs: int = 1,
    watch: Watch = lambda things, total: things,
    tell: Tell = lambda line: None,
) -> Path:
    """Build the dataset of a folder of seeds, with its timelines and reports.

    Parameters
    ----------
    seeds
        A folder of articles; its ``reference/known_releases.tsv``, where there is one, becomes a table of the dataset,
        what people decided in its ``corrections.toml`` is applied, what its ``withdrawn.toml`` names is left out, and
        confidence stands on its ``confidence.toml``.
    out, jobs, watch, tell
        As for `build_articles`.

    Returns
    -------
    Path
        The folder written.
    """
    return build_articles(sources.read([seeds]), out, beside(seeds), jobs=jobs, watch=watch, tell=tell)


def build_articles(
    read: Iterable[Article | BadInput],
    out: str | Path,
    known: Beside = _NOTHING,
    *,
    jobs: int = 1,
    watch: Watch = lambda things, total: things,
    tell: Tell = lambda line: None,
) -> Path:
    """Build the dataset of some articles, with its timelines and reports.

    Parameters
    ----------
    read
        What `dodomu.sources.read` gives.
    out
        The folder to write. One that an earlier build wrote is replaced, whole and at the end; one that
        holds anything else is refused.
    known
        What stands beside the articles.
    jobs
        How many processes extract.
    watch
        Told of every article that is through, for a progress bar.
    tell
        Told of every correction that could not be applied or contradicts another, a line each.

    Returns
    -------
    Path
        The folder written.

    Raises
    ------
    BadSeeds
        when an article cannot be read, or two have the same id or the same bytes.
    BadOutput
        when the folder holds anything else or cannot be written.
    """
    require_replaceable(Path(out))
    with whole_folder(out) as folder:
        articles = without_withdrawn(whole_set(read), known.withdrawn, tell)
        found = list(watch(extractions(articles, jobs), len(articles)))
        curated = curate(found, known.known_releases, known.corrections, known.counted)
        for line in curated.problems:
            tell(line)
        tables = withdrawal.without_withdrawn(frames(curated.records), known.withdrawn)
        stones = withdrawal.withdrawn_of(known.withdrawn)
        write(tables, folder, withdrawn=stones)
        draw(Dataset(tables, withdrawn=stones), folder)
        seal(folder)
    return Path(out)


def require_replaceable(out: Path) -> None:
    """Refuse a folder that holds anything but what an earlier build wrote."""
    if not out.exists():
        return
    if not out.is_dir():
        raise BadOutput(f"{out}: is a file; name a folder with -o")
    entries = sorted(path.name for path in out.iterdir())
    if not entries:
        return
    ours = files_of(out)
    foreign = [name for name in files_in(out) if name not in ours] if ours else entries
    if foreign:
        raise BadOutput(f"{out}: holds {foreign[0]}, which no build wrote; choose another folder with -o")
    if version := read_manifest(out)["version"]:
        raise BadOutput(f"{out}: holds the released version {version}, which never changes; choose another with -o")


def draw(dataset: Dataset, folder: Path) -> None:
    """Draw the timeline and write the report of a dataset in every language."""
    for lang in LANGUAGES:
        chart = timeline(dataset, lang=lang)
        for ending in ("svg", "html"):
            save(chart, folder / f"timeline.{lang}.{ending}")
        [other] = [f"report.{one}.html" for one in LANGUAGES if one != lang]
        (folder / f"report.{lang}.html").write_bytes(report(dataset, lang=lang, other=other).encode())
