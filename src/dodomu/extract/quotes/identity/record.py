"""What is known of a speaker."""

from dataclasses import dataclass

from dodomu.text.names import Actor


@dataclass(frozen=True, slots=True)
class Identity:
    """The speaker as the article knows him: `name` in the nominative, null with a `reason`.

    Attributes
    ----------
    name : str or None
        The fullest that the article has.
    rule : str
        The rule that told.
    kind : str
        ``person``, ``body`` or ``group``.
    role : str or None
        What the article calls him.
    reason : str or None
        Why there is no name.
    actor : Actor or None
        The person or body of the article's cast.
    gender, number : str
        Grammemes, for pronouns that mean him later.
    note : str or None
        What else a reader should know, with its source.
    """

    name: str | None
    rule: str
    kind: str = "person"
    role: str | None = None
    reason: str | None = None
    actor: Actor | None = None
    gender: str = ""
    number: str = "sing"
    note: str | None = None
