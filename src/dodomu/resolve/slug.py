"""Keys made of names."""

import re

from dodomu.uk.latin import latin, without_apostrophes


def slug(name: str) -> str:
    """Make a key of a name: Latin letters by the Ukrainian state's own table, digits and hyphens.

    Examples
    --------
    >>> slug("Ілля Павленко"), slug("Об’єднаний центр при СБУ")
    ('illia-pavlenko', 'obiednanyi-tsentr-pry-sbu')
    """
    words = re.findall(r"[^\W_]+", without_apostrophes(name.casefold()))
    return "-".join(latin(word) for word in words) or "x"
