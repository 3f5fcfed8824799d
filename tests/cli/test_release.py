"""The commands that version the data: release, diff, verify, as somebody with articles of their own uses them."""

import json
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from pythons import installed

import dodomu as package

GOLD = Path(__file__).parents[1] / "gold"


@pytest.fixture(scope="module")
def mine(tmp_path_factory):
    """A folder of articles, as received."""
    folder = tmp_path_factory.mktemp("mine") / "articles"
    folder.mkdir()
    for name in ("d01", "seed"):
        shutil.copy(GOLD / f"{name}.txt", folder)
        shutil.copy(GOLD / f"{name}.toml", folder)
    return folder


@pytest.fixture(scope="module")
def versions(mine, tmp_path_factory):
    """Two versions, between which a sentence of an article changed and another article came."""
    from dodomu import cli

    into = tmp_path_factory.mktemp("versions") / "dataset"
    assert cli.run(["release", "--seeds", str(mine), "--into", str(into)]) == 0
    text = (mine / "seed.txt").read_text("utf-8")
    (mine / "seed.txt").write_text(text.replace("помилував 123 ув'язнених", "помилував 124 ув'язнених"), "utf-8")
    shutil.copy(GOLD / "d03.txt", mine)
    assert cli.run(["release", "--seeds", str(mine), "--into", str(into)]) == 0
    return into


def test_two_releases_make_two_versions(versions, dodomu, monkeypatch):
    assert sorted(path.name for path in versions.iterdir()) == ["0.1.0", "0.2.0"]
    monkeypatch.setenv("DODOMU_DATA", str(versions))
    assert dodomu("versions").out.splitlines() == ["0.1.0", "0.2.0"]
    assert package.load("articles")["article_id"].to_list() == ["d01", "d03", "seed"]
    assert package.load("articles", version="0.1.0")["article_id"].to_list() == ["d01", "seed"]


def test_with_no_difference_nothing_is_released_and_that_is_said(mine, versions, dodomu):
    told = dodomu("release", "--seeds", mine, "--into", versions)
    assert told.status == 0
    assert "nothing differs from 0.2.0; nothing was released" in told.err
    assert sorted(path.name for path in versions.iterdir()) == ["0.1.0", "0.2.0"]


def test_a_dry_run_tells_and_writes_nothing(mine, dodomu, tmp_path):
    told = dodomu("release", "--seeds", mine, "--into", tmp_path / "none", "--dry-run")
    assert told.status == 0
    assert "would release 0.1.0" in told.err
    assert not (tmp_path / "none").exists()


def test_too_small_a_step_is_refused(mine, versions, dodomu, tmp_path):
    into = tmp_path / "dataset"
    shutil.copytree(versions / "0.1.0", into / "0.1.0")
    told = dodomu("release", "--seeds", mine, "--into", into, "--as", "patch")
    assert told.status == 2
    assert "too small a step" in told.err
    assert [path.name for path in into.iterdir()] == ["0.1.0"]


def test_bad_seeds_are_named_and_nothing_is_released(mine, dodomu, tmp_path):
    seeds = tmp_path / "seeds"
    shutil.copytree(mine, seeds)
    (seeds / "empty.txt").write_text("")
    told = dodomu("release", "--seeds", seeds, "--into", tmp_path / "dataset")
    assert told.status == 2
    assert "empty.txt" in told.err
    assert not (tmp_path / "dataset").exists()


def test_whom_the_release_does_not_list_is_told_to_who_releases(mine, dodomu, tmp_path):
    told = dodomu("release", "--seeds", mine, "--into", tmp_path / "dataset", "--dry-run")
    names = [line for line in told.lines if "not listed by name" in line]
    assert all('public = ["' in line for line in names)


def test_the_difference_is_told_in_text_and_json(versions, dodomu):
    told = dodomu("diff", versions / "0.1.0", versions / "0.2.0")
    assert told.status == 0
    assert "articles: 1 added, 0 removed, 1 revised" in told.out
    assert "count: 123 → 124" in told.out
    plain = json.loads(dodomu("diff", versions / "0.1.0", versions / "0.2.0", "--json").out)
    assert [row["article_id"] for row in plain["tables"]["articles"]["added"]] == ["d03"]
    revised = [row for row in plain["tables"]["events"]["revised"] if "count" in row["cells"]]
    assert [row["cells"]["count"] for row in revised] == [{"before": 123, "after": 124}] * len(revised)


def test_versions_are_compared_by_number(versions, dodomu, monkeypatch):
    monkeypatch.setenv("DODOMU_DATA", str(versions))
    assert dodomu("diff", "0.1.0", "0.2.0").out.startswith("0.1.0 → 0.2.0\n")
    assert "version  0.1.0" in dodomu("info", "--data", "0.1.0").out
    assert dodomu("verify", "0.1.0").status == 0
    told = dodomu("diff", "0.1.0", "0.1.0")
    assert (told.status, told.out) == (0, "0.1.0 → 0.1.0: no difference\n")
    told = dodomu("diff", "0.1.0", "0.3.0")
    assert told.status == 2
    assert len(told.lines) == 1


def test_a_side_that_is_no_dataset_is_refused(versions, dodomu, tmp_path):
    told = dodomu("diff", versions / "0.1.0", tmp_path)
    assert (told.status, told.out, len(told.lines)) == (2, "", 1)


def test_verify_tells_every_fault_and_fails(versions, dodomu, tmp_path):
    assert dodomu("verify", versions / "0.2.0").status == 0
    broken = tmp_path / "0.2.0"
    shutil.copytree(versions / "0.2.0", broken)
    for name in ("README.md", "events.csv"):
        (broken / name).write_bytes((broken / name).read_bytes() + b"x")
    told = dodomu("verify", broken)
    assert told.status == 1
    assert [line for line in told.lines if "README.md" in line]
    assert [line for line in told.lines if "events.csv" in line]


def test_a_version_in_a_zip_is_verified_and_opened(versions, dodomu, tmp_path):
    path = tmp_path / "0.2.0.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for file in sorted((versions / "0.2.0").rglob("*")):
            if file.is_file():
                archive.write(file, file.relative_to(versions).as_posix())
    assert dodomu("verify", path).status == 0
    assert package.open(path).version == "0.2.0"
    assert "events" in dodomu("info", "--data", path).out


PLACES = [
    {"TZ": "Pacific/Kiritimati", "LC_ALL": "C", "PYTHONHASHSEED": "1"},
    {"TZ": "America/Los_Angeles", "LC_ALL": "tr_TR.UTF-8", "PYTHONHASHSEED": "2", "PYTHONUTF8": "0"},
]


def released_in(place, seeds, into, jobs=1):
    """Release in another process; twice, for the second stands on the first."""
    program = [
        sys.executable,
        "-m",
        "dodomu",
        "release",
        "--seeds",
        str(seeds),
        "--into",
        str(into),
        "--jobs",
        str(jobs),
    ]
    environment = os.environ | place
    ran = subprocess.run(program, env=environment, capture_output=True, text=True, timeout=120, cwd=into.parent)
    assert ran.returncode == 0, ran.stderr
    return {path.relative_to(into).as_posix(): path.read_bytes() for path in sorted(into.rglob("*")) if path.is_file()}


def test_a_release_has_the_same_bytes_in_any_place_and_with_any_number_of_processes(mine, versions, tmp_path):
    made = []
    for number, place in enumerate(PLACES):
        into = tmp_path / str(number) / "dataset"
        shutil.copytree(versions / "0.1.0", into / "0.1.0")
        made.append(released_in(place, mine, into, jobs=number + 1))
    assert made[0] == made[1]
    here = {path.relative_to(versions).as_posix(): path.read_bytes() for path in versions.rglob("*") if path.is_file()}
    assert made[0] == here


@pytest.mark.slow
@pytest.mark.parametrize(
    ("python", "polars"), [("3.11", "==1.30.0"), ("3.12", ""), ("3.13", "")], ids=lambda value: value
)
def test_another_python_and_the_oldest_polars_release_the_same_content(mine, versions, tmp_path, python, polars):
    python = installed(python)
    root = Path(__file__).parents[2]
    wheel = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(tmp_path / "wheel"), str(root)]
    subprocess.run(wheel, check=True, capture_output=True, timeout=120)
    [made] = (tmp_path / "wheel").iterdir()
    subprocess.run([python, "-m", "venv", str(tmp_path / "venv")], check=True)
    bin_ = tmp_path / "venv" / "bin"
    subprocess.run(
        [bin_ / "pip", "install", "-q", f"{made}[extract,export]", f"polars{polars}"], check=True, timeout=600
    )
    into = tmp_path / "dataset"
    shutil.copytree(versions / "0.1.0", into / "0.1.0")
    command = [bin_ / "dodomu", "release", "--seeds", mine, "--into", into]
    alone = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    subprocess.run(command, check=True, capture_output=True, cwd=tmp_path, env=alone, timeout=300)
    ours, theirs = (json.loads((place / "0.2.0" / "manifest.json").read_text("utf-8")) for place in (versions, into))
    assert ours["tables"] == theirs["tables"]
    for name in ours["files"]:
        if not name.endswith(".parquet") and name != "croissant.json":
            assert (versions / "0.2.0" / name).read_bytes() == (into / "0.2.0" / name).read_bytes()
    if not polars:
        assert ours["files"] == theirs["files"]


def test_whom_the_sidecar_withholds_is_told_to_who_releases_and_to_nobody_else(dodomu, tmp_path):
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "a.txt").write_text("«Усіх оглянули», – сказав речник штабу Семен Бойчук.", "utf-8")
    (tmp_path / "seeds" / "a.toml").write_text('share_text = false\nwithhold = ["Семен Бойчук"]', "utf-8")
    told = dodomu("release", "--seeds", tmp_path / "seeds", "--into", tmp_path / "dataset")
    assert "not listed by name: Семен Бойчук" in told.err
    made = [path for path in (tmp_path / "dataset").rglob("*") if path.is_file()]
    assert not any("Бойчук".encode() in path.read_bytes() for path in made)
