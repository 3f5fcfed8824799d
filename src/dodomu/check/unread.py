"""Numbers of people in sentences that tell of no event which was read: they are named, not judged."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dodomu.check.case import one_of_each
from dodomu.check.compare import Figure, Span
from dodomu.check.facts import Fact
from dodomu.extract.mentions.reading import Reading
from dodomu.models import Extraction
from dodomu.models.vocabulary import RELEASE_FAMILY
from dodomu.resolve.claims import groups_differ
from dodomu.resolve.evidence import MANY
from dodomu.text.document import Document
from dodomu.text.names import Cast


@dataclass(frozen=True)
class Unread:
    """A number of people, the words that say it, and who they are."""

    span: Span
    number: int
    group: str | None

    def like(self, facts: Iterable[Fact]) -> tuple[Fact, ...]:
        """Give releases that have this number, of such people, where it is large enough to tell anything."""
        if self.number < MANY:
            return ()
        found = [one for one in facts if self.number in one.exacts and one.type in RELEASE_FAMILY]
        alike = [one for one in found if not groups_differ(self.group, one.group)]
        bodies = self.group == "remains"
        return one_of_each([one for one in alike if (one.type == "remains_return") == bodies])


def unread_of(read: Extraction, judged: Iterable[Figure]) -> Iterator[Unread]:
    """Give the numbers of people of a draft that no figure was made of.

    Examples
    --------
    >>> import dodomu
    >>> read = dodomu.extract("У колоні було 114 військових.")
    >>> [one.number for one in unread_of(read, [])]
    [114]
    """
    document = Document(read.article.text)
    reading = Reading(document, Cast(document), read.article)
    taken = [one.spans["count"] for one in judged if "count" in one.spans]
    for sentence in reading.sentences:
        view = reading.view(sentence.index)
        for people in (one for clause in view.clauses for one in view.people(clause)):
            number = people.number
            if number is None or number.value is None or not people.groups:
                continue
            start = document.tokens[number.first].start
            end = document.tokens[max(number.last, number.first + 1) - 1].end
            if not any(first < end and start < last for first, last in taken):
                yield Unread((start, end), number.value, people.group)
