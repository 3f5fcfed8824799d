"""The data dictionary: every column of every table, and what each allowed value means."""

from typing import Any, Literal

from dodomu.dataset.names import TableName
from dodomu.dataset.package import value_of
from dodomu.dataset.schemas import schema
from dodomu.errors import UnknownTable, did_you_mean
from dodomu.models import TABLES, Table
from dodomu.models.vocabulary import MEANINGS


class Description(str):
    """A text that shows itself line by line where others show their quotes and escapes."""

    def __repr__(self) -> str:
        return str(self)


def describe(table: TableName, lang: Literal["en", "uk"] = "en") -> str:
    """Describe the columns of a table, in English or Ukrainian.

    Parameters
    ----------
    table
        Its name.
    lang
        ``en`` or ``uk``.

    Examples
    --------
    >>> describe("gaps")
    gaps: Why a cell is empty
    <BLANKLINE>
      record_id  text  The record with the empty cell
      field      text  The empty column
      reason     text  Why it is empty
    """
    if table not in TABLES:
        raise UnknownTable(f"no table «{table}»; {did_you_mean(table, TABLES)}")
    if lang not in _LANGS:
        raise ValueError(f"no dictionary in «{lang}»; there are: en, uk")
    found, texts = TABLES[table], _LANGS[lang]
    lines = [(name, *_said(derived, texts)) for name, derived in schema(found)["properties"].items()]
    wide = [max(len(line[at]) for line in lines) for at in (0, 1)]
    told = [f"  {name:{wide[0]}}  {kind:{wide[1]}}  {what}" for name, kind, what in lines]
    return Description("\n".join([f"{table}: {getattr(found, lang)}", "", *told]))


def _said(derived: dict[str, Any], texts: dict[str, Any]) -> tuple[str, str]:
    kind, nullable = value_of(derived)
    what = derived[texts["key"]] + (f" ({derived['unit']})" if "unit" in derived else "")
    if "enum" in kind:
        what += f" [{', '.join(kind['enum'])}]"
    return texts["types"][_type(kind)] + (f", {texts['empty']}" if nullable else ""), what


_TYPES = {
    "text": "текст",
    "whole number": "ціле число",
    "number": "число",
    "true or false": "так чи ні",
    "list": "список",
    "date": "дата",
    "EDTF date": "дата EDTF",
}
_LANGS = {
    "en": {"key": "description", "types": {name: name for name in _TYPES}, "empty": "may be empty"},
    "uk": {"key": "description_uk", "types": _TYPES, "empty": "може бути порожньо"},
}


def column_rows(table: Table, lang: Literal["en", "uk"] = "en") -> list[tuple[str, str, str, str, str]]:
    """Give for each column its name, type, what it holds in one language and in the other, and its allowed values.

    Examples
    --------
    >>> from dodomu.models import TABLES
    >>> column_rows(TABLES["gaps"])[2]
    ('reason', 'text', 'Why it is empty', 'Чому порожньо', '')
    """
    texts, other = _LANGS[lang], _LANGS["uk" if lang == "en" else "en"]
    rows = []
    for name, derived in schema(table)["properties"].items():
        kind, nullable = value_of(derived)
        type_ = texts["types"][_type(kind)] + (f", {texts['empty']}" if nullable else "")
        unit = f" ({derived['unit']})" if "unit" in derived else ""
        rows.append((name, type_, derived[texts["key"]] + unit, derived[other["key"]], " ".join(kind.get("enum", ()))))
    return rows


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
    by_type = {
        "string": "text",
        "integer": "whole number",
        "number": "number",
        "boolean": "true or false",
        "array": "list",
    }
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
