"""What a dataset is asked about its events taken together: how many people became free."""

from collections.abc import Collection

import polars as pl

from dodomu.dataset.people import TOLD_AS_DONE, people


class Asked:
    """Questions that a dataset answers from several of its tables."""

    def people(
        self,
        by: str | None = None,
        *,
        types: str | Collection[str] | None = None,
        since: str | None = None,
        until: str | None = None,
        origin: str | None = None,
        destination: str | None = None,
        statuses: Collection[str] = TOLD_AS_DONE,
    ) -> pl.DataFrame:
        """Count the people who became free, each cohort once: the pardoned, released and returned may be the same.

        Within a cohort, those who left the custody of different states or came to different ones add up, as do the
        stages of one exchange; of all else the largest number stands. Running totals are never added.

        Parameters
        ----------
        by
            Split by ``type``, ``origin``, ``destination``, ``group``, ``year`` or ``month``. Rows of a split may
            count the same people, so they need not add up to the total.
        types
            Types of the release family, one or several; by default all but ``remains_return``.
        since, until
            The period, in EDTF: ``"2025-12"`` begins with its first day and ends with its last. What has no date
            counts when its cohort does; what may lie inside or not counts in ``people_high`` alone.
        origin, destination
            Only those events that say so: ISO 3166-1 codes.
        statuses
            By default only what is told as done: ``("occurred", "ongoing")``.

        Returns
        -------
        polars.DataFrame
            ``people``: what is claimed, of a range and where sources differ the lower figure; ``people_low``: what
            claims vouch for, so nothing of «близько сотні»; ``people_high``: the highest figures claimed;
            ``n_cohorts`` and ``n_events``: of how many; ``n_uncounted``: events that give no number;
            ``n_open``: cohorts whose number has no upper bound; ``n_maybe``: events of which it cannot be told whether
            they lie in the period; ``n_totals``: running totals left out.

        Examples
        --------
        >>> from dodomu.dataset import Dataset
        >>> from dodomu.tables import frames
        >>> Dataset(frames(None)).people(types=["release", "return"], since="2025-12")["people"].item()
        0
        >>> Dataset(frames(None)).people(by="sex")
        Traceback (most recent call last):
        dodomu.errors.BadQuery: people cannot be counted by «sex»; there are: type, origin, destination, group, ...
        """
        return people(
            self.events,
            by=by,
            types=types,
            since=since,
            until=until,
            origin=origin,
            destination=destination,
            statuses=statuses,
        )
