"""Opening a dataset and asking it."""

import pytest

from dodomu import dataset
from dodomu.errors import InvalidTable, NoDataset, UnknownRecord, UnknownTable, UnknownVersion


def test_an_article_comes_with_its_text(folder):
    article = dataset.open(str(folder)).article("a")
    assert article.text.startswith("\ufeffПʼятеро")
    with pytest.raises(UnknownRecord, match="no article «b»"):
        dataset.open(folder).article("b")


@pytest.mark.parametrize(
    ("record", "words"), [("m-1", "Пʼятеро"), ("e-1", "Пʼятеро"), ("volodymyr-zelenskyi", "Зе\u00adленський")]
)
def test_the_evidence_of_a_mention_its_event_and_a_speaker(folder, record, words):
    assert dataset.open(folder).evidence_of(record)["exact"].to_list() == [words]


def test_the_evidence_of_nothing(folder):
    with pytest.raises(UnknownRecord, match="no record «e-9»"):
        dataset.open(folder).evidence_of("e-9")


def test_a_wrong_name_offers_the_right_one(folder):
    ds = dataset.open(folder)
    with pytest.raises(UnknownTable, match="did you mean «events»"):
        ds.table("event")
    with pytest.raises(AttributeError, match="did you mean «events»"):
        ds.event  # noqa: B018
    assert "events" in dir(ds)


def test_a_folder_without_a_dataset(tmp_path):
    with pytest.raises(NoDataset, match="no dataset here"):
        dataset.open(tmp_path)


def test_a_damaged_table_is_one_clear_line(folder):
    (folder / "events.parquet").write_bytes(b"PAR1")
    with pytest.raises(InvalidTable, match="dodomu verify"):
        dataset.open(folder).events  # noqa: B018


def test_what_it_is_in_a_few_lines(folder):
    told = dataset.open(folder).describe()
    assert "not released" in told
    assert "1  events" in told


def test_an_unknown_version_and_an_unknown_table():
    with pytest.raises(UnknownVersion, match="no version «9.9.9»"):
        dataset.load("events", version="9.9.9")
    with pytest.raises(UnknownTable, match="did you mean «quotes»"):
        dataset.load("quote")


def test_every_released_version_is_whole():
    for version in dataset.versions():
        assert dataset.verify(dataset.path_of(version)) == []
