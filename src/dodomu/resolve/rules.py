"""Ordered lists of small named rules: the first that has something to say decides."""

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

Rule = Callable[..., Any]
"""Takes what is judged, gives a verdict or None; its docstring says why."""


class Verdict(NamedTuple):
    """What was decided, by which rule and for which reason."""

    value: Any
    rule: str
    reason: str


def decide(rules: Sequence[Rule], *judged: Any) -> Verdict | None:
    """Ask the rules in their order.

    Examples
    --------
    >>> def equal(a, b):
    ...     '''They are the same.'''
    ...     return True if a == b else None
    >>> decide([equal], 1, 1)
    Verdict(value=True, rule='equal', reason='They are the same.')
    >>> decide([equal], 1, 2) is None
    True
    """
    for rule in rules:
        value = rule(*judged)
        if value is not None:
            return Verdict(value, rule.__name__, (rule.__doc__ or "").strip())
    return None
