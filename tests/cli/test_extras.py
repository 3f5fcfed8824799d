"""What an extra is missing for says so in one line, with the command that installs it."""

import subprocess
import sys

import pytest


@pytest.mark.parametrize(
    ("missing", "extra", "arguments"),
    [
        ("pymorphy3", "extract", ["extract", "{seed}"]),
        ("pymorphy3", "extract", ["build", "--seeds", "{seed}", "-o", "{here}/build"]),
        ("vl_convert", "export", ["build", "--seeds", "{seed}", "-o", "{here}/build"]),
        ("vl_convert", "export", ["chart", "timeline", "--data", "{built}", "-o", "{here}/a.png"]),
        ("pypdf", "export", ["chart", "timeline", "--data", "{built}", "-o", "{here}/a.pdf"]),
        ("xlsxwriter", "export", ["export", "xlsx", "--data", "{built}", "-o", "{here}/a.xlsx"]),
        ("pymorphy3", "extract", ["export", "jsonl", "--data", "{built}", "-o", "{here}/a.jsonl"]),
    ],
)
def test_a_missing_extra_is_named(seed, built, tmp_path, missing, extra, arguments):
    arguments = [argument.format(seed=seed, built=built, here=tmp_path) for argument in arguments]
    program = f"import sys; sys.modules[{missing!r}] = None; from dodomu import cli; sys.exit(cli.run({arguments!r}))"
    told = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, timeout=60)
    assert (told.returncode, told.stdout) == (2, "")
    assert len(told.stderr.splitlines()) == 1
    assert f"pip install 'dodomu[{extra}]'" in told.stderr
    assert not list(tmp_path.iterdir())


def test_loading_needs_no_extra(built):
    missing = ("pymorphy3", "vl_convert", "jupyterlab")
    program = f"""
import sys
for name in {missing!r}:
    sys.modules[name] = None
import dodomu
dataset = dodomu.open({str(built)!r})
dodomu.timeline(dataset, lang="en")
dataset.evidence_of(dataset.events["event_id"][0])
"""
    subprocess.run([sys.executable, "-c", program], check=True, timeout=60)


LOADING = """
import dodomu, sys
newest = dodomu.versions()[-1]
assert dodomu.load("events").height > 0
ds = dodomu.open(sys.argv[1])
assert ds.article(ds.articles["article_id"][0])._repr_html_()
assert ds.claims_of(ds.events["event_id"][0]).height > 0
assert not dodomu.diff(ds, ds)
assert dodomu.verify(sys.argv[1]) == []
assert dodomu.describe("events")
"""


def test_whoever_loads_compares_and_verifies_needs_no_extra(built):
    missing = "import sys; sys.modules.update(dict.fromkeys(['pymorphy3', 'babel', 'vl_convert', 'jinja2', 'fsspec']))"
    ran = subprocess.run([sys.executable, "-c", missing + LOADING, str(built)], capture_output=True, text=True)
    assert ran.returncode == 0, ran.stderr
