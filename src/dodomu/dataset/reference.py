"""The curated reference table is read from its file."""

import csv
import io
from pathlib import Path

from pydantic import ValidationError

from dodomu.errors import BadInput
from dodomu.models import KnownRelease

_RENAMED = {"from": "origin", "to": "destination"}
_LISTS = {"origin": ";", "destination": ";", "mediators": ";", "source_url": " | "}


def read(path: str | Path) -> list[KnownRelease]:
    """Read ``known_releases.tsv``: a row a release, tabs between its columns.

    Its columns «from» and «to» are the origin and the destination of the other tables. A row names its sources, its
    origin and its destination, and has a key of its own.
    """
    path = Path(path)
    try:
        text = path.read_bytes().decode("utf-8")
    except OSError as error:
        raise BadInput(path, f"cannot be read ({error.strerror})") from None
    except UnicodeDecodeError:
        raise BadInput(path, "is not UTF-8: convert it") from None
    rows = csv.DictReader(io.StringIO(text), delimiter="\t", quoting=csv.QUOTE_NONE)
    found: dict[str, KnownRelease] = {}
    for number, row in enumerate(rows, 2):
        where = f"{path}#{number}"
        if None in row:
            raise BadInput(where, "has more cells than there are columns: look for a tab too many")
        release = _release(row, where)
        if release.release_id in found:
            raise BadInput(where, f"release_id: «{release.release_id}» stands above; give the row a key of its own")
        for name in ("source_url", "origin", "destination"):
            if not getattr(release, name):
                raise BadInput(where, f"{name} is empty; fill it in")
        found[release.release_id] = release
    return list(found.values())


def _release(row: dict[str, str], where: str) -> KnownRelease:
    values = {_RENAMED.get(name, name): value for name, value in row.items() if value}
    for name, delimiter in _LISTS.items():
        if name in values:
            values[name] = values[name].split(delimiter)
    try:
        return KnownRelease.model_validate(values)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        raise BadInput(where, f"{'.'.join(map(str, first['loc']))}: {first['msg']}") from None
