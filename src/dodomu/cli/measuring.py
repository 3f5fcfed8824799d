"""Commands that measure how well articles are read: score, calibrate."""

import json
from pathlib import Path
from typing import Annotated, Any

from cyclopts import Parameter

from dodomu.cli.app import Jobs, Json, Out, app
from dodomu.cli.streams import put, say
from dodomu.errors import BadInput

_DECIDED = "corrections"
"""What the set is called that people's decisions are."""


@app.command(help_epilogue="Example: dodomu score tests/gold")
def score(gold: Path, *, as_json: Json = False, jobs: Jobs = 1) -> None:
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
        put(json.dumps({what: asdict(figure) for what, figure in measured.items()}, ensure_ascii=False))
    else:
        put(f"{len(marked)} annotated articles in {gold}\n\n{evaluate.table(measured)}")


@app.command(
    help_epilogue="Example: dodomu calibrate\n"
    "Example: dodomu calibrate tests/gold tests/articles/press --held-out tests/articles/unseen -o counted.toml\n"
    "Example: dodomu calibrate --seeds seeds -o seeds/confidence.toml"
)
def calibrate(
    *gold: Path,
    held_out: Annotated[list[Path] | None, Parameter(negative="")] = None,
    seeds: Path | None = None,
    output: Out | None = None,
    jobs: Jobs = 1,
) -> None:
    """Count how often each rule is right, and say how far to trust what it makes: the confidence of the rows.

    Without folders it shows what the rules of this package are known for. With --seeds alone, what people decided there
    is added to that; written to confidence.toml beside the articles, it is what their next build goes by.

    Parameters
    ----------
    gold
        Folders with NAME.txt and NAME.gold.json on which the rules are counted.
    held_out
        Folders of the same kind that are kept out of the counting and show how well it holds.
    seeds
        A folder of articles with corrections.toml: what people decided on rows counts for or against their rules.
    output
        The file to write the counts to.
    jobs
        How many processes read the articles.
    """
    from dodomu import confidence

    if not gold and not seeds:
        if held_out or output:
            raise BadInput("calibrate", "name the folders of annotated articles that are counted")
        put(confidence.table(confidence.package()))
        return
    from dodomu import evaluate
    from dodomu.whole import whole_file

    base = confidence.package() if not gold else confidence.Counted()
    folders = [*gold, *(held_out or ())]
    names = [*(one.name for one in base.sets), *(folder.resolve().name for folder in folders), _DECIDED]
    for name in names:
        if names.count(name) > 1:
            raise BadInput("calibrate", f"two sets are called «{name}»; rename the folder of one")
    judged = [_annotated(folder, jobs) for folder in folders]
    counting = judged[: len(gold)] + ([_decided(seeds, jobs)] if seeds else [])
    counted = evaluate.calibrate(counting, judged[len(gold) :], base)
    put(confidence.table(counted))
    if output:
        with whole_file(output) as part:
            part.write_bytes(confidence.text_of(counted).encode())
        say(f"wrote {output}")


def _annotated(folder: Path, jobs: int) -> Any:
    from dodomu import evaluate
    from dodomu.batch import extractions
    from dodomu.progress import watched

    marked = evaluate.read_gold(folder)
    found = watched(extractions((one.article for one in marked), jobs), len(marked))
    judged = [one for pair in zip(marked, found, strict=True) for one in evaluate.judged(*pair)]
    files = [path for path in folder.iterdir() if path.suffix in (".txt", ".toml", ".json")]
    return evaluate.JudgedSet(folder.resolve().name, len(marked), evaluate.hash_of(files), judged)


def _decided(seeds: Path, jobs: int) -> Any:
    from dodomu import corrections, evaluate, sources
    from dodomu.batch import extractions
    from dodomu.intake import beside, whole_set
    from dodomu.progress import watched

    entries = beside(seeds).corrections
    if not entries:
        raise BadInput(seeds, f"holds no {corrections.NAME}, so nobody decided anything; leave --seeds out")
    articles = whole_set(sources.read([seeds]))
    found = list(watched(extractions(articles, jobs), len(articles)))
    judged, passed_over = evaluate.judged_by_people(found, entries)
    for line in passed_over:
        say(line)
    n_articles = len({one.article for one in judged})
    return evaluate.JudgedSet(_DECIDED, n_articles, evaluate.hash_of([seeds / corrections.NAME]), judged)
