"""An actor goes with the last row that refers to him, a role with the last quote that gives it."""

from collections.abc import Iterator, Mapping

import polars as pl

Tables = Mapping[str, pl.DataFrame]


def without_actors(before: Tables, after: Tables) -> tuple[pl.DataFrame, set[str]]:
    """Give the actors without those whom only rows referred to that are gone, and the ids of these."""
    from dodomu.resolve.actors import Roster

    roster = Roster()
    were, are = (set(_keys(tables, roster)) for tables in (before, after))
    lost = (were - are) & set(before["actors"]["actor_id"])
    actors = before["actors"].filter(~pl.col("actor_id").is_in(list(lost)))
    if "roles" in actors.columns:
        given, left = (set(_roles(tables)) for tables in (before, after))
        roles = [
            [role for role in known if (key, role) not in given - left]
            for key, known in actors.select("actor_id", "roles").iter_rows()
        ]
        actors = actors.with_columns(pl.Series("roles", roles, dtype=actors.schema["roles"]))
    return actors, lost


def _keys(tables: Tables, roster) -> Iterator[str]:
    yield from tables["quotes"]["speaker_id"].drop_nulls()
    names = [tables["quotes"]["carrier"], *(tables["mentions"][name].explode() for name in ("agents", "mediators"))]
    # a kind is named so that nobody's name is parsed: only the key is wanted
    yield from (roster.id_of(name, kind="body") for column in names for name in column.drop_nulls())


def _roles(tables: Tables) -> Iterator[tuple[str, str]]:
    rows = tables["quotes"].select("speaker_id", "speaker_role").drop_nulls().iter_rows()
    return ((key, role.replace(";", ",")) for key, role in rows)
