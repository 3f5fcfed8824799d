"""Things that turn out to be one, a pair at a time."""

from collections.abc import Hashable


class Forest:
    """Which things have been found to be one; each is its own until it is joined.

    Examples
    --------
    >>> forest = Forest()
    >>> forest.join("a", "b")
    >>> forest.join("b", "c")
    >>> forest.root("c"), forest.root("d")
    ('a', 'd')
    """

    def __init__(self) -> None:
        self._above: dict[Hashable, Hashable] = {}

    def root(self, thing: Hashable) -> Hashable:
        """Give the one that stands for all that are one with it."""
        while (above := self._above.get(thing, thing)) is not thing:
            self._above[thing] = self._above.get(above, above)
            thing = above
        return thing

    def join(self, root: Hashable, other: Hashable) -> None:
        """Put one under the other: both are one from now on, and the first stands for them."""
        root, other = self.root(root), self.root(other)
        if root is not other:
            self._above[other] = root
