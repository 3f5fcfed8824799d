"""What became of a promise, as far as the days tell."""

from datetime import date
from typing import Literal, get_args

from dodomu.dataset.promises.deeds import Deed
from dodomu.dataset.promises.promised import Promise

Outcome = Literal["kept", "late", "overdue", "undecidable", "open"]
OUTCOMES = get_args(Outcome)

_BEST_FIRST = ("kept", "undecidable", "late")


def outcome(promise: Promise, deed: Deed | None, until: date | None) -> Outcome:
    """Judge a promise by its deed.

    Examples
    --------
    >>> made = {"made_earliest": date(2025, 10, 1), "made_latest": date(2025, 10, 1)}
    >>> deed = Deed("e-1", None, date(2025, 12, 1), date(2025, 12, 31), {})
    >>> days = (date(2025, 12, 31), date(2025, 12, 15), date(2025, 11, 1), None)
    >>> promises = [Promise(made | {"deadline_latest": day}, {}) for day in days]
    >>> [outcome(promise, deed, None) for promise in promises]
    ['kept', 'undecidable', 'late', 'kept']
    >>> outcome(promises[0], None, date(2026, 1, 1)), outcome(promises[0], None, date(2025, 12, 31))
    ('overdue', 'open')
    """
    if deed is None:
        return "overdue" if promise.deadline and until and until > promise.deadline else "open"
    if not comes_after(promise, deed):
        return "undecidable"
    if promise.deadline is None or (deed.latest and deed.latest <= promise.deadline):
        return "kept"
    return "late" if deed.earliest > promise.deadline else "undecidable"


def comes_after(promise: Promise, deed: Deed) -> bool:
    """Tell whether a deed surely began after the promise was made: on the same day nobody can say."""
    made = promise.made[1]
    return made is not None and deed.earliest is not None and deed.earliest > made


def rank(promise: Promise, deed: Deed, until: date | None) -> int:
    """Give the place of a deed among those that may be the outcome: what is surely kept comes first."""
    return _BEST_FIRST.index(outcome(promise, deed, until))
