"""Commands on what became of a record: withdraw, history."""

import json
from pathlib import Path

from dodomu.cli.app import Data, Json, app
from dodomu.cli.people import Flag, Text, day
from dodomu.cli.streams import dataset_at, put, say
from dodomu.errors import BadInput, UnknownRecord, one_line


@app.command(
    help_epilogue='Example: dodomu withdraw q-1f2e --by "О. Коваль" --why "on request of the speaker" --dry-run\n'
    'Example: dodomu withdraw 000_bcb5b48723ebb1b7 --by "О. Коваль" --why "the publisher took it back"'
)
def withdraw(
    record: str,
    *,
    why: Text = None,
    by: Text = None,
    on: str | None = None,
    seeds: Path = Path("seeds"),
    into: Path = Path("dataset"),
    dry_run: Flag = False,
) -> None:
    """Take a record or an article out of every version that holds it, and leave a tombstone.

    Its words are covered wherever they stand, what was there only through it goes too, and the versions get new
    checksums. It is written down in withdrawn.toml beside the articles, so that it does not come back. What else must
    be done (package index, archives, mirrors) tells docs/withdrawal.md.

    Parameters
    ----------
    record
        The id of a quote (q-…), a mention (m-…), an event (e-…) or an article.
    why
        The reason, which everybody may read.
    by
        Who decides.
    on
        The day, if not today.
    seeds
        The folder of the articles.
    into
        The folder of all versions.
    dry_run
        Write nothing; say what would go.
    """
    if not by:
        raise BadInput("withdraw", "say who decides: --by NAME")
    if not why:
        raise BadInput("withdraw", "say why: --why REASON, without the words that are withdrawn")
    from dodomu.dataset.withdrawal import withdraw as take_out

    done = take_out(record, why=why, by=by, on=day(on), into=into, seeds=seeds, dry_run=dry_run)
    if done.already:
        say(f"was withdrawn before: {done.stone}")
        return
    for one in done.stone.also:
        put(one_line(f"goes with it: {one}"))
    for version, (was, is_) in done.hashes.items():
        where = into / version
        if dry_run:
            say(f"would write {where} anew")
        else:
            say(f"wrote {where} anew; its content hash was {was}, is {is_}" if was != is_ else f"wrote {where} anew")
    if dry_run:
        say(f"would withdraw {done.stone}")
        return
    say(f"withdrew {done.stone}")
    say("older copies hold it still: see docs/withdrawal.md for the package index, archives and mirrors")


@app.command(help_epilogue="Example: dodomu history q-1f2e\nExample: dodomu history e-1f2e --data dataset/0.2.0 --json")
def history(record: str, *, data: Data = None, as_json: Json = False) -> None:
    """Tell what a record was in each version, what changed it and why.

    What is told as the cause is what the versions show: another package or rule, a decision of people, an edited
    article, a withdrawal. Where they show none, it says so.

    Parameters
    ----------
    record
        The id of a quote, a mention, an event, an article or an actor.
    data
        A released version, or the folder of one; the versions beside it are looked through. Without it, those that
        came with the package.
    as_json
        Print JSON.
    """
    try:
        found = dataset_at(data).history(record)
    except UnknownRecord as error:
        hint = "" if data else "; these came with the package: name yours with --data FOLDER"
        raise UnknownRecord(f"{error}{hint}") from None
    put(json.dumps(found.to_dict(), ensure_ascii=False, default=str) if as_json else found.told())
