"""What is known of an article beside its text: the keys of a sidecar, and of a line of JSON."""

import re
import tomllib
from datetime import date
from pathlib import Path
from typing import Annotated, Any, TypeVar

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints, ValidationError

from dodomu.errors import BadInput, did_you_mean
from dodomu.models.article import safe_id
from dodomu.models.edtf import Edtf


def _day_to_edtf(value: Any) -> Any:
    """TOML has dates of its own: an unquoted day means the same as a quoted one."""
    return value.isoformat() if type(value) is date else value


def _language(value: str) -> str:
    if not _LANGUAGE_TAG.fullmatch(value):
        raise ValueError(f"«{value}» is not a language tag like uk or en")
    return value


_LARGEST = 64 * 1024
_LANGUAGE_TAG = re.compile("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")

Word = Annotated[str, StringConstraints(strict=True, strip_whitespace=True, min_length=1)]


ArticleId = Annotated[Word, AfterValidator(safe_id)]
"""The key of an article: any words, but none that lead out of a folder where a file bears them as its name."""


class About(BaseModel):
    """What is known of an article; all of it optional."""

    model_config = ConfigDict(extra="forbid")

    id: ArticleId | None = None
    publisher: Word | None = None
    url: Word | None = None
    published: Annotated[Edtf, BeforeValidator(_day_to_edtf)] | None = None
    published_basis: Word | None = None
    lang: Annotated[Word, AfterValidator(_language)] | None = None
    rights: Word | None = None
    share_text: Annotated[bool, Field(strict=True)] = True
    public: list[Word] = []
    withhold: list[Word] = []


Known = TypeVar("Known", bound=About)


class Line(About):
    """A line of JSON: the text itself, and what is known of it.

    Collections made for other ends carry keys of their own, so unknown keys are passed over here.
    """

    model_config = ConfigDict(extra="ignore")

    text: Annotated[str, Field(strict=True)]
    title: Word | None = None


def read_sidecar(seed: Path, source: str) -> About:
    """Read ``NAME.toml`` beside ``NAME.txt``; without one, nothing is known."""
    path = seed.with_suffix(".toml")
    named = str(Path(source).with_suffix(".toml"))
    if not path.is_file():
        return About()
    try:
        if path.stat().st_size > _LARGEST:  # reading keys with many dots takes the square of their number
            raise BadInput(named, f"larger than {_LARGEST // 1024} KiB; say less of the article")
        data = tomllib.loads(path.read_bytes().decode("utf-8-sig"))
    except OSError as error:
        raise BadInput(named, f"cannot be read ({error.strerror}); check its permissions") from None
    except UnicodeDecodeError:
        raise BadInput(named, "not UTF-8; convert it") from None
    except tomllib.TOMLDecodeError as error:
        raise BadInput(named, f"not TOML: {error}; correct it") from None
    except (ValueError, RecursionError) as error:
        raise BadInput(named, f"not TOML that can be read ({error}); correct it") from None
    return about(About, data, named)


def about(model: type[Known], data: Any, source: str) -> Known:
    """Check what is known of an article; the first thing that is wrong is said in one line."""
    try:
        return model.model_validate(data)
    except ValidationError as error:
        raise BadInput(source, _problem(error, list(model.model_fields))) from None


def _problem(error: ValidationError, keys: list[str]) -> str:
    """Say in one line what a record was refused for."""
    first = error.errors(include_url=False)[0]
    key = str(first["loc"][0]) if first["loc"] else ""
    if first["type"] == "extra_forbidden":
        return f"unknown key «{key}»; {did_you_mean(key, keys)}"
    if first["type"] == "missing":
        return f"has no «{key}»; every line needs one"
    said = first["msg"].removeprefix("Value error, ").replace("\n", " ")
    return f"{key} is wrong: {said}" if key else said
