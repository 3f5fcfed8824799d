"""What an export is made of: the dataset as it may leave the house, a language, and where the file comes from."""

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from dodomu.charts.labels import number
from dodomu.charts.labels import words as chart_words
from dodomu.charts.stamp import made_of, withdrawn_line
from dodomu.dataset import Dataset
from dodomu.dataset.fingerprint import TRACED, traced_rows


@dataclass(frozen=True)
class Material:
    """What an export is made of.

    Attributes
    ----------
    ds
        The dataset as it may be shared.
    whole
        The dataset as it is, which versions are compared with.
    lang
        The language of what people read.
    """

    ds: Any
    whole: Any
    lang: str

    @classmethod
    def of(cls, ds: Any, lang: str) -> "Material":
        """Take a dataset; one that is not released yet without the names that a release would not list."""
        chart_words(lang)
        return cls(ds if ds.version else _shareable(ds), ds, lang)

    @property
    def say(self) -> dict[str, Any]:
        """The words of exports."""
        return _words(self.lang)

    def origin(self, ids: Sequence[str]) -> dict[str, Any]:
        """Say which rows of which data a file holds, and how many of them only a machine has read."""
        machine = set(self.machine_read(ids))
        return made_of(self.whole, ids, sum(one in machine for one in ids))

    def machine_read(self, ids: Sequence[str]) -> list[str]:
        """Name those of the records that only a machine has read."""
        wanted = set(ids)
        rows = traced_rows(self.ds)
        return [one for _, one, row in rows if one in wanted and row.get("review") == "machine"]

    def ids(self, tables: Sequence[str] = TRACED) -> list[str]:
        """Name the records of these tables, in their order."""
        return [record_id for _, record_id, _ in traced_rows(self.ds, tables)]

    def lines(self, ids: Sequence[str]) -> list[str]:
        """Say in words which data it is and how far to trust it."""
        say, machine = chart_words(self.lang)["footer"], len(self.machine_read(ids))
        data = say["data" if self.ds.version else "data_unreleased"]
        key = "machine_none" if not machine else "machine_all" if machine == len(ids) else "machine_some"
        return [
            data.format(version=self.whole.version, hash=self.whole.content_hash[:12]),
            say[key].format(n=number(machine), all=number(len(ids))),
            *withdrawn_line(self.ds, self.lang),
        ]


@cache
def _words(lang: str) -> dict[str, Any]:
    return tomllib.loads((files(__package__) / "words" / f"{lang}.toml").read_text(encoding="utf-8"))


def _shareable(ds: Any) -> Any:
    from dodomu.dataset.withhold import withhold
    from dodomu.models import Article

    tables = {name: ds.table(name) for name in ds.tables}
    if not {"articles", "quotes", "mentions", "events", "actors", "evidence", "gaps"} <= tables.keys():
        return ds
    columns = [name for name in Article.columns() if name in tables["articles"].columns]
    rows = tables["articles"].select(columns).iter_rows(named=True)
    articles = [Article(**row, share_text=row["text"] is not None) for row in rows]
    made, _ = withhold(tables, articles)
    return Dataset(made, withdrawn=ds.withdrawn)
