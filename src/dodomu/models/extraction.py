"""What was read in one article."""

from typing import Any, Self

from pydantic import BaseModel, ConfigDict, model_validator

from dodomu.models.article import Article
from dodomu.models.evidence import Evidence
from dodomu.models.gap import Gap
from dodomu.models.mention import Mention
from dodomu.models.quote import Quote

# What one article alone does not decide, or what its reader has at hand.
_NOT_IN_CONTRACT = {
    "article": {"text"},
    "quotes": {"__all__": {"speaker_id", "review", "curated"}},
    "mentions": {"__all__": {"event_id", "review", "curated"}},
}


class Extraction(BaseModel):
    """An article with its quotes, mentions, the evidence for them and the reasons for what is empty.

    Every offset is checked against the text when one is made.

    Examples
    --------
    >>> article = Article(article_id="a", source="a.txt", text="Так.")
    >>> Extraction(article=article).contract()["quotes"]
    []
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    article: Article
    quotes: list[Quote] = []
    mentions: list[Mention] = []
    evidence: list[Evidence] = []
    gaps: list[Gap] = []

    def contract(self) -> dict[str, Any]:
        """Give what ``dodomu extract`` prints for an article, ready for JSON."""
        dumped = self.model_dump(mode="json", exclude=_NOT_IN_CONTRACT)
        dumped["events"] = dumped.pop("mentions")
        order = ("article", "quotes", "events", "evidence", "gaps")
        return {name: dumped[name] for name in order}

    @model_validator(mode="after")
    def _check_offsets(self) -> Self:
        text = self.article.text
        if text is None:
            raise ValueError("an article without text cannot be read")
        for quote in self.quotes:
            _check_words(text, quote.start, quote.end, quote.text, quote.quote_id)
        for mention in self.mentions:
            _check_words(text, mention.trigger_start, mention.trigger_end, mention.trigger, mention.mention_id)
        for row in self.evidence:
            _check_words(text, row.start, row.end, row.exact, f"{row.record_id}, {row.field}")
        return self


def _check_words(text: str, start: int, end: int, words: str, what: str) -> None:
    if text[start:end] != words:
        raise ValueError(f"{what}: the article has {text[start:end]!r} at {start}, not {words!r}")
