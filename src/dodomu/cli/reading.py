"""Commands that read articles: build, extract, explain."""

import json
import sys
from pathlib import Path

from dodomu.cli.app import Jobs, Out, Seeds, app
from dodomu.cli.streams import data_out, say
from dodomu.errors import BadInput


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
            folder = pipeline.build(seeds, output, jobs=jobs, watch=watched, tell=say)
    except pipeline.BadSeeds as error:
        for fault in error.faults:
            say(str(fault))
        raise
    say(f"built {folder}")
    for name in ("timeline.uk.html", "timeline.en.html", "report.uk.html", "report.en.html"):
        say(f"  open {folder / name}")


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
            say(str(fault))
        return 2
    from dodomu.batch import extractions

    read = (article for one in located for article in sources.read_located(one))
    faults = 0
    with data_out(output) as stream:
        for found in watched(extractions(read, jobs)):
            if isinstance(found, BadInput):
                faults += 1
                say(str(found))
            else:
                stream.write(json.dumps(found.contract(), ensure_ascii=False).encode() + b"\n")
    return 1 if faults else 0


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
