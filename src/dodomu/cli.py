"""The command ``dodomu``: thin, for all it does is in the rooms it calls.

Data goes to stdout, messages to stderr. Exit status: 0 when all went well, 1 when something was found wrong
(`verify`, `schema --check`, a bad file among those of `extract`), 2 when the command could not be done as asked.
Libraries are imported where they are used, so that ``--help`` is there at once.
"""

import json
import os
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, Literal

from cyclopts import App, CycloptsError, Parameter
from cyclopts.validators import Number

from dodomu import __version__
from dodomu.errors import BadInput, DodomuError

app = App(
    name="dodomu",
    help="Ukrainian news on releases from captivity, as datasets of events and quotes with their timelines.",
    help_epilogue="Example: dodomu build && dodomu verify build",
    help_format="plaintext",
    version=__version__,
    result_action="return_value",
    suppress_keyboard_interrupt=False,
)

Seeds = Annotated[str, Parameter(allow_leading_hyphen=True)]  # for the lone hyphen that means stdin
Out = Annotated[Path, Parameter(name=["--output", "-o"])]
Data = Annotated[str | None, Parameter(name="--data")]
Jobs = Annotated[int, Parameter(validator=Number(gte=1))]
Json = Annotated[bool, Parameter(name="--json", negative="")]
Lang = Literal["uk", "en"]


def main() -> None:
    """Run the command line and leave with its exit status."""
    sys.exit(run(sys.argv[1:]))


def run(arguments: list[str]) -> int:
    """Run a command and give its exit status; an error is told in a line on stderr."""
    try:
        status = app(arguments, exit_on_error=False, print_error=False)
        sys.stdout.flush()
        return status or 0
    except CycloptsError as error:
        return _refused(" ".join(str(error).split()) + " See: dodomu --help")
    except DodomuError as error:
        return _refused(str(error))
    except BrokenPipeError:  # whoever read our output has had enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except OSError as error:
        return _refused(f"{error.filename or 'output'}: {error.strerror or error}; check the path and its permissions")
    except KeyboardInterrupt:
        _say("stopped; nothing half-written is left")
        return 130


@app.command(help_epilogue="Example: dodomu build --seeds seeds -o build\nExample: pbpaste | dodomu build --seeds -")
def build(*, seeds: Seeds = "seeds", output: Out = Path("build"), jobs: Jobs = 1) -> None:
    """Turn articles into the dataset, its timelines and its report.

    Parameters
    ----------
    seeds
        A folder of articles, a .txt or .jsonl file, or - for one text pasted on stdin.
    output
        The folder to write. What an earlier build wrote is replaced; a folder that holds anything else is refused.
    jobs
        How many processes read the articles.
    """
    from dodomu import pipeline, sources
    from dodomu.progress import watched

    try:
        if seeds == "-":
            pasted = [sources.read_pasted(sys.stdin.buffer.read())]
            folder = pipeline.build_articles(pasted, output, watch=watched)
        else:
            folder = pipeline.build(seeds, output, jobs=jobs, watch=watched)
    except pipeline.BadSeeds as error:
        for fault in error.faults:
            _say(str(fault))
        raise
    _say(f"built {folder}")
    for name in ("timeline.uk.html", "timeline.en.html", "report.uk.html", "report.en.html"):
        _say(f"  open {folder / name}")


@app.command(help_epilogue="Example: dodomu extract seeds more.jsonl -o found.jsonl --jobs 2")
def extract(*paths: str, output: Out | None = None, jobs: Jobs = 1) -> int:
    """Print what articles say, quotes and mentions of events, a line of JSON an article.

    A bad file is named on stderr and passed over; the exit status is then 1.

    Parameters
    ----------
    paths
        .txt files (with NAME.toml beside them, if there is one), .jsonl files, folders of both.
    output
        The file to write, instead of stdout.
    jobs
        How many processes read; the order of the lines is that of the articles whatever their number.
    """
    from dodomu import sources
    from dodomu.progress import watched

    if not paths:
        raise BadInput("extract", "name at least one .txt or .jsonl file or folder")
    located = list(sources.locate(paths))
    if all(isinstance(one, BadInput) for one in located):
        for fault in located:
            _say(str(fault))
        return 2
    from dodomu.batch import extractions

    read = (article for one in located for article in sources.read_located(one))
    faults = 0
    with _data_out(output) as stream:
        for found in watched(extractions(read, jobs)):
            if isinstance(found, BadInput):
                faults += 1
                _say(str(found))
            else:
                stream.write(json.dumps(found.contract(), ensure_ascii=False).encode() + b"\n")
    return 1 if faults else 0


@app.command(help_epilogue="Example: dodomu chart timeline --data build -o timeline.svg --lang en")
def chart(
    name: Literal["timeline"],
    *,
    output: Out,
    data: Data = None,
    lang: Lang = "uk",
    theme: Literal["light", "dark"] = "light",
    width: Annotated[int, Parameter(validator=Number(gte=200, lte=4000))] = 800,
) -> None:
    """Draw a chart of a dataset.

    Parameters
    ----------
    name
        Which chart.
    output
        The file to write: .svg, .png, .pdf, .html or .json.
    data
        A folder that build or release wrote; without it, the newest released version.
    lang
        The language of the labels.
    theme
        Dark on light or light on dark.
    width
        In pixels.
    """
    from dodomu.charts import save, timeline
    from dodomu.whole import whole_file

    drawn = timeline(_dataset(data), lang=lang, theme=theme, width=width)
    with whole_file(output) as part:
        save(drawn, part)


@app.command(help_epilogue="Example: dodomu report --data build -o report.html --lang en")
def report(*, output: Out, data: Data = None, lang: Lang = "uk") -> None:
    """Write the timeline beside the articles, with the evidence marked in them: one page that works offline.

    Parameters
    ----------
    output
        The .html file to write.
    data
        A folder that build or release wrote; without it, the newest released version.
    lang
        The language of the page.
    """
    from dodomu.report import report as page
    from dodomu.whole import whole_file

    written = page(_dataset(data), lang=lang)
    with whole_file(output) as part:
        part.write_bytes(written.encode())


@app.command(help_epilogue="Example: dodomu explain seeds/000_bcb5b48723ebb1b7.txt")
def explain(file: str) -> None:
    """Print how an article was read: each quote and mention, its rule and words, what was rejected and why.

    Parameters
    ----------
    file
        A .txt or .jsonl file, with NAME.toml beside a .txt if there is one.
    """
    from dodomu import sources
    from dodomu.extract.explain import explain as told

    for article in sources.read([file]):
        if isinstance(article, BadInput):
            raise article
        sys.stdout.write(f"{article.source}\n{told(article)}\n")


@app.command(help_epilogue="Example: dodomu schema --check")
def schema(*, output: Out = Path("schemas"), check: Annotated[bool, Parameter(negative="")] = False) -> int:
    """Write the JSON Schemas of all records, or check that they are up to date.

    Parameters
    ----------
    output
        The folder of schemas.
    check
        Write nothing; say what is out of date, with exit status 1.
    """
    from dodomu.dataset import schemas

    if check:
        return _told(schemas.check(output), "write them anew with: dodomu schema")
    _say(f"wrote {schemas.write(output)}")
    return 0


@app.command(help_epilogue="Example: dodomu release --dry-run")
def release(
    *,
    seeds: Path = Path("seeds"),
    into: Path = Path("dataset"),
    as_: Annotated[str | None, Parameter(name="--as")] = None,
    dry_run: Annotated[bool, Parameter(negative="")] = False,
    jobs: Jobs = 1,
) -> None:
    """Release the next version of the data, if it differs from the newest.

    The number follows from what changed: a major step when a table, column or allowed value is gone or narrowed,
    a minor one when rows changed or something was added, a patch when only descriptions did.

    Parameters
    ----------
    seeds
        A folder of articles.
    into
        The folder of all versions; none that is there is changed.
    as_
        A larger step than the changes need, minor or major, or a version number. A smaller one is refused.
    dry_run
        Write nothing; say what would be released and what differs.
    jobs
        How many processes read the articles.
    """
    from dodomu import dataset, intake
    from dodomu.progress import watched
    from dodomu.release import release as next_version

    try:
        released = next_version(seeds, into, as_=as_, dry_run=dry_run, jobs=jobs, watch=watched)
    except intake.BadSeeds as error:
        for fault in error.faults:
            _say(str(fault))
        raise
    for name in released.withheld:
        _say(f'not listed by name: {name} (if public, say so in the sidecar: public = ["{name}"])')
    if released.version is None:
        _say(f"nothing differs from {released.before}; nothing was released")
        return
    if released.diff is not None:
        _print(dataset.told(released.diff))
    step = f" ({released.step} step from {released.before})" if released.before else " (the first)"
    _say(f"would release {released.version}{step}" if dry_run else f"released {released.path}{step}")


@app.command(help_epilogue="Example: dodomu diff 0.1.0 build\nExample: dodomu diff 0.1.0 0.2.0 --json")
def diff(
    old: str,
    new: str,
    *,
    as_json: Json = False,
    limit: Annotated[int, Parameter(validator=Number(gte=0))] = 20,
) -> None:
    """Compare two datasets: columns and allowed values, rows added, removed and revised, cell by cell.

    Parameters
    ----------
    old
        A released version, or the path of a dataset.
    new
        Another.
    as_json
        Print JSON with every row and cell.
    limit
        How many rows of a table to name in the text; the counts are always of all.
    """
    from dodomu import dataset

    found = dataset.diff(old, new)
    _print(json.dumps(found.to_dict(), ensure_ascii=False, default=str) if as_json else dataset.told(found, limit))


@app.command(help_epilogue="Example: dodomu verify build")
def verify(path: str | None = None) -> int:
    """Check a dataset: checksums, schemas, links, and that every piece of evidence stands in its article.

    Every fault is a line; with any, the exit status is 1.

    Parameters
    ----------
    path
        A folder that build or release wrote, or a zip file of one; without it, every released version.
    """
    from dodomu import dataset

    paths = [path] if path else [dataset.path_of(version) for version in dataset.versions()]
    return max((_told(dataset.verify(one), "the dataset is damaged: get it anew") for one in paths), default=0)


@app.command(help_epilogue="Example: dodomu score tests/gold")
def score(
    gold: Path, *, as_json: Annotated[bool, Parameter(name="--json", negative="")] = False, jobs: Jobs = 1
) -> None:
    """Measure extraction on articles that people annotated.

    Parameters
    ----------
    gold
        A folder with NAME.txt and NAME.gold.json.
    as_json
        Print JSON instead of a table.
    jobs
        How many processes read the articles.
    """
    from dataclasses import asdict

    from dodomu import evaluate
    from dodomu.batch import extractions
    from dodomu.progress import watched

    marked = evaluate.read_gold(gold)
    found = watched(extractions((one.article for one in marked), jobs), len(marked))
    measured = evaluate.figures([evaluate.counts_of(one, other) for one, other in zip(marked, found, strict=True)])
    if as_json:
        _print(json.dumps({what: asdict(figure) for what, figure in measured.items()}, ensure_ascii=False))
    else:
        _print(f"{len(marked)} annotated articles in {gold}\n\n{evaluate.table(measured)}")


@app.command(help_epilogue="Example: dodomu versions")
def versions() -> None:
    """List the released versions of the data, oldest first."""
    from dodomu import dataset

    for version in dataset.versions():
        _print(version)


@app.command(help_epilogue="Example: dodomu info --data build")
def info(*, data: Data = None) -> None:
    """Say what is here: the package, the data, its tables.

    Parameters
    ----------
    data
        A folder that build or release wrote; without it, the newest released version.
    """
    from dodomu import dataset

    described = _dataset(data).describe()
    _print(f"package  dodomu {__version__}\nreleased {', '.join(dataset.versions())}\n\n{described}")


def _dataset(path: Path | None):
    from dodomu import dataset

    return dataset.open(path or dataset.path_of())


@contextmanager
def _data_out(path: Path | None):
    from dodomu.whole import whole_file

    if path is None:
        yield sys.stdout.buffer
    else:
        with whole_file(path) as part, part.open("wb") as stream:
            yield stream


def _told(faults: list[str], advice: str) -> int:
    for fault in faults:
        _say(fault)
    if faults:
        _say(advice)
    return 1 if faults else 0


def _print(text: str) -> None:
    """Print data as UTF-8 whatever the terminal's locale."""
    sys.stdout.buffer.write(text.encode() + b"\n")


def _say(message: str) -> None:
    print(f"dodomu: {message}", file=sys.stderr)


def _refused(message: str) -> int:
    _say(message)
    return 2
