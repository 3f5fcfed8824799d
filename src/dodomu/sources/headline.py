"""The headline of an article that came as plain text."""

_LONGEST = 200


def headline(text: str) -> str | None:
    """Give the first line where it stands alone as a headline does: short, without a full stop, more below it.

    Examples
    --------
    >>> headline("Додому повернули 31 людину\\n\\nСьогодні, 22 листопада, …")
    'Додому повернули 31 людину'
    >>> headline("Додому повернули 31 людину.\\nСьогодні, 22 листопада, …") is None
    True
    """
    first, _, rest = text.lstrip("\ufeff \t\r\n").partition("\n")
    first = first.strip()
    if not rest.strip() or len(first) > _LONGEST or first.endswith((".", ",", ":", ";")):
        return None
    return first
