"""Bring up to date what the tests hold the project to: README, figures in the datasets, counts of the rules, floors,
names of the versions.

    python tests/refresh.py

Floors only rise: a figure that fell keeps its floor, and the tests say so.
"""

import contextlib
import io
import json
import os
import re
from dataclasses import asdict
from pathlib import Path

from dodomu import cli, confidence, evaluate
from dodomu.dataset.released import versions_in
from dodomu.extract import extract

ROOT = Path(__file__).parents[1]
GOLD = ROOT / "tests" / "gold"
FLOORS = ROOT / "tests" / "gold_floors.json"
README = ROOT / "README.md"
NAMES = ROOT / "src" / "dodomu" / "dataset" / "names.py"
MEASURED = ROOT / "src" / "dodomu" / "dataset" / "measured.json"
COUNTED = ROOT / "src" / "dodomu" / "confidence" / "counted.toml"
CONFIDENCE = ROOT / "docs" / "confidence.md"

COUNTING = ("tests/gold", *(f"tests/articles/{name}" for name in ("releases", "exchanges", "captives", "press")))
HELD_OUT = "tests/articles/unseen"


def main() -> None:
    """Write the files anew."""
    os.chdir(ROOT)
    marked = evaluate.read_gold(GOLD)
    figures = evaluate.figures([evaluate.counts_of(one, extract(one.article)) for one in marked])
    pinned = json.loads(FLOORS.read_text("utf-8"))
    risen = {what: max(floor, _down(figures[what].value)) for what, floor in pinned["floors"].items()}
    FLOORS.write_text(json.dumps(pinned | {"floors": risen}, indent=2) + "\n", "utf-8")
    cli.run(["calibrate", *COUNTING, "--held-out", HELD_OUT, "-o", str(COUNTED)])
    confidence.package.cache_clear()
    counted = confidence.package()
    page = _with_blocks(CONFIDENCE.read_text("utf-8"), "text", lambda _: confidence.table(counted) + "\n")
    CONFIDENCE.write_text(page, "utf-8")
    MEASURED.write_text(_measured(len(marked), figures), "utf-8")
    NAMES.write_text(_with_versions(NAMES.read_text("utf-8"), versions_in(ROOT / "dataset")), "utf-8")
    text = _with_blocks(README.read_text("utf-8"), "text", lambda _: evaluate.table(figures) + "\n")
    known: dict = {}
    README.write_text(_with_blocks(text, "pycon", lambda block: _run(block, known)), "utf-8")


def _measured(n_articles: int, figures: dict) -> str:
    """Write the figures that every dataset's README carries, as they are shown here."""
    shown = {
        what: {name: round(value, 3) for name, value in asdict(figure).items() if value is not None}
        for what, figure in figures.items()
    }
    return json.dumps({"articles": n_articles, "figures": shown}, indent=2) + "\n"


def _with_versions(text: str, versions: list[str]) -> str:
    """Spell the released versions out.

    >>> _with_versions('VersionName = Literal["0.1.0"]', ["0.1.0", "0.2.0"])
    'VersionName = Literal["0.1.0", "0.2.0"]'
    """
    spelled = ", ".join(f'"{version}"' for version in versions)
    return re.sub(r"^VersionName = Literal\[.*?\]", f"VersionName = Literal[{spelled}]", text, flags=re.M | re.S)


def _down(value: float) -> float:
    return int(value * 1000) / 1000


def _with_blocks(text: str, language: str, made) -> str:
    pattern = rf"^(```{language}\n)(.*?)^(```)$"
    return re.sub(pattern, lambda m: m[1] + made(m[2]) + m[3], text, flags=re.DOTALL | re.MULTILINE)


def _run(block: str, known: dict) -> str:
    shown = []
    for line in block.splitlines():
        if line.startswith(">>> "):
            printed = io.StringIO()
            with contextlib.redirect_stdout(printed):
                exec(compile(line[4:], "README.md", "single"), known)
            shown += [line, *printed.getvalue().splitlines()]
    return "\n".join(shown) + "\n"


if __name__ == "__main__":
    main()
