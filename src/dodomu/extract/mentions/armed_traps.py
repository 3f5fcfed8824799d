"""Exercises and scouting that are none."""

from dodomu.extract.mentions.draft import Draft
from dodomu.extract.mentions.trap_words import (
    word_lists,
    words_around,
)
from dodomu.text.morphology import lexeme


def not_armed(draft: Draft) -> bool:
    """Exercises and scouting are military; learning and archaeology are not."""
    if draft.trigger.needs != "armed":
        return False
    view = draft.view
    norms = [view.tokens[at].norm for at in range(view.sentence.first, view.sentence.last)]
    armed = word_lists()["armed"]
    word = view.tokens[draft.trigger.last - 1].norm
    if draft.type == "exercise":
        near = words_around(draft, 3, 3)
        if word in lexeme("стрільби"):
            return not any(n in armed for n in norms)
        joint = any("-" in n and n.endswith(("ські", "ських", "ськими", "ське")) for n in near)
        named = draft.trigger.last < view.sentence.last and view.tokens[draft.trigger.last].text in '«"“„'
        return not (any(n in armed for n in near) or joint or named)
    if word in lexeme("поїздка") | lexeme("огляд"):
        return not _scouts_out(draft, norms)
    if _is_purpose(draft):
        return True
    if draft.trigger.act == "noun" and word in ("розвідка",):
        return True  # the service, not what it does
    if word in lexeme("вивчення") | lexeme("вивчати") | lexeme("вивчити") | lexeme("фотографувати"):
        return not (any(n in armed for n in norms) and any(n in word_lists()["terrain"] for n in norms))
    if (
        word in lexeme("розвідка")
        or word in lexeme("шпигунство")
        or word in lexeme("спостереження")
        or word in lexeme("стеження")
    ):
        verbs = [n for n in words_around(draft, 4, 1) if n in word_lists()["scouts"]]
        return not (verbs and any(n in armed for n in norms))
    return not any(n in armed for n in norms)


def _scouts_out(draft: Draft, norms: list[str]) -> bool:
    """«поїздки військових із метою вивчення доріг»: soldiers who go to look at the ground."""
    aims = word_lists()["aims"]
    return (
        any(n in word_lists()["armed"] for n in words_around(draft, 3, 4))
        and any(n in aims for n in norms)
        and any(n in word_lists()["terrain"] for n in norms)
    )


def _is_purpose(draft: Draft) -> bool:
    """«з метою вивчення», «для розвідки»: what is done for it is the event, where that is told."""
    view, trigger = draft.view, draft.trigger
    before = [view.tokens[at].norm for at in range(max(view.sentence.first, trigger.first - 2), trigger.first)]
    if trigger.act == "noun" and before[-1:] == ["для"]:
        return True
    return (
        trigger.act == "noun"
        and bool(set(before) & {"метою", "для", "задля"})
        and any(
            t.type == "reconnaissance" and t.first < trigger.first
            for t in view.reading.all_triggers_within(view.sentence.first, trigger.first)
        )
    )
