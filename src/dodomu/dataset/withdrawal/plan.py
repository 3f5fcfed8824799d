"""What of which versions a withdrawal writes anew."""

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import polars as pl

from dodomu.dataset import formats
from dodomu.dataset.content import dataset_hash, table_hash
from dodomu.dataset.manifest import NAME, SUMS, files_in, seal
from dodomu.dataset.read import Dataset
from dodomu.dataset.released import versions_in
from dodomu.dataset.tombstones import NAME as STONES
from dodomu.dataset.verify import verify
from dodomu.dataset.withdrawal import kept
from dodomu.dataset.withdrawal.cover import Passages, is_telling
from dodomu.dataset.withdrawal.described import described, with_stones
from dodomu.dataset.withdrawal.redact import Order, Redacted, redact
from dodomu.dataset.withdrawal.traces import texts_in
from dodomu.errors import InvalidTable, Refused, UnknownRecord
from dodomu.models import TABLES, Tombstone

Tables = dict[str, pl.DataFrame]

IDS = "ids stand in the first column of quotes, mentions, events and articles"
"""Where to look, for whoever names an id that is none."""

_KINDS = {"quotes": "quote", "mentions": "mention", "events": "event", "articles": "article"}
_ELSEWHERE = {
    "actors": "is an actor, who goes with the last row that refers to him: withdraw those rows",
    "known_releases": "is a row of the curated table: take it out of reference/known_releases.tsv and release anew",
}


class Plan:
    """What is to be written anew, and how.

    Attributes
    ----------
    stone
        The tombstone; the earlier one, where all was done before.
    already
        Whether all was done before.
    versions
        The versions that are to be written anew.
    """

    def __init__(self, into: Path, stone: Tombstone):
        self._into = into
        self._data = {version: Dataset.of_folder(into / version) for version in versions_in(into)}
        self._tables: dict[str, Tables] = {}
        for version, ds in self._data.items():
            if faults := verify(into / version):
                raise InvalidTable(f"{into / version}: is damaged ({faults[0]}); get it anew, nothing was withdrawn")
            self._tables[version] = {name: ds.table(name) for name in ds.tables}
        self.stone, self.already = stone, False
        if earlier := self._earlier(stone.id):
            self.stone, self.already, self.versions = earlier, True, []
            return
        table, record = self._known(stone.id)
        orders = self._order(table, record)
        self._redacted = {v: redact(tables, orders, v) for v, tables in self._tables.items()}
        holding = [v for v, one in self._redacted.items() if one.gone]
        also = dict.fromkeys(one for v in holding for one in sorted(self._redacted[v].gone) if one != record)
        self.stone = stone.model_copy(
            update={"id": record, "kind": _KINDS[table], "versions": holding, "also": list(also)}
        )
        self._words = {version: self._all_words(version) for version in self._data}
        # the newest knows of all that was withdrawn, and tells the next one
        newest = list(self._data)[-1]
        self.versions = [version for version in self._data if version == newest or self._is_touched(version)]

    def _earlier(self, record: str) -> Tombstone | None:
        """Find the tombstone of a record that no version holds any more."""
        for version in reversed(self._data):
            there = any(record in self._tables[version][name][TABLES[name].key[0]] for name in _KINDS)
            if there:
                return None
        stones = (ds.withdrawn.by_record.get(record) for ds in reversed(self._data.values()))
        return next((stone for stone in stones if stone), None)

    def _known(self, record: str) -> tuple[str, str]:
        """Find the table of a record, and the id under which it is there today."""
        for tables in reversed(self._tables.values()):
            for name in _KINDS:
                if record in tables[name][TABLES[name].key[0]]:
                    return name, record
            for name, advice in _ELSEWHERE.items():
                if name in tables and record in tables[name][TABLES[name].key[0]]:
                    raise Refused(f"{record}: {advice}")
        for tables in reversed(self._tables.values()):
            heirs = dict(tables["history"].select("record_id", "merged_into").iter_rows())
            if heirs.get(record) and heirs[record] != record:
                raise UnknownRecord(f"{record}: was merged into {heirs[record]}; withdraw that")
        raise UnknownRecord(f"no version in {self._into} holds «{record}»; {IDS}")

    def _order(self, table: str, record: str) -> Order:
        """Say what is to go from all versions: a claim or a quote under its one id, with the words of each version."""
        if table == "articles":
            return Order(articles=frozenset([record]))
        records = {record}
        if table == "events":
            for tables in self._tables.values():
                records |= set(tables["mentions"].filter(event_id=record)["mention_id"])
        quotes = (tables["quotes"].filter(quote_id=record)["text"] for tables in self._tables.values())
        return Order(frozenset(records), passages=tuple(sorted({text for texts in quotes for text in texts})))

    def _all_words(self, version: str) -> Redacted:
        """Give a version's own with the words of all versions: a changelog tells those of the version before too."""
        own, words = self._redacted[version], {}
        for one in self._redacted.values():
            for article, found in one.words.items():
                words.setdefault(article, set()).update(found)
        ids = {id_ for one in self._redacted.values() for id_ in one.gone}
        actors = {id_ for one in self._redacted.values() for id_ in one.actors} - set(own.tables["actors"]["actor_id"])
        return Redacted(own.tables, ids, actors, words)

    def _is_touched(self, version: str) -> bool:
        tables = self._redacted[version].tables
        if any(not rows.equals(tables[name]) for name, rows in self._tables[version].items()):
            return True
        files = self._descriptions(version)
        return self._described(version, {}, files, ("-", "-")) != files

    def _descriptions(self, version: str) -> dict[str, bytes]:
        """Give the files of a version that are no tables and are not made anew."""
        ours = {f"{name}.{ending}" for name in self._tables[version] for ending in ("parquet", "csv")}
        found = files_in(self._into / version).items()
        return {name: path.read_bytes() for name, path in found if name not in (NAME, SUMS, STONES, *ours)}

    def _described(
        self, version: str, tables: Mapping[str, bytes], files: Mapping[str, bytes], hashes: tuple[str, str]
    ) -> dict[str, bytes]:
        return described(files, self._tables[version], self._words[version], tables, hashes)

    def write(self, version: str, folder: Path) -> None:
        """Write a version anew into an empty folder."""
        old, before, after = self._into / version, self._tables[version], self._redacted[version].tables
        known = json.loads((old / NAME).read_text("utf-8"))
        keys = {name: known["tables"][name].get("key") or TABLES[name].key for name in after}
        files: dict[str, bytes] = {}
        for name, rows in after.items():
            same = rows.equals(before[name])
            known["tables"][name] |= {"rows": rows.height, "content_sha256": table_hash(name, rows, keys[name])}
            csv, parquet = f"{name}.csv", f"{name}.parquet"
            files[csv] = (old / csv).read_bytes() if same else formats.csv_text(rows).encode()
            files[parquet] = (old / parquet).read_bytes() if same else formats.parquet(rows)
        content = dataset_hash({name: table["content_sha256"] for name, table in known["tables"].items()})
        hashes, known["content_sha256"] = (known["content_sha256"], content), content
        ds = self._data[version]
        withdrawn = ds.withdrawn.joined([self.stone])
        withdrawn = withdrawn if hashes[0] == content else withdrawn.seen_as(hashes[0])
        files |= self._described(version, files, self._descriptions(version), hashes)
        files["README.md"] = with_stones(files["README.md"].decode(), withdrawn).encode()
        files[STONES], files[NAME] = withdrawn.text().encode(), json.dumps(known).encode()
        for name, data in files.items():
            (folder / name).parent.mkdir(exist_ok=True)
            (folder / name).write_bytes(data)
        seal(folder)
        self._require_clean(version, folder)

    def _require_clean(self, version: str, folder: Path) -> None:
        """Look through every file for the words once more, before anything is replaced."""
        own = Passages(one for one in self._own_words() if is_telling(one))
        for name, texts in texts_in(folder):
            if any(own.places(text) for text in texts):
                raise Refused(f"{version}: {name} would still hold the words; take it out of the version first")
        if faults := verify(folder):
            raise Refused(f"{version}: would not be whole without it ({faults[0]}); nothing was withdrawn")

    def _own_words(self) -> Iterator[str]:
        for tables in self._tables.values():
            yield from tables["quotes"].filter(quote_id=self.stone.id)["text"]
            yield from tables["articles"].filter(article_id=self.stone.id)["text"].drop_nulls()

    def entry(self) -> kept.Kept:
        """Give what keeps it out of the next builds."""
        words: dict[str, set[str]] = {}
        for one in self._redacted.values():
            for article, found in one.words.items():
                if article != self.stone.id:
                    words.setdefault(article, set()).update(found)
        return kept.Kept(
            **self.stone.model_dump(), ids=sorted(self._aliases()), sha256=self._sums(), words=kept.words_of(words)
        )

    def _aliases(self) -> Iterable[str]:
        """Give the ids that today's rules would give to what keeps an older one: builds find it under these."""
        gone = set(self.stone.records)
        for tables in self._tables.values():
            rows = tables["history"].select("record_id", "merged_into").drop_nulls().iter_rows()
            yield from (alias for alias, living in rows if living in gone and alias not in gone)

    def _sums(self) -> list[str]:
        if self.stone.kind != "article":
            return []
        found = (tables["articles"].filter(article_id=self.stone.id)["sha256"] for tables in self._tables.values())
        return sorted({one for sums in found for one in sums})

    def hashes(self) -> dict[str, tuple[str, str]]:
        """Give the content hashes of the versions written anew: as they were, and as they are now."""
        return {
            version: (self._data[version].content_hash, Dataset.of_folder(self._into / version).content_hash)
            for version in self.versions
        }
