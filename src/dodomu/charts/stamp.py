"""What a picture says of itself: its sources, the version and hash of its data, how much only a machine has read."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from dodomu.charts.dates import date_text
from dodomu.charts.labels import form, number, words
from dodomu.dataset.fingerprint import fingerprints

_NAMED = 3
_SHORT_HASH = 12


@dataclass(frozen=True)
class Stamp:
    """The footer of a picture in words, and what is written into its file."""

    lines: tuple[str, ...]
    meta: dict[str, Any]


class Shown(Protocol):
    """What is drawn: a row with its id and with who has checked it."""

    id: str
    review: str


def stamp(
    ds: Any,
    items: Sequence[Shown],
    lang: str,
    known: bool = False,
    beside: Sequence[Shown] = (),
    notes: Sequence[str] = (),
    articles: Collection[str] | None = None,
) -> Stamp:
    """Say where the drawn rows come from and how far to trust them.

    Parameters
    ----------
    items
        The rows drawn.
    known
        Whether they are of the curated reference.
    beside
        Rows of the curated reference that are drawn beside them.
    notes
        What a reader must know of how this was drawn.
    articles
        The articles that the drawn rows are of; all of the dataset where none are named.
    """
    if known:
        return _of_reference(ds, items, lang)
    say = words(lang)["footer"]
    source = _sources(ds, lang, articles)
    machine = sum(item.review == "machine" for item in items)
    key = "machine_none" if not machine else "machine_all" if machine == len(items) else "machine_some"
    origin = say["data" if ds.version else "data_unreleased"]
    data = origin.format(version=ds.version, hash=ds.content_hash[:_SHORT_HASH])
    review = [say[key].format(n=number(machine), all=number(len(items)))] if items else []
    review += withdrawn_line(ds, lang)
    meta = {"source": source, **made_of(ds, [item.id for item in items], machine)}
    if not beside:
        return Stamp((*notes, source, data, *review), meta)
    return Stamp(
        (*notes, source, data, *review, _curated(beside, lang)), meta | {"known_releases": [row.id for row in beside]}
    )


def withdrawn_line(ds: Any, lang: str) -> list[str]:
    """Say how many records were withdrawn from a dataset; nothing where none was.

    Examples
    --------
    >>> from dodomu.dataset import Dataset
    >>> withdrawn_line(Dataset({}), "en")
    []
    """
    n = len(ds.withdrawn.by_record)
    say = words(lang)["footer"]
    return [say["withdrawn"].format(n=number(n), records=form(n, say["records"], lang))] if n else []


def _of_reference(ds: Any, rows: Sequence[Shown], lang: str) -> Stamp:
    say = words(lang)["footer"]
    data = say["data" if ds.version else "data_unreleased"].format(
        version=ds.version, hash=ds.content_hash[:_SHORT_HASH]
    )
    meta = {
        "source": say["source_known"],
        **made_of(ds, [], 0),
        "known_releases": [row.id for row in rows],
    }
    return Stamp((say["source_known"], data, _curated(rows, lang), *withdrawn_line(ds, lang)), meta)


def _curated(rows: Sequence[Shown], lang: str) -> str:
    one = sum(row.review == "one" for row in rows)
    say = words(lang)["footer"]
    counts = {"all": number(len(rows)), "two": number(len(rows) - one), "one": number(one)}
    return say["curated"].format(rows=form(len(rows), say["rows"], lang), **counts)


def made_of(ds: Any, ids: Sequence[str], machine_read: int) -> dict[str, Any]:
    """Give what a file says of the data in it, so that `dodomu.recall` can tell what became of each row since.

    Parameters
    ----------
    ids
        The records in it.
    machine_read
        How many of them only a machine has read.

    Examples
    --------
    >>> from dodomu.dataset import Dataset
    >>> from dodomu.tables import frames
    >>> sorted(made_of(Dataset(frames(None)), [], 0))
    ['content_hash', 'fingerprints', 'machine_read', 'rows', 'version']
    """
    return {
        "version": ds.version,
        "content_hash": ds.content_hash,
        "machine_read": machine_read,
        "rows": list(ids),
        "fingerprints": fingerprints(ds, ids),
    }


def _sources(ds: Any, lang: str, articles: Collection[str] | None) -> str:
    """Name each publisher once: with the day of its one article, or with the number of its articles."""
    say = words(lang)["footer"]
    by_name: dict[str, list[dict[str, Any]]] = {}
    for article in ds.articles.to_dicts():
        if articles is not None and article["article_id"] not in articles:
            continue
        if name := article["publisher"] or article["title"]:
            by_name.setdefault(name, []).append(article)
    if not by_name:
        return say["source_unknown"]
    names = [_source(name, articles, lang) for name, articles in by_name.items()]
    listed = "; ".join(names[:_NAMED])
    if len(names) > _NAMED:
        listed += " " + say["more"].format(n=number(len(names) - _NAMED))
    return say["source" if len(names) == 1 else "sources"].format(names=listed)


def _source(name: str, articles: list[dict[str, Any]], lang: str) -> str:
    if len(articles) > 1:
        return f"{name} ({number(len(articles))} {form(len(articles), words(lang)['chart']['articles'], lang)})"
    published = articles[0]["published"]
    if not published:
        return name
    return words(lang)["footer"]["published"].format(name=name, day=date_text(published, lang, "span"))
