"""The history of the first release."""

from dodomu import dataset
from dodomu.dataset.history import first_history


def test_every_quote_mention_and_event_came_with_the_first_release(tables, tmp_path):
    with_history = tables | {"history": first_history(tables, "0.1.0")}
    released = dataset.open(dataset.write(with_history, tmp_path / "0.1.0", version="0.1.0"))
    assert released.history["record_id"].to_list() == ["e-1", "m-1", "q-1"]
    assert set(released.history["since_version"]) == {"0.1.0"}
    assert dataset.verify(released.path) == []


def test_the_history_is_no_part_of_what_the_dataset_holds(tables):
    with_history = tables | {"history": first_history(tables, "0.1.0")}
    assert dataset.Dataset(with_history).content_hash == dataset.Dataset(tables).content_hash
