"""Where articles come from: text files with a sidecar, folders of them, JSON Lines, one pasted text.

Nothing an article says is changed on the way in: its text is the decoded file, byte-order mark, carriage returns
and all, for every offset of the dataset points into it.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path

from dodomu.errors import BadInput
from dodomu.models import Article
from dodomu.sources.jsonl import read_jsonl
from dodomu.sources.locate import Located, locate
from dodomu.sources.seed import read_pasted, read_seed

__all__ = ["Located", "locate", "read", "read_located", "read_pasted"]


def read(paths: Iterable[str | Path]) -> Iterator[Article | BadInput]:
    """Read the articles at some paths, in the order given, folders in the order of their files' names.

    Parameters
    ----------
    paths
        ``.txt`` files (with ``NAME.toml`` beside them, if there is one), ``.jsonl`` files, and folders of both.

    Yields
    ------
    Article or BadInput
        What could not be read comes back too, as the error that says why, so that the caller decides
        whether to go on.

    Examples
    --------
    >>> [fault] = read(["nowhere.txt"])
    >>> print(fault)
    nowhere.txt: no such file or folder; check the path
    """
    for found in locate(paths):
        yield from read_located(found)


def read_located(found: Located | BadInput) -> Iterator[Article | BadInput]:
    """Read one file that `locate` found; what it could not find passes through."""
    if isinstance(found, BadInput):
        yield found
    elif found.path.suffix.lower() == ".jsonl":
        yield from read_jsonl(found)
    else:
        yield read_seed(found)
