"""JSON Lines: an article a line."""

import codecs
import json
from collections.abc import Iterator
from pathlib import PurePosixPath

from dodomu.errors import BadInput
from dodomu.models import Article
from dodomu.sources.about import Line, about
from dodomu.sources.decode import require_text
from dodomu.sources.locate import Located
from dodomu.sources.seed import article


def read_jsonl(found: Located) -> Iterator[Article | BadInput]:
    """Read a ``.jsonl`` file line by line; a bad line does not spoil the others.

    A line's source is ``FILE#LINE``. Without an ``id`` of its own its id is ``FILE-LINE``, which moves when
    lines are put in before it: give ids to what is to last.
    """
    empty = True
    try:
        with found.path.open("rb") as lines:
            for number, line in enumerate(lines, start=1):
                line = line.removeprefix(codecs.BOM_UTF8) if number == 1 else line
                if line.strip():
                    empty = False
                    yield _read_line(line, f"{found.source}#{number}", number)
    except OSError as error:
        yield BadInput(found.source, f"cannot be read ({error.strerror}); check its permissions")
        return
    if empty:
        yield BadInput(found.source, "is empty; put an article a line in it or delete it")


def _read_line(line: bytes, source: str, number: int) -> Article | BadInput:
    try:
        known = about(Line, _parsed(line, source), source)
        require_text(known.text, source)
        name = f"{PurePosixPath(source.rpartition('#')[0]).stem}-{number}"
        return article(known.text, known, source=source, name=name, title=known.title)
    except BadInput as fault:
        return fault


def _parsed(line: bytes, source: str) -> dict:
    try:
        data = json.loads(line.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise BadInput(source, f"not UTF-8 (byte {error.start} of the line); convert the file") from None
    except json.JSONDecodeError as error:
        raise BadInput(source, f"not JSON: {error.msg} at column {error.colno}; correct the line") from None
    except (ValueError, RecursionError) as error:
        raise BadInput(source, f"not JSON that can be read ({error}); correct the line") from None
    if not isinstance(data, dict):
        raise BadInput(source, 'not an object; every line is {"text": …}')
    return data
