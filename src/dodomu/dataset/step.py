"""How far the version number must go: what code can decide, and nobody may decide to make smaller."""

from dodomu.dataset.diff import Diff
from dodomu.dataset.released import is_version, numbers
from dodomu.errors import Refused, UnknownVersion

STEPS = ("patch", "minor", "major")
"""From the smallest to the largest."""

FIRST = "0.1.0"


def step_of(found: Diff) -> str | None:
    """Tell the smallest step that a difference allows; None where the tables are the same.

    MAJOR when a table, column or allowed value is removed, renamed or narrowed, MINOR when rows change in any
    way or something is added.

    Examples
    --------
    >>> step_of(Diff("0.1.0", "build")) is None
    True
    """
    if any(change.breaking for change in found.columns):
        return "major"
    return "minor" if found else None


def next_version(newest: str | None, step: str | None, asked: str | None = None) -> str:
    """Name the next version.

    Parameters
    ----------
    newest
        The version before; None when there is none.
    step
        The smallest step allowed.
    asked
        A larger step, or a version number, if somebody wants another than the smallest.

    Examples
    --------
    >>> next_version("0.1.3", "minor"), next_version("0.1.3", "minor", "major"), next_version(None, None)
    ('0.2.0', '1.0.0', '0.1.0')
    >>> next_version("0.1.3", "minor", "patch")
    Traceback (most recent call last):
    dodomu.errors.Refused: patch is too small a step from 0.1.3: what changed needs minor, 0.2.0 or more; leave out --as
    """
    if asked is not None and asked not in STEPS and not is_version(asked):
        raise UnknownVersion(f"«{asked}» is neither a version number like 0.1.0 nor one of: {', '.join(STEPS)}")
    if newest is None:
        return asked if asked and is_version(asked) else "1.0.0" if asked == "major" else FIRST
    smallest = _stepped(newest, step)
    wanted = smallest if asked is None else _stepped(newest, asked) if asked in STEPS else asked
    if numbers(wanted) < numbers(smallest):
        raise Refused(
            f"{asked} is too small a step from {newest}: what changed needs {step}, {smallest} or more; leave out --as"
        )
    return wanted


def _stepped(version: str, step: str) -> str:
    major, minor, patch = numbers(version)
    return {
        "major": f"{major + 1}.0.0",
        "minor": f"{major}.{minor + 1}.0",
        "patch": f"{major}.{minor}.{patch + 1}",
    }[step]
