"""Commands of those who judge what a machine read: correct, review."""

from datetime import date
from pathlib import Path
from typing import Annotated, Any, Literal

from cyclopts import Parameter
from cyclopts.validators import Number

from dodomu.cli.app import Lang, Out, app
from dodomu.cli.streams import put, say
from dodomu.errors import BadInput

Flag = Annotated[bool, Parameter(negative="")]
Pairs = Annotated[list[str] | None, Parameter(negative="", allow_leading_hyphen=True)]
Text = Annotated[str | None, Parameter(allow_leading_hyphen=True)]


@app.command(
    help_epilogue='Example: dodomu correct q-1f2e --set speaker="Ірина Верещук" --by "О. Коваль" --why "у заголовку"\n'
    'Example: dodomu correct e-1f2e --reject --by "О. Коваль" --why "навчання, а не подія"\n'
    'Example: dodomu correct --add quote --article a --text "Дякую всім" --speaker "Олена Ковтун" --by "О. Коваль" '
    '--why "пропущено"\n'
    'Example: dodomu correct --add mention --article a --text "привезли" --set type=return --set count=3 '
    '--by "О. Коваль" --why "пропущено"'
)
def correct(
    *records: str,
    set_: Annotated[list[str] | None, Parameter(name="--set", negative="")] = None,
    speaker: Text = None,
    words: Annotated[list[str] | None, Parameter(negative="")] = None,
    accept: Flag = False,
    reject: Flag = False,
    read: Flag = False,
    field: str | None = None,
    merge: Flag = False,
    split: Flag = False,
    add: Literal["quote", "mention"] | None = None,
    article: str | None = None,
    text: Text = None,
    start: int | None = None,
    public: Text = None,
    by: Text = None,
    why: Text = None,
    on: str | None = None,
    data: str = "build",
    seeds: Path = Path("seeds"),
) -> None:
    """Write down what you decided on records; the next build and every one after it applies it.

    It is appended to corrections.toml beside the articles, with the words the record stands on, by which it is found
    again when ids change. Without --set one of --accept, --reject, --read, --merge, --split, --add, --public.

    Parameters
    ----------
    records
        Ids of quotes (q-…), mentions (m-…) or events (e-…).
    set_
        A cell as COLUMN=VALUE, as often as need be; entries of a list are joined with ;, COLUMN= empties it.
    speaker
        The same as --set speaker=NAME.
    words
        The words of the article that a cell you set stands on, as COLUMN=WORDS.
    accept
        The record, or with --field one cell of it, is right and stays.
    reject
        The record, or with --field one cell of it, is wrong and goes.
    read
        You have read these rows against the article and they are right.
    field
        The column that --accept or --reject is about.
    merge
        The events are one.
    split
        The mentions are an event of their own.
    add
        What is missing, with --article and --text: a quote, or a mention, which is a place that tells of an event and
        needs --set type=TYPE.
    article
        The article's id.
    text
        The words of the missing quote, or the word that tells of the missing event, letter for letter.
    start
        Where they begin, if the article has them more than once.
    public
        Somebody who speaks or acts in public, whom a release may name.
    by
        Who decides.
    why
        What the decision stands on.
    on
        The day, if not today.
    data
        The dataset in which you saw the records.
    seeds
        The folder of the articles.
    """
    from dodomu import corrections
    from dodomu.corrections.making import Author
    from dodomu.dataset import open
    from dodomu.dataset.lock import locked

    values = _pairs("--set", set_) | ({"speaker": speaker} if speaker is not None else {})
    do = _action(
        accept=accept, reject=reject, read=read, merge=merge, split=split, add=add, public=public, values=values
    )
    if not by:
        raise BadInput("correct", "say who decides: --by NAME")
    if not seeds.is_dir():
        raise BadInput(seeds, "no such folder; name that of the articles with --seeds")
    author = Author(open(data), by, day(on))
    added = None
    if do == "add":
        if records or not (article and text):
            raise BadInput("correct --add", "needs --article ID and --text WORDS, and no record")
        entry, added = author.add(add, article, text, values, start=start, words=_pairs("--words", words), why=why)
        entries = [entry]
        if author.knows(added):
            say(f"{added} is there already: it is confirmed, with the cells you set")
    elif do == "public":
        entries = [author.public(public, why=why)]
    elif not records:
        raise BadInput("correct", "name the record; its id stands in the first column of its table")
    elif do in ("merge", "split"):
        entries = [author.group(do, records, why=why)]
    elif do == "edit":
        said = _pairs("--words", words)
        entries = [author.edit(record, values, words=said, why=why) for record in records]
    else:
        entries = [author.decide(do, record, field=field, why=why) for record in records]
    with locked(seeds):
        written = corrections.append(seeds / corrections.NAME, entries)
    for entry in written:
        say(f"entry {entry.number} of {seeds / corrections.NAME}: {entry.do} {', '.join(entry.ids)}".rstrip())
    if added:
        put(added)
    say(f"the next build or release applies it: dodomu build --seeds {seeds}")


def _action(values: dict[str, Any], **chosen: Any) -> str:
    """Tell what is decided: one thing at a time."""
    named = [name for name, value in chosen.items() if value]
    if len(named) > 1 or (values and named and named != ["add"]):
        both = " and ".join(f"--{name}" for name in (*named, *(["set"] if values else [])))
        raise BadInput("correct", f"{both} at once: say one thing at a time")
    if not named and not values:
        raise BadInput("correct", f"say what is decided: --set, {', '.join(f'--{name}' for name in chosen)}")
    return named[0] if named else "edit"


def _pairs(option: str, given: list[str] | None) -> dict[str, str]:
    made: dict[str, str] = {}
    for one in given or ():
        name, equals, value = one.partition("=")
        if not equals or not name.strip():
            raise BadInput(f"{option} {one}", f"write it as {option} COLUMN=VALUE")
        if name.strip() in made:
            raise BadInput(f"{option} {one}", f"«{name.strip()}» is given twice; give it once")
        made[name.strip()] = value
    return made


def day(on: str | None) -> date:
    """Read the day of a decision; today, where none is given."""
    try:
        return date.fromisoformat(on) if on else date.today()
    except ValueError:
        raise BadInput(f"--on {on}", "is no day like 2025-12-13") from None


@app.command(
    help_epilogue="Example: dodomu review --data build -o review.html\n"
    "Example: dodomu review --data build -o tasks.json\n"
    'Example: dodomu review --import answers.json --by "О. Коваль"'
)
def review(
    *,
    output: Out | None = None,
    import_: Annotated[Path | None, Parameter(name="--import")] = None,
    by: Text = None,
    on: str | None = None,
    data: str = "build",
    seeds: Path = Path("seeds"),
    most: Annotated[int, Parameter(validator=Number(gte=1))] = 500,
    lang: Lang = "uk",
) -> int:
    """Write the queue of what deserves a human eye, or bring the answers in as corrections.

    Rows that somebody has read are left out. First come contradictions, then private persons, what rules are unsure of,
    large numbers, and cells that are empty for a reason.

    Parameters
    ----------
    output
        The file to write: .html is a page that works offline, .json tasks for Label Studio, with the labelling
        interface beside them in .xml.
    import_
        The answers: what the page saved, or an export of Label Studio as JSON.
    by
        Who answered.
    on
        The day, if not today.
    data
        The dataset to review, the same for the queue and for its answers.
    seeds
        The folder of the articles, where the corrections stand.
    most
        How many records to ask about.
    lang
        The language of the page.
    """
    if (output is None) == (import_ is None):
        raise BadInput("review", "say what to write with -o FILE, or what to bring in with --import FILE")
    if import_ is not None:
        return _bring_in(import_, by, day(on), data, seeds)
    return _write_queue(output, data, seeds, most, lang)


def _write_queue(output: Path, data: str, seeds: Path, most: int, lang: str) -> int:
    from dodomu.charts.labels import words
    from dodomu.corrections.review import interface, page, tasks_json
    from dodomu.dataset import open
    from dodomu.dataset.judged import TABLES, reading
    from dodomu.whole import whole_file

    if output.suffix not in (".html", ".json"):
        raise BadInput(output, "name a file that ends in .html or, for Label Studio, in .json")
    ds = open(data)
    tasks = _queue(ds, seeds)
    asked = tasks[:most]
    files = {output: tasks_json(asked, lang)}
    if output.suffix == ".html":
        progress = [(one.table, one.read, one.rows) for one in reading({name: ds.table(name) for name in TABLES})]
        reasons = words(lang)["reason"]
        files = {output: page(asked, content_hash=ds.content_hash, lang=lang, progress=progress, reasons=reasons)}
    else:
        files[output.with_suffix(".xml")] = interface(lang)
    for path, text in files.items():
        with whole_file(path) as part:
            part.write_bytes(text.encode())
        say(f"wrote {path}")
    if len(tasks) > most:
        say(f"{len(tasks) - most} more records wait: review these first, or ask for more with --most")
    return 0


def _bring_in(file: Path, by: str | None, on: date, data: str, seeds: Path) -> int:
    from dodomu import corrections
    from dodomu.corrections.making import Author
    from dodomu.corrections.review import corrections_of, read_answers
    from dodomu.dataset import open
    from dodomu.dataset.lock import locked

    if not by:
        raise BadInput("review --import", "say who answered: --by NAME")
    if not seeds.is_dir():
        raise BadInput(seeds, "no such folder; name that of the articles with --seeds")
    answers = read_answers(file)
    ds = open(data)
    tasks = {task.record: task for task in _queue(ds, seeds)}
    path = seeds / corrections.NAME
    with locked(seeds):
        entries, passed_over = corrections_of(answers, Author(ds, by, on), tasks, corrections.read(path))
        if entries:
            corrections.append(path, entries)
    for line in passed_over:
        say(line)
    say(f"{len(answers) - len(passed_over)} of {len(answers)} answers brought in, {len(entries)} new entries in {path}")
    return 1 if passed_over else 0


def _queue(ds: Any, seeds: Path) -> list[Any]:
    """Ask about everything, also about who is named without being known to be public."""
    from dodomu import corrections
    from dodomu.corrections.review import queue
    from dodomu.dataset.persons import name_of, people_of
    from dodomu.models import Article

    entries = corrections.read(seeds / corrections.NAME)
    rows = [row for row in ds.articles.iter_rows(named=True) if row["text"] is not None]
    articles = corrections.with_public([Article.model_validate(row) for row in rows], entries)
    tables = {name: ds.table(name) for name in ds.tables}
    private = people_of(tables, articles).private
    named = {*ds.quotes["speaker"].drop_nulls(), *ds.actors["name"]}
    return queue(ds, {name for name in named if name_of(name) in private})
