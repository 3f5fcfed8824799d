"""What people decide counts for and against the rules, and the next build goes by it."""

import polars as pl


def test_decisions_feed_the_confidence_of_the_next_build(desk):
    desk.write("Остап Ґалаґан заявив, що всі вдома.\n")
    before = desk.build()
    desk.correct(before.quotes["quote_id"][0], "--read")
    written = desk.seeds / "confidence.toml"
    assert desk.run("calibrate", "--seeds", desk.seeds, "-o", written).status == 0
    after = desk.build()

    def counted(ds):
        return ds.rules.filter(pl.col("record") == "quote", pl.col("field") == "text").row(0, named=True)

    assert counted(after)["right"] == counted(before)["right"] + 1
    assert counted(after)["counted_on"] == [*counted(before)["counted_on"], "corrections"]
    assert after.quotes["review"].to_list() == ["read"]
    assert "corrections" in (after.path / "README.md").read_text("utf-8")


def test_counts_that_are_none_stop_the_build(desk):
    desk.write("Остап Ґалаґан заявив, що всі вдома.\n")
    (desk.seeds / "confidence.toml").write_text("x = 1")
    ran = desk.run("build", "--seeds", desk.seeds, "-o", desk.folder / "build")
    assert ran.status == 2
    assert "confidence.toml" in ran.lines[0]


def test_a_row_that_a_person_added_has_no_confidence(desk):
    desk.write("Остап Ґалаґан заявив, що всі вдома. Так і є.\n")
    desk.build()
    added = desk.correct("--add", "quote", "--article", "a", "--text", "Так і є")
    ds = desk.build()
    row = ds.quotes.filter(pl.col("quote_id") == added.out.strip()).row(0, named=True)
    assert row["confidence"] is None
    assert ds.gaps.filter(record_id=row["quote_id"], field="confidence")["reason"].to_list() == [
        "put in by a person, not by a rule"
    ]
