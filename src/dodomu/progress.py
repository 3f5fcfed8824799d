"""A progress bar for long work: on a terminal only, and on stderr, for stdout is for data."""

import sys
from collections.abc import Iterable, Iterator
from typing import TypeVar

Thing = TypeVar("Thing")


def watched(things: Iterable[Thing], total: int | None = None) -> Iterator[Thing]:
    """Pass things on one by one, and show how many are through where somebody can see it.

    Examples
    --------
    >>> list(watched([1, 2, 3], 3))
    [1, 2, 3]
    """
    if not sys.stderr.isatty():
        yield from things
        return
    from rich.console import Console
    from rich.progress import track

    yield from track(things, "reading", total=total, console=Console(stderr=True), transient=True)
