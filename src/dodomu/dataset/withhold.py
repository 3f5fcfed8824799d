"""The rule on persons: a release lists those who speak or act in public; all others appear by role, without a name.

Names of people who were held, of their relatives and of minors are no value of any table. In a passage of an article
whose text is shared they stand as the article has them; in one whose text is not, a bar covers them.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence

import polars as pl

from dodomu.dataset.naming import Naming
from dodomu.dataset.persons import Name, People, name_of, people_of, same, unnamed, words
from dodomu.models import TABLES, Article, Gap
from dodomu.tables import frame

REASON = "withheld: not a person who speaks or acts in public"

_PASSAGES = {
    "articles": ("text", "title"),
    "quotes": ("text", "speaker_text", "cue"),
    "mentions": ("trigger",),
    "evidence": ("exact",),
}
"""Columns with words of an article, which stand as they are where its text is shared."""

_WHO = ("speaker", "speaker_text", "agents", "mediators", "asserted_by")
_ADDRESSES = ("url", "source_url")


def withhold(
    tables: Mapping[str, pl.DataFrame], articles: Sequence[Article], people: People | None = None
) -> tuple[dict[str, pl.DataFrame], tuple[str, ...]]:
    """Apply the rule to the tables of a release.

    Parameters
    ----------
    tables
        The frames, by name.
    articles
        The articles they were read from, with what their sidecars say of sharing and of who is public.
    people
        Who is public and who is not, if somebody has judged that already.

    Returns
    -------
    tables
        The frames as they may be released.
    names
        Whom they would have listed but for the rule.
    """
    people = people or people_of(tables, articles)
    shared = {article.article_id for article in articles if article.share_text}
    listed = _listed(tables, people)
    made = _by_role(tables, people, listed)
    made = {name: _without_names(name, rows, _Eyes(people, shared)) for name, rows in made.items()}
    made["gaps"] = _with_gaps(tables, made)
    return made, tuple(dict.fromkeys(people.private[name] for name in listed))


def named_still(
    tables: Mapping[str, pl.DataFrame], articles: Sequence[Article], judged_by: Mapping, people: People | None = None
) -> list[str]:
    """Look through every cell of a release for a name that must not be there; say where, a line each.

    Parameters
    ----------
    tables
        What is to be released.
    articles
        The articles it was read from.
    judged_by
        The frames before the rule was applied: what was listed there tells who is private.
    people
        As for `withhold`.
    """
    people = people or people_of(judged_by, articles)
    eyes = _Eyes(people, {article.article_id for article in articles if article.share_text})
    return [fault for name, rows in tables.items() for fault in _faults(name, rows, eyes)]


class _Eyes:
    """Which names are sought in which cell."""

    def __init__(self, people: People, shared: set[str]):
        self._values = Naming(people.private, people.public)
        self._passages = Naming([*people.private, *people.alone], people.public)
        self.shared = shared

    def on(self, name: str, column: str, row: Mapping) -> Naming | None:
        """Give what finds names in a cell; None where they may stand."""
        if column not in _PASSAGES.get(name, ()):
            return self._values
        return None if row["article_id"] in self.shared else self._passages


def _faults(name: str, rows: pl.DataFrame, eyes: _Eyes) -> Iterator[str]:
    for row in rows.iter_rows(named=True):
        for column, value in row.items():
            if (naming := eyes.on(name, column, row)) is None:
                continue
            for text in value if isinstance(value, list) else [value]:
                if isinstance(text, str) and (naming.in_address if column in _ADDRESSES else naming.names)(text):
                    key = " / ".join(str(row[part]) for part in TABLES[name].key)
                    yield f"{name}.{column} of {key}: names somebody who does not speak or act in public"


def _listed(tables: Mapping[str, pl.DataFrame], people: People) -> list[Name]:
    """Find the private persons whom the tables list as speakers and actors."""
    names = (name_of(one) for one in tables["actors"]["name"])
    return list(dict.fromkeys(name for name in names if name in people.private))


def _by_role(tables: Mapping[str, pl.DataFrame], people: People, listed: Sequence[Name]) -> dict[str, pl.DataFrame]:
    """Put roles in the place of names, and take the actors out who bear them."""
    of_actor = {one: name_of(name) for one, name in tables["actors"].select("actor_id", "name").iter_rows()}
    lost = {one: _role(people, name) for one, name in of_actor.items() if name in listed}
    role = {name: _role(people, name_of(name)) for name in _written(tables) if name_of(name) in listed}
    made = dict(tables)
    gone = pl.col("actor_id").is_in(list(lost))
    made["actors"] = tables["actors"].filter(~gone)
    theirs = pl.col("speaker_id").is_in(list(lost)) | pl.col("speaker").is_in(list(role))
    by_id = pl.col("speaker_id").replace_strict(list(lost), list(lost.values()), default=None, return_dtype=pl.String)
    made["quotes"] = tables["quotes"].with_columns(
        pl.when(theirs.fill_null(False))
        .then(pl.coalesce(by_id, _renamed("speaker", role)))
        .otherwise("speaker")
        .alias("speaker"),
        *(
            pl.when(theirs.fill_null(False)).then(None).otherwise(column).alias(column)
            for column in ("speaker_text", "speaker_id")
        ),
    )
    made["mentions"] = tables["mentions"].with_columns(_renamed("asserted_by", role))
    for name in ("mentions", "events"):
        kept = ~pl.element().is_in(list(role))
        made[name] = made[name].with_columns(pl.col("agents", "mediators").list.eval(pl.element().filter(kept)))
    private = Naming(listed, people.public)
    made["evidence"] = _filtered(
        tables["evidence"], lambda row: row["field"] not in _WHO or not private.names(row["exact"])
    )
    return made


def _written(tables: Mapping[str, pl.DataFrame]) -> set[str]:
    """Give every name as the tables write it."""
    columns = [tables["quotes"]["speaker"], tables["mentions"]["asserted_by"], tables["actors"]["name"]]
    columns += [tables[name][column].explode() for name in ("mentions", "events") for column in ("agents", "mediators")]
    return {name for column in columns for name in column.drop_nulls()}


def _role(people: People, name: Name) -> str:
    """Say in what role somebody appears: the one the article gives, if it gives away nothing else."""
    role = next((role for one, role in people.roles.items() if one == name or same(one, name)), None)
    if role is None or any(stem in role.casefold() for stem in words("health")):
        return unnamed()
    return role


def _renamed(column: str, role: Mapping[str, str]) -> pl.Expr:
    return pl.col(column).replace(list(role), list(role.values())) if role else pl.col(column)


def _without_names(name: str, rows: pl.DataFrame, eyes: _Eyes) -> pl.DataFrame:
    """Cover the names that are left in notes and passages; keys stay, for `named_still` to speak of."""
    ids = {column for column in rows.columns if column.endswith("_id") or column in TABLES[name].key}
    changed = []
    for row in rows.iter_rows(named=True):
        new = dict(row)
        for column, value in row.items():
            naming = eyes.on(name, column, row)
            if column in ids or value is None or naming is None:
                continue
            if column in _ADDRESSES:
                new[column] = _addresses(value, naming)
            elif column in _WHO:
                new[column] = _nobody(value, naming)
            elif isinstance(value, list):
                new[column] = [naming.masked(one) for one in value]
            elif isinstance(value, str):
                new[column] = naming.masked(value)
        if name == "articles" and row["article_id"] not in eyes.shared:
            new["text"] = None
        changed.append(new)
    return pl.DataFrame(changed, schema=rows.schema, orient="row") if changed else rows


def _nobody(value: str | list[str], naming: Naming) -> str | list[str]:
    """Whoever is left under another form of the name is nobody either."""
    if isinstance(value, list):
        return [one for one in value if not naming.names(one)]
    return unnamed() if naming.names(value) else value


def _addresses(value: str | list[str], naming: Naming) -> str | list[str] | None:
    if isinstance(value, list):
        return [one for one in value if not naming.in_address(one)]
    return None if naming.in_address(value) else value


def _filtered(rows: pl.DataFrame, keep: Callable[[dict], bool]) -> pl.DataFrame:
    return rows.filter(pl.Series([keep(row) for row in rows.iter_rows(named=True)], dtype=pl.Boolean))


def _with_gaps(before: Mapping[str, pl.DataFrame], made: Mapping[str, pl.DataFrame]) -> pl.DataFrame:
    """Say of every cell that the rule emptied why it is empty."""
    there = set(made["gaps"].select("record_id", "field").iter_rows())
    added = []
    for name, key in (
        ("quotes", "quote_id"),
        ("mentions", "mention_id"),
        ("events", "event_id"),
        ("articles", "article_id"),
    ):
        for was, is_ in zip(before[name].iter_rows(named=True), made[name].iter_rows(named=True), strict=True):
            for column, value in is_.items():
                emptied = value in (None, []) and was[column] not in (None, [])
                if emptied and (is_[key], column) not in there:
                    reason = "the text may not be shared" if (name, column) == ("articles", "text") else REASON
                    added.append(Gap(record_id=is_[key], field=column, reason=reason))
    return pl.concat([made["gaps"], frame("gaps", added)])
