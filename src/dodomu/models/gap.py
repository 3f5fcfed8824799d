"""Why a cell is empty."""

from dodomu.models.record import Record, column


class Gap(Record):
    """A cell that a reader would miss, and the reason why it is null.

    Examples
    --------
    >>> Gap(record_id="m-1", field="date", reason="not said").reason
    'not said'
    """

    record_id: str = column("The record with the empty cell", "Запис із порожньою клітинкою", min_length=1)
    field: str = column("The empty column", "Порожня колонка", min_length=1)
    reason: str = column("Why it is empty", "Чому порожньо", min_length=1)
