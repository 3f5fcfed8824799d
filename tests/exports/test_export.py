"""What all exports have in common: stable bytes, an origin, the rule on persons, errors in one line."""

import io
import os
import subprocess
import sys

import openpyxl
import pytest

import dodomu
from dodomu.dataset import Dataset, path_of
from dodomu.errors import BadInput, BadOutput, DodomuError
from dodomu.exports import FORMATS, export
from dodomu.extract import extract
from dodomu.models import Article
from dodomu.resolve import resolve
from dodomu.tables import frames

TEXT = """\
Додому повернулися 12 цивільних

Із полону повернулися 12 українців. «Я не вірив, що доїду», – розповів звільнений військовий Остап Ґалаґан.
«Їх привезли вночі», – повідомив речник Координаційного штабу Семен Бойчук.
"""

EVERY = """
import sys, dodomu
from dodomu.exports import FORMATS
ds = dodomu.open(sys.argv[1])
for name, one in FORMATS.items():
    dodomu.export(ds, name, f"{sys.argv[2]}/{name}{one.ending}")
"""


def test_the_bytes_are_the_same_in_any_time_zone_and_under_any_locale(tmp_path):
    made = []
    for zone, seed in (("Pacific/Kiritimati", "1"), ("America/St_Johns", "2")):
        folder = tmp_path / seed
        folder.mkdir()
        environment = os.environ | {"TZ": zone, "LC_ALL": "C", "PYTHONHASHSEED": seed}
        subprocess.run([sys.executable, "-c", EVERY, str(path_of()), str(folder)], env=environment, check=True)
        made.append({path.name: path.read_bytes() for path in folder.iterdir()})
    assert len(made[0]) == len(FORMATS)
    assert [name for name in made[0] if made[0][name] != made[1][name]] == []


@pytest.mark.parametrize("name", FORMATS)
def test_what_is_not_released_goes_through_the_rule_on_persons(name, exported):
    article = Article(article_id="a", source="a.txt", text=TEXT, title="Додому повернулися 12 цивільних")
    ds = Dataset(frames(resolve([extract(article)])))
    assert "Остап Ґалаґан" in ds.quotes["speaker"].to_list()
    if name in ("timelinejs", "datawrapper", "datawrapper-cumulative"):
        assert "Ґалаґан" not in exported(name, ds).decode()
    elif name == "jsonl":
        assert '"speaker": "звільнений військовий"' in exported(name, ds).decode()
        assert '"speaker": "Остап Ґалаґан"' not in exported(name, ds).decode()
    elif name == "annotations":
        assert "speaker: звільнений військовий" in exported(name, ds).decode()
        assert "speaker: Остап Ґалаґан" not in exported(name, ds).decode()
    else:
        sheet = openpyxl.load_workbook(io.BytesIO(exported(name, ds)))["actors"]
        names = [cell for row in sheet.iter_rows(values_only=True) for cell in row]
        assert "Семен Бойчук" in names
        assert "Остап Ґалаґан" not in names


@pytest.mark.parametrize("name", FORMATS)
def test_each_format_says_what_it_is_good_for(name):
    assert FORMATS[name].ending.startswith(".")
    assert len(FORMATS[name].what) > 20


def test_a_format_that_is_none_is_refused_with_the_nearest(ds, tmp_path):
    with pytest.raises(BadInput, match="did you mean «xlsx»"):
        dodomu.export(ds, "xls", tmp_path / "a.xls")
    assert not list(tmp_path.iterdir())


def test_a_language_that_is_none_is_refused(ds, tmp_path):
    with pytest.raises(DodomuError, match="no labels in language «de»"):
        export(ds, "jsonl", tmp_path / "a.jsonl", lang="de")


def test_a_place_that_cannot_be_written_is_refused(ds, tmp_path):
    with pytest.raises(BadOutput, match="cannot be written"):
        export(ds, "jsonl", tmp_path / "missing" / "a.jsonl")
