"""What describes a dataset for other tools is what those tools accept, and says what the tables hold."""

import json
import re
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import jsonschema
import pytest

from dodomu import dataset
from dodomu.dataset import accuracy, release_tables
from dodomu.dataset.about import citation
from dodomu.models import TABLES

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def version(gold_dataset, tmp_path_factory):
    """A version with many rows, its text begun as a formula in places."""
    ds = gold_dataset("d01", "d02", "d03", "seed")
    tables = {name: ds.table(name) for name in ds.tables}
    return release_tables(tables, tmp_path_factory.mktemp("versions")).path


def in_another_python(program, folder):
    """Run a program apart: the tools it uses warn of themselves."""
    command = [sys.executable, "-W", "ignore", "-c", program]
    ran = subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=120)
    assert ran.returncode == 0, ran.stderr
    return json.loads(ran.stdout.splitlines()[-1])


# What the profile of Data Package 2 asks of the properties that are used here.
PATH = {"type": "string", "pattern": r"^(?![./~\\])(?!file:)(?!.*/\.\./)[^\\]+$"}
LICENCES = {
    "type": "array",
    "minItems": 1,
    "items": {
        "properties": {"name": {"pattern": "^[-a-zA-Z0-9._]+$"}, "path": PATH},
        "anyOf": [{"required": ["name"]}, {"required": ["path"]}],
    },
}
FIELD = {
    "type": "object",
    "required": ["name", "type"],
    "properties": {
        "type": {"enum": ["string", "integer", "number", "boolean", "date", "list"]},
        "delimiter": {"type": "string", "minLength": 1},
        "itemType": {"enum": ["string", "integer", "boolean", "number", "datetime", "date", "time"]},
        "constraints": {
            "additionalProperties": False,
            "properties": {
                "required": {"type": "boolean"},
                "enum": {"type": "array", "minItems": 1, "uniqueItems": True},
                "pattern": {"type": "string", "format": "regex"},
                "minimum": {"type": "integer"},
                "maximum": {"type": "integer"},
                "minLength": {"type": "integer", "minimum": 0},
            },
        },
    },
}
KEYS = {"type": "array", "minItems": 1, "items": {"type": "string"}, "uniqueItems": True}
RESOURCE = {
    "type": "object",
    "required": ["name", "path"],
    "properties": {
        "path": PATH,
        "type": {"const": "table"},
        "bytes": {"type": "integer", "minimum": 0},
        "hash": {"pattern": "^sha256:[0-9a-f]{64}$"},
        "licenses": LICENCES,
        "schema": {
            "type": "object",
            "required": ["fields"],
            "properties": {
                "fields": {"type": "array", "minItems": 1, "items": FIELD},
                "primaryKey": KEYS,
                "missingValues": {"type": "array", "items": {"type": "string"}},
                "foreignKeys": {
                    "minItems": 1,
                    "items": {
                        "required": ["fields", "reference"],
                        "properties": {"reference": {"required": ["resource", "fields"]}, "fields": KEYS},
                    },
                },
            },
        },
    },
}
PROFILE = {
    "type": "object",
    "required": ["resources"],
    "properties": {
        "$schema": {"const": "https://datapackage.org/profiles/2.0/datapackage.json"},
        "resources": {"type": "array", "minItems": 1, "items": RESOURCE},
        "licenses": LICENCES,
        "keywords": {"type": "array", "minItems": 1, "items": {"type": "string"}},
        "contributors": {"type": "array", "minItems": 1, "items": {"minProperties": 1}},
        "sources": {"type": "array", "items": {"type": "object", "minProperties": 1, "properties": {"path": PATH}}},
        "version": {"type": "string"},
    },
}


def described(version, name="datapackage.json"):
    return json.loads((version / name).read_text("utf-8"))


def test_the_package_holds_to_what_the_profile_asks(version):
    jsonschema.Draft7Validator(PROFILE, format_checker=jsonschema.FormatChecker()).validate(described(version))


def test_the_package_names_every_table_and_the_bytes_of_its_csv(version):
    resources = {one["name"]: one for one in described(version)["resources"]}
    assert set(resources) == {name for table in dataset.open(version).tables for name in (table, f"{table}-parquet")}
    for name in dataset.open(version).tables:
        data = (version / f"{name}.csv").read_bytes()
        assert (resources[name]["bytes"], resources[name]["hash"]) == (len(data), f"sha256:{sha256(data).hexdigest()}")


FRICTIONLESS = """
import json
from frictionless import Package
package = Package("datapackage.json")
for name in [one.name for one in package.resources if one.name.endswith("-parquet")]:
    package.remove_resource(name)
report = package.validate()
print(json.dumps({"faults": report.flatten(["name", "rowNumber", "fieldName", "message"]),
                  "rows": {task.name: task.stats.get("rows", 0) for task in report.tasks}}))
"""


def test_frictionless_finds_every_csv_as_described(version):
    told = in_another_python(FRICTIONLESS, version)
    assert told["faults"] == []
    ds = dataset.open(version)
    assert told["rows"] == {name: ds.table(name).height for name in ds.tables}


MLCROISSANT = """
import json
import mlcroissant
ds = mlcroissant.Dataset("croissant.json")
def plain(value):
    if isinstance(value, list):
        return [plain(one) for one in value]
    return value.decode() if isinstance(value, bytes) else value
told = {"warnings": list(ds.metadata.ctx.issues.warnings)}
for records in ds.metadata.record_sets:
    told[records.id] = [{key: plain(value) for key, value in row.items()} for row in ds.records(records.id)]
print(json.dumps(told, default=str))
"""


def test_mlcroissant_reads_every_record_of_every_table(version):
    told = in_another_python(MLCROISSANT, version)
    ds = dataset.open(version)
    # there is no clock here, so nobody can say when a version came out
    assert all("datePublished" in warning for warning in told["warnings"])
    for name in ds.tables:
        assert len(told[name]) == ds.table(name).height
    by_id = {row["events/event_id"]: row for row in told["events"]}
    for event in ds.events.iter_rows(named=True):
        read = by_id[event["event_id"]]
        assert read["events/count"] == event["count"]
        assert read["events/type"] == event["type"]
        assert (read["events/agents"] or []) == event["agents"]


def test_the_description_for_search_engines_says_what_is_there(version):
    said = described(version, "dataset.jsonld")
    ds = dataset.open(version)
    assert (said["@context"], said["@type"]) == ("https://schema.org/", "Dataset")
    assert said["identifier"] == f"sha256:{ds.content_hash}"
    assert all((version / one["contentUrl"]).is_file() for one in said["distribution"])
    named = {one["name"] for one in said["variableMeasured"]}
    assert named == {f"{name}.{column}" for name in ds.tables for column in ds.table(name).columns}


def test_an_archive_gets_what_it_asks(version):
    metadata = described(version, "zenodo.json")["metadata"]
    assert {"title", "upload_type", "description", "creators", "access_right", "license", "version"} <= metadata.keys()
    assert (metadata["upload_type"], metadata["version"]) == ("dataset", "0.1.0")
    assert all(creator["name"] for creator in metadata["creators"])


def test_the_readme_is_a_datasheet(version):
    readme = (version / "README.md").read_text("utf-8")
    headings = re.findall(r"^## (.+)$", readme, re.M)
    for wanted in (
        "What it covers, and what an absence means",
        "How it was made",
        "How accurate it is",
        "Two kinds of dates",
        "What it must not be used for",
        "Personal data",
        "Rights",
        "How to cite it",
        "Data dictionary",
    ):
        assert wanted in headings
    assert citation("0.1.0", dataset.open(version).content_hash) in readme


def test_what_was_only_built_warns_of_the_names_in_it(gold_dataset, tmp_path):
    ds = gold_dataset("seed")
    folder = dataset.write({name: ds.table(name) for name in ds.tables}, tmp_path / "build")
    assert "Pass on only what `dodomu release` wrote" in (folder / "README.md").read_text("utf-8")


def test_every_column_has_a_figure_or_is_said_to_have_none(version):
    readme = (version / "README.md").read_text("utf-8")
    section = readme.split("## How accurate it is")[1].split("\n## ")[0]
    for name in ("quotes", "mentions"):
        for column in TABLES[name].model.columns():
            if column not in accuracy.BOOKKEEPING:
                assert re.search(rf"\b{column}\b", section), f"{name}.{column}"


def test_the_dictionary_speaks_two_languages():
    import dodomu

    assert "count_low" in dodomu.describe("events")
    assert "Найменше заявлене число" in dodomu.describe("events", "uk")
    with pytest.raises(ValueError, match="no dictionary in «fr»"):
        dodomu.describe("events", "fr")
    with pytest.raises(KeyError, match="did you mean «events»"):
        dodomu.describe("event")


@pytest.mark.parametrize("name", [name for name in TABLES if name != "history"])
def test_help_on_a_table_is_its_dictionary(name, capsys):
    help(dataset.Dataset)
    assert " ".join(dataset.describe(name).split()[:6]) in " ".join(capsys.readouterr().out.replace("|", " ").split())


def test_the_names_that_editors_offer_are_the_tables():
    from typing import get_args

    from dodomu.dataset.names import TableName

    assert get_args(TableName) == tuple(TABLES)


def test_the_figures_are_those_of_the_projects_readme():
    shown = re.search(r"^```text\n(.*?)^```$", (ROOT / "README.md").read_text("utf-8"), re.S | re.M)[1]
    for what, figure in accuracy.measured()["figures"].items():
        [line] = [line for line in shown.splitlines() if re.match(rf"{re.escape(what)}\s{{2}}", f"{line}  ")]
        numbers = [f"{figure['value']:.3f}", f"{figure['low']:.3f} to {figure['high']:.3f}", f" {figure['of']}"]
        assert all(number in line for number in numbers), "bring it up to date: python tests/refresh.py"
