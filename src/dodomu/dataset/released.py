"""The released versions: those that came with the package, or those where ``DODOMU_DATA`` points."""

import os
import re
from pathlib import Path
from typing import Literal, overload

import polars as pl

from dodomu.dataset.manifest import NAME
from dodomu.dataset.names import TableName, VersionName
from dodomu.dataset.read import Dataset
from dodomu.errors import NoDataset, UnknownVersion, did_you_mean
from dodomu.tables import table_of

_VERSION = re.compile(r"(0|[1-9][0-9]{0,8})\.(0|[1-9][0-9]{0,8})\.(0|[1-9][0-9]{0,8})")

_PACKAGE = Path(__file__).resolve().parents[1]
# In a wheel the versions lie inside the package; in a working copy they lie where people read them.
_HOMES = (_PACKAGE / "_released", _PACKAGE.parents[1] / "dataset")


def is_version(name: str) -> bool:
    """Tell whether a name is a version number.

    Examples
    --------
    >>> is_version("0.1.0"), is_version("0.01.0"), is_version("v1"), is_version("٠.١.٠"), is_version("0.1.0\\n")
    (True, False, False, False, False)
    """
    return _VERSION.fullmatch(name) is not None


def numbers(version: str) -> tuple[int, int, int]:
    """Give the three numbers of a version, by which versions are in order.

    Examples
    --------
    >>> sorted(["0.10.0", "0.9.0"], key=numbers)
    ['0.9.0', '0.10.0']
    """
    major, minor, patch = version.split(".")
    return int(major), int(minor), int(patch)


def versions() -> list[str]:
    """Name the released versions of the data, oldest first."""
    home = _home()
    return versions_in(home) if home else []


def versions_in(folder: Path) -> list[str]:
    """Name the versions that a folder of versions holds, oldest first."""
    if not folder.is_dir():
        return []
    found = [path.name for path in folder.iterdir() if is_version(path.name) and (path / NAME).is_file()]
    return sorted(found, key=numbers)


def path_of(version: VersionName | str | None = None) -> Path:
    """Give the folder of a released version, the newest if none is named.

    Examples
    --------
    >>> path_of("9.9.9")
    Traceback (most recent call last):
    dodomu.errors.UnknownVersion: no version «9.9.9» of the data; ...
    """
    known = versions()
    if version is None and known:
        version = known[-1]
    if version not in known:
        there = did_you_mean(version or "", known)
        raise UnknownVersion(
            f"no version «{version or 'newest'}» of the data; {there}; others open by path or address: dodomu.open"
        )
    return _home() / version


@overload
def load(
    table: TableName, version: VersionName | str | None = None, *, lazy: Literal[False] = False
) -> pl.DataFrame: ...
def located(one: str | Path) -> str | Path:
    """Find what is meant by a version's number or by a path: a path that is there comes first.

    Examples
    --------
    >>> located("build"), str(located("9.9.9/"))
    ('build', '9.9.9/')
    >>> located("9.9.9")
    Traceback (most recent call last):
    dodomu.errors.UnknownVersion: no version «9.9.9» of the data; ...
    """
    is_number = isinstance(one, str) and is_version(one) and not Path(one).exists()
    return path_of(one) if is_number else one


@overload
def load(table: TableName, version: VersionName | str | None = None, *, lazy: Literal[True]) -> pl.LazyFrame: ...
def load(
    table: TableName, version: VersionName | str | None = None, *, lazy: bool = False
) -> pl.DataFrame | pl.LazyFrame:
    """Load a table of a released version. Never writes.

    Parameters
    ----------
    table
        Its name: ``events``, ``quotes``, ``mentions``, ``articles``, ``actors``, ``evidence``, ``gaps``,
        ``known_releases`` or ``history``; `describe` says what each holds.
    version
        The version of the data (`versions` names them); the newest if none is named.
    lazy
        Give a query that reads only what it needs, instead of the table.

    Examples
    --------
    >>> load("quote")
    Traceback (most recent call last):
    dodomu.errors.UnknownTable: no table «quote»; did you mean «quotes»? There are: articles, quotes, ...
    """
    table_of(table)
    dataset = Dataset.of_folder(path_of(version))
    return dataset.lazy(table) if lazy else dataset.table(table)


def _home() -> Path | None:
    if named := os.environ.get("DODOMU_DATA"):
        if not Path(named).is_dir():
            raise NoDataset(f"{named}: no such folder; DODOMU_DATA names the folder that holds the versions")
        return Path(named)
    return next((home for home in _HOMES if home.is_dir()), None)
