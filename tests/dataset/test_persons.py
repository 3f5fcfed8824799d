"""A release lists who speaks or acts in public; all others appear by role."""

import polars as pl
import pytest

from dodomu import dataset
from dodomu.dataset.withhold import named_still, withhold
from dodomu.errors import Refused
from dodomu.extract import extract
from dodomu.models import Article
from dodomu.release import release
from dodomu.resolve import resolve
from dodomu.tables import check, frames

HOME = """\
Додому повернулися 12 цивільних

Із полону повернулися 12 українців. «Я не вірив, що доїду», – розповів звільнений військовий Остап Ґалаґан.
За словами матері полоненого Мотрі Ґалаґан, сина не було вдома два роки.
«Їх привезли вночі», – повідомив речник Координаційного штабу Семен Бойчук.
«Далі буде більше», – сказав президент Володимир Зеленський. Серед звільнених є вчитель Гнат Покотигорошко.
"""
PRIVATE = ("Ґалаґан", "Покотигорош", "Мотр", "Остап")


def read(text=HOME, **about):
    article = Article(article_id="a", source="a.txt", text=text, title=text.split("\n")[0], **about)
    return frames(resolve([extract(article)])), [article]


def cells(tables):
    for name, rows in tables.items():
        for row in rows.iter_rows(named=True):
            for column, value in row.items():
                for text in value if isinstance(value, list) else [value]:
                    if isinstance(text, str):
                        yield name, column, text


def test_officials_are_listed_and_those_who_were_held_appear_by_role():
    tables, articles = read()
    made, withheld = withhold(tables, articles)
    assert set(withheld) == {"Остап Ґалаґан", "Мотря Ґалаґан"}
    assert check(made) == []
    speakers = made["quotes"]["speaker"].to_list()
    assert "Семен Бойчук" in speakers
    assert "Володимир Зеленський" in speakers
    assert "звільнений військовий" in speakers
    assert set(made["actors"].filter(kind="person")["name"]) == {"Семен Бойчук", "Володимир Зеленський"}
    by_role = made["quotes"].filter(speaker="звільнений військовий").row(0, named=True)
    assert by_role["speaker_id"] is None
    reasons = made["gaps"].filter(record_id=by_role["quote_id"], field="speaker_id")["reason"].to_list()
    assert reasons == ["withheld: not a person who speaks or acts in public"]


def test_no_value_of_any_table_names_them_but_the_shared_text_does():
    made, _ = withhold(*read())
    passages = {("articles", "text"), ("quotes", "text"), ("evidence", "exact"), ("mentions", "trigger")}
    found = {(name, column) for name, column, text in cells(made) if any(part in text for part in PRIVATE)}
    assert ("articles", "text") in found
    assert found <= passages


def test_where_the_text_may_not_be_shared_no_passage_names_them_either():
    tables, articles = read(share_text=False, url="https://example.org/news/ostap-galagan-hnat-pokotyhoroshko-vdoma")
    made, _ = withhold(tables, articles)
    assert made["articles"].select("text", "url").row(0) == (None, None)
    assert made["articles"]["sha256"].to_list() == tables["articles"]["sha256"].to_list()
    assert [text for *_, text in cells(made) if any(part in text for part in PRIVATE)] == []
    assert check(made) == []
    assert {"url", "text"} <= set(made["gaps"].filter(record_id="a")["field"])
    # a bar covers a name letter by letter, so offsets still count
    lengths = (pl.col("end") - pl.col("start")) == pl.col("exact").str.len_chars()
    assert made["evidence"].select(lengths.all()).item()


def test_whom_the_sidecar_calls_public_is_listed():
    made, withheld = withhold(*read(public=["Остап Ґалаґан"]))
    assert withheld == ("Мотря Ґалаґан",)
    assert "Остап Ґалаґан" in made["quotes"]["speaker"].to_list()


def test_whom_the_sidecar_withholds_is_not_listed_whatever_the_article_shows():
    made, withheld = withhold(*read(withhold=["Семен Бойчук"], share_text=False))
    assert set(withheld) == {"Остап Ґалаґан", "Мотря Ґалаґан", "Семен Бойчук"}
    assert [text for *_, text in cells(made) if "Бойчук" in text] == []
    assert "Володимир Зеленський" in made["quotes"]["speaker"].to_list()


def test_a_role_that_tells_of_somebodys_health_is_not_given():
    text = "Із полону повернулися 12 цивільних. «Вдома», – сказав тяжкохворий військовий Остап Ґалаґан.\n"
    made, withheld = withhold(*read(text))
    assert withheld == ("Остап Ґалаґан",)
    assert made["quotes"]["speaker"].to_list() == ["приватна особа"]


@pytest.mark.parametrize(
    ("table", "column", "value"),
    [
        ("quotes", "note", "так само каже Остап Ґалаґан"),
        ("gaps", "reason", "ambiguous: Семен Бойчук or Остапа Ґалаґана"),
        ("quotes", "carrier", "сторінка Остапа Ґалаґана"),
        ("articles", "url", "https://example.org/ostap-halahan-vdoma"),
        ("articles", "url", "https://example.org/%D2%90%D0%B0%D0%BB%D0%B0%D2%91%D0%B0%D0%BD"),
        ("articles", "published_basis", "за дописом Мотрі Ґалаґан"),
        ("actors", "name", "Остап Ґалаґан"),
        ("quotes", "speaker_id", "ostap-galagan"),
    ],
)
def test_the_check_finds_a_name_in_every_kind_of_cell(table, column, value):
    tables, articles = read()
    made, _ = withhold(tables, articles)
    assert named_still(made, articles, tables) == []
    made[table] = made[table].with_columns(pl.lit(value).alias(column))
    faults = named_still(made, articles, tables)
    assert faults
    assert all(fault.startswith(f"{table}.{column} of ") for fault in faults)
    assert not any(part in fault for fault in faults for part in ("Остап", "halahan"))


def test_names_in_notes_and_addresses_are_covered():
    tables, articles = read()
    tables["quotes"] = tables["quotes"].with_columns(note=pl.lit("так само каже Остап Ґалаґан, а не Семен Бойчук"))
    made, _ = withhold(tables, articles)
    assert set(made["quotes"]["note"]) == {"так само каже █████ ███████, а не Семен Бойчук"}


def test_an_article_whose_key_is_a_name_is_refused_before_anything_is_written(tmp_path):
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "Ґалаґан.txt").write_text(HOME, "utf-8")
    with pytest.raises(Refused, match="article_id"):
        release(tmp_path / "seeds", tmp_path / "versions")
    assert not (tmp_path / "versions").exists()


def test_a_release_of_articles_holds_to_the_rule(tmp_path):
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "one.txt").write_text(HOME, "utf-8")
    (tmp_path / "seeds" / "one.toml").write_text("share_text = false\n", "utf-8")
    released = release(tmp_path / "seeds", tmp_path / "versions")
    assert set(released.withheld) == {"Остап Ґалаґан", "Мотря Ґалаґан"}
    assert dataset.verify(released.path) == []
    everything = b"".join(path.read_bytes() for path in sorted(released.path.rglob("*")) if path.is_file())
    assert not any(part.encode() in everything for part in ("Ґалаґан", "Покотигорошк"))
    assert dataset.open(released.path).article("one").text is None


def test_a_version_that_withdraws_a_name_or_a_text_does_not_tell_it_in_its_changelog(tmp_path):
    seeds, into = tmp_path / "seeds", tmp_path / "versions"
    seeds.mkdir()
    (seeds / "one.txt").write_text(HOME, "utf-8")
    (seeds / "one.toml").write_text('public = ["Остап Ґалаґан", "Мотря Ґалаґан"]\n', "utf-8")
    (seeds / "two.txt").write_text("Додому повернули 31 людину.\n", "utf-8")
    assert "Остап Ґалаґан" in dataset.open(release(seeds, into).path).actors["name"].to_list()
    (seeds / "one.toml").write_text("share_text = false\n", "utf-8")
    withdrawn = release(seeds, into).path
    told = (withdrawn / "CHANGELOG.md").read_text("utf-8")
    assert 'text: "…" → null' in told
    assert "Додому повернулися" not in told
    assert "приватна особа" in told or "військовий" in told
    (seeds / "one.txt").unlink()
    (seeds / "one.toml").unlink()
    for path in (withdrawn, release(seeds, into).path):
        everything = b"".join(file.read_bytes() for file in sorted(path.rglob("*")) if file.is_file())
        assert not any(part.encode() in everything for part in (*PRIVATE, "galagan")), path
