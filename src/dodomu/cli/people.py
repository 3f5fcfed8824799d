"""Commands of those who judge what a machine read: correct, review."""

from datetime import date
from pathlib import Path
from typing import Annotated, Any, Literal

from cyclopts import Parameter

from dodomu.cli.app import app
from dodomu.cli.streams import put, say
from dodomu.errors import BadInput

Flag = Annotated[bool, Parameter(negative="")]
Pairs = Annotated[list[str] | None, Parameter(negative="", allow_leading_hyphen=True)]
Text = Annotated[str | None, Parameter(allow_leading_hyphen=True)]


@app.command(
    help_epilogue='Example: dodomu correct q-1f2e --set speaker="Ірина Верещук" --by "О. Коваль" --why "у заголовку"\n'
    'Example: dodomu correct e-1f2e --reject --by "О. Коваль" --why "навчання, а не подія"\n'
    'Example: dodomu correct --add quote --article a --text "Дякую всім" --speaker "Олена Ковтун" --by "О. Коваль" '
    '--why "пропущено"'
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
        What is missing; with --article and --text.
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
    author = Author(open(data), by, _day(on))
    added = None
    if do == "add":
        if records or not (article and text):
            raise BadInput("correct --add", "needs --article ID and --text WORDS, and no record")
        entry, added = author.add(add, article, text, values, start=start, words=_pairs("--words", words), why=why)
        entries = [entry]
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
    say("it is applied by: dodomu build")


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


def _day(on: str | None) -> date:
    try:
        return date.fromisoformat(on) if on else date.today()
    except ValueError:
        raise BadInput(f"--on {on}", "is no day like 2025-12-13") from None
