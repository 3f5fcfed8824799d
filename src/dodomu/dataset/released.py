"""The released versions that came with the package."""

import re
from pathlib import Path

import polars as pl

from dodomu.dataset.manifest import NAME
from dodomu.dataset.read import Dataset
from dodomu.errors import UnknownVersion, did_you_mean
from dodomu.tables import table_of

_VERSION = re.compile(r"(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)")

_PACKAGE = Path(__file__).resolve().parents[1]
# In a wheel the versions lie inside the package; in a working copy they lie where people read them.
_HOMES = (_PACKAGE / "_released", _PACKAGE.parents[1] / "dataset")


def is_version(name: str) -> bool:
    """Tell whether a name is a version number.

    Examples
    --------
    >>> is_version("0.1.0"), is_version("0.01.0"), is_version("v1")
    (True, False, False)
    """
    return _VERSION.fullmatch(name) is not None


def versions() -> list[str]:
    """Name the released versions of the data, oldest first."""
    home = _home()
    found = [path.name for path in home.iterdir() if is_version(path.name) and (path / NAME).is_file()] if home else []
    return sorted(found, key=_as_numbers)


def path_of(version: str | None = None) -> Path:
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
        raise UnknownVersion(f"no version «{version or 'newest'}» of the data; {did_you_mean(version or '', known)}")
    return _home() / version


def load(table: str, version: str | None = None) -> pl.DataFrame:
    """Load a table of a released version, the newest if none is named. Never writes.

    Examples
    --------
    >>> load("quote")
    Traceback (most recent call last):
    dodomu.errors.UnknownTable: no table «quote»; did you mean «quotes»? There are: articles, quotes, ...
    """
    table_of(table)
    return Dataset.of_folder(path_of(version)).table(table)


def _home() -> Path | None:
    return next((home for home in _HOMES if home.is_dir()), None)


def _as_numbers(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in version.split("."))
