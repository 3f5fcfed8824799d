"""Speakers that the words at a cue leave to what stands before: «зазначили там», «Зазначила, що …»."""

from bisect import bisect_left
from dataclasses import replace

from dodomu import uk
from dodomu.extract.quotes.cues import find_cues
from dodomu.extract.quotes.found import Found
from dodomu.extract.quotes.identity.directory import NEAR, Directory
from dodomu.extract.quotes.identity.named import by_name
from dodomu.extract.quotes.identity.pronouns import by_pronoun, by_several, by_subject
from dodomu.extract.quotes.identity.record import Identity
from dodomu.extract.quotes.identity.titles import by_role, by_title
from dodomu.extract.quotes.speakers import Speaker, left
from dodomu.text.morphology import forms
from dodomu.text.tokens import fold

_SAME_BODY = uk.words("speakers", "same_body")
_AUTHOR = uk.words("reports", "author")
_THOSE = frozenset(("той", "ті", "та"))
_LEFT_OUT = 2
"""So many sentences, with its own, a verb in the plural has its subject in where it is left out."""


def by_body_before(found: Found, who: Speaker, directory: Directory) -> Identity | None:
    """«зазначили там», «у відомстві»: the body that spoke or was named last."""
    doc, cast = directory.doc, directory.cast
    there = who.kind == "there"
    if not there and (
        who.kind not in ("role", "name", "place") or fold(who.phrase or doc.text[who.start : who.end]) not in _SAME_BODY
    ):
        return None
    if who.mention is not None and " " in who.mention.name and fold(who.mention.name) not in _SAME_BODY:
        return None  # the article has only one such body
    here = min(found.anchor, found.start, who.start)
    spoke = next((s for s in directory.recent(here) if s.at < here and s.identity.kind == "body"), None)
    last = bisect_left(cast.bodies, here, key=lambda m: m.start)
    near = cast.bodies[max(0, last - NEAR) : last]
    body = next((m for m in reversed(near) if fold(m.name) not in _SAME_BODY and (there or not m.bare)), None)
    if spoke and (body is None or body.start <= spoke.at or doc.paragraph_at(body.start) < doc.paragraph_at(here) - 1):
        return replace(spoke.identity, rule="there")
    return Identity(body.name, "there", "body", actor=body.actor, number="plur") if body else None


def by_left_out(found: Found, directory: Directory) -> Identity | None:
    """A verb without its subject («Скаржаться, що …», «Зазначила, що …») takes that of the sentences before."""
    if not found.follows:
        return None
    if found.cue is None:
        return _reported_before(found, directory)
    if reason := _nobody_named(found, directory):
        return Identity(None, "nobody", reason=reason)
    norm = directory.doc.tokens[directory.doc.token_at(found.cue[0])].norm
    verb = next((f for f in forms(norm) if f.tense in ("past", "pres")), None)
    if verb is None:
        return None
    if verb.number == "plur":
        return by_several(found, directory, _LEFT_OUT)
    if verb.gender in ("masc", "femn"):
        return by_pronoun(found, Speaker(*found.cue, "pronoun", gender=verb.gender), directory)
    subject = directory.subject_before(min(found.anchor, found.start))
    return by_subject(found, subject, directory) if subject else None


def _nobody_named(found: Found, directory: Directory) -> str | None:
    """«Хто куштував, сказав, що …»; «…? – поцікавилися ми»: why the subject is nobody of the article."""
    tokens = directory.doc.tokens
    cue = directory.doc.token_at(found.cue[0])
    if cue + 1 < len(tokens) and tokens[cue + 1].norm in _AUTHOR:
        return "the author of the article speaks"
    heads = [t.norm for t in tokens[directory.doc.sentence_at(found.anchor).first : cue][:3] if t.text != ","]
    whoever = heads[:1] == ["хто"] or heads[:1] and heads[0] in _THOSE and heads[1:2] == ["хто"]
    return "nobody in particular speaks" if whoever else None


def _reported_before(found: Found, directory: Directory) -> Identity | None:
    """A quotation alone, after a sentence that reports: the subject of that sentence."""
    doc = directory.doc
    before = doc.sentence_at(max(0, found.start - 3))
    if any(before.start <= spoke.at < before.end for spoke in directory.recent(found.start)):
        return None
    cues = find_cues(doc, before.first, before.last)
    cue = next((cue for cue in reversed(cues) if cue.entry.frames & {"say", "manner"}), None)
    if cue is None:
        return None
    subject = left(directory.names, cue, before.first, cue.first)
    if subject is None or subject.kind != "name":
        subject = directory.subject_before(found.start)
    if subject is None:
        return None
    told = (rule(found, subject, directory) for rule in (by_name, by_title, by_role))
    return next((identity for identity in told if identity is not None), None)
