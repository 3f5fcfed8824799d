"""Who said what, when, through whom."""

from datetime import date as Day
from typing import Any

from pydantic import model_validator

from dodomu.models.edtf import Edtf
from dodomu.models.record import Item, Offset, Record, check_bounds, column, with_bounds
from dodomu.models.vocabulary import Act, DateBasis, QuoteKind, Review


class Quote(Record):
    """Words that somebody is reported to have said, written, ordered or promised.

    Examples
    --------
    >>> quote = Quote(quote_id="q-1", article_id="a", kind="direct", text="Так", start=1, end=4, rule="marks")
    >>> quote.review
    'machine'
    """

    quote_id: str = column("The key of the quote", "Ключ цитати", min_length=1)
    article_id: str = column("The article it stands in", "Стаття, де вона стоїть", min_length=1)
    kind: QuoteKind = column("How it is reported", "Як передано слова")
    text: str = column("The words as they stand in the article", "Слова так, як у статті", min_length=1)
    start: Offset = column("Where it begins in the text", "Де починається в тексті", unit="code points")
    end: Offset = column("Where it ends, not included", "Де закінчується (не включно)", unit="code points")
    speaker_id: str | None = column("The actor who speaks", "Хто говорить: ключ дійової особи", None)
    speaker: str | None = column("Who speaks: nominative, the fullest name", "Хто говорить: називний відмінок", None)
    speaker_text: str | None = column("The words that name the speaker here", "Слова, що називають мовця тут", None)
    speaker_role: str | None = column("The role the article gives the speaker", "Посада або роль мовця", None)
    cue: str | None = column("The reporting word as it stands", "Слово, що вводить цитату", None)
    cue_lemma: str | None = column("Its dictionary form", "Його словникова форма", None)
    act: Act | None = column("What is done by saying it", "Що робить мовець цими словами", None)
    carrier: str | None = column("The outlet that relays it", "Видання, що передає слова", None)
    occasion: str | None = column("The occasion on which it was said", "Нагода, за якої це сказано", None)
    date: Edtf | None = column("When it was said, in EDTF", "Коли сказано, EDTF", None)
    date_earliest: Day | None = column("The first day the date allows", "Найраніший можливий день", None)
    date_latest: Day | None = column("The last day the date allows", "Найпізніший можливий день", None)
    date_basis: DateBasis = column("What the date stands on", "На чому ґрунтується дата", "none")
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

    @model_validator(mode="before")
    @classmethod
    def _fill(cls, data: Any) -> Any:
        return with_bounds(data, "date")

    @model_validator(mode="after")
    def _check(self):
        if self.end <= self.start:
            raise ValueError("end is not after start")
        check_bounds("date", self.date, self.date_earliest, self.date_latest)
        if (self.date is None) != (self.date_basis == "none"):
            raise ValueError("date_basis is none exactly when there is no date")
        return self
