"""What a rule returns: a quote before its speaker is resolved."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from dodomu.extract.quotes.cues import Cue
from dodomu.extract.quotes.speakers import Speaker
from dodomu.text.tokens import Token


class Attribution(NamedTuple):
    """A cue, the words that name who speaks, or both."""

    cue: Cue | None
    speaker: Speaker | None


@dataclass(slots=True)
class Found:
    """A quotation with the words that attribute it.

    Attributes
    ----------
    start, end : int
        The quoted words.
    kind : str
        ``direct``, ``mixed`` or ``indirect``.
    rule : str
        The rule that found it.
    speaker : Speaker or None
        The words that name the speaker; None where the sentence names none.
    anchor : int
        The offset at which the attribution stands: pronouns and titles are resolved from there back.
    cue : (int, int) or None
        The place of the reporting words.
    cue_lemma, act : str or None
        What the lists say of them.
    carrier : str or None
        The outlet that relays the words.
    follows : bool
        Without a speaker of its own it belongs to the speaker before it.
    fallback : Speaker or None
        The source that a line of its own names («Джерело: …»), for a quotation that follows, unless somebody spoke
        since.
    silent : bool
        Nobody can be told (passive), though the attribution is complete.
    """

    start: int
    end: int
    kind: str
    rule: str
    speaker: Speaker | None
    anchor: int
    cue: tuple[int, int] | None = None
    cue_lemma: str | None = None
    act: str | None = None
    carrier: str | None = None
    follows: bool = False
    silent: bool = False
    fallback: Speaker | None = None


def attributed(
    start: int,
    end: int,
    kind: str,
    rule: str,
    cue: Cue | None,
    speaker: Speaker | None,
    tokens: Sequence[Token],
    frame: str = "say",
    **more,
) -> Found:
    """A quote attributed by a cue found in the text.

    Parameters
    ----------
    start, end, kind, rule, cue, speaker
        As in `Found`.
    tokens : sequence of Token
        All of the article.
    frame : str
        The way in which the cue reports, which decides the act.
    **more
        Further fields of `Found`.
    """
    if cue is None:
        return Found(start, end, kind, rule, speaker, speaker.start if speaker else start, **more)
    more.setdefault("follows", speaker is None and not more.get("silent"))
    place = tokens[cue.first].start, tokens[cue.last - 1].end
    return Found(start, end, kind, rule, speaker, place[0], place, cue.entry.lemma, cue.entry.act(frame), **more)
