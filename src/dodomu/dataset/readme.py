"""The README of a dataset, in the manner of a datasheet: what it is, how it was made, what it must not be used for."""

from collections.abc import Mapping

import polars as pl

from dodomu.dataset.about import citation, temporal_coverage
from dodomu.dataset.accuracy import accuracy
from dodomu.dataset.calibration import calibration
from dodomu.dataset.dictionary import dictionary
from dodomu.dataset.judged import curated, not_applied, reading
from dodomu.dataset.tombstones import Withdrawn
from dodomu.models import TABLES
from dodomu.models.catalog import RELEASE_ONLY

_TEXT = """\
# Додому{of_version}

Events (who was released, pardoned, exchanged or brought home: how many, when, from where to where, by whom,
thanks to whom) and quotes (who said what, when, through whom), read from Ukrainian news articles.
Every cell stands on words: `evidence` says which passage of which article, and which rule read it.

## What is here

{counts}

Each table is there as Parquet and as CSV (UTF-8; an empty cell is null; lists are joined with `;`; a text that a
spreadsheet would run as a formula has an apostrophe before it, which is no part of it).
`schemas/` holds the JSON Schema of every table. `datapackage.json` (Data Package 2), `croissant.json` (Croissant 1.0),
`dataset.jsonld` (schema.org) and `zenodo.json` describe the dataset for other tools and for archives.
`manifest.json` has the SHA-256 of every file and the content hash of every table, and `sha256sum -c SHA256SUMS` checks
the files. The content hash of this dataset is `{content_hash}`.

```python
import dodomu

{example}
```

## What it covers, and what an absence means

{coverage}

- Covered is what these articles say of releases from captivity, of what surrounds them, and of who said what. Nothing
  was added from elsewhere; `known_releases` is a curated reference beside it, with sources of its own.
- A release that is not here was not in these articles, or was not recognised: its absence says nothing of the world.
- An empty cell means that the article does not say, or that it cannot be told: `gaps` gives the reason.
- Zero is a number that an article states. It never stands for «unknown».
- An event has the articles that mention it in `n_articles`; two events may still be one that nobody could join.

## How it was made

Rules read the articles; no model was trained and nothing was guessed. What cannot be told is empty, and `gaps` says
why. `mentions` keeps what each article claims; `events` are resolved from the claims, and where claims differ,
the column `contradictions` names what on.

{review}

## How accurate it is

{accuracy}

### How sure a row is

{calibration}

## Two kinds of dates

When something happened or was said stands in `date`, when an article told it in `published` and `first_reported`: what
sources say. When a row came into this dataset, last changed, was merged into another or withdrawn stands in `history`,
by version of the data: what we did. An id in `history` with `merged_into` leads to the row that has its place now.

The publication date is never taken for the date of an event. Dates are EDTF with their bounds, counts have their
bounds too, and sums over several types of event should count a `cohort_id` once: the pardon, the release and the return
may concern the same people.

## What it must not be used for

- As a count of all releases. It holds what these articles say, no more.
- As proof that something happened. A claim is a claim, whoever makes it: see `asserted_by`.
- To find, identify or trace people who were held, their relatives, or minors.
- To judge what somebody said without reading the passage in the article: a rule cut it out.

## Personal data

{persons}

{withdrawn}## Rights

The annotations (all tables but the articles' text) are under CC BY 4.0. The text of each article stays its
publisher's: see the column `rights`.

## How to cite it

> {citation}

A version never changes: the number and the content hash together say exactly what was used.{changes}

## Data dictionary

"""

RIGHTS = "## Rights"
"""Before this heading a README tells what was withdrawn."""

_RELEASED = """\
Listed by name are persons who speak or act in public: officials, spokespeople, envoys, politicians, experts,
journalists. People who were held, their relatives and minors are counted, never listed; where one of them speaks, the
role stands in the place of the name. Where the text of an article may be shared, it is as it was published. Where it
may not, `articles.text` is empty, and in its passages a bar (█) covers every letter of such a name, so that offsets
still count.
Whoever finds themselves here against this rule can have it mended in the next version."""

_BUILT = """\
This dataset was built, not released: everybody who speaks or acts is listed as the articles name them, people who were
held and their relatives too. Pass on only what `dodomu release` wrote, which lists those who speak or act in public."""


def readme(
    tables: Mapping[str, pl.DataFrame], version: str | None, content_hash: str, withdrawn: Withdrawn | None = None
) -> str:
    """Write the README of a dataset."""
    counts = "\n".join(
        ["| table | rows | |", "|---|---:|---|"]
        # how long the history is depends on the versions before, what this one holds does not
        + [f"| `{name}` | {_count(name, rows)} | {TABLES[name].en} |" for name, rows in tables.items()]
    )
    head = _TEXT.format(
        of_version=f" {version}" if version else "",
        counts=counts,
        example=f'dodomu.load("events", version="{version}")' if version else 'dodomu.open("build").events',
        content_hash=content_hash,
        coverage=coverage(tables),
        review=reading_told(tables),
        accuracy=accuracy(),
        calibration=calibration(tables),
        citation=citation(version, content_hash),
        persons=_RELEASED if version else _BUILT,
        withdrawn=stones_told(withdrawn) if withdrawn else "",
        changes=" What it changed stands in `CHANGELOG.md`." if version else "",
    )
    return head + dictionary(list(tables))


def _count(name: str, rows: pl.DataFrame) -> str:
    return "" if name in RELEASE_ONLY else f"{rows.height:,}"


def coverage(tables: Mapping[str, pl.DataFrame]) -> str:
    """Say how many articles of whom and when it covers."""
    articles = tables["articles"]
    when = temporal_coverage(articles)
    published = f"published {when.replace('/', ' to ')}" if when else "of unknown dates"
    publishers = ", ".join(sorted(articles["publisher"].drop_nulls().unique()))
    number = "1 article" if articles.height == 1 else f"{articles.height:,} articles"
    return f"{number}, {published}{f', of: {publishers}' if publishers else ''}."


def reading_told(tables: Mapping[str, pl.DataFrame]) -> str:
    """Say how far people have read it, what they changed, and what of it could not be applied."""
    counted = reading(tables)
    rows, read = sum(one.rows for one in counted), sum(one.read for one in counted)
    said = [
        f"Of {rows:,} quotes, mentions and events, {rows - read:,} were read by machine only (`review`):",
        "; ".join(str(one) for one in counted) + ".",
    ]
    if changed := curated(tables):
        said.append(
            f"{_number(changed, 'row')} {'carries' if changed == 1 else 'carry'} a person's decision (`curated`)."
        )
    if lost := not_applied(tables):
        said.append(
            f"\n\nDecisions on {_number(len(lost), 'record')} could not be applied, or a later one holds instead:\n"
        )
        said += [f"\n- {_plain(record)}: {_plain(why)}" for record, why in lost[:_MOST]]
        if len(lost) > _MOST:
            said.append(f"\n- and {len(lost) - _MOST:,} more; see `gaps` where `field` is `curated`")
    return " ".join(said).replace(" \n", "\n")


def stones_told(withdrawn: Withdrawn) -> str:
    """Tell what was withdrawn, by whom, when and why; it ends with an empty line."""
    rows = [
        f"| {_plain(stone.id)} | {stone.kind} | {stone.on} | {_plain(stone.by)} | {_plain(stone.why)} | "
        f"{', '.join(stone.versions)} |"
        for stone in withdrawn.stones
    ]
    return "\n".join([*_STONES, *rows, "", ""])


_STONES = (
    "## Withdrawn",
    "",
    "These records were taken out of the versions that held them, with all that was there only through them; a bar (█)",
    "covers their words where other passages hold them. The content hash of such a version is another since then:",
    "`withdrawn.json` names those that it had, and the ids of all that went. Do not pass older copies on.",
    "",
    "| record | what | on | by | why | from |",
    "|---|---|---|---|---|---|",
)

_MOST = 50


def _number(n: int, noun: str) -> str:
    return f"{n:,} {noun}{'' if n == 1 else 's'}"


def _plain(text: str) -> str:
    """A stranger's words are no markup."""
    return "".join(f"\\{char}" if char in "\\`*_[]<>#|!" else char for char in text)
