"""SQL over the tables of a dataset."""

from collections.abc import Mapping

import polars as pl

from dodomu.errors import BadQuery


def ask(query: str, tables: Mapping[str, pl.DataFrame]) -> pl.DataFrame:
    """Answer a query in the SQL of polars."""
    try:
        with pl.SQLContext(tables, eager=True) as context:
            return context.execute(query)
    except (pl.exceptions.PolarsError, pl.exceptions.PanicException) as error:
        said = " ".join(str(error).split())
        raise BadQuery(f"the query cannot be answered: {said}; the tables are: {', '.join(tables)}") from None
