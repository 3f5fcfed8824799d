"""Annotated articles: ``NAME.gold.json`` with the answers, beside ``NAME.txt`` with the article."""

from dataclasses import dataclass
from pathlib import Path

from pydantic import BaseModel, Field, ValidationError

from dodomu.errors import BadInput
from dodomu.models import Article
from dodomu.models.vocabulary import CountQualifier, EventType, Group, QuoteKind, Status
from dodomu.sources import read

Span = tuple[int, int]


class GoldQuote(BaseModel):
    """A quote as a person marked it."""

    text: str = Field(min_length=1)
    nth: int = Field(1, ge=1, description="which occurrence of the text is meant")
    kind: QuoteKind
    speaker: str | None
    speaker_text: str | None = None
    cue: str | None = None


class GoldEvent(BaseModel):
    """A mention of an event as a person marked it."""

    trigger: str = Field(min_length=1)
    nth: int = Field(1, ge=1, description="which occurrence of the trigger is meant")
    type: EventType
    status: Status
    date: str | None = None
    count: int | None = None
    count_qualifier: CountQualifier | None = None
    group: Group | None = None
    nationality: list[str] = []
    origin: str | None = None
    destination: str | None = None
    agents: list[str] = []
    mediators: list[str] = []


class _About(BaseModel):
    file: str


class _Gold(BaseModel):
    article: _About
    quotes: list[GoldQuote]
    events: list[GoldEvent]


@dataclass(frozen=True)
class GoldArticle:
    """An article with what should be found in it, each thing at its place."""

    article: Article
    quotes: list[tuple[Span, GoldQuote]]
    events: list[tuple[Span, GoldEvent]]


def read_gold(folder: str | Path) -> list[GoldArticle]:
    """Read all annotated articles of a folder, in the order of their names.

    Raises
    ------
    BadInput
        when there are none, or one of them is not well formed.
    """
    folder = Path(folder)
    paths = sorted(folder.glob("*.gold.json"))
    if not paths:
        raise BadInput(folder, "holds no annotated article (NAME.gold.json beside NAME.txt); name another folder")
    return [_read(path) for path in paths]


def _read(path: Path) -> GoldArticle:
    try:
        gold = _Gold.model_validate_json(path.read_bytes())
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        where = ".".join(str(part) for part in first["loc"])
        raise BadInput(path, f"{where or 'the file'} is wrong: {first['msg']}") from None
    [article] = read([path.parent / gold.article.file])
    if isinstance(article, BadInput):
        raise article
    return GoldArticle(
        article,
        [(_located(article.text, quote.text, quote.nth, path), quote) for quote in gold.quotes],
        [(_located(article.text, event.trigger, event.nth, path), event) for event in gold.events],
    )


def _located(text: str, words: str, nth: int, path: Path) -> Span:
    start = -1
    for _ in range(nth):
        start = text.find(words, start + 1)
        if start < 0:
            raise BadInput(path, f"«{words}» does not stand in the article {nth} time(s); copy it letter for letter")
    return start, start + len(words)
