"""What people decided is applied to what was read: the one place where both come together."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from dodomu.confidence import Counted, rated, rules_of
from dodomu.corrections.adding import add_rows
from dodomu.corrections.entry import Correction
from dodomu.corrections.events import Claims, apply_to_events, constraints_of, reject_events
from dodomu.corrections.problems import Problems
from dodomu.corrections.rows import apply_to_rows
from dodomu.corrections.sheet import Desk
from dodomu.models import Article, Extraction, KnownRelease
from dodomu.resolve import Records, resolve


@dataclass(frozen=True)
class Curated:
    """The records of a dataset with what people decided.

    Attributes
    ----------
    records
        The records.
    problems
        What could not be applied or contradicts another, a line each.
    """

    records: Records
    problems: tuple[str, ...] = ()


def curate(
    found: Sequence[Extraction],
    known: Iterable[KnownRelease] = (),
    entries: Sequence[Correction] = (),
    counted: Counted | None = None,
) -> Curated:
    """Resolve what was read in some articles, with what people decided on it.

    Parameters
    ----------
    found
        What was read.
    known
        The rows of the reference table.
    entries
        The corrections, in their order.
    counted
        What the confidence stands on, if not the package's own counts.

    Examples
    --------
    >>> from dodomu import extract
    >>> read = extract("Додому повернули 31 людину. «Дякую», – сказала Олена Ковтун.")
    >>> entry = Correction(do="edit", record=read.quotes[0].quote_id, set={"speaker": "Олена Ковтун-Гай"},
    ...                    by="О. Коваль", on="2025-12-14", why="так у заголовку")
    >>> curate([read], entries=[entry]).records.quotes[0].speaker
    'Олена Ковтун-Гай'
    """
    if counted:
        found = [rated(one, counted) for one in found]
    made = _curated(found, list(known), entries)
    rules = rules_of(made.records.quotes, made.records.mentions, made.records.evidence, counted)
    return replace(made, records=replace(made.records, rules=rules))


def _curated(found: Sequence[Extraction], known: Sequence[KnownRelease], entries: Sequence[Correction]) -> Curated:
    if not entries:
        return Curated(resolve(found, known))
    problems = Problems()
    desk = Desk(found)
    add_rows(desk, (one for one in entries if one.do == "add"), problems)
    single = [one for one in entries if one.do in ("accept", "reject", "edit", "read")]
    apply_to_rows(desk, (one for one in single if one.table != "events"), problems)
    on_events = [one for one in single if one.table == "events"]
    shaped = [one for one in entries if one.do in ("merge", "split")]
    constraints, done = None, set()
    if shaped or any(one.is_rejection for one in on_events):
        claims = Claims(resolve(desk.extractions(), known))
        done = reject_events(desk, claims, on_events, problems)
        constraints = constraints_of(desk, claims, shaped, problems)
    records = resolve(desk.extractions(), known, constraints)
    left = [one for one in on_events if one.number not in done]
    records = apply_to_events(records, desk, left, shaped, problems)
    records = replace(records, gaps=problems.joined(records.gaps))
    return Curated(records, tuple(problems.lines()))


def with_public(articles: Iterable[Article], entries: Iterable[Correction]) -> list[Article]:
    """Give the articles with the persons whom people called public.

    Examples
    --------
    >>> entry = Correction(do="public", name="Олена Ковтун", by="О. Коваль", on="2025-12-14", why="депутатка")
    >>> with_public([Article(article_id="a", source="a.txt", text="Так.")], [entry])[0].public
    ['Олена Ковтун']
    """
    names = [entry.name for entry in entries if entry.do == "public"]
    if not names:
        return list(articles)
    return [article.model_copy(update={"public": [*article.public, *names]}) for article in articles]
