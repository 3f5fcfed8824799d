"""Commands on datasets and their versions: release, diff, verify, versions, info, schema."""

import json
from pathlib import Path
from typing import Annotated

from cyclopts import Parameter
from cyclopts.validators import Number

from dodomu import __version__
from dodomu.cli.app import Data, Jobs, Json, Out, app
from dodomu.cli.streams import dataset_at, put, say, told
from dodomu.errors import one_line


@app.command(help_epilogue="Example: dodomu release --dry-run")
def release(
    *,
    seeds: Path = Path("seeds"),
    into: Path = Path("dataset"),
    as_: Annotated[str | None, Parameter(name="--as")] = None,
    dry_run: Annotated[bool, Parameter(negative="")] = False,
    jobs: Jobs = 1,
) -> None:
    """Release the next version of the data, if it differs from the newest.

    The number follows from what changed: a major step when a table, column or allowed value is gone or narrowed,
    a minor one when rows changed or something was added, a patch when only descriptions did.

    Parameters
    ----------
    seeds
        A folder of articles.
    into
        The folder of all versions; none that is there is changed.
    as_
        A larger step than the changes need, minor or major, or a version number. A smaller one is refused.
    dry_run
        Write nothing; say what would be released and what differs.
    jobs
        How many processes read the articles.
    """
    from dodomu import dataset, intake
    from dodomu.progress import watched
    from dodomu.release import release as next_version

    try:
        released = next_version(seeds, into, as_=as_, dry_run=dry_run, jobs=jobs, watch=watched, tell=say)
    except intake.BadSeeds as error:
        for fault in error.faults:
            say(str(fault))
        raise
    for name in released.withheld:
        say(f'not listed by name: {name} (if public, say so in the sidecar: public = ["{name}"])')
    if released.version is None:
        say(f"nothing differs from {released.before}; nothing was released")
        return
    if released.diff is not None:
        put(dataset.told(released.diff))
    step = f" ({released.step} step from {released.before})" if released.before else " (the first)"
    say(f"would release {released.version}{step}" if dry_run else f"released {released.path}{step}")


@app.command(help_epilogue="Example: dodomu diff 0.1.0 build\nExample: dodomu diff 0.1.0 0.2.0 --json")
def diff(
    old: str,
    new: str,
    *,
    as_json: Json = False,
    limit: Annotated[int, Parameter(validator=Number(gte=0))] = 20,
) -> None:
    """Compare two datasets: columns and allowed values, rows added, removed and revised, cell by cell.

    Parameters
    ----------
    old
        A released version, or the folder, zip file or address of a dataset.
    new
        Another.
    as_json
        Print JSON with every row and cell.
    limit
        How many rows of a table to name in the text; the counts are always of all.
    """
    from dodomu import dataset

    found = dataset.diff(old, new)
    put(json.dumps(found.to_dict(), ensure_ascii=False, default=str) if as_json else dataset.told(found, limit))


@app.command(help_epilogue="Example: dodomu verify build")
def verify(path: str | None = None) -> int:
    """Check a dataset: checksums, schemas, links, and that every piece of evidence stands in its article.

    Every fault is a line; with any, the exit status is 1. What was withdrawn is a line too, and no fault.

    Parameters
    ----------
    path
        A released version, or the folder, zip file or address of a dataset; without it, every released version.
    """
    from dodomu import dataset

    paths = [dataset.located(path)] if path else [dataset.path_of(version) for version in dataset.versions()]
    return max(map(_verified, paths), default=0)


def _verified(path: str | Path) -> int:
    from dodomu import dataset

    faults = dataset.verify(path)
    if not faults:
        ds = dataset.open(path)
        for stone in ds.withdrawn.stones:
            put(one_line(f"{ds.version or path}: withdrawn: {stone}"))
        for digest in ds.withdrawn.hashes_before:
            put(f"{ds.version or path}: its content hash was {digest}, and since a withdrawal is {ds.content_hash}")
    return told(faults, "the dataset is damaged: get it anew")


@app.command(help_epilogue="Example: dodomu versions")
def versions() -> None:
    """List the released versions of the data, oldest first."""
    from dodomu import dataset

    for version in dataset.versions():
        put(version)


@app.command(help_epilogue="Example: dodomu info --data build")
def info(*, data: Data = None) -> None:
    """Say what is here: the package, the data, its tables.

    Parameters
    ----------
    data
        A released version, or the folder, zip file or address of a dataset; without it, the newest released version.
    """
    from dodomu import dataset

    described = dataset_at(data).describe()
    put(f"package  dodomu {__version__}\nreleased {', '.join(dataset.versions())}\n\n{described}")


@app.command(help_epilogue="Example: dodomu schema --check")
def schema(*, output: Out = Path("schemas"), check: Annotated[bool, Parameter(negative="")] = False) -> int:
    """Write the JSON Schemas of all records, or check that they are up to date.

    Parameters
    ----------
    output
        The folder of schemas.
    check
        Write nothing; say what is out of date, with exit status 1.
    """
    from dodomu.dataset import schemas

    if check:
        return told(schemas.check(output), "write them anew with: dodomu schema")
    say(f"wrote {schemas.write(output)}")
    return 0
