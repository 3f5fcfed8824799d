"""What people decide lasts: through rebuilding, through edits of the article, and it says so when it cannot."""

import pytest

QUOTE = "Ніхто не нарікав"


@pytest.fixture
def decided(desk):
    """The first build, and a speaker corrected, an event rejected, a quote added on it."""
    before = desk.build()
    assert desk.said == []
    quote = before.quotes.filter(speaker="Семен Бойчук").row(0, named=True)
    talks = before.events.filter(type="negotiation").row(0, named=True)
    desk.correct(quote["quote_id"], "--set", "speaker=Семен Бойченко", why="ім'я виправлено за сайтом штабу")
    desk.correct(talks["event_id"], "--reject", why="перемовин того дня не було")
    added = desk.correct("--add", "quote", "--article", "a", "--text", QUOTE, "--speaker", "Олена Ковтун").out.strip()
    return before, quote, talks, added


def test_the_next_build_differs_by_exactly_what_was_decided(desk, decided, changes):
    before, quote, talks, added = decided
    after = desk.build()
    assert desk.said == []
    found = changes(before, after)
    key = quote["quote_id"]
    assert found["quotes", key, "speaker"] == ("Семен Бойчук", "Семен Бойченко")
    told = "speaker: ім'я виправлено за сайтом штабу (О. Коваль, 2025-12-20)"
    assert found["quotes", key, "curated"] == ([], [told])
    assert ("events", "removed", talks["event_id"]) in found
    new = found["quotes", "added", added]
    assert (new["text"], new["speaker"], new["rule"]) == (QUOTE, "Олена Ковтун", "correction")
    assert new["curated"] == ["added: перечитано (О. Коваль, 2025-12-20)"]
    assert {one[:2] for one in found if one[0] == "quotes"} == {("quotes", key), ("quotes", "added")}
    assert {one for one in found if one[0] == "events"} == {("events", "removed", talks["event_id"])}
    assert {one[1] for one in found if one[0] == "mentions"} == {"removed"}
    assert {(one[1]) for one in found if one[0] == "actors"} == {"added", "removed"}


def test_the_words_of_a_corrected_cell_are_a_persons_and_true(desk, decided):
    _, quote, _, added = decided
    desk.correct(
        quote["quote_id"], "--set", "speaker=Семен Бойченко", "--words", "speaker=Семен Бойчук", on="2025-12-21"
    )
    after = desk.build()
    words = after.evidence.filter(record_id=quote["quote_id"], field="speaker")
    assert words.select("exact", "rule").rows() == [("Семен Бойчук", "correction")]
    words = after.evidence.filter(record_id=added, field="text")
    assert words.select("exact", "rule").rows() == [(QUOTE, "correction")]


def test_a_build_on_a_build_is_the_same(desk, decided, changes):
    first, second = desk.build(), desk.build()
    assert changes(first, second) == {}
    assert first.content_hash == second.content_hash


def test_decisions_hold_when_the_article_changes_elsewhere(desk, decided):
    _, quote, talks, added = decided
    text = (desk.seeds / "a.txt").read_text("utf-8")
    desk.write(
        text.replace("Додому повернулися", "Оновлено. «Ще не все», – додав Іван Петренко.\nДодому повернулися", 1)
    )
    after = desk.build()
    assert desk.said == []
    assert after.quotes.filter(quote_id=quote["quote_id"])["speaker"].to_list() == ["Семен Бойченко"]
    assert added in after.quotes["quote_id"]
    assert "negotiation" not in after.events["type"]


def test_decisions_hold_when_the_records_of_a_sentence_are_counted_otherwise(desk):
    both = "«Ми вдома», – сказав Іван Петренко, а Олег Гончар зауважив: «Ми чекаємо»."
    desk.write(both)
    before = desk.build()
    second = before.quotes.filter(text="Ми чекаємо").row(0, named=True)
    desk.correct(second["quote_id"], "--set", "speaker=Олег Гончаренко")
    text = desk.file.read_text("utf-8")
    # as if a better rule had found one quote more before it, so that it has another number and so another id
    desk.file.write_text(text.replace(second["quote_id"], "q-0123456789ab"), "utf-8")
    after = desk.build()
    assert desk.said == []
    assert after.quotes.filter(text="Ми чекаємо")["speaker"].to_list() == ["Олег Гончаренко"]


def test_a_decision_whose_sentence_is_gone_is_reported(desk, decided):
    _, quote, talks, _ = decided
    text = (desk.seeds / "a.txt").read_text("utf-8")
    lines = [line for line in text.splitlines() if "Бойчук" not in line]
    desk.write("\n".join(lines) + "\n")
    after = desk.build()
    [line] = desk.said
    assert f"entry 1 ({quote['quote_id']}): its sentence is not in a any more" in line
    [reason] = after.gaps.filter(record_id=quote["quote_id"], field="curated")["reason"]
    assert "correction 1: its sentence is not in a any more" in reason
    assert "Decisions on 1 record could not be applied" in (desk.path / "README.md").read_text("utf-8")


def test_a_release_says_it_too_and_holds_what_was_decided(desk, decided):
    _, quote, talks, added = decided
    (desk.seeds / "corrections.toml").write_text(
        desk.file.read_text("utf-8") + '\n[[correction]]\ndo = "reject"\nrecord = "q-gone"\nby = "Б"\non = 2025-12-20\n'
        'why = "нема"\n',
        "utf-8",
    )
    ran = desk.run("release", "--seeds", desk.seeds, "--into", desk.folder / "dataset")
    assert ran.status == 0, ran.err
    assert any("entry 4 (q-gone): no record q-gone" in line for line in ran.lines)
    from dodomu import dataset

    released = dataset.open(desk.folder / "dataset" / "0.1.0")
    assert dataset.verify(desk.folder / "dataset" / "0.1.0") == []
    assert released.quotes.filter(quote_id=added)["speaker"].to_list() == ["Олена Ковтун"]
