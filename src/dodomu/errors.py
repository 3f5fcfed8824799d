"""What can go wrong, said in one clear line: what, where, what to do.

Every error a user can cause is a :class:`DodomuError` and, where Python has one, the builtin as well,
so that ``except KeyError`` works for whoever does not know this package.
"""

from collections.abc import Iterable
from difflib import get_close_matches

_LONGEST = 1000


def one_line(text: str) -> str:
    """Make a message of one line that no stranger's words can stretch, break or use to move a terminal's cursor.

    Examples
    --------
    >>> one_line("unknown key «\\x1b[2J»\\nin a.toml")
    'unknown key «�[2J» in a.toml'
    >>> len(one_line("x" * 10_000_000))
    1000
    """
    if len(text) > _LONGEST:  # the end says what to do
        text = f"{text[: _LONGEST - 301]}…{text[-300:]}"
    return "".join(char if char.isprintable() else "�" for char in " ".join(text.split()))


class DodomuError(Exception):
    """The base of all errors of this package.

    Examples
    --------
    >>> str(DodomuError("seed.txt is empty: put the article's text in it"))
    "seed.txt is empty: put the article's text in it"
    """

    def __str__(self) -> str:
        # KeyError would print the repr of the message.
        return one_line(" ".join(str(part) for part in self.args))


class BadInput(DodomuError, ValueError):
    """An article, its sidecar or a folder of them cannot be read.

    Parameters
    ----------
    source
        The file (or ``FILE#LINE``) that is meant.
    problem
        What is wrong with it and what to do.

    Examples
    --------
    >>> str(BadInput("a.txt", "is empty: put the article's text in it"))
    "a.txt: is empty: put the article's text in it"
    """

    def __init__(self, source: object, problem: str):
        self.source, self.problem = str(source), problem
        super().__init__(f"{source}: {problem}")


class BadOutput(DodomuError, OSError):
    """A result cannot be written where it was asked for."""


class InvalidDate(DodomuError, ValueError):
    """A date is not of the part of EDTF that the dataset allows."""


class InvalidTable(DodomuError, ValueError):
    """A table does not hold to its model."""


class UnknownTable(DodomuError, KeyError):
    """No table of this name."""


class UnknownVersion(DodomuError, KeyError):
    """No version of this number among the released ones."""


class UnknownRecord(DodomuError, KeyError):
    """No record of this id in the dataset."""


class NoDataset(DodomuError, FileNotFoundError):
    """The path holds no dataset."""


class BadQuery(DodomuError, ValueError):
    """A query that the tables cannot answer."""


class Refused(DodomuError):
    """A release that must not be: too small a step, a name that must not be there, one that is under way already."""


class MissingLibrary(DodomuError, ImportError):
    """A library that this package does not install is asked for."""


class MissingExtra(DodomuError, ImportError):
    """A library of an optional part of the package is not installed.

    Examples
    --------
    >>> str(MissingExtra("reading articles", "extract"))
    "reading articles needs more than is installed: pip install 'dodomu[extract]'"
    """

    def __init__(self, purpose: str, extra: str):
        self.extra = extra
        super().__init__(f"{purpose} needs more than is installed: pip install 'dodomu[{extra}]'")


def did_you_mean(name: str, known: Iterable[str]) -> str:
    """Name the nearest of what is known, and all of it, for the end of an error message.

    Examples
    --------
    >>> did_you_mean("event", ["events", "quotes"])
    'did you mean «events»? There are: events, quotes'
    >>> did_you_mean("x", [])
    'there are none'
    """
    known = list(known)
    if not known:
        return "there are none"
    near = get_close_matches(str(name), known, n=1)
    return (f"did you mean «{near[0]}»? There are: " if near else "there are: ") + ", ".join(known)
