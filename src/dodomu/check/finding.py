"""What a check finds: a stretch of the draft, how it stands to what is known, and on what that rests."""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator

from dodomu.models.record import Offset

Verdict = Literal[
    "agrees",
    "differs",
    "total",
    "both_sides",
    "misquoted",
    "shortened",
    "wrong_speaker",
    "wrong_date",
    "not_known",
]
VERDICTS: dict[Verdict, tuple[str, str]] = {
    "agrees": ("as the data has it", "так само, як у даних"),
    "differs": ("otherwise than the data has it", "інакше, ніж у даних"),
    "total": ("a running total or a sum, not what happened then", "підсумок, а не те, що сталося тоді"),
    "both_sides": ("both sides of an exchange together", "обидві сторони обміну разом"),
    "misquoted": ("words that the source does not have", "слова, яких немає у джерелі"),
    "shortened": ("words of the source are left out", "слова джерела пропущено"),
    "wrong_speaker": ("somebody else said it", "це сказав хтось інший"),
    "wrong_date": ("on another day", "іншого дня"),
    "not_known": ("nothing here says so or otherwise", "тут про це нічого певного"),
}
"""What each verdict means, in English and Ukrainian."""

About = Literal["quote", "count", "date"]
_SETTLED = ("agrees", "not_known")


class Source(BaseModel):
    """A record that a stretch of the draft was held against, with where it comes from."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    record_id: str
    table: Literal["events", "quotes", "known_releases"]
    what_uk: str
    what_en: str
    snippet: str | None = None
    article_id: str | None = None
    publisher: str | None = None
    published: str | None = None
    addresses: list[str] = []


class Change(BaseModel):
    """Words of the draft that stand where the source has others; empty where one side has none."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    draft: str
    source: str


class Finding(BaseModel):
    """One quote or figure of a draft, judged.

    Attributes
    ----------
    start, end, exact
        Where it stands in the draft, in code points of the text as it is: ``text[start:end] == exact``.
    about
        What was judged.
    field
        The column on which draft and data differ.
    draft_value, data_value
        What each of them has there.
    rule
        The rule that judged.
    sources
        The records it rests on, the first before all; where the verdict is ``not_known``, those it may be about.
    changes
        Words that a quote has otherwise than the source.
    shown
        Whether the draft itself shows, by an ellipsis, that it leaves words out.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    start: Offset
    end: Offset
    exact: Annotated[str, Field(min_length=1)]
    about: About
    verdict: Verdict
    field: str | None = None
    draft_value: str | None = None
    data_value: str | None = None
    rule: str
    why_uk: str
    why_en: str
    sources: list[Source] = []
    changes: list[Change] = []
    shown: bool = False

    @model_validator(mode="after")
    def _check(self):
        if self.end - self.start != len(self.exact):
            raise ValueError("exact is not as long as end - start")
        if self.verdict != "not_known" and not self.sources:
            raise ValueError(f"{self.verdict} rests on no record")
        return self

    @property
    def is_amiss(self) -> bool:
        """Whether the draft says something that the data does not."""
        return self.verdict not in _SETTLED and not self.shown

    def why(self, lang: str) -> str:
        """Say why, in ``uk`` or ``en``."""
        return self.why_uk if lang == "uk" else self.why_en


class Checked(BaseModel):
    """A draft with all that was found in it, in the order of the text."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    source: str
    text: str
    data: str
    findings: list[Finding]

    @model_validator(mode="after")
    def _check_offsets(self):
        for one in self.findings:
            if self.text[one.start : one.end] != one.exact:
                raise ValueError(f"the draft has {self.text[one.start : one.end]!r} at {one.start}, not {one.exact!r}")
        return self

    @property
    def amiss(self) -> list[Finding]:
        """Those findings that call for a change or a second look."""
        return [one for one in self.findings if one.is_amiss]
