"""A stranger's whole way with a dataset, by commands and in a browser: each step is seen in the next release's diff."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from dodomu import dataset

ROOT = Path(__file__).parents[1]
OURS = ("seed", "d02", "d05")
RUN = "window.ran=1"
HOSTILE = {
    "x1": f"</script><script>{RUN}</script><img src='https://evil.invalid/i' onerror='{RUN}'>\n\n"
    f"=HYPERLINK(\"https://evil.invalid\",\"x\") 3 березня 2026 року з полону повернулися 47 військових {{{{7*7}}}}.\n"
    f"«Їх <svg onload={RUN}> зустріли лікарі», – повідомив речник Семен Бойчук.\n",
    "x2": "\u202eтскет йинтаровз\u202c \x1b[31m\x07 \u2066\u2069 </title>\n\n"
    "-2+3+cmd|' /C calc'!A0 4 березня 2026 року з Білорусі повернулися 8 цивільних \u202e.\n"
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
    "other_speaker": ("Володимир Зеленський", "Кирило Буданов"),
    "other_date": ("2 жовтня", "2 листопада"),
}


class Walk:
    """A folder in which a person works."""

    def __init__(self, folder: Path):
        self.folder = folder

    def __call__(self, *arguments: str, status: int = 0) -> str:
        command = [sys.executable, "-m", "dodomu", *map(str, arguments)]
        environment = os.environ | {"NO_COLOR": "1"}
        ran = subprocess.run(
            command, cwd=self.folder, env=environment, capture_output=True, encoding="utf-8", timeout=300
        )
        said = ran.stdout + ran.stderr
        assert ran.returncode == status, f"{' '.join(command)}\n{said}"
        assert "Traceback" not in said
        assert "\x1b" not in said
        assert "\u202e" not in said
        return said

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
    [spoken] = ds.quotes.filter(text="наймолодшій дитині чотири роки, а найстаршому підлітку вже виповнилося 17")["quote_id"]
    [false] = ds.events.filter(type="exercise")["event_id"]
    walk.correct(spoken, "--speaker", "Олена Ковтун")
    walk.correct(false, "--reject")
    missed = ("--add", "mention", "--article", "d05", "--text", "перевезли", "--set", "type=detention")
    added = walk.correct(*missed, "--set", "count=2").split()[-1] or ""
    added = next(one for one in walk.correct(*missed, "--set", "count=2").split() if one.startswith("m-"))
    told = walk.release()
    assert '~ ' + spoken in told and '"Дмитро Лубінець" → "Олена Ковтун"' in told
    assert f"- {false}  exercise" in told
    assert f"+ {added.replace('m-', 'e-')}  detention" in told
    assert f"{false.replace('e-', 'm-')} / curated  rejected: так у джерелі" in told
    assert "a person decided: rejected: так у джерелі" in walk("history", false, "--data", "dataset/0.2.0")
