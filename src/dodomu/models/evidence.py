"""The words that a cell stands on."""

from pydantic import model_validator

from dodomu.models.record import Offset, Record, column


class Evidence(Record):
    """A passage of an article that says what one cell of one record holds.

    ``article.text[start:end] == exact``, always.

    Examples
    --------
    >>> Evidence(record_id="m-1", field="count", article_id="a", start=0, end=3, exact="123", rule="number").exact
    '123'
    """

    record_id: str = column(
        "The quote or mention that stands on it", "Цитата або згадка, що на цьому ґрунтується", min_length=1
    )
    field: str = column("The column that stands on it", "Колонка, що на цьому ґрунтується", min_length=1)
    article_id: str = column("The article", "Стаття", min_length=1)
    start: Offset = column("Where the passage begins", "Де уривок починається", unit="code points")
    end: Offset = column("Where it ends, not included", "Де закінчується (не включно)", unit="code points")
    exact: str = column("The passage, letter for letter", "Уривок, літера в літеру", min_length=1)
    rule: str = column("The rule that read it", "Правило, що його прочитало", min_length=1)

    @model_validator(mode="after")
    def _check(self):
        if self.end - self.start != len(self.exact):
            raise ValueError("exact is not as long as end - start")
        return self
