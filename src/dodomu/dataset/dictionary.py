"""The data dictionary: every column of every table, and what each allowed value means."""

from typing import Any

from dodomu.dataset.package import value_of
from dodomu.dataset.schemas import schema
from dodomu.models import TABLES, Table
from dodomu.models.vocabulary import MEANINGS


def dictionary(names: list[str]) -> str:
    """Describe tables in Markdown."""
    return "\n".join(_table(TABLES[name]) for name in names) + "\n" + _values()


def _table(table: Table) -> str:
    rows = [
        f"### {table.name}",
        "",
        f"{table.en}. *{table.uk}.* Key: {', '.join(f'`{column}`' for column in table.key)}.",
        "",
        "| column | type | what it holds | що містить | allowed |",
        "|---|---|---|---|---|",
    ]
    for name, derived in schema(table)["properties"].items():
        kind, nullable = value_of(derived)
        cells = (
            f"`{name}`",
            _type(kind) + (", may be empty" if nullable else ""),
            derived["description"] + (f" ({derived['unit']})" if "unit" in derived else ""),
            derived["description_uk"],
            " ".join(f"`{value}`" for value in kind.get("enum", ())),
        )
        rows.append("| " + " | ".join(cells) + " |")
    return "\n".join([*rows, ""])


def _type(kind: dict[str, Any]) -> str:
    """Name the type of a column as a reader would.

    >>> _type({"type": "string", "format": "edtf"}), _type({"type": "array"})
    ('EDTF date', 'list')
    """
    by_format = {"date": "date", "edtf": "EDTF date"}
    by_type = {"string": "text", "integer": "whole number", "boolean": "true or false", "array": "list"}
    return by_format.get(kind.get("format")) or by_type[kind["type"]]


def _values() -> str:
    rows = ["### Allowed values", "", "| value | meaning | значення |", "|---|---|---|"]
    seen = set()
    for meanings in MEANINGS.values():
        for value, (en, uk) in meanings.items():
            if (value, en) not in seen:
                seen.add((value, en))
                rows.append(f"| `{value}` | {en} | {uk} |")
    return "\n".join([*rows, ""])
