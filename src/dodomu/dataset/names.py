"""The names of the tables and of the released versions, spelled out so that editors offer them."""

from typing import Literal

TableName = Literal[
    "articles", "quotes", "mentions", "events", "actors", "evidence", "rules", "gaps", "known_releases", "history"
]

VersionName = Literal["0.1.0", "0.2.0", "1.0.0"]
