"""Ukrainian in Latin letters, by the state's own table (resolution 55 of the Cabinet of Ministers, 2010)."""

import re

_LETTERS = (
    "аa бb вv гh ґg дd еe єie жzh зz иy іi їi йi кk лl мm нn оo пp рr сs тt уu фf хkh цts чch шsh щshch ь юiu яia"
    # of other languages
    " ыy эe ъ ёe"
)
_LATIN = {pair[0]: pair[1:] for pair in _LETTERS.split()}
_AT_THE_START = {"є": "ye", "ї": "yi", "й": "y", "ю": "yu", "я": "ya"}
_APOSTROPHES = re.compile("['’ʼ`]")
_WORD = re.compile(r"[^\W_]+")


def latin(word: str) -> str:
    """Write a word in small letters; apostrophes are left out.

    Examples
    --------
    >>> latin("Згурський"), latin("Яна"), latin("знамʼянка")
    ('zghurskyi', 'yana', 'znamianka')
    """
    word = without_apostrophes(word.casefold()).replace("зг", "zgh")
    first = _AT_THE_START.get(word[:1], _LATIN.get(word[:1], word[:1]))
    return first + "".join(_LATIN.get(letter, letter) for letter in word[1:])


def latin_name(name: str) -> str:
    """Write a person's name.

    Examples
    --------
    >>> latin_name("Рустем Умєров"), latin_name("Ангеліна Нечуй-Левицька")
    ('Rustem Umierov', 'Anhelina Nechui-Levytska')
    """
    return _WORD.sub(lambda word: latin(word[0]).capitalize(), without_apostrophes(name))


def without_apostrophes(text: str) -> str:
    """Leave out apostrophes of every form."""
    return _APOSTROPHES.sub("", text)
