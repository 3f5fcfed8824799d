"""The history of the records: since when they are there, and what each version made of them."""

import polars as pl
import pytest

from dodomu import dataset
from dodomu.dataset import release_tables
from dodomu.dataset.history import first_history
from dodomu.dataset.withdrawal import withdraw
from dodomu.errors import UnknownRecord


def test_every_quote_mention_and_event_came_with_the_first_release(tables, tmp_path):
    with_history = tables | {"history": first_history(tables, "0.1.0")}
    released = dataset.open(dataset.write(with_history, tmp_path / "0.1.0", version="0.1.0"))
    assert released.table("history")["record_id"].to_list() == ["e-1", "m-1", "q-1"]
    assert set(released.table("history")["since_version"]) == {"0.1.0"}
    assert dataset.verify(released.path) == []


def test_the_history_is_no_part_of_what_the_dataset_holds(tables):
    with_history = tables | {"history": first_history(tables, "0.1.0")}
    assert dataset.Dataset(with_history).content_hash == dataset.Dataset(tables).content_hash


def noted(tables, note, **cells):
    """Give tables whose quote has a note, and cells of it that a person set."""
    return tables | {"quotes": tables["quotes"].with_columns(note=pl.lit(note, dtype=pl.String), **cells)}


def with_article(tables, **cells):
    return tables | {"articles": tables["articles"].with_columns(**{name: pl.lit(one) for name, one in cells.items()})}


def causes(history):
    return [(step.version, step.state, [cause.kind for cause in step.causes]) for step in history.steps]


def test_each_version_tells_what_a_record_was_and_what_changed_it(tables, tmp_path):
    into = tmp_path / "dataset"
    told = "speaker: названо в заголовку (О. Коваль, 2025-12-20)"
    decided = {"speaker": pl.lit("Зеленський В. О."), "curated": pl.Series([[told]])}
    release_tables(tables, into)
    release_tables(noted(tables, None, **decided), into)
    release_tables(with_article(noted(tables, None, **decided), sha256="ab" * 32), into)
    release_tables(noted(with_article(tables, sha256="ab" * 32), "інша", **decided, rule=pl.lit("dash")), into)
    release_tables(noted(with_article(tables, sha256="ab" * 32), "ще інша", **decided, rule=pl.lit("dash")), into)
    history = dataset.open(into / "0.1.0").history("q-1")
    assert causes(history) == [
        ("0.1.0", "added", ["first"]),
        ("0.2.0", "changed", ["correction"]),
        ("0.3.0", "same", []),
        ("0.4.0", "changed", ["rule"]),
        ("0.5.0", "changed", ["unknown"]),
    ]
    assert history.steps[1].cells["speaker"] == ("Володимир Зеленський", "Зеленський В. О.")
    assert f"why: a person decided: {told}" in history.told()
    assert "why: read by other rules: marks → dash" in history.told()
    assert "why: the versions do not show why" in history.told()
    assert [step["state"] for step in history.to_dict()["steps"]] == [step.state for step in history.steps]


def test_an_edited_source_a_lost_claim_and_a_withdrawal_are_told(tables, tmp_path):
    into, seeds = tmp_path / "dataset", tmp_path / "seeds"
    seeds.mkdir()
    release_tables(tables, into)
    counted = {name: pl.lit(6, dtype=pl.Int64) for name in ("count", "count_low", "count_high")}
    six = with_article(tables, sha256="cd" * 32)
    release_tables(six | {name: six[name].with_columns(**counted) for name in ("mentions", "events")}, into)
    ds = dataset.open(into / "0.2.0")
    assert causes(ds.history("e-1"))[1] == ("0.2.0", "changed", ["source"])
    assert "article a was edited (sha256 " in ds.history("m-1").told()
    withdraw("m-1", why="помилка", by="О.", into=into, seeds=seeds)
    for record in ("m-1", "e-1"):
        history = dataset.open(into / "0.2.0").history(record)
        assert causes(history) == [(version, "withdrawn", ["withdrawal"]) for version in ("0.1.0", "0.2.0")]
        assert "mention m-1, on " in history.told()
    assert dataset.open(into / "0.2.0").history("q-1").steps[1].state == "same"


def test_a_record_that_moved_is_followed_under_its_ids(tables, tmp_path):
    for version, key in (("0.1.0", "q-1"), ("0.2.0", "q-9")):
        rows = tables["quotes"].with_columns(quote_id=pl.lit(key))
        of_it = pl.col("record_id").replace("q-1", key)
        made = tables | {"quotes": rows, "evidence": tables["evidence"].with_columns(of_it)}
        history = first_history(made, version)
        dataset.write(made | {"history": history}, tmp_path / version, version=version)
    for key in ("q-1", "q-9"):
        history = dataset.open(tmp_path / "0.2.0").history(key)
        assert [step.record for step in history.steps] == ["q-1", "q-9"]
        assert history.steps[1].cells == {"quote_id": ("q-1", "q-9")}


@pytest.mark.parametrize("record", ["q-0", "", "../x", "q-1\n\x1b[2J", "я" * 100_000])
def test_an_id_of_no_record_is_said_in_a_line(tables, tmp_path, record):
    ds = dataset.open(release_tables(tables, tmp_path).path)
    with pytest.raises(UnknownRecord, match="no record «") as told:
        ds.history(record)
    assert str(told.value).isprintable()


def test_what_lies_among_no_versions_has_its_own_state_only(tables, folder):
    assert causes(dataset.open(folder).history("e-1")) == [(str(folder), "added", ["first"])]
    assert causes(dataset.Dataset(tables).history("e-1")) == [("here", "added", ["first"])]
