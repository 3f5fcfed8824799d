"""A dataset in memory: from a folder, a zip file, an address, or from frames just made."""

import json
from collections.abc import Callable, Mapping
from datetime import date
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import polars as pl

from dodomu.dataset.asked import Asked
from dodomu.dataset.claims import claims_of, evidence_of
from dodomu.dataset.content import dataset_hash, table_hash
from dodomu.dataset.dialect import is_schema
from dodomu.dataset.dictionary import describe
from dodomu.dataset.judged import TABLES as JUDGED
from dodomu.dataset.judged import reading
from dodomu.dataset.manifest import manifest_of, read_checked
from dodomu.dataset.names import TableName
from dodomu.dataset.pandas import to_pandas
from dodomu.dataset.parquet import parse_parquet
from dodomu.dataset.schemas import schema
from dodomu.dataset.shown import ShownArticle, marks_of
from dodomu.dataset.stores import FolderStore, Store, ZipStore
from dodomu.dataset.tombstones import NAME as WITHDRAWN
from dodomu.dataset.tombstones import Withdrawn
from dodomu.dataset.tombstones import parse as parse_withdrawn
from dodomu.dataset.web import WebStore, is_address, web_zip
from dodomu.errors import InvalidTable, NoDataset, UnknownRecord, UnknownTable, did_you_mean
from dodomu.models import TABLES

if TYPE_CHECKING:
    from dodomu.dataset.record_history import RecordHistory


class _TableOf:
    """A table as an attribute of a dataset; its help is its data dictionary."""

    def __init__(self, name: str):
        self._name = name

    @property
    def __doc__(self) -> str:
        return describe(self._name)

    def __get__(self, dataset: "Dataset | None", owner: type) -> pl.DataFrame:
        if dataset is None:
            return self
        if self._name not in dataset.tables:
            raise AttributeError(self._name)
        return dataset.table(self._name)

    def __set__(self, dataset: "Dataset", rows: object) -> None:
        raise AttributeError(f"the tables of a dataset stay as they are; work on ds.{self._name} under a name of yours")


class Dataset(Asked):
    """The tables of a dataset, each an attribute: ``ds.events``, ``ds.quotes``, …

    Parameters
    ----------
    tables
        The frames by name.
    version
        The version of the data; None for what is not released.
    path
        The folder, zip file or address it was read from.
    withdrawn
        What was withdrawn from it.

    Examples
    --------
    >>> from dodomu.tables import frames
    >>> ds = Dataset(frames(None))
    >>> ds.events.height, ds.version is None
    (0, True)
    >>> ds.sql("select count(*) as n from events where family = 'release'")["n"].item()
    0
    """

    articles = _TableOf("articles")
    quotes = _TableOf("quotes")
    mentions = _TableOf("mentions")
    events = _TableOf("events")
    actors = _TableOf("actors")
    evidence = _TableOf("evidence")
    rules = _TableOf("rules")
    gaps = _TableOf("gaps")
    known_releases = _TableOf("known_releases")

    def __init__(
        self,
        tables: Mapping[str, pl.DataFrame],
        version: str | None = None,
        path: Path | str | None = None,
        withdrawn: Withdrawn | None = None,
    ):
        self._readers: dict[str, Callable[[], pl.DataFrame]] = {
            name: (lambda rows=rows: rows) for name, rows in tables.items()
        }
        self._bytes: Callable[[str], bytes] | None = None
        self._keys: dict[str, list[str]] = {}
        self.version, self.path = version, path
        self._withdrawn = withdrawn or Withdrawn()

    @classmethod
    def of_folder(cls, folder: Path) -> "Dataset":
        """Read the dataset of a folder; a table is read when it is first asked for."""
        return cls.of_store(FolderStore(folder), folder)

    @classmethod
    def of_store(cls, store: Store, path: Path | str) -> "Dataset":
        """Read the dataset whose files a store gives; each is held to its checksum when it is first asked for."""
        known = manifest_of(store)
        if isinstance(store, WebStore):
            store.expect({name: file["sha256"] for name, file in known["files"].items()})
        dataset = cls({}, known["version"], path)
        dataset._bytes = partial(read_checked, store, known)
        dataset._readers = {
            name: partial(parse_parquet, dataset._bytes, f"{name}.parquet", store.name) for name in known["tables"]
        }
        if WITHDRAWN in known["files"]:
            dataset._withdrawn = None
        dataset._keys = {name: table["key"] for name, table in known["tables"].items()}
        return dataset

    @property
    def tables(self) -> tuple[str, ...]:
        """The names of its tables."""
        return tuple(self._readers)

    @property
    def withdrawn(self) -> Withdrawn:
        """What was withdrawn from it: tombstones, in their order."""
        if self._withdrawn is None:
            self._withdrawn = parse_withdrawn(self._bytes(WITHDRAWN), str(self.path))
        return self._withdrawn

    def history(self, record_id: str) -> "RecordHistory":
        """Tell what a record was in each version, what changed it and why.

        The versions that lie beside this one are looked through; for one that came with the package or over the
        network, those that came with the package. The table of this name is ``ds.table("history")``.
        """
        from dodomu.dataset.record_history import record_history

        return record_history(self, record_id)

    def table(self, name: TableName) -> pl.DataFrame:
        """Give a table by its name."""
        if name not in self._readers:
            raise UnknownTable(f"no table «{name}»; {did_you_mean(name, self._readers)}")
        rows = self._readers[name]()
        self._readers[name] = lambda: rows
        return rows

    def lazy(self, name: TableName) -> pl.LazyFrame:
        """Give a table as a query that reads only what it needs, straight from the file where there is one.

        The file's checksum is not looked at: that would read all of it. `verify` does.
        """
        if isinstance(self.path, Path) and self.path.is_dir() and name in self._readers:
            return pl.scan_parquet(self.path / f"{name}.parquet", glob=False)
        return self.table(name).lazy()

    def sql(self, query: str) -> pl.DataFrame:
        """Ask all tables in SQL, in the dialect of polars.

        Examples
        --------
        >>> from dodomu.tables import frames
        >>> Dataset(frames(None)).sql("select * from event")
        Traceback (most recent call last):
        dodomu.errors.BadQuery: the query cannot be answered: relation 'event' was not found...
        """
        from dodomu.dataset.query import ask

        return ask(query, {name: self.table(name) for name in self.tables})

    def to_pandas(self, name: TableName) -> Any:
        """Give a table as a pandas frame, where pandas is installed; nothing else is needed."""
        return to_pandas(self.table(name))

    def schema(self, name: TableName) -> dict[str, Any]:
        """Give the JSON Schema of a table: the one the dataset carries, today's for one in memory."""
        if self._bytes is None:
            return schema(TABLES[name])
        try:
            read = json.loads(self._bytes(f"schemas/{name}.json"))
        except (ValueError, RecursionError):
            read = None
        if not is_schema(read):
            raise InvalidTable(f"{self.path}: schemas/{name}.json is not the schema of a table; get the dataset anew")
        return read

    def __getattr__(self, name: str) -> pl.DataFrame:
        raise AttributeError(f"a dataset has no «{name}»; {did_you_mean(name, self.__dict__.get('_readers', ()))}")

    def __repr__(self) -> str:
        where = f" of {self.path}" if self.path else ""
        return f"<Dataset {self.version or 'not released'}{where}: {', '.join(self._readers)}>"

    @cached_property
    def content_hash(self) -> str:
        """The SHA-256 of what the tables hold, the same however they were written."""
        return dataset_hash({name: table_hash(name, self.table(name), self._keys.get(name)) for name in self._readers})

    def describe(self) -> str:
        """Say in a few lines what the dataset is and holds."""
        head = [f"version  {self.version or 'not released'}", f"content  sha256 {self.content_hash}"]
        if self.path:
            head.insert(0, f"folder   {self.path}")
        sizes = [f"{self.table(name).height:>7,}  {name}" for name in self.tables]
        if self.withdrawn:
            sizes.append(f"{len(self.withdrawn.by_record):>7,}  records withdrawn")
        judged = [str(one) for one in reading({name: self.table(name) for name in JUDGED if name in self.tables})]
        return "\n".join([*head, *sizes, "", *judged])

    def article(self, article_id: str) -> ShownArticle:
        """Give an article by its id; in a notebook it shows its text with the evidence marked."""
        rows = self.articles.filter(pl.col("article_id") == article_id)
        if rows.is_empty():
            raise UnknownRecord(f"no article «{article_id}»; {did_you_mean(article_id, self.articles['article_id'])}")
        tables = {name: self.table(name) for name in ("quotes", "mentions", "evidence")}
        return ShownArticle.of(rows.row(0, named=True), marks_of(article_id, tables))

    def promises(self, as_of: date | str | None = None) -> pl.DataFrame:
        """Give the ledger of what was promised, ordered, planned or called for, and what became of it.

        Parameters
        ----------
        as_of
            Up to which day an outcome is looked for, such as ``2026-01-15``; the last day that the dataset knows
            anything of, if none is named.

        Examples
        --------
        >>> from dodomu.tables import frames
        >>> Dataset(frames(None)).promises(as_of="2026-01-15").height
        0
        """
        from dodomu.dataset.promises import promises

        return promises(self, as_of)

    def evidence_of(self, record_id: str) -> pl.DataFrame:
        """Give the passages that a record stands on.

        A quote and a mention have their own; an event stands on those of its mentions, an actor on the
        words that name the speaker of its quotes. An id that was merged into another leads to that one.
        ``confidence`` says how often what such a rule read was right; null: nobody has counted that.
        """
        return evidence_of(self, record_id)

    def claims_of(self, event_id: str) -> pl.DataFrame:
        """Give what each source claims of an event: its mentions, beside who published them and when.

        The event is resolved from them; where they differ, its column ``contradictions`` names what on.
        """
        return claims_of(self, event_id)


def open(path: str | Path) -> Dataset:
    """Open a dataset: of a folder, a zip file, or an address.

    Parameters
    ----------
    path
        A folder that ``build`` or ``release`` wrote, a ``.zip`` of one, or the address of either (``https://…``;
        ``s3://…`` and the like with the extra ``remote``). Each file is held to the manifest's checksum. What came
        over the network is kept in a cache (``DODOMU_CACHE``) and opens without a network from then on.

    Examples
    --------
    >>> open("nowhere")
    Traceback (most recent call last):
    dodomu.errors.NoDataset: nowhere: no such folder; make one with: dodomu build -o nowhere
    """
    return Dataset.of_store(store_of(path), path if is_address(path) else Path(path))


def store_of(path: str | Path) -> Store:
    """Find the files of a dataset: those of a folder, a zip file, an address."""
    if is_address(path):
        return web_zip(path) if path.partition("?")[0].endswith(".zip") else WebStore(path)
    path = Path(path)
    try:
        path.stat()
    except FileNotFoundError:
        pass  # said by who reads it
    except (OSError, ValueError):  # longer than any path can be, or with a NUL in it
        raise NoDataset(f"{ascii(str(path))[:80]}: no path that can be read; check it") from None
    return ZipStore(path) if path.is_file() else FolderStore(path)
