"""The README of a dataset: what it is, what it is not, and its dictionary."""

from collections.abc import Mapping

import polars as pl

from dodomu.dataset.dictionary import dictionary
from dodomu.models import TABLES

_TEXT = """\
# Додому{of_version}

Events (who was released, pardoned, exchanged or brought home: how many, when, from where to where, by whom,
thanks to whom) and quotes (who said what, when, through whom), read from Ukrainian news articles.
Every cell stands on words: `evidence` says which passage of which article, and which rule read it.

## What is here

{counts}

Each table is there as Parquet and as CSV (UTF-8; an empty cell is null; lists are joined with `;`).
`schemas/` holds the JSON Schema of every table, `datapackage.json` describes them for other tools (Data Package 2),
`manifest.json` has the SHA-256 of every file and the content hash of every table, and `sha256sum -c SHA256SUMS` checks
the files. The content hash of this dataset is `{content_hash}`.

```python
import dodomu

{example}
```

## How it was made

Rules read the articles; no model was trained and nothing was guessed. What cannot be told is empty, and `gaps` says
why. `mentions` keeps what each article claims; `events` are resolved from the claims, and where claims differ,
the column `contradictions` names what on.

{review}

## What it is not

- A count of all releases. It holds what these articles say, no more; `known_releases` is a curated reference beside it,
  and not complete either.
- Proof that something happened. A claim is a claim, whoever makes it: see `asserted_by`.
- A list of the people who were held. They are counted; nobody should look here for their names.

The publication date is never taken for the date of an event. Dates are EDTF with their bounds, counts have their
bounds too, and sums over several types of event should count a `cohort_id` once: the pardon, the release and the return
may concern the same people.

## Rights

The annotations (all tables but the articles' text) are under CC BY 4.0. The text of each article stays its
publisher's: see the column `rights`.

## Data dictionary

"""


def readme(tables: Mapping[str, pl.DataFrame], version: str | None, content_hash: str) -> str:
    """Write the README of a dataset."""
    counts = "\n".join(
        ["| table | rows | |", "|---|---:|---|"]
        + [f"| `{name}` | {rows.height:,} | {TABLES[name].en} |" for name, rows in tables.items()]
    )
    head = _TEXT.format(
        of_version=f" {version}" if version else "",
        counts=counts,
        example=f'dodomu.load("events", version="{version}")' if version else 'dodomu.open("build").events',
        content_hash=content_hash,
        review=_review(tables),
    )
    return head + dictionary(list(tables))


def _review(tables: Mapping[str, pl.DataFrame]) -> str:
    """Say how much of it nobody has checked."""
    reviewed = pl.concat([tables[name]["review"] for name in ("quotes", "mentions", "events")])
    by_machine = (reviewed == "machine").sum()
    return f"Of {reviewed.len():,} quotes, mentions and events, {by_machine:,} were read by machine only (`review`)."
