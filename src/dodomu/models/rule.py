"""How far to trust what a rule made."""

from typing import Any

from pydantic import model_validator

from dodomu.models.record import Item, Record, column
from dodomu.models.vocabulary import RecordKind, Tier


class Rule(Record):
    """A rule that filled cells of a column, and how often it was right on annotated articles.

    Examples
    --------
    >>> Rule(record="release", field="count", rule="of_people", right=204, wrong=4, tier="high", confidence=0.986,
    ...      confidence_low=0.981, confidence_high=0.99, counted_on=["gold"]).tier
    'high'
    """

    record: RecordKind = column("What it reads for", "Для чого читає")
    field: str = column(
        "The column it fills; text and type stand for the row itself",
        "Колонка, яку заповнює; text і type означають сам рядок",
        min_length=1,
    )
    rule: str = column("Its name, as in evidence", "Його назва, як у evidence", min_length=1)
    right: int = column("How often it was right", "Скільки разів мало рацію", ge=0)
    wrong: int = column("How often it was wrong", "Скільки разів помилилося", ge=0)
    counted_on: list[Item] = column(
        "The sets of articles on which that was counted", "Добірки статей, де це пораховано", []
    )
    tier: Tier | None = column(
        "The rules it is pooled with; empty: nobody has counted that column",
        "Правила, з якими його об'єднано; порожньо: цієї колонки ніхто не рахував",
        None,
    )
    confidence: float | None = column(
        "How often rules of the tier were right", "Частка правильного в цій групі", None, ge=0, le=1
    )
    confidence_low: float | None = column(
        "The lower end of its 95 % interval", "Нижня межа 95 % інтервалу", None, ge=0, le=1
    )
    confidence_high: float | None = column("The upper end", "Верхня межа", None, ge=0, le=1)

    @model_validator(mode="after")
    def _check(self) -> Any:
        told = (self.tier, self.confidence, self.confidence_low, self.confidence_high)
        if any(one is None for one in told) and any(one is not None for one in told):
            raise ValueError("tier, confidence and its interval are given together")
        return self
