"""Speakers by name."""

from dodomu.extract.quotes.found import Found
from dodomu.extract.quotes.identity.directory import Directory
from dodomu.extract.quotes.identity.record import Identity
from dodomu.extract.quotes.speakers import Speaker


def by_name(found: Found, who: Speaker, directory: Directory) -> Identity | None:
    """A name: the fullest that the article has for that actor."""
    if who.kind not in ("name", "place"):
        return None
    mention, actor = who.mention, who.mention.actor
    if actor.kind != "body":
        role = who.role or directory.role_of(actor)
        return Identity(actor.name, "name", "person", role, actor=actor, gender=mention.gender)
    common = mention.bare and " " not in actor.name and all(m.bare for m in actor.mentions)
    number = "plur" if mention.gender == "plur" else "sing"
    name = actor.name.lower() if common else actor.name
    return Identity(name, "name", "body", who.role, actor=actor, gender=mention.gender, number=number)


def by_pair(found: Found, who: Speaker, directory: Directory) -> Identity | None:
    """Two persons at once, each by the fullest name."""
    return Identity(who.phrase, "pair", "group", number="plur") if who.kind == "pair" else None
