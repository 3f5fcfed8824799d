"""A version of the data is released: once, whole, and never changed."""

from collections.abc import Mapping
from pathlib import Path

import polars as pl

from dodomu.dataset.history import first_history
from dodomu.dataset.released import is_version
from dodomu.dataset.write import write
from dodomu.errors import BadOutput, UnknownVersion
from dodomu.whole import whole_folder


def release_first(tables: Mapping[str, pl.DataFrame], into: str | Path, version: str) -> Path:
    """Write the first version of the data, in which every record is new.

    Parameters
    ----------
    tables
        The frames, as `dodomu.tables.frames` makes them.
    into
        The folder of all versions.
    version
        The number of the version, such as ``0.1.0``.

    Returns
    -------
    Path
        The folder of the version.

    Raises
    ------
    UnknownVersion
        When the number is none.
    BadOutput
        When the version is there already, or cannot be written.
    """
    if not is_version(version):
        raise UnknownVersion(f"«{version}» is not a version number like 0.1.0")
    target = Path(into) / version
    if target.exists():
        raise BadOutput(f"{target}: is there already, and a released version never changes; name another version")
    with whole_folder(target) as folder:
        write({**tables, "history": first_history(tables, version)}, folder, version=version)
    return target
