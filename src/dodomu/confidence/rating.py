"""What was read with the confidence of the rules that made it, and the table of all these rules."""

from collections.abc import Iterable, Sequence

from dodomu.confidence.counted import Counted
from dodomu.confidence.file import package
from dodomu.confidence.scale import Made
from dodomu.models import Evidence, Extraction, Mention, Quote, Rule
from dodomu.models.vocabulary import BY_A_PERSON, family


def made_by(row: Quote | Mention) -> Made:
    """Say what the rule of a row made: the row itself.

    Examples
    --------
    >>> made_by(Quote(quote_id="q-1", article_id="a", kind="direct", text="Так", start=1, end=4, rule="according"))
    Made(record='quote', field='text', rule='according')
    """
    return Made("quote", "text", row.rule) if isinstance(row, Quote) else Made(family(row.type), "type", row.rule)


def rated(found: Extraction, counted: Counted | None = None) -> Extraction:
    """Give what was read in an article with the confidence of every row.

    Parameters
    ----------
    found
        What was read.
    counted
        What the confidence stands on; the package's own counts, if nothing else.

    Examples
    --------
    >>> from dodomu.models import Article
    >>> said = Quote(quote_id="q-1", article_id="a", kind="direct", text="Так", start=1, end=4, rule="a new rule")
    >>> found = Extraction(article=Article(article_id="a", source="a.txt", text="«Так»"), quotes=[said])
    >>> rated(found).quotes[0].confidence == package().rule(made_by(said)).confidence
    True
    """
    counted = counted or package()
    rows = {
        name: [row.model_copy(update={"confidence": counted.rule(made_by(row)).confidence}) for row in rows]
        for name, rows in (("quotes", found.quotes), ("mentions", found.mentions))
    }
    return found.model_copy(update=rows)


def rules_of(
    quotes: Sequence[Quote], mentions: Sequence[Mention], evidence: Iterable[Evidence], counted: Counted | None = None
) -> list[Rule]:
    """Give the rules that made these rows and their cells; what people put in was made by none."""
    counted = counted or package()
    kinds = {row.quote_id: "quote" for row in quotes} | {row.mention_id: family(row.type) for row in mentions}
    made = {made_by(row) for row in (*quotes, *mentions)}
    made |= {Made(kinds[one.record_id], one.field, one.rule) for one in evidence if one.record_id in kinds}
    return [counted.rule(one) for one in sorted(made) if one.rule != BY_A_PERSON]
