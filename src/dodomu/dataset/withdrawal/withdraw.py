"""A record or an article is withdrawn from every version that holds it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from pathlib import Path

from pydantic import ValidationError

from dodomu.dataset.lock import locked
from dodomu.dataset.released import versions_in
from dodomu.dataset.withdrawal import kept
from dodomu.dataset.withdrawal.plan import IDS, Plan
from dodomu.dataset.withdrawal.swap import begun, finish, replace_versions
from dodomu.errors import BadInput, NoDataset, UnknownRecord
from dodomu.models import Tombstone


@dataclass(frozen=True)
class Withdrawal:
    """What a withdrawal came to.

    Attributes
    ----------
    stone
        The tombstone.
    hashes
        For each version that was written anew, its content hash before and now.
    already
        Whether all of it had been done before.
    """

    stone: Tombstone
    hashes: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    already: bool = False


def withdraw(
    record: str,
    *,
    why: str,
    by: str,
    on: date | None = None,
    into: str | Path = "dataset",
    seeds: str | Path = "seeds",
    dry_run: bool = False,
    wait: float = 60,
) -> Withdrawal:
    """Withdraw a quote, a mention, an event or an article from every version that holds it.

    Parameters
    ----------
    record
        Its id.
    why, by, on
        What the tombstone tells: the reason, who decides, the day.
    into
        The folder of all versions.
    seeds
        The folder of the articles: its ``withdrawn.toml`` keeps the record out of what is built from now on.
    dry_run
        Write nothing; only say what would go.
    wait
        How many seconds to wait for a release to end.

    Raises
    ------
    UnknownRecord
        When no version holds it.
    InvalidTable
        When a version is damaged.

    Examples
    --------
    >>> withdraw("q-1", why="on request", by="О. Коваль", into="nowhere")
    Traceback (most recent call last):
    dodomu.errors.NoDataset: nowhere: no version is here; name the folder of all versions with --into
    """
    into, seeds = Path(into), Path(seeds)
    if not versions_in(into) and not begun(into):
        raise NoDataset(f"{into}: no version is here; name the folder of all versions with --into")
    if not seeds.is_dir():
        raise BadInput(seeds, "no such folder; name that of the articles with --seeds, so that it does not come back")
    stone = _stone(record, why, by, on or date.today())
    if dry_run:
        return _told(Plan(into, stone))
    with locked(into, wait):
        finish(into)
        plan = Plan(into, stone)
        if not plan.already:
            note = partial(kept.append, seeds / kept.NAME, [plan.entry()])
            replace_versions(into, {version: partial(plan.write, version) for version in plan.versions}, note)
        return _told(plan)


def _stone(record: str, why: str, by: str, on: date) -> Tombstone:
    try:
        return Tombstone(id=record, kind="quote", on=on, by=" ".join(by.split()), why=" ".join(why.split()))
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        if first["loc"][0] == "id":
            raise UnknownRecord(f"no version holds «{record[:80]}»; {IDS}") from None
        raise BadInput(f"withdraw --{first['loc'][0]}", f"{first['msg'].removeprefix('Value error, ')}") from None


def _told(plan: Plan) -> Withdrawal:
    return Withdrawal(plan.stone, plan.hashes(), plan.already)
