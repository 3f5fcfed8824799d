"""A workbook: a sheet for each table with typed cells and a fixed heading, the data dictionary, and what data it is."""

from collections.abc import Sequence
from datetime import date, datetime
from io import BytesIO
from typing import Any

from dodomu.charts.labels import number
from dodomu.dataset import about
from dodomu.dataset.dictionary import column_rows
from dodomu.dataset.formats import LIST_DELIMITER, harmless
from dodomu.errors import BadInput, MissingExtra
from dodomu.exports.material import Material
from dodomu.models import TABLES

CELL = 32_767
"""The most characters that a cell of a workbook holds."""

ROWS = 1_048_575
"""The most rows under a heading."""

ORIGIN = "dodomu"
"""The hidden sheet with the ids and fingerprints of the rows."""

_WIDE = {"text": 60, "title": 50, "exact": 40, "note": 40, "published_basis": 40, "sha256": 20}


def render(material: Material) -> bytes:
    """Give the workbook; no cell is a formula, whatever stands in it."""
    try:
        import xlsxwriter
    except ImportError as error:
        raise MissingExtra("writing a workbook", "export") from error
    buffer = BytesIO()
    quiet = dict.fromkeys(("strings_to_formulas", "strings_to_urls", "strings_to_numbers"), False)
    workbook = xlsxwriter.Workbook(buffer, {"in_memory": True, **quiet})
    pen = _Pen(workbook)
    _properties(workbook, material)
    _about(pen, material)
    for name in material.ds.tables:
        rows = material.ds.table(name)
        if rows.height > ROWS:
            raise BadInput(name, f"has {rows.height:,} rows, and a sheet holds {ROWS:,}: use the Parquet or CSV files")
        pen.sheet(name, rows.columns, rows.iter_rows())
    _dictionary(pen, material)
    _origin(pen, material)
    workbook.close()
    return buffer.getvalue()


class _Pen:
    """Writes sheets of one workbook."""

    def __init__(self, workbook: Any):
        self.workbook = workbook
        self.bold = workbook.add_format({"bold": True, "text_wrap": True, "valign": "top"})
        self.day = workbook.add_format({"num_format": "yyyy-mm-dd"})
        self.wrapped = workbook.add_format({"text_wrap": True, "valign": "top"})
        # a spreadsheet shows it as it is and keeps it a text when somebody edits the cell
        self.quoted = workbook.add_format({"quote_prefix": True})

    def sheet(self, name: str, columns: Sequence[str], rows: Any) -> Any:
        """Write a heading and rows; the heading stays in sight."""
        sheet = self.workbook.add_worksheet(name)
        for at, column in enumerate(columns):
            sheet.write_string(0, at, column, self.bold)
            sheet.set_column(at, at, _WIDE.get(column, max(12, min(24, len(column) + 2))))
        last = 0
        for last, row in enumerate(rows, 1):
            for at, value in enumerate(row):
                self.cell(sheet, last, at, value)
        sheet.freeze_panes(1, 0)
        if columns:
            sheet.autofilter(0, 0, last, len(columns) - 1)
        return sheet

    def cell(self, sheet: Any, row: int, at: int, value: Any) -> None:
        """Write a value as what it is."""
        if value is None or value == []:
            return
        if isinstance(value, bool):
            sheet.write_boolean(row, at, value)
        elif isinstance(value, int):
            sheet.write_number(row, at, value)
        elif isinstance(value, date) and value.year >= 1900:
            sheet.write_datetime(row, at, datetime(value.year, value.month, value.day), self.day)
        else:
            text = LIST_DELIMITER.join(map(str, value)) if isinstance(value, list) else str(value)
            text = text if len(text) <= CELL else text[: CELL - 1] + "…"
            sheet.write_string(row, at, text, self.quoted if harmless(text) != text else None)


def _properties(workbook: Any, material: Material) -> None:
    whole = material.whole
    workbook.set_properties(
        {
            "title": about.TITLE,
            "author": about.AUTHORS,
            "comments": about.citation(whole.version, whole.content_hash),
            "created": datetime(1980, 1, 1),  # no clock has a say
        }
    )
    origin = material.origin(material.ids())
    workbook.set_custom_property("dodomu version", whole.version or "", "text")
    workbook.set_custom_property("dodomu content_hash", whole.content_hash, "text")
    workbook.set_custom_property("dodomu machine_read", origin["machine_read"], "number")


def _about(pen: _Pen, material: Material) -> None:
    say, whole = material.say["workbook"], material.whole
    sheet = pen.workbook.add_worksheet(say["about"])
    sheet.set_column(0, 0, 28)
    sheet.set_column(1, 1, 100)
    tables = [(name, f"{number(material.ds.table(name).height)} {say['rows']}") for name in material.ds.tables]
    lines = [
        (about.TITLE, about.DESCRIPTION_UK if material.lang == "uk" else about.DESCRIPTION),
        (say["version"], whole.version or say["unreleased"]),
        (say["hash"], whole.content_hash),
        *(("", line) for line in material.lines(material.ids())[1:]),
        (say["cite"], about.citation(whole.version, whole.content_hash)),
        (say["licence"], f"{about.LICENCE} · {say['texts']}"),
        ("", say["cut"]),
        *tables,
    ]
    for row, (name, value) in enumerate(lines):
        sheet.write_string(row, 0, name, pen.bold)
        sheet.write_string(row, 1, value, pen.wrapped)


def _dictionary(pen: _Pen, material: Material) -> None:
    say = material.say["workbook"]
    columns = [say[name] for name in ("table", "column", "kind", "holds", "holds_other", "allowed")]
    tables = [TABLES[name] for name in material.ds.tables if name in TABLES]
    rows = [(table.name, *row) for table in tables for row in column_rows(table, material.lang)]
    sheet = pen.sheet(say["dictionary"], columns, rows)
    sheet.set_column(3, 5, 50)


def _origin(pen: _Pen, material: Material) -> None:
    origin = material.origin(material.ids())
    sheet = pen.sheet(ORIGIN, ("record_id", "fingerprint"), zip(origin["rows"], origin["fingerprints"], strict=True))
    sheet.hide()
