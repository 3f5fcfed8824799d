"""An article as it was received."""

import re
from datetime import date
from hashlib import sha256
from typing import Annotated, Any

from pydantic import AfterValidator, Field, model_validator

from dodomu.models.edtf import Edtf
from dodomu.models.record import Record, check_bounds, column, with_bounds

_WORD = re.compile(r"[^\W_]+(?:['’ʼ-][^\W_]+)*")


def safe_id(value: str) -> str:
    """Refuse an id that would lead out of its folder where a file bears it as its name.

    Examples
    --------
    >>> safe_id("2025-12-13 помилування…")
    '2025-12-13 помилування…'
    >>> safe_id("../../.bashrc")
    Traceback (most recent call last):
    ValueError: «../../.bashrc» cannot be an id: it may have no «/», «\\», drive letter or control character, ...
    """
    if _NO_ID.search(value) or value in (".", "..") or len(value) > _LONGEST_ID:
        raise ValueError(
            f"«{value[:_LONGEST_ID]}» cannot be an id: it may have no «/», «\\», drive letter or control character, "
            f"nor more than {_LONGEST_ID} characters"
        )
    return value


_NO_ID = re.compile(r"[/\\\x00-\x1f\x7f]|^[A-Za-z]:")
_LONGEST_ID = 200


class Article(Record):
    """An article: its text with nothing changed, and what is known of it.

    Bounds of the date, number of words and, where the bytes are not at hand, the checksum are computed
    from the rest.

    Examples
    --------
    >>> article = Article(article_id="a", source="a.txt", text="Додому повернули 31 людину.", published="2025-11")
    >>> article.published_latest, article.n_words
    (datetime.date(2025, 11, 30), 4)
    """

    article_id: Annotated[str, AfterValidator(safe_id)] = column("The key of the article", "Ключ статті", min_length=1)
    source: str = column("The file it came from, FILE#LINE in a .jsonl", "Файл, з якого її взято")
    sha256: str = column("SHA-256 of the file as received", "SHA-256 отриманого файла", pattern="^[0-9a-f]{64}$")
    title: str | None = column("The headline", "Заголовок", None)
    text: str | None = column(
        "The decoded text, unchanged; null where it may not be shared",
        "Текст без змін; порожньо, якщо ділитися не можна",
    )
    lang: str = column("Language, BCP 47", "Мова, BCP 47", "uk", pattern="^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$")
    publisher: str | None = column("Who published it", "Хто опублікував", None)
    url: str | None = column("Where it stands on the web", "Адреса", None)
    published: Edtf | None = column("When it was published, in EDTF", "Коли опубліковано, EDTF", None)
    published_earliest: date | None = column("The first day that allows", "Найраніший можливий день", None)
    published_latest: date | None = column("The last day that allows", "Найпізніший можливий день", None)
    published_basis: str | None = column("Why that date is believed", "На чому ґрунтується ця дата", None)
    rights: str | None = column("Whose the text is", "Кому належить текст", None)
    n_words: int = column("How many words it has", "Скільки в ній слів", unit="words", ge=0)
    share_text: bool = Field(True, exclude=True, description="Whether a released dataset may hold the text; no column")
    public: list[str] = Field([], exclude=True, description="Who speaks or acts in public; no column")
    withhold: list[str] = Field([], exclude=True, description="Who does not, whatever the article shows; no column")

    @model_validator(mode="before")
    @classmethod
    def _fill(cls, data: Any) -> Any:
        if not isinstance(data, dict):
            return data
        data = with_bounds(data, "published")
        text = data.get("text")
        if isinstance(text, str):
            computed = {}
            if "n_words" not in data:
                computed["n_words"] = sum(1 for _ in _WORD.finditer(text))
            if "sha256" not in data:
                computed["sha256"] = sha256(text.encode()).hexdigest()
            data = data | computed
        return data

    @model_validator(mode="after")
    def _check(self):
        check_bounds("published", self.published, self.published_earliest, self.published_latest)
        return self
