"""The workbook is read back by another library: types, headings, dictionary, and nothing that runs."""

import io
from datetime import date, datetime
from zipfile import ZipFile

import openpyxl
import polars as pl
import pytest

from dodomu.dataset import Dataset

FORMULAS = ["=HYPERLINK(A1)", "+1+1", "-2", "@SUM(A1)", "\t=1", "'=1", "＝1+1"]


@pytest.fixture(scope="module")
def workbook(exported):
    return openpyxl.load_workbook(io.BytesIO(exported("xlsx")))


def test_there_is_a_sheet_for_every_table_the_dictionary_and_what_data_it_is(workbook, ds):
    assert workbook.sheetnames == ["Про дані", *ds.tables, "Словник", "dodomu"]
    assert workbook["dodomu"].sheet_state == "hidden"
    about = [str(cell) for row in workbook["Про дані"].iter_rows(values_only=True) for cell in row]
    assert ds.content_hash in about
    assert any("Прочитала машина" in text for text in about)


def test_every_cell_comes_back_as_what_it_was(workbook, ds):
    for name in ds.tables:
        sheet, rows = workbook[name], ds.table(name)
        head, *body = sheet.iter_rows(values_only=True)
        assert list(head) == rows.columns or not rows.columns
        assert sheet.freeze_panes == "A2"
        assert len(body) == rows.height
        for shown, row in zip(body, rows.iter_rows(), strict=True):
            assert [plain(value) for value in shown] == [expected(value) for value in row]


def plain(value):
    return value.date() if isinstance(value, datetime) else value


def expected(value):
    if isinstance(value, list):
        return ";".join(value) or None
    return value.replace("\r\n", "\n") if isinstance(value, str) else value


def test_dates_and_numbers_are_typed(workbook, ds):
    head = [cell.value for cell in workbook["events"][1]]
    cells = list(workbook["events"].iter_rows(min_row=2))
    days = [row[head.index("date_earliest")] for row in cells]
    assert {type(cell.value) for cell in days if cell.value is not None} == {datetime}
    assert {cell.number_format for cell in days if cell.value is not None} == {"yyyy-mm-dd"}
    assert {type(row[head.index("count")].value) for row in cells} <= {int, type(None)}
    assert any(isinstance(value, date) for value in ds.events["date_earliest"])


def test_the_dictionary_has_a_row_for_every_column(workbook, ds):
    rows = list(workbook["Словник"].iter_rows(min_row=2, values_only=True))
    assert {row[:2] for row in rows} == {(name, column) for name in ds.tables for column in ds.table(name).columns}
    assert all(row[3] and row[4] for row in rows)


@pytest.mark.parametrize("words", FORMULAS)
def test_no_cell_is_a_formula(exported, gold_dataset, with_words, words):
    content = exported("xlsx", with_words(gold_dataset("seed"), words))
    with ZipFile(io.BytesIO(content)) as archive:
        assert not any(b"<f>" in archive.read(name) for name in archive.namelist())
        assert not any("hyperlink" in name.lower() or "externalLink" in name for name in archive.namelist())
    sheet = openpyxl.load_workbook(io.BytesIO(content))["quotes"]
    [column] = [cell.column for cell in sheet[1] if cell.value == "speaker"]
    for [cell] in sheet.iter_rows(min_row=2, min_col=column, max_col=column):
        assert cell.data_type == "s"
        assert cell.value == words
        assert cell.quotePrefix


def test_what_is_longer_than_a_cell_is_cut_and_said_to_be(exported, gold_dataset):
    whole = gold_dataset("seed")
    tables = {name: whole.table(name) for name in whole.tables}
    tables["articles"] = tables["articles"].with_columns(title=pl.lit("ш" * 40_000))
    book = openpyxl.load_workbook(io.BytesIO(exported("xlsx", Dataset(tables, version="0.1.0"))))
    [column] = [cell.column for cell in book["articles"][1] if cell.value == "title"]
    shown = book["articles"].cell(2, column).value
    assert len(shown) == 32_767
    assert shown.endswith("…")
