"""What users install holds what it should, and works from an empty folder."""

import importlib.util
import os
import re
import shutil
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest
from pythons import installed

ROOT = Path(__file__).parents[1]

TOUR = """
import dodomu
from pathlib import Path
newest = dodomu.versions()[-1]
assert dodomu.load("events").height > 0
assert dodomu.load("quotes", version=newest).height > 0
assert "_released" in str(dodomu.load.__globals__["path_of"](newest)), "not the data of the wheel"
assert not list(Path().iterdir()), "something was written"
from dodomu.notebooks import copy_notebooks
assert len(copy_notebooks("../books")) == 4, "the wheel has no notebooks"
"""


def build(kind, folder, source=ROOT):
    # Without isolation it needs no network; the tools it uses are among the extras for tests.
    subprocess.run(
        [sys.executable, "-m", "build", f"--{kind}", "--no-isolation", "--outdir", str(folder), str(source)],
        check=True,
        capture_output=True,
        timeout=120,
    )
    [made] = folder.iterdir()
    return made


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    return build("wheel", tmp_path_factory.mktemp("wheel"))


def files(folder):
    return {
        path.relative_to(folder).as_posix()
        for path in folder.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }


def test_the_wheel_holds_the_package_the_released_data_the_notebooks_and_nothing_else(wheel):
    names = {name for name in zipfile.ZipFile(wheel).namelist() if ".dist-info/" not in name}
    package = {f"dodomu/{name}" for name in files(ROOT / "src" / "dodomu")}
    data = {f"dodomu/_released/{path.name}/{name}" for path in hook().carried(ROOT / "dataset") for name in files(path)}
    notebooks = {f"dodomu/_notebooks/{path.name}" for path in (ROOT / "notebooks").glob("*.ipynb")}
    assert data
    assert notebooks
    assert names == package | data | notebooks
    assert "dodomu/py.typed" in names


def test_the_wheel_carries_the_versions_that_its_notebooks_open():
    carried = {path.name for path in hook().carried(ROOT / "dataset")}
    for path in (ROOT / "notebooks").glob("*.ipynb"):
        assert set(re.findall(r'path_of\(\\"([\d.]+)\\"\)', path.read_text("utf-8"))) <= carried, path.name


def hook():
    spec = importlib.util.spec_from_file_location("hatch_build", ROOT / "hatch_build.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_a_wheel_carries_all_versions_while_there_is_room_and_then_the_newest(tmp_path):
    for name in ("0.9.0", "0.10.0", ".0.11.77.part.0", "notes", "0.12.0"):
        (tmp_path / name / "schemas").mkdir(parents=True)
    for name in ("0.9.0", "0.10.0"):
        (tmp_path / name / "manifest.json").write_bytes(bytes(30))
        (tmp_path / name / "schemas" / "events.json").write_bytes(bytes(20))
    chosen = {room: [path.name for path in hook().carried(tmp_path, room)] for room in (101, 100)}
    assert chosen == {101: ["0.9.0", "0.10.0"], 100: ["0.10.0"]}


def test_a_wheel_without_room_for_all_holds_the_newest_whole(tmp_path):
    source = tmp_path / "source"
    shutil.copytree(ROOT / "src", source / "src", ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("README.md", "LICENSE", "pyproject.toml", "hatch_build.py"):
        shutil.copy(ROOT / name, source)
    newest = sorted((ROOT / "dataset").iterdir())[-1]
    for name in ("0.9.0", "0.10.0"):
        shutil.copytree(newest, source / "dataset" / name)
    (source / "dataset" / "0.9.0" / "large.bin").write_bytes(bytes(hook().ROOM))
    with zipfile.ZipFile(build("wheel", tmp_path / "made", source)) as made:
        held = {name.split("/")[2] for name in made.namelist() if name.startswith("dodomu/_released/")}
    assert held == {"0.10.0"}


def test_the_wheel_loads_its_data_in_an_empty_folder(wheel, tmp_path):
    zipfile.ZipFile(wheel).extractall(tmp_path / "site")
    (tmp_path / "empty").mkdir()
    subprocess.run(
        [sys.executable, "-c", TOUR],
        cwd=tmp_path / "empty",
        env=os.environ | {"PYTHONPATH": str(tmp_path / "site")},
        check=True,
        timeout=60,
    )


@pytest.mark.skipif(not (ROOT / ".git").exists(), reason="not a working copy")
def test_the_source_archive_holds_what_git_holds(tmp_path):
    tracked = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, check=True, capture_output=True, text=True).stdout
    with tarfile.open(build("sdist", tmp_path)) as archive:
        inside = {name.partition("/")[2] for name in archive.getnames()}
    assert {name for name in tracked.split("\0") if name} <= inside


@pytest.mark.slow
@pytest.mark.parametrize("python", ["3.11", "3.12", "3.13"])
def test_the_wheel_installs_and_builds_on(wheel, tmp_path, python):
    python = installed(python)
    subprocess.run([python, "-m", "venv", str(tmp_path / "venv")], check=True)
    bin_ = tmp_path / "venv" / "bin"
    subprocess.run([bin_ / "pip", "install", "--quiet", f"{wheel}[extract,export]"], check=True, timeout=600)
    (tmp_path / "empty").mkdir()
    alone = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    tour = [bin_ / "python", "-W", "error", "-c", TOUR]
    subprocess.run(tour, cwd=tmp_path / "empty", env=alone, check=True, timeout=60)
    for program, folder, env in (
        ([bin_ / "dodomu"], "theirs", alone),
        ([sys.executable, "-m", "dodomu"], "ours", os.environ),
    ):
        command = [*program, "build", "--seeds", ROOT / "seeds", "-o", folder]
        subprocess.run(command, cwd=tmp_path, env=env, check=True, timeout=120)
    subprocess.run([bin_ / "dodomu", "verify", "theirs"], cwd=tmp_path, env=alone, check=True, timeout=60)
    sums = [(tmp_path / folder / "SHA256SUMS").read_text("utf-8").splitlines() for folder in ("theirs", "ours")]
    assert sums[0] == sums[1], "another Python writes other bytes"
