"""A seed: one article as a text file, exactly as received, with what is known of it beside it."""

from pathlib import Path, PurePosixPath

from dodomu.errors import BadInput
from dodomu.models import Article
from dodomu.models.article import safe_id
from dodomu.sources.about import About, read_sidecar
from dodomu.sources.decode import decode
from dodomu.sources.headline import headline
from dodomu.sources.locate import Located


def read_seed(found: Located) -> Article | BadInput:
    """Read one ``.txt`` file and its sidecar."""
    try:
        data = _bytes_of(found)
        text = decode(data, found.source)
        known = read_sidecar(found.path, found.source)
        return article(text, known, source=found.source, name=PurePosixPath(found.source).stem)
    except BadInput as fault:
        return fault


def read_pasted(data: bytes) -> Article | BadInput:
    """Read one text that came through a pipe, of which nothing else is known."""
    try:
        return article(decode(data, "the pasted text"), About(), source="pasted", name="pasted")
    except BadInput as fault:
        return fault


def article(text: str, known: About, *, source: str, name: str, title: str | None = None) -> Article:
    """Join a text and what is known of it; `name` is the id where none is given."""
    fields = known.model_dump(exclude={"id", "text", "title"}, exclude_none=True)
    return Article(
        article_id=known.id or _id_of(name, source), source=source, title=title or headline(text), text=text, **fields
    )


def _id_of(name: str, source: str) -> str:
    try:
        return safe_id(name)
    except ValueError as error:
        raise BadInput(source, f"{error}; rename the file or give it an id in NAME.toml") from None


def _bytes_of(found: Located) -> bytes:
    try:
        return Path(found.path).read_bytes()
    except OSError as error:
        raise BadInput(found.source, f"cannot be read ({error.strerror}); check its permissions") from None
