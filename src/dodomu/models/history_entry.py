"""What became of a record from version to version."""

from typing import Annotated

from pydantic import Field

from dodomu.models.record import Record, column

Version = Annotated[str, Field(pattern=r"^(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)$")]
"""A semantic version of the dataset."""


class HistoryEntry(Record):
    """Since when a record is there, when it last changed, and what it was merged into.

    Examples
    --------
    >>> HistoryEntry(record_id="e-1", since_version="0.1.0", changed_version="0.1.0").withdrawn is None
    True
    """

    record_id: str = column("The record", "Запис", min_length=1)
    since_version: Version = column("The version it came with", "Версія, у якій з'явився")
    changed_version: Version = column("The version that last changed it", "Версія, що востаннє його змінила")
    merged_into: str | None = column("The record that took its place", "Запис, що його заступив", None)
    withdrawn: Version | None = column("The version that withdrew it", "Версія, що його відкликала", None)
