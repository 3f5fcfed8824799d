"""A released version is whole, and nobody changes it."""

import pytest

from dodomu import dataset
from dodomu.dataset.release import release_first
from dodomu.errors import BadOutput, UnknownVersion


def test_the_first_version_is_whole_and_tells_its_history(tables, tmp_path):
    folder = release_first(tables, tmp_path, "0.1.0")
    assert folder == tmp_path / "0.1.0"
    assert dataset.verify(folder) == []
    assert dataset.open(folder).history.height == 3
    assert [path.name for path in tmp_path.iterdir()] == ["0.1.0"]


def test_a_version_that_is_there_is_refused_and_left_as_it_was(tables, tmp_path):
    folder = release_first(tables, tmp_path, "0.1.0")
    before = (folder / "SHA256SUMS").read_bytes()
    with pytest.raises(BadOutput, match="never changes"):
        release_first(tables, tmp_path, "0.1.0")
    assert (folder / "SHA256SUMS").read_bytes() == before


def test_a_number_that_is_none_is_refused(tables, tmp_path):
    with pytest.raises(UnknownVersion, match="like 0.1.0"):
        release_first(tables, tmp_path, "v1")
