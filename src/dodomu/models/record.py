"""What all records share: how a column is declared, and checks that several tables make."""

from datetime import date
from functools import cache
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field

from dodomu.models import edtf

Country = Annotated[str, Field(pattern="^[A-Z]{2}$")]
"""An ISO 3166-1 alpha-2 code."""

Item = Annotated[str, Field(pattern="^[^;]+$")]
"""An entry of a list: no semicolon, because that joins the entries in CSV."""

Offset = Annotated[int, Field(ge=0)]
"""A place in the article's text, in Unicode code points."""


class Record(BaseModel):
    """A row of a table: its fields are the columns, in their order."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    @classmethod
    @cache
    def columns(cls) -> tuple[str, ...]:
        """Name the columns of the table, in order.

        Examples
        --------
        >>> from dodomu.models import Gap
        >>> Gap.columns()
        ('record_id', 'field', 'reason')
        """
        return tuple(name for name, field in cls.model_fields.items() if not field.exclude)

    def row(self) -> dict[str, Any]:
        """Give the values of the columns, as they stand in the table."""
        values = self.__dict__
        return {name: values[name] for name in self.columns()}


def column(en: str, uk: str, default: Any = ..., *, unit: str | None = None, **rules: Any) -> Any:
    """Declare a column: what it holds, in English and Ukrainian, and in which unit.

    Examples
    --------
    >>> column("How many", "Скільки", unit="people").description
    'How many'
    """
    extra = {"description_uk": uk} | ({"unit": unit} if unit else {})
    if isinstance(default, list):
        rules["default_factory"] = list
    elif default is not ...:
        rules["default"] = default
    return Field(description=en, json_schema_extra=extra, **rules)


def with_bounds(data: Any, name: str) -> Any:
    """Add the bounds of the date in column `name` where they are not given.

    Examples
    --------
    >>> with_bounds({"date": "2025"}, "date")["date_latest"]
    datetime.date(2025, 12, 31)
    """
    if not isinstance(data, dict) or f"{name}_earliest" in data or f"{name}_latest" in data:
        return data
    value = data.get(name)
    if not isinstance(value, str):
        return data
    earliest, latest = edtf.bounds(value)
    return data | {f"{name}_earliest": earliest, f"{name}_latest": latest}


def check_bounds(name: str, value: str | None, earliest: date | None, latest: date | None) -> None:
    """Refuse bounds that are not those of the date."""
    if (earliest, latest) != edtf.bounds(value):
        raise ValueError(f"{name}_earliest and {name}_latest are not the bounds of {value!r}")
