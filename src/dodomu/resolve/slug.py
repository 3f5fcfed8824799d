"""Keys made of names."""

import re

_LETTERS = (
    "аa бb вv гh ґg дd еe єie жzh зz иy іi їi йi кk лl мm нn оo пp рr сs тt уu фf хkh цts чch шsh щshch ь юiu яia"
    # of other languages
    " ыy эe ъ ёe"
)
_LATIN = {pair[0]: pair[1:] for pair in _LETTERS.split()}
_AT_THE_START = {"є": "ye", "ї": "yi", "й": "y", "ю": "yu", "я": "ya"}
_APOSTROPHES = re.compile("['’ʼ`]")


def slug(name: str) -> str:
    """Make a key of a name: Latin letters by the Ukrainian state's own table, digits and hyphens.

    Examples
    --------
    >>> slug("Ілля Павленко"), slug("Об’єднаний центр при СБУ")
    ('illia-pavlenko', 'obiednanyi-tsentr-pry-sbu')
    """
    words = re.findall(r"[^\W_]+", _APOSTROPHES.sub("", name.casefold()))
    return "-".join(_latin(word) for word in words) or "x"


def _latin(word: str) -> str:
    word = word.replace("зг", "zgh")
    first = _AT_THE_START.get(word[0], _LATIN.get(word[0], word[0]))
    return first + "".join(_LATIN.get(letter, letter) for letter in word[1:])
