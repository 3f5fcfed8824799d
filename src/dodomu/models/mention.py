"""A claim: one article's words that say that something happened."""

from pydantic import model_validator

from dodomu.models.record import Item, Offset, Record, column
from dodomu.models.slots import Slots
from dodomu.models.vocabulary import EventType, Review, Status


class _Head(Record):
    mention_id: str = column("The key of the mention", "Ключ згадки", min_length=1)
    article_id: str = column("The article it stands in", "Стаття, де вона стоїть", min_length=1)
    event_id: str | None = column("The event it is a claim of", "Подія, про яку мова", None)
    type: EventType = column("What kind of event", "Вид події")
    status: Status = column("Whether it is told as done", "Чи сталося")
    trigger: str = column("The word that says it, as it stands", "Слово, що про це каже", min_length=1)
    trigger_start: Offset = column("Where the word begins", "Де слово починається", unit="code points")
    trigger_end: Offset = column("Where it ends, not included", "Де закінчується (не включно)", unit="code points")


# The head stands last among the bases because pydantic takes fields of the last base first:
# the columns are head, slots, rest.
class Mention(Slots, _Head):
    """A mention of an event, with what the article says of it.

    Examples
    --------
    >>> mention = Mention(mention_id="m-1", article_id="a", type="pardon", status="occurred", trigger="помилував",
    ...                   trigger_start=0, trigger_end=9, count=123, count_qualifier="exact", rule="verb")
    >>> mention.count_low, mention.count_high
    (123, 123)
    """

    asserted_by: str | None = column(
        "Who claims it; null: the article itself", "Хто це стверджує; порожньо: сама стаття", None
    )
    quote_id: str | None = column("The quote it stands in", "Цитата, де вона стоїть", None)
    rule: str = column("The rule that found it", "Правило, що її знайшло", min_length=1)
    confidence: float | None = column(
        "How often what such rules find is right, see rules",
        "Як часто знайдене такими правилами правильне, див. rules",
        None,
        ge=0,
        le=1,
    )
    note: str | None = column("What a reader should know besides", "Примітка", None)
    review: Review = column("Who has checked the row", "Хто перевірив рядок", "machine")
    curated: list[Item] = column(
        "What people decided on the row, each FIELD: WHY (WHO, DAY)", "Що вирішили люди: КОЛОНКА: ЧОМУ (ХТО, ДЕНЬ)", []
    )

    @model_validator(mode="after")
    def _check_trigger(self):
        if self.trigger_end <= self.trigger_start:
            raise ValueError("trigger_end is not after trigger_start")
        return self
