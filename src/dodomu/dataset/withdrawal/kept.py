"""``withdrawn.toml``, beside the articles: what must not come back with the next build.

It holds no words that are withdrawn, only their checksums: with these they are found in the articles again.
"""

from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Annotated

import polars as pl
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from dodomu.dataset.tombstones import Withdrawn
from dodomu.dataset.withdrawal.cover import is_telling
from dodomu.dataset.withdrawal.redact import Order, redact
from dodomu.errors import BadInput, MissingExtra
from dodomu.models import Article, Tombstone
from dodomu.models.tombstone import Id
from dodomu.toml import toml_tables
from dodomu.whole import whole_file

NAME = "withdrawn.toml"
"""The name of the file, which stands beside the articles."""

_HEAD = "# What was withdrawn from the dataset and must not come back: see docs/withdrawal.md.\n"
_LARGEST = 1 << 24
Digest = Annotated[str, Field(pattern="^[0-9a-f]{64}$")]


class Words(BaseModel):
    """Withdrawn words, by their checksum: so many code points of an article, or of its title."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    article: Id
    length: Annotated[int, Field(ge=1)]
    sha256: Digest


class Kept(Tombstone):
    """An entry of ``withdrawn.toml``: a tombstone, and by what the record is known when it comes again.

    Attributes
    ----------
    ids
        Other ids under which it was known.
    sha256
        The checksum of the file of a withdrawn article.
    words
        Its words, where they tell it from others.
    """

    ids: list[Id] = []
    sha256: list[Digest] = []
    words: list[Words] = []

    @property
    def stone(self) -> Tombstone:
        """What may be published of it."""
        return Tombstone(**{name: getattr(self, name) for name in Tombstone.model_fields})


def read(path: str | Path) -> list[Kept]:
    """Read what was withdrawn; nothing where there is no file.

    Examples
    --------
    >>> read("nowhere/withdrawn.toml")
    []
    """
    path = Path(path)
    try:
        if path.stat().st_size > _LARGEST:
            raise BadInput(path, f"is larger than {_LARGEST >> 20} MiB; put the right file there")
        data = path.read_bytes()
    except FileNotFoundError:
        return []
    except OSError as error:
        raise BadInput(path, f"cannot be read ({error.strerror}); check its permissions") from None
    return parse(data, path.name)


def parse(data: bytes, source: str) -> list[Kept]:
    """Read the entries that bytes hold.

    Examples
    --------
    >>> parse(b"[withdrawn]", "withdrawn.toml")
    Traceback (most recent call last):
    dodomu.errors.BadInput: withdrawn.toml: every entry begins with [[withdrawn]]; correct it
    """
    tables = toml_tables(data, source)
    entries = tables.get("withdrawn", [])
    if set(tables) - {"withdrawn"} or not isinstance(entries, list):
        raise BadInput(source, "every entry begins with [[withdrawn]]; correct it")
    found = []
    for number, entry in enumerate(entries, 1):
        try:
            found.append(Kept.model_validate(entry))
        except ValidationError as error:
            first = error.errors(include_url=False)[0]
            where = ".".join(map(str, first["loc"]))
            raise BadInput(f"{source}, entry {number}", f"«{where}» is wrong: {first['msg']}; correct it") from None
    return found


def append(path: str | Path, entries: Sequence[Kept]) -> None:
    """Write entries down at the end of the file, without those that stand there."""
    try:
        import tomlkit
    except ImportError as error:
        raise MissingExtra("writing down what is withdrawn", "extract") from error
    path = Path(path)
    known = {one.id for one in read(path)}
    new = [one for one in entries if one.id not in known]
    if not new:
        return
    before = path.read_bytes().decode("utf-8-sig") if path.exists() else _HEAD
    dumped = [one.model_dump(exclude_defaults=True) for one in new]
    text = before.rstrip("\n") + "\n\n" + tomlkit.dumps({"withdrawn": dumped})
    parse(text.encode(), path.name)  # nothing is written that cannot be read again
    with whole_file(path) as part:
        part.write_bytes(text.encode())


def words_of(found: Mapping[str, Iterable[str]]) -> list[Words]:
    """Give the checksums of passages, by article: of those that tell what was said."""
    return [
        Words(article=article, length=len(one), sha256=sha256(one.encode()).hexdigest())
        for article in sorted(found)
        for one in sorted(found[article])
        if is_telling(one)
    ]


def left_out(entries: Iterable[Kept], article: Article) -> Kept | None:
    """Give the withdrawal that an article fell under, by its id or by its bytes."""
    return next(
        (
            one
            for one in entries
            if one.kind == "article" and (one.id == article.article_id or article.sha256 in one.sha256)
        ),
        None,
    )


def without_withdrawn(tables: Mapping[str, pl.DataFrame], entries: Sequence[Kept]) -> dict[str, pl.DataFrame]:
    """Give tables just built without what was withdrawn before."""
    if not entries:
        return dict(tables)
    records = {one for entry in entries for one in (*entry.records, *entry.ids)}
    articles = {entry.id for entry in entries if entry.kind == "article"}
    rows = {row["article_id"]: row for row in tables["articles"].iter_rows(named=True)}
    passages = {
        passage
        for entry in entries
        for words in entry.words
        if words.article in rows
        for text in (rows[words.article]["text"], rows[words.article]["title"])
        for passage in _found(text or "", words)
    }
    return redact(tables, Order(frozenset(records), frozenset(articles), tuple(sorted(passages)))).tables


def withdrawn_of(entries: Iterable[Kept]) -> Withdrawn | None:
    """Give the tombstones of all entries."""
    stones = tuple(one.stone for one in entries)
    return Withdrawn(stones) if stones else None


def _found(text: str, words: Words) -> set[str]:
    places = (text[at : at + words.length] for at in range(len(text) - words.length + 1))
    return {one for one in places if sha256(one.encode()).hexdigest() == words.sha256}
