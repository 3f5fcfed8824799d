"""The file of counts: the package's own, and one beside the articles that takes its place."""

import json
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field

from dodomu.confidence.counted import PARTS, Counted, CountedSet, Part, Use
from dodomu.confidence.interval import Share
from dodomu.confidence.scale import TIERS, Made
from dodomu.errors import BadInput
from dodomu.models.record import Item
from dodomu.models.vocabulary import RecordKind, Tier

NAME = "confidence.toml"
"""The name of the file beside the articles."""

_HEAD = """\
# How often each rule was right. Written by «dodomu calibrate», not by hand; docs/confidence.md says what it means.
# A line of «rules»: kind of record, column, rule, how often it was right, how often wrong.
"""

Number = Annotated[int, Field(ge=0)]


class _Set(BaseModel):
    model_config = ConfigDict(extra="forbid")

    name: Item
    use: Use
    articles: Number
    sha256: str
    rules: list[tuple[RecordKind, str, str, Number, Number]] = []


class _Pooled(BaseModel):
    model_config = ConfigDict(extra="forbid")

    tier: Tier
    use: Use
    part: Part
    right: Number
    wrong: Number


class _File(BaseModel):
    model_config = ConfigDict(extra="forbid")

    set: list[_Set] = []
    pooled: list[_Pooled] = []


def text_of(counted: Counted) -> str:
    """Write counts as a file: the same counts give the same bytes."""
    blocks = [_HEAD]
    for one in counted.sets:
        head = {"name": one.name, "use": one.use, "articles": one.articles, "sha256": one.sha256}
        rules = [f"  {_plain([*made, *share])}," for made, share in sorted(one.rules.items())]
        blocks.append("\n".join(["[[set]]", *_lines(head), *(["rules = [", *rules, "]"] if rules else []), ""]))
    for key in sorted(counted.pooled, key=_place):
        told = dict(zip(_Pooled.model_fields, (*key, *counted.pooled[key]), strict=True))
        blocks.append("\n".join(["[[pooled]]", *_lines(told), ""]))
    return "\n".join(blocks)


def parse(text: str) -> Counted:
    """Read counts from the text of a file.

    Examples
    --------
    >>> parse(text_of(package())) == package()
    True
    """
    file = _File.model_validate(tomllib.loads(text))
    sets = (
        CountedSet(**dict(one) | {"rules": {Made(*line[:3]): Share(*line[3:]) for line in one.rules}})
        for one in file.set
    )
    return Counted(tuple(sets), {(one.tier, one.use, one.part): Share(one.right, one.wrong) for one in file.pooled})


def read(path: str | Path) -> Counted | None:
    """Read a file of counts; None where there is none.

    Raises
    ------
    BadInput
        When it is not what ``dodomu calibrate`` writes.

    Examples
    --------
    >>> read("nowhere/confidence.toml") is None
    True
    """
    path = Path(path)
    try:
        return parse(path.read_text("utf-8"))
    except FileNotFoundError:
        return None
    except OSError as error:
        raise BadInput(path, f"cannot be read ({error.strerror}); check its permissions") from None
    except (ValueError, RecursionError):
        raise BadInput(path, "is not what «dodomu calibrate» writes; write it anew or remove it") from None


@cache
def package() -> Counted:
    """Give what the rules of the package are known for."""
    return parse(resources.files(__package__).joinpath("counted.toml").read_text("utf-8"))


def _lines(values: Mapping[str, Any]) -> list[str]:
    return [f"{key} = {_plain(value)}" for key, value in values.items()]


def _plain(value: Any) -> str:
    """A text, a number or a list of both is written the same in JSON and in TOML."""
    return json.dumps(value, ensure_ascii=False)


def _place(key: tuple[Tier, Use, Part]) -> tuple[int, str, int]:
    tier, use, part = key
    return TIERS.index(tier), use, PARTS.index(part)
