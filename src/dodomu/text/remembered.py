"""What was found out of a word, kept for its next occurrence in a table of bounded size."""

from collections.abc import Callable
from typing import Generic, TypeVar

K, V = TypeVar("K"), TypeVar("V")
MOST = 200_000


class Remembered(dict, Generic[K, V]):
    """What a function tells of words: asked once for each, and anew when the table is full and begun again.

    A plain table, because it is looked up for every word of every article: `functools.lru_cache` puts its entries in
    order with each look-up, which takes twice the time.

    >>> length = Remembered(len)
    >>> length["вдома"], length
    (5, {'вдома': 5})
    """

    def __init__(self, tell: Callable[[K], V]):
        super().__init__()
        self.tell = tell

    def __missing__(self, key: K) -> V:
        if len(self) >= MOST:
            self.clear()
        value = self[key] = self.tell(key)
        return value
