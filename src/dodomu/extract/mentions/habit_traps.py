"""What is done as a rule, what people think of it, and who comes back dead: no particular event."""

from dodomu.extract.mentions.draft import Draft
from dodomu.extract.mentions.trap_words import word_lists
from dodomu.text.morphology import forms


def usual(draft: Draft) -> bool:
    """«щороку звільняє», «зазвичай обмінюють»: a verb that lasts, and how often."""
    if not draft.is_release or draft.trigger.form != "finite":
        return False
    tokens, often = draft.view.tokens, word_lists()["often"]
    lasts = any("impf" in f.tags for f in forms(tokens[draft.trigger.verb].norm) if f.pos == "VERB")
    return lasts and any(tokens[at].norm in often for at in draft.clause.indexes())


def polled(draft: Draft) -> bool:
    """«Опитування: 60 % підтримують амністію»: what people think of it."""
    if not draft.is_release or draft.trigger.act != "noun":
        return False
    view, lists = draft.view, word_lists()
    if not view.says(lists["opinions"]):
        return False
    tokens = view.tokens[view.sentence.first : view.sentence.last]
    return view.says(lists["polls"]) or any(t.text == "%" for t in tokens)


def in_coffins(draft: Draft) -> bool:
    """«повернулися додому в трунах»."""
    if draft.type != "return":
        return False
    tokens, coffins = draft.view.tokens, word_lists()["coffins"]
    return any(tokens[at].norm in coffins for at in draft.clause.indexes())
