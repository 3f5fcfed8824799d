"""The command for who writes: check."""

import sys
from typing import Annotated

from cyclopts import Parameter

from dodomu.cli.app import Data, Json, Lang, Out, Seeds, app
from dodomu.cli.streams import dataset_at, put, say
from dodomu.errors import BadInput


@app.command(
    help_epilogue="Example: dodomu check draft.txt --data build\n"
    "Example: dodomu check draft.txt --published 2025-12-14 -o draft.html"
)
def check(
    draft: Seeds,
    *,
    data: Data = None,
    output: Out | None = None,
    lang: Lang = "uk",
    published: str | None = None,
    strict: Annotated[bool, Parameter(negative="")] = False,
    as_json: Json = False,
) -> int:
    """Hold each quote and figure of a draft to a dataset and the known releases.

    A draft is read as an article is. What differs, counts both sides or several days, is misquoted, shortened or put
    into the wrong mouth is shown with the words of the source; what the data does not know is said not to be known.
    The exit status is 0 whatever was found, unless --strict is given.

    Parameters
    ----------
    draft
        A .txt file, with NAME.toml beside it if there is one, or - for a text pasted on stdin.
    data
        A folder that build or release wrote; without it, the newest released version.
    output
        An .html file to write: the draft with its marks, and what was found beside it.
    lang
        The language of what is said.
    published
        The day on which it is to be published, such as 2025-12-14: what «today» and «on Friday» are reckoned from.
    strict
        End with status 1 if anything is amiss.
    as_json
        Print JSON.
    """
    from dodomu.check import Checker
    from dodomu.check.page import page
    from dodomu.check.told import told
    from dodomu.whole import whole_file

    if output is not None and output.suffix != ".html":
        raise BadInput(output, "name a file that ends in .html")
    checked = Checker(dataset_at(data)).check(_read(draft, published))
    if output is not None:
        written = page(checked, lang)
        with whole_file(output) as part:
            part.write_bytes(written.encode())
        say(f"wrote {output}")
    if as_json:
        put(checked.model_dump_json())
    elif output is None:
        put(told(checked, lang))
    return 1 if strict and checked.amiss else 0


def _read(draft: str, published: str | None):
    """Read the one draft, or say why it cannot be."""
    from dodomu import sources
    from dodomu.errors import InvalidDate
    from dodomu.models import Article, edtf

    read = [sources.read_pasted(sys.stdin.buffer.read())] if draft == "-" else list(sources.read([draft]))
    if len(read) != 1:
        raise BadInput(draft, f"holds {len(read)} articles; name one draft")
    [article] = read
    if isinstance(article, BadInput):
        raise article
    if published is None:
        return article
    try:
        edtf.parse(published)
    except InvalidDate as error:
        raise BadInput("--published", str(error)) from None
    bounds = {"published_earliest", "published_latest"}
    return Article.model_validate(article.model_dump(exclude=bounds) | {"published": published})
