"""The schemas, the description for other tools and the dictionary say what the tables hold."""

import json
import re
from pathlib import Path

import jsonschema
import pytest

from dodomu.dataset import schemas
from dodomu.dataset.dialect import is_schema
from dodomu.dataset.package import table_schema
from dodomu.models import TABLES

ROOT = Path(__file__).parents[2]


def plain(row):
    return json.loads(json.dumps(row, default=str))


@pytest.mark.parametrize("name", TABLES)
def test_a_schema_is_one(name):
    jsonschema.Draft202012Validator.check_schema(schemas.schema(TABLES[name]))


def test_every_row_holds_to_its_schema(tables):
    for name, rows in tables.items():
        validator = jsonschema.Draft202012Validator(schemas.schema(TABLES[name]))
        assert rows.height
        for row in rows.iter_rows(named=True):
            validator.validate(plain(row))


@pytest.mark.parametrize(
    "wrong", [{"date": "2025-1"}, {"count": -1}, {"group": "x"}, {"origin": "Russia"}, {"mediators": None}, {"more": 1}]
)
def test_a_schema_refuses_what_the_record_refuses(tables, wrong):
    row = plain(tables["events"].row(0, named=True)) | wrong
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(row, schemas.schema(TABLES["events"]))


def test_the_schemas_of_the_repository_are_up_to_date():
    assert schemas.check(ROOT / "schemas") == []


def test_schemas_out_of_date_are_named(tmp_path):
    folder = schemas.write(tmp_path)
    assert schemas.check(tmp_path) == []
    (folder / "events.json").write_text("{}")
    (folder / "gaps.json").unlink()
    (folder / "more.json").write_text("{}")
    said = " ".join(schemas.check(tmp_path))
    assert all(name in said for name in ("events.json: differs", "gaps.json: is missing", "more.json: no table"))


@pytest.mark.parametrize("name", TABLES)
def test_the_table_schema_has_the_columns_and_links_that_are_there(name):
    described = table_schema(TABLES[name])
    assert [field["name"] for field in described["fields"]] == list(TABLES[name].model.columns())
    assert {field["type"] for field in described["fields"]} <= {
        "string",
        "integer",
        "number",
        "boolean",
        "date",
        "list",
    }
    for link in described.get("foreignKeys", ()):
        target = TABLES[link["reference"]["resource"] or name]
        assert link["reference"]["fields"] == list(target.key)


def test_the_package_names_files_that_are_there_and_the_rights(folder):
    package = json.loads((folder / "datapackage.json").read_text("utf-8"))
    assert package["licenses"][0]["name"] == "CC-BY-4.0"
    assert package["sources"] == [{"title": "Главком: a", "path": "https://example.org/a"}]
    for resource in package["resources"]:
        assert (folder / resource["path"]).is_file()
        assert re.fullmatch(r"[-a-z0-9._/]+", resource["name"])


def test_the_dictionary_has_every_column_of_every_table(folder, tables):
    readme = (folder / "README.md").read_text("utf-8")
    for name, rows in tables.items():
        section = readme.split(f"### {name}\n")[1].split("###")[0]
        assert re.findall(r"^\| `(\w+)` \|", section, re.M) == rows.columns


def test_the_readme_says_how_much_nobody_has_checked(folder):
    assert "Of 3 quotes, mentions and events, 3 were read by machine only" in (folder / "README.md").read_text("utf-8")


@pytest.mark.parametrize("name", TABLES)
def test_a_schema_says_no_more_than_whoever_verifies_understands(name):
    assert is_schema(schemas.schema(TABLES[name]))
