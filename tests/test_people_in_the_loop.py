"""A stranger's whole way with a dataset, by commands and in a browser: each step is seen in the next release's diff."""

import io
import json
import shutil
from contextlib import chdir, redirect_stderr, redirect_stdout
from pathlib import Path

import pytest

from dodomu import cli, dataset

ROOT = Path(__file__).parents[1]
OURS = ("seed", "d02", "d05")
RUN = "window.ran=1"
HOSTILE = {
    "x1": f"</script><script>{RUN}</script><img src='https://evil.invalid/i' onerror='{RUN}'>\n\n"
    f'=HYPERLINK("https://evil.invalid","x") 3 березня 2026 року з полону повернулися 47 військових {{{{7*7}}}}.\n'
    f"«Їх <svg onload={RUN}> зустріли лікарі», – повідомив речник Семен Бойчук.\n",
    "x2": "\u202eтскет йинтаровз\u202c \x1b[31m\x07 \u2066\u2069 </title>\n\n"
    "-2+3+cmd|' /C calc'!A0\n\n4 березня 2026 року з Білорусі додому повернули 8 військових \u2066\u2069.\n"
    f"«Дорога була\u202e довга\u202c <img src=x onerror={RUN}>», – розповіла депутатка Олена Ковтун.\n",
}
SIDECAR = f"publisher = '''=1+1 <img src=x onerror={RUN}>'''\nurl = 'javascript:{RUN}'\npublished = '2026-03-05'\n"
WHY = f"так у джерелі </script><img src=x onerror={RUN}>"
WITHDRAWN = "Ми не розпитуємо. Ми просто поруч"

TRUE = """\
Про що писали

Лукашенко помилував 123 ув'язнених.

5 лютого 2026 року з російського полону повернулися 157 українців.

«Хтось із них не бачив маму понад три роки», – розповів омбудсман Дмитро Лубінець.

«Памʼятаємо про всіх наших людей, які досі в російському полоні», – сказав Володимир Зеленський.

2 жовтня 2025 року Росія відпустила 185 військовослужбовців.
"""
ERRORS = {
    "differs": ("123", "132"),
    "both_sides": ("157", "314"),
    "misquoted": ("понад три роки", "понад чотири роки"),
    "wrong_speaker": ("Володимир Зеленський", "Кирило Буданов"),
    "wrong_date": ("2 жовтня", "2 листопада"),
}


class Walk:
    """A folder in which a person works."""

    def __init__(self, folder: Path):
        self.folder = folder

    def __call__(self, *arguments: object, status: int = 0) -> str:
        said = io.TextIOWrapper(io.BytesIO(), encoding="utf-8", write_through=True)
        with chdir(self.folder), redirect_stdout(said), redirect_stderr(said):
            left = cli.run([str(one) for one in arguments])
        told = said.buffer.getvalue().decode()
        assert left == status, f"{arguments}\n{told}"
        assert "\x1b" not in told
        assert "--json" in arguments or "\u202e" not in told, "only data keeps what turns a line around"
        return told

    def correct(self, *arguments: str) -> str:
        return self("correct", *arguments, "--by", "О. Коваль", "--why", WHY, "--seeds", "articles")

    def release(self) -> str:
        """Release, and give what the diff with the version before says."""
        self("release", "--seeds", "articles")
        *_, before, after = dataset.released.versions_in(self.folder / "dataset")
        self("verify", f"dataset/{after}")
        return self("diff", f"dataset/{before}", f"dataset/{after}", "--limit", "100")

    def open(self, name: str = "build") -> dataset.Dataset:
        return dataset.open(self.folder / name)


@pytest.fixture(scope="module")
def walk(tmp_path_factory):
    """Our articles and two with hostile text, built and released for the first time."""
    walk = Walk(tmp_path_factory.mktemp("stranger"))
    articles = walk.folder / "articles"
    articles.mkdir()
    for name in OURS:
        for ending in ("txt", "toml"):
            shutil.copy(ROOT / "tests" / "gold" / f"{name}.{ending}", articles)
    for name, text in HOSTILE.items():
        (articles / f"{name}.txt").write_text(text, "utf-8")
        (articles / f"{name}.toml").write_text(SIDECAR, "utf-8")
    walk("build", "--seeds", "articles", "-o", "build")
    assert "released dataset/0.1.0 (the first)" in walk("release", "--seeds", "articles")
    return walk


def harmless(page):
    assert page.evaluate("window.ran") is None
    assert (page.said, page.asked) == ([], [])
    assert page.locator("img, iframe, object, embed, form, link, base, svg[onload]").count() == 0
    assert page.evaluate("[...document.links].every(link => /^(https?|file):/.test(link.href))")


def test_a_stranger_corrects_reviews_withdraws_and_checks(walk, visit):
    ds = walk.open()
    assert {"x1", "x2"} <= {*ds.mentions["article_id"]} & {*ds.quotes["article_id"]}, "the hostile articles were read"

    # a speaker is corrected, an event rejected, another added
    [spoken] = ds.quotes.filter(article_id="d05", speaker="Олена Ковтун", kind="indirect")["quote_id"].head(1)
    [false] = ds.events.filter(type="exercise")["event_id"]
    walk.correct(spoken, "--speaker", "Дмитро Лубінець")
    walk.correct(false, "--reject")
    missed = ("--add", "mention", "--article", "d05", "--text", "перевезли", "--set", "type=detention")
    [added] = [word for word in walk.correct(*missed, "--set", "count=2").split() if word.startswith("m-")]
    told = walk.release()
    assert f"~ {spoken}  " in told
    assert '"Олена Ковтун" → "Дмитро Лубінець"' in told
    assert f"- {false}  exercise" in told
    assert f"{false.replace('e-', 'm-')} / curated  rejected: так у джерелі" in told
    assert f"+ {added.replace('m-', 'e-')}  detention · occurred · 2" in told
    assert "a person decided: rejected: так у джерелі" in walk("history", false, "--data", "dataset/0.2.0")

    # the queue is answered in a browser; the hostile articles are in it
    walk("build", "--seeds", "articles", "-o", "build")
    ds = walk.open()
    walk("review", "--seeds", "articles", "-o", "review.html", "--lang", "en")
    page = visit((walk.folder / "review.html").read_bytes())
    [hostile] = ds.mentions.filter(article_id="x1")["mention_id"]
    [quoted] = ds.quotes.filter(article_id="x2")["quote_id"]
    [wrong] = ds.mentions.filter(type="reconnaissance")["mention_id"]
    page.locator(f'[data-record="{quoted}"]').get_by_role("button", name="Right").click()
    for record, key in ((wrong, "2"), (hostile, "3")):
        page.locator(f'[data-record="{record}"]').focus()
        page.keyboard.press(key)
    page.locator(f'[data-record="{hostile}"] [data-column="count"]').fill("48")
    page.locator(f'[data-record="{hostile}"] .why').fill(WHY)
    harmless(page)
    with page.expect_download() as download:
        page.locator("#save").click()
    download.value.save_as(walk.folder / "answers.json")
    said = walk("review", "--import", "answers.json", "--by", "О. Коваль", "--seeds", "articles")
    assert "3 of 3 answers brought in" in said
    told = walk.release()
    assert f'~ {quoted}  review: "machine" → "read"' in told
    assert f"- {wrong}  reconnaissance" in told
    assert "count: 47 → 48" in told

    # a quote is withdrawn from every version that holds it; the versions say so, and so does the next one
    [quote] = ds.quotes.filter(text=WITHDRAWN)["quote_id"]
    decided = ("--by", "О. Коваль", "--why", "на прохання мовця", "--seeds", "articles")
    walk("withdraw", quote, *decided)
    for version in ("0.1.0", "0.2.0", "0.3.0"):
        assert f"withdrawn: quote {quote}" in walk("verify", f"dataset/{version}")
        assert WITHDRAWN not in walk.open(f"dataset/{version}").articles.filter(article_id="d05")["text"].item()
    assert f"withdrawn: quote {quote}" in walk("history", quote, "--data", "dataset/0.3.0")
    walk.correct("--read", *ds.quotes.filter(article_id="d02")["quote_id"].head(1))
    told = walk.release()
    assert f"withdrawn: quote {quote}, on " in told
    assert "1 revised" in told
    assert quote not in walk.open("dataset/0.4.0").quotes["quote_id"]
    assert f"quote {quote}, on " in (walk.folder / "dataset" / "0.4.0" / "CHANGELOG.md").read_text("utf-8")


def test_five_planted_errors_are_found_and_the_true_twin_has_no_alarm(walk, visit):
    draft = TRUE
    for right, wrong in ERRORS.values():
        assert draft.count(right) == 1
        draft = draft.replace(right, wrong)
    hostile = f"{HOSTILE['x1'].partition('3 березня')[0]}\n\n{HOSTILE['x2']}"
    (walk.folder / "draft.txt").write_text(f"{draft}\n{hostile}", "utf-8")
    (walk.folder / "twin.txt").write_text(f"{TRUE}\n{hostile}", "utf-8")
    newest = f"dataset/{dataset.released.versions_in(walk.folder / 'dataset')[-1]}"
    found = json.loads(walk("check", "draft.txt", "--data", newest, "--json"))["findings"]
    assert {one["verdict"] for one in found[: len(ERRORS)]} == {*ERRORS}
    walk("check", "draft.txt", "--data", newest, "--strict", status=1)
    twin = walk("check", "twin.txt", "--data", newest, "--lang", "en", "--strict")
    assert "To correct or look at again: 0" in twin
    walk("check", "draft.txt", "--data", newest, "-o", "draft.html")
    page = visit((walk.folder / "draft.html").read_bytes())
    harmless(page)
    assert page.locator(".card").count() == len(found)
