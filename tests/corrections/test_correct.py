"""`dodomu correct`: a decision in one command, or one line that says what is missing."""

import tomllib

import pytest

HOSTILE = "</script><img src=x onerror=alert(1)>\u202e javascript:alert(1) {{7*7}} $(reboot) \x1b[2J '\"\"\"'''\\"


@pytest.fixture
def built(desk):
    """The first build."""
    return desk.build()


def quote_of(ds):
    return ds.quotes.filter(speaker="Семен Бойчук").row(0, named=True)["quote_id"]


def test_what_was_decided_is_told_and_stands_in_the_file(desk, built):
    key = quote_of(built)
    ran = desk.correct(key, "--set", "speaker=Семен Гай", "--set", "occasion=брифінг")
    assert ran.lines == [
        f"dodomu: entry 1 of {desk.file}: edit {key}",
        f"dodomu: the next build or release applies it: dodomu build --seeds {desk.seeds}",
    ]
    [entry] = tomllib.loads(desk.file.read_text("utf-8"))["correction"]
    assert entry["set"] == {"speaker": "Семен Гай", "occasion": "брифінг"}
    assert entry["anchor"][0]["exact"] == "Їх зустріли на кордоні лікарі"
    assert entry["anchor"][0]["sentence"].startswith("«Їх зустріли")


def test_a_name_that_stands_in_the_article_stands_on_itself(desk, built):
    key = quote_of(built)
    desk.correct(key, "--set", "speaker=Володимир Зеленський")
    words = desk.build().evidence.filter(record_id=key, field="speaker")
    assert words.select("exact", "rule").rows() == [("Володимир Зеленський", "correction")]


def test_several_rows_are_read_at_once_and_the_reading_is_counted(desk, built):
    desk.correct("--read", *built.quotes["quote_id"], why=None)
    desk.correct("--accept", quote_of(built), by="П. Гай", why=None)
    after = desk.build()
    assert desk.said == []
    assert sorted(after.quotes["review"]) == ["read", "read_twice"]
    told = desk.run("info", "--data", desk.path).out
    assert "2 of 2 quotes read by a person, 1 of them by two people" in told
    assert "0 of 3 events read by a person" in told
    readme = (desk.path / "README.md").read_text("utf-8")
    assert "2 of 2 quotes read by a person, 1 of them by two people; 0 of" in readme
    assert "2 rows carry a person's decision" in readme


def test_a_reading_ends_when_the_row_reads_otherwise(desk, built):
    key = quote_of(built)
    desk.correct("--read", key, why=None)
    desk.write((desk.seeds / "a.txt").read_text("utf-8").replace("речник", "очільник"))
    desk.file.write_text(desk.file.read_text("utf-8").replace("речник", "очільник"), "utf-8")
    after = desk.build()
    assert after.quotes.filter(quote_id=quote_of(after))["review"].to_list() == ["machine"]
    assert "reads otherwise since О. Коваль read it" in desk.said[0]


def test_a_person_called_public_is_named_in_a_release(desk, built):
    text = (desk.seeds / "a.txt").read_text("utf-8")
    desk.write(text + "«Я радий бути вдома», – сказав звільнений військовий Остап Ґалаґан.\n")
    ran = desk.run("release", "--seeds", desk.seeds, "--into", desk.folder / "dataset", "--dry-run")
    assert any("Остап Ґалаґан" in line for line in ran.lines)
    desk.correct("--public", "Остап Ґалаґан", why="виступає на пресконференціях")
    ran = desk.run("release", "--seeds", desk.seeds, "--into", desk.folder / "dataset")
    assert not any("Ґалаґан" in line for line in ran.lines)
    from dodomu import dataset

    assert "Остап Ґалаґан" in dataset.open(desk.folder / "dataset" / "0.1.0").quotes["speaker"].to_list()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "say what is decided: --set, --accept"),
        (["--accept"], "name the record"),
        (["q-1", "--accept"], "no record «q-1»"),
        (["{quote}", "--accept", "--reject"], "--accept and --reject at once"),
        (["{quote}", "--set", "speaker"], "write it as --set COLUMN=VALUE"),
        (["{quote}", "--set", "speker=Я"], "did you mean «speaker»?"),
        (["{quote}", "--set", "date=13.12.2025"], "is not a date like"),
        (["{quote}", "--set", "date_basis=stated"], "set what belongs to it too"),
        (["{quote}", "--reject", "--field", "speker"], "did you mean «speaker»?"),
        (["--add", "quote", "--text", "Так"], "needs --article ID and --text WORDS"),
        (["--add", "quote", "--article", "a", "--text", "Так"], "does not stand in the article"),
        (["--add", "quote", "--article", "a", "--text", "2025"], "stands there 2 times"),
        (["--add", "quote", "--article", "b", "--text", "Так"], "no article «b»; there are: a"),
        (["--add", "mention", "--article", "a", "--text", "довга"], "--set type=TYPE, one of pardon, release,"),
        (["--merge", "{quote}", "{quote}"], "«merge»"),
        (["{quote}", "--accept", "--by", ""], "say who decides: --by NAME"),
        (["{quote}", "--accept", "--on", "вчора"], "--on вчора: is no day like 2025-12-13"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_line_and_nothing_is_written(desk, built, arguments, said):
    key = quote_of(built)
    given = [one.format(quote=key) for one in arguments]
    known = {"--by": "Я", "--on": "2025-12-20", "--why": "x", "--data": desk.path, "--seeds": desk.seeds}
    more = [str(part) for name, value in known.items() if name not in given for part in (name, value)]
    ran = desk.run("correct", *given, *more)
    assert ran.status == 2
    assert len(ran.lines) == 1
    assert said in ran.err
    assert not desk.file.exists()


def test_a_file_that_cannot_be_read_stops_the_build_in_one_line(desk, built):
    desk.file.write_text('[[correction]]\ndo = "reject"\nrecord = "q-1"\nby = "Я"\non = 2025-12-20\n', "utf-8")
    for command in (("build", "-o", desk.folder / "other"), ("release", "--into", desk.folder / "dataset")):
        ran = desk.run(*command, "--seeds", desk.seeds)
        assert ran.status == 2
        assert ran.lines == [
            "dodomu: corrections.toml, entry 1: has no «why»; say in a few words what it stands on",
        ]
    assert not (desk.folder / "other").exists()


def test_hostile_words_are_only_words(desk, built, visit):
    key = quote_of(built)
    desk.correct(key, "--set", f"speaker={HOSTILE}", "--set", f"note={HOSTILE}", by=HOSTILE, why=HOSTILE)
    desk.correct("--public", HOSTILE, why=HOSTILE)
    desk.file.write_text(
        desk.file.read_text("utf-8")
        + "\n[[correction]]\ndo = 'read'\nrecord = 'q-<img/src=x>'\nby = '<b>|`'\non = 2025-12-20\n",
        "utf-8",
    )
    after = desk.build()
    assert [line.isprintable() for line in desk.said] == [True]
    [shown] = after.quotes.filter(quote_id=key)["speaker"]
    assert "<img src=x onerror=alert(1)>" in shown
    assert shown.isprintable()
    page = visit((desk.path / "report.uk.html").read_bytes())
    assert (page.said, page.asked) == ([], [])
    assert (page.locator("img").count(), page.locator("script").count()) == (0, 1), "the page has one script of its own"
    assert "<img" not in (desk.path / "README.md").read_text("utf-8").replace("\\<img", "")
