"""Reading articles: quotes and mentions of events with the words they stand on.

``extract(article)`` reads an `Article`; the room itself can be called with plain text, as ``dodomu.extract("…")``.
"""

import sys
from types import ModuleType

from dodomu.extract.engine import extract
from dodomu.models import Article, Extraction

__all__ = ["extract"]


class _Room(ModuleType):
    def __call__(self, text: str, *, article_id: str = "text", source: str = "text", **known) -> Extraction:
        """Read a text.

        Parameters
        ----------
        text : str
            The article.
        article_id, source : str
            What to call it.
        **known
            What else is known of it: ``published`` (EDTF), ``title``, ``publisher``, ``url``, ``lang``.

        Returns
        -------
        Extraction

        Examples
        --------
        >>> import dodomu
        >>> dodomu.extract("Лубінець заявив, що всі вдома.", published="2025-12-13").quotes[0].text
        'всі вдома'
        """
        return extract(Article(article_id=article_id, source=source, text=text, **known))


sys.modules[__name__].__class__ = _Room
