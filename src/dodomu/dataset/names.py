"""The names of the tables, spelled out so that editors offer them."""

from typing import Literal

TableName = Literal[
    "articles", "quotes", "mentions", "events", "actors", "evidence", "gaps", "known_releases", "history"
]
