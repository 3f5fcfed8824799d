"""A folder of articles that is built, corrected and built again, by the commands a person uses."""

import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest

from dodomu import cli, dataset

ARTICLE = """\
Додому повернулися 12 цивільних

12 грудня 2025 року з Білорусі в Україну повернулися 12 цивільних. Сьогодні сторони провели перемовини в Стамбулі.
«Їх зустріли на кордоні лікарі», – повідомив речник Координаційного штабу Семен Бойчук.
Далі слово взяла Олена Ковтун, депутатка. Дорога була довга. Ніхто не нарікав – такі її слова.

«Ми чекаємо на всіх, хто ще там», – сказав президент Володимир Зеленський.
14 грудня 2025 року додому повернулися 5 військових.
"""


@dataclass
class Ran:
    """What a command left behind."""

    status: int
    out: str
    err: str

    @property
    def lines(self):
        return self.err.splitlines()


class Desk:
    """A folder of seeds with what is built from it."""

    def __init__(self, folder: Path, capsys, first: Path):
        self.seeds, self._capsys, self._builds, self._first = folder / "seeds", capsys, 0, first
        self.folder = folder
        self.seeds.mkdir()
        self.file = self.seeds / "corrections.toml"

    def write(self, text, name="a"):
        (self.seeds / f"{name}.txt").write_text(text, "utf-8")

    def run(self, *arguments):
        self._capsys.readouterr()
        status = cli.run([str(one) for one in arguments])
        captured = self._capsys.readouterr()
        return Ran(status, captured.out, captured.err)

    def build(self):
        """Build, keep it apart from earlier builds, and give the dataset; what was said stands in `said`."""
        self._builds += 1
        self.path = self.folder / f"build{self._builds}"
        if self._is_as_it_came():
            shutil.copytree(self._first, self.path)
            self.said = []
            return dataset.open(self.path)
        ran = self.run("build", "--seeds", self.seeds, "-o", self.path)
        assert ran.status == 0, ran.err
        self.said = [line for line in ran.lines if "corrections.toml" in line]
        assert dataset.verify(self.path) == []
        return dataset.open(self.path)

    def _is_as_it_came(self):
        [seed, *others] = sorted(self.seeds.iterdir())
        return not others and seed.read_text("utf-8") == ARTICLE

    def correct(self, *arguments, by="О. Коваль", why="перечитано", on="2025-12-20", status=0):
        options = ["--data", self.path, "--seeds", self.seeds, "--by", by, "--on", on]
        ran = self.run("correct", *arguments, *options, *(["--why", why] if why else []))
        assert ran.status == status, ran.err
        return ran


@pytest.fixture(scope="session")
def first_build(tmp_path_factory):
    """Build the article without corrections, once."""
    folder = tmp_path_factory.mktemp("first")
    (folder / "seeds").mkdir()
    (folder / "seeds" / "a.txt").write_text(ARTICLE, "utf-8")
    assert cli.run(["build", "--seeds", str(folder / "seeds"), "-o", str(folder / "build")]) == 0
    assert dataset.verify(folder / "build") == []
    return folder / "build"


@pytest.fixture
def desk(tmp_path, capsys, first_build):
    """Give a folder with one article."""
    made = Desk(tmp_path, capsys, first_build)
    made.write(ARTICLE)
    return made


@pytest.fixture
def changes():
    """Give a function that says what differs between two datasets: {(table, record, column): (before, after)}."""

    def of(before, after):
        found = {}
        for name, table in dataset.diff(before, after).tables.items():
            for kind in ("added", "removed"):
                for row in getattr(table, kind):
                    found[name, kind, table.record(row)] = row
            for one in table.revised:
                for column, cells in one.cells.items():
                    found[name, one.record, column] = cells
        return found

    return of
