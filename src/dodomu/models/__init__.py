"""The records: the only definition of every table.

Column types of the frames, JSON Schema, Table Schema and the data dictionary are derived from them.
"""

from dodomu.models.actor import Actor
from dodomu.models.article import Article
from dodomu.models.catalog import TABLES, Table
from dodomu.models.event import Event
from dodomu.models.evidence import Evidence
from dodomu.models.extraction import Extraction
from dodomu.models.gap import Gap
from dodomu.models.history_entry import HistoryEntry
from dodomu.models.ids import event_id, record_id
from dodomu.models.known_release import KnownRelease
from dodomu.models.mention import Mention
from dodomu.models.quote import Quote
from dodomu.models.record import Record
from dodomu.models.rule import Rule
from dodomu.models.slots import Slots
from dodomu.models.tombstone import Tombstone

__all__ = [
    "TABLES",
    "Actor",
    "Article",
    "Event",
    "Evidence",
    "Extraction",
    "Gap",
    "HistoryEntry",
    "KnownRelease",
    "Mention",
    "Quote",
    "Record",
    "Rule",
    "Slots",
    "Table",
    "Tombstone",
    "event_id",
    "record_id",
]
