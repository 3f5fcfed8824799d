"""The tables of a dataset: which record fills each, what its key is, what its columns point to."""

from dataclasses import dataclass, field

from dodomu.models.actor import Actor
from dodomu.models.article import Article
from dodomu.models.event import Event
from dodomu.models.evidence import Evidence
from dodomu.models.gap import Gap
from dodomu.models.history_entry import HistoryEntry
from dodomu.models.known_release import KnownRelease
from dodomu.models.mention import Mention
from dodomu.models.quote import Quote
from dodomu.models.record import Record
from dodomu.models.rule import Rule

SCHEMA_VERSION = "1"
"""Goes up when a table, a column or an allowed value is removed, renamed or narrowed."""


@dataclass(frozen=True)
class Table:
    """A table of the dataset.

    Attributes
    ----------
    name
        Its name, which is that of its files.
    model
        The record that a row is.
    key
        The columns that together tell one row from all others.
    points_to
        Columns that hold a key of another table.
    en, uk
        What it holds.
    """

    name: str
    model: type[Record]
    key: tuple[str, ...]
    en: str
    uk: str
    points_to: dict[str, str] = field(default_factory=dict)


_TABLES = (
    Table("articles", Article, ("article_id",), "The articles, as received", "Статті, як отримано"),
    Table(
        "quotes",
        Quote,
        ("quote_id",),
        "Who said what, when, through whom",
        "Хто що сказав, коли, через кого",
        {"article_id": "articles", "speaker_id": "actors"},
    ),
    Table(
        "mentions",
        Mention,
        ("mention_id",),
        "What each article claims to have happened",
        "Що сталося за твердженням кожної статті",
        {"article_id": "articles", "event_id": "events", "quote_id": "quotes"},
    ),
    Table(
        "events",
        Event,
        ("event_id",),
        "What happened, as resolved from the mentions",
        "Що сталося, зведено зі згадок",
        {"part_of": "events"},
    ),
    Table("actors", Actor, ("actor_id",), "Who speaks, acts or mediates", "Хто говорить, діє чи посередничає"),
    Table(
        "evidence",
        Evidence,
        ("record_id", "field", "article_id", "start", "end", "rule"),
        "The words of the articles that each cell stands on",
        "Слова статей, на яких стоїть кожна клітинка",
        {"article_id": "articles"},
    ),
    Table(
        "rules",
        Rule,
        ("record", "field", "rule"),
        "How far to trust what each rule made",
        "Наскільки вірити тому, що зробило кожне правило",
    ),
    Table("gaps", Gap, ("record_id", "field"), "Why a cell is empty", "Чому клітинка порожня"),
    Table(
        "known_releases",
        KnownRelease,
        ("release_id",),
        "Releases publicly known, curated with sources; not from the articles",
        "Відомі звільнення з джерелами; не зі статей",
    ),
    Table(
        "history",
        HistoryEntry,
        ("record_id",),
        "What became of each record from version to version",
        "Що ставалося з кожним записом від версії до версії",
    ),
)

TABLES: dict[str, Table] = {table.name: table for table in _TABLES}
"""All tables by name, in the order in which they are shown."""

RELEASE_ONLY = ("history",)
"""Tables that a build does not have yet, and that no content hash covers."""
