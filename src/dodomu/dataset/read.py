"""A dataset in memory, from a folder or from frames just made."""

from collections.abc import Callable, Mapping
from functools import cached_property
from pathlib import Path

import polars as pl

from dodomu.dataset.content import dataset_hash, table_hash
from dodomu.dataset.manifest import read_manifest
from dodomu.errors import InvalidTable, UnknownRecord, UnknownTable, did_you_mean
from dodomu.models import TABLES, Article


class Dataset:
    """The tables of a dataset, each an attribute: ``ds.events``, ``ds.quotes``, …

    Parameters
    ----------
    tables
        The frames by name.
    version
        The version of the data; None for what is not released.
    path
        The folder it was read from.

    Examples
    --------
    >>> from dodomu.tables import frames
    >>> ds = Dataset(frames(None))
    >>> ds.events.height, ds.version is None
    (0, True)
    """

    articles: pl.DataFrame
    quotes: pl.DataFrame
    mentions: pl.DataFrame
    events: pl.DataFrame
    actors: pl.DataFrame
    evidence: pl.DataFrame
    gaps: pl.DataFrame
    known_releases: pl.DataFrame
    history: pl.DataFrame

    def __init__(self, tables: Mapping[str, pl.DataFrame], version: str | None = None, path: Path | None = None):
        self._readers: dict[str, Callable[[], pl.DataFrame]] = {
            name: (lambda rows=rows: rows) for name, rows in tables.items()
        }
        self.version, self.path = version, path

    @classmethod
    def of_folder(cls, folder: Path) -> "Dataset":
        """Read the dataset of a folder; a table is read when it is first asked for."""
        known = read_manifest(folder)
        dataset = cls({}, known["version"], folder)
        dataset._readers = {
            name: (lambda path=folder / f"{name}.parquet": read_parquet(path)) for name in known["tables"]
        }
        return dataset

    @property
    def tables(self) -> tuple[str, ...]:
        """The names of its tables."""
        return tuple(self._readers)

    def table(self, name: str) -> pl.DataFrame:
        """Give a table by its name."""
        if name not in self._readers:
            raise UnknownTable(f"no table «{name}»; {did_you_mean(name, self._readers)}")
        rows = self._readers[name]()
        setattr(self, name, rows)
        self._readers[name] = lambda: rows
        return rows

    def __getattr__(self, name: str) -> pl.DataFrame:
        if name.startswith("_") or name not in self._readers:
            raise AttributeError(f"a dataset has no «{name}»; {did_you_mean(name, self.__dict__.get('_readers', ()))}")
        return self.table(name)

    def __dir__(self) -> list[str]:
        return [*super().__dir__(), *self._readers]

    def __repr__(self) -> str:
        where = f" of {self.path}" if self.path else ""
        return f"<Dataset {self.version or 'not released'}{where}: {', '.join(self._readers)}>"

    @cached_property
    def content_hash(self) -> str:
        """The SHA-256 of what the tables hold, the same however they were written."""
        return dataset_hash({name: table_hash(name, self.table(name)) for name in self._readers})

    def describe(self) -> str:
        """Say in a few lines what the dataset is and holds."""
        head = [f"version  {self.version or 'not released'}", f"content  sha256 {self.content_hash}"]
        if self.path:
            head.insert(0, f"folder   {self.path}")
        return "\n".join([*head, *(f"{self.table(name).height:>7,}  {name}" for name in self.tables)])

    def article(self, article_id: str) -> Article:
        """Give an article by its id."""
        rows = self.articles.filter(pl.col("article_id") == article_id)
        if rows.is_empty():
            raise UnknownRecord(f"no article «{article_id}»; {did_you_mean(article_id, self.articles['article_id'])}")
        return Article(**rows.row(0, named=True))

    def evidence_of(self, record_id: str) -> pl.DataFrame:
        """Give the passages that a record stands on.

        A quote and a mention have their own; an event stands on those of its mentions, an actor on the
        words that name the speaker of its quotes.
        """
        for name, find in _STANDS_ON.items():
            if record_id in self.table(name)[TABLES[name].key[0]]:
                return find(self, record_id)
        raise UnknownRecord(
            f"no record «{record_id}»; ids stand in the first column of quotes, mentions, events, actors"
        )


def open(path: str | Path) -> Dataset:
    """Open the dataset of a folder.

    Examples
    --------
    >>> open("nowhere")
    Traceback (most recent call last):
    dodomu.errors.NoDataset: nowhere: no such folder; make one with: dodomu build -o nowhere
    """
    return Dataset.of_folder(Path(path))


def read_parquet(path: Path) -> pl.DataFrame:
    """Read a table's file, or say in one line that it cannot be read."""
    try:
        return pl.read_parquet(path)
    except (OSError, pl.exceptions.PolarsError):
        raise InvalidTable(
            f"{path}: missing or damaged; see what else is wrong with: dodomu verify {path.parent}"
        ) from None


def _own(dataset: Dataset, record_id: str) -> pl.DataFrame:
    return dataset.evidence.filter(pl.col("record_id") == record_id)


def _of_mentions(dataset: Dataset, event_id: str) -> pl.DataFrame:
    mentions = dataset.mentions.filter(pl.col("event_id") == event_id)["mention_id"]
    return dataset.evidence.filter(pl.col("record_id").is_in(mentions.implode()))


def _of_speaker(dataset: Dataset, actor_id: str) -> pl.DataFrame:
    quotes = dataset.quotes.filter(pl.col("speaker_id") == actor_id)["quote_id"]
    return dataset.evidence.filter(pl.col("record_id").is_in(quotes.implode()), pl.col("field") == "speaker")


_STANDS_ON = {"quotes": _own, "mentions": _own, "events": _of_mentions, "actors": _of_speaker}
