"""Folders are read through, in an order that does not hang on the file system."""

import os

import pytest

from dodomu import sources
from dodomu.errors import BadInput


def test_a_folder_is_read_in_the_order_of_its_names(tmp_path):
    for name in ("b.txt", "a.txt", "10.txt", "2025/c.TXT", ".hidden.txt", ".git/d.txt", "notes.md", "known.tsv"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("Додому.", "utf-8")
    read = [(article.source, article.article_id) for article in sources.read([tmp_path])]
    assert read == [("10.txt", "10"), ("2025/c.TXT", "c"), ("a.txt", "a"), ("b.txt", "b")]


def test_paths_are_read_in_the_order_given(tmp_path):
    for name in ("a", "b"):
        (tmp_path / f"{name}.txt").write_text("Додому.", "utf-8")
    read = sources.read([tmp_path / "b.txt", tmp_path / "gone.txt", tmp_path / "a.txt"])
    assert [getattr(one, "article_id", type(one)) for one in read] == ["b", BadInput, "a"]


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("gone.txt", "gone.txt: no such file or folder; check the path"),
        ("empty", "empty: a folder without articles; put .txt or .jsonl files in it"),
        ("page.html", "page.html: neither a folder nor a .txt or .jsonl file; rename or convert it"),
    ],
)
def test_what_holds_no_article_is_named(tmp_path, name, said):
    (tmp_path / "empty").mkdir()
    (tmp_path / "page.html").write_text("Додому.", "utf-8")
    [fault] = sources.read([tmp_path / name])
    assert str(fault) == str(tmp_path / said)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such names")
def test_a_name_that_is_not_utf8_is_refused(tmp_path):
    (tmp_path / os.fsdecode(b"\xcf\xee.txt")).write_text("Додому.", "utf-8")
    [fault] = sources.read([tmp_path])
    assert "its name is not UTF-8; rename it" in str(fault)
    str(fault).encode("utf-8")


def test_a_link_to_itself_does_not_hang(tmp_path):
    (tmp_path / "a.txt").write_text("Додому.", "utf-8")
    (tmp_path / "again").symlink_to(tmp_path, target_is_directory=True)
    assert len(list(sources.read([tmp_path]))) == 1
