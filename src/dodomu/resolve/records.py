"""All records of a dataset, by table."""

from dataclasses import dataclass, field

from dodomu.models import Actor, Article, Event, Evidence, Gap, KnownRelease, Mention, Quote, Rule


@dataclass(frozen=True)
class Records:
    """The records that became of a set of extractions; the fields are the tables."""

    articles: list[Article] = field(default_factory=list)
    quotes: list[Quote] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)
    actors: list[Actor] = field(default_factory=list)
    evidence: list[Evidence] = field(default_factory=list)
    rules: list[Rule] = field(default_factory=list)
    known_releases: list[KnownRelease] = field(default_factory=list)
    gaps: list[Gap] = field(default_factory=list)
