"""The command that copies the notebooks."""

from pathlib import Path

import pytest

NOTEBOOKS = sorted((Path(__file__).parents[2] / "notebooks").glob("*.ipynb"))


def test_it_copies_every_notebook_into_a_folder_that_it_makes(dodomu, tmp_path):
    told = dodomu("notebooks", tmp_path / "mine" / "books")
    assert (told.status, told.out) == (0, "")
    copies = sorted((tmp_path / "mine" / "books").iterdir())
    assert [path.name for path in copies] == [path.name for path in NOTEBOOKS]
    assert [path.read_bytes() for path in copies] == [path.read_bytes() for path in NOTEBOOKS]
    assert "jupyter lab" in told.err


def test_what_the_reader_changed_is_never_written_over(dodomu, tmp_path):
    changed = tmp_path / NOTEBOOKS[-1].name
    changed.write_text("mine")
    told = dodomu("notebooks", tmp_path)
    assert told.status == 2
    assert told.lines == [
        f"dodomu: {changed}: is there already and reads otherwise; rename it or choose another folder"
    ]
    assert [path.name for path in tmp_path.iterdir()] == [changed.name]
    assert changed.read_text() == "mine"


def test_copying_twice_is_no_mistake(dodomu, tmp_path):
    assert [dodomu("notebooks", tmp_path).status for _ in range(2)] == [0, 0]


@pytest.mark.parametrize("arguments", [["file"], ["file/books"], []])
def test_where_no_folder_can_be_it_is_refused_in_one_line(dodomu, tmp_path, monkeypatch, arguments):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "file").touch()
    told = dodomu("notebooks", *arguments)
    assert told.status == 2
    assert len(told.lines) == 1
    assert [path.name for path in tmp_path.iterdir()] == ["file"]
