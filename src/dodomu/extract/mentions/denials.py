"""Whether what a trigger says did not come about: it is untrue, contrary to fact, was put off or refused."""

from itertools import pairwise

from dodomu.extract.mentions.draft import Draft
from dodomu.extract.mentions.governing import NOT, Context, of, words
from dodomu.text.morphology import forms, lexeme

_WOULD = frozenset(("б", "би"))


_BUT = frozenset(("але", "проте", "однак", "втім", "утім", "та"))


_UNTIL = frozenset(("доки", "поки", "допоки", "аж"))  # «доки його не випустили»: he was


_OR = frozenset(("чи", "або"))


_NOBODY = frozenset(("нікого", "ніхто", "жодного", "жодної", "жоден", "жодна", "жодних", "ніколи", "нікому"))


def untrue(c: Context) -> str | None:
    """«Інформація, що відбудеться обмін, не відповідає дійсності», «не підтвердилося, що відпустили»."""
    if c.opener != "що" and c.form != "noun":
        return None
    others = [c.clause] if c.form == "noun" else []
    if c.opener == "що":
        others += [c.norms(clause) for clause in c.clauses[: c.at]] + [c.norms(c.next)]
        if _contested(c.norms(c.previous)):
            return "denied"
    if not any(_denies(norms) for norms in others):
        return None
    return "planned" if set(c.before) & words("planned", "undoing") else "denied"


def _contested(norms: list[str]) -> bool:
    """«заперечили, що готують обмін»; «не заперечують, що» leaves it open."""
    contested = of("заперечити", "заперечувати", "спростувати", "спростовувати")
    return any(norm in contested and before not in NOT for before, norm in pairwise(["", *norms]))


def _denies(norms: list[str]) -> bool:
    """Words that say that what is told is not true."""
    if set(norms) & words("denied", "false"):
        return True
    return any(before in NOT and norm in words("denied", "true") for before, norm in pairwise(norms))


def would(c: Context) -> str | None:
    """«якби обміняли», «могли б звільнити»: contrary to fact; «якби не відпустили» was done."""
    if "якби" in c.clause and c.direct_not and c.form == "finite":
        return "occurred"
    if "якби" in c.norms(c.previous) or "якби" in c.clause or "якби" in c.norms(c.next)[:1]:
        return "denied"
    if c.form == "noun":
        return None
    past = (
        any(f.tense == "past" for n in (c.verb, *c.clause) for f in forms(n)[:2] if f.pos == "VERB")
        if set(c.clause) & _WOULD
        else False
    )
    return "denied" if past and set(c.clause) & _WOULD and c.opener not in ("щоб", "аби") else None


def fell_through(c: Context) -> str | None:
    """«Обмін мав відбутися в середу. … зірвалася», «готували обмін»: what was prepared and did not take place."""
    meant = set(c.clause) & {"мав", "мала", "мали", "мало"} and set(c.clause) & words("planned", "take_place")
    prepared = any(
        n in words("planned", "prepared") and any(f.tense == "past" for f in forms(n) if f.pos == "VERB")
        for n in c.clause
    )
    if c.form != "noun" or not (meant or prepared) or c.depends:
        return None
    if prepared and _took_long(c.clause):
        return "occurred"
    return "denied" if _came_to_nothing(c.draft) else "planned"


def _took_long(norms: list[str]) -> bool:
    """«готували півтора року», «готувався довго»: the work that went before what was done."""
    times = words("planned", "periods")
    return (
        "довго" in norms
        or "півтора" in norms
        or any(
            norm in times
            and (before.isdigit() or before in words("planned", "several") or forms(before)[0].pos == "NUMR")
            for before, norm in pairwise(norms)
        )
    )


def _came_to_nothing(draft: Draft) -> bool:
    """In the paragraph, or in its two sentences after: «не відбувся», «зірвався», «скасували»."""
    view, sentences = draft.view, draft.view.reading.sentences
    for sentence in sentences[draft.sentence : draft.sentence + 3]:
        norms = [t.norm for t in view.tokens[sentence.first : sentence.last]]
        if any(n in words("denied", "fail") for n in norms):
            return True
        if any(a in NOT and b in words("planned", "take_place") for a, b in pairwise(norms)):
            return True
    return False


def was_to(c: Context) -> str | None:
    """«мала їхати, але її зняли»: what was to be and was not."""
    if c.form == "infinitive" and set(c.before) & {"мав", "мала", "мали", "мало"}:
        return "denied" if set(c.norms(c.next)[:2]) & _BUT or _was_not_done(c) else "planned"
    return None


def _was_not_done(c: Context) -> bool:
    """«мали забрати поранених. … Не забрали»: the same verb denied in the two sentences after."""
    view, verb = c.draft.view, lexeme(c.verb)
    sentences = view.reading.sentences[c.draft.sentence + 1 : c.draft.sentence + 3]
    return any(a.norm in NOT and b.norm in verb for s in sentences for a, b in pairwise(view.tokens[s.first : s.last]))


def _did_not_take_place(c: Context) -> bool:
    """«обмін, якого не було», «обмін, який не відбувся»: said of the noun by the clause that hangs on it."""
    hanging = next((k for k in c.clauses if 0 < k.first - c.draft.trigger.last <= 1), None)
    if c.form != "noun" or hanging is None or not hanging.opener.startswith(("як", "котр")):
        return False
    return any(
        before in NOT and (norm in words("planned", "take_place") or norm in of("бути"))
        for before, norm in pairwise(c.norms(hanging)[:4])
    )


def not_done(c: Context) -> str | None:
    """«не повернули», «не вдалося повернути», «обмін не відбувся»."""
    if c.direct_not:
        return "occurred" if c.opener in _UNTIL and c.form == "finite" and not c.future else "denied"
    if c.form == "noun" and _is_absent(c):
        return "denied"
    if c.form == "infinitive":
        helper = c.governed(words("occurred") | of("могти"))
        return "denied" if helper and c.negated(helper) else None
    if _did_not_take_place(c):
        return "denied"
    if c.form == "noun" and c.depends:
        return None
    if c.form in ("noun", "participle"):
        done = next((n for n in c.after if n in words("occurred") or n in of("бути", "дати")), None) or next(
            (n for n in reversed(c.before) if n in words("occurred")), None
        )
        return "denied" if done and c.negated(done) else None
    return (
        "denied"
        if set(c.clause) & _NOBODY and "не" in c.clause and c.form == "finite" and c.before[-1:] == ["не"]
        else None
    )


def _is_absent(c: Context) -> bool:
    """«жодних домовленостей немає», «вироку поки нема»; «немає відомостей про обмін» says nothing of it."""
    at = next((i for i, n in enumerate(c.after[:6]) if n in ("немає", "нема")), None)
    if at is not None:
        return any(f.case == "gent" for f in c.readings) and not c.depends
    return bool(set(c.before[-3:]) & {"немає", "нема"}) and all(
        forms(n)[0].pos != "NOUN" and forms(n)[0].pos != "PREP" for n in c.before[-2:] if n not in ("немає", "нема")
    )


def unable(c: Context) -> str | None:
    """«не маємо можливості їх звільнити», «не мають права видати»."""
    if c.form != "infinitive":
        return None
    if any(a in NOT and b in ("вийде", "вийшло", "вдасться") for a, b in pairwise(c.before)):
        return "denied"  # «не вийде запроторити»
    means = of("можливість", "право", "змога", "повноваження", "сила")
    return (
        "denied"
        if set(c.before) & means and c.before and any(a in NOT and b in of("мати") for a, b in pairwise(c.before))
        else None
    )


def unplanned(c: Context) -> str | None:
    """«не планує звільняти», «помилування не розглядається», «не готова обміняти»."""
    if c.form not in ("noun", "infinitive"):
        return None
    word = c.governed(words("planned", "intent"))
    return "denied" if word and c.negated(word) else None


def unadopted(c: Context) -> str | None:
    """«не змогла ухвалити закон про амністію», «провалила амністію»: the act itself was not carried out."""
    if c.form != "noun":
        return None
    carried = next((n for n in c.before if n in words("denied", "carry_out")), None)
    if carried is None:
        return None
    helper = next((n for n in c.before if n in of("могти", "змогти", "вдатися", "удатися", "зуміти")), None)
    return "denied" if c.negated(carried) or helper and c.negated(helper) else None


def refused(c: Context) -> str | None:
    """«відмовилася віддати», «обмін зірвався»; «не відмовлялася забирати» goes on being planned."""
    word = c.governed(words("denied"))
    if word is None:
        word = next((n for n in c.after if n in words("denied")), None) if c.form == "noun" else None
    if word in c.after and any(n == word and a in _OR for a, n in pairwise(c.after)):
        return None  # «екстрадиції чи відмови в ній»: it is open
    if word is None:
        if (
            c.form == "noun"
            and c.next is not None
            and set(c.norms(c.next)[:4]) & {"він"}
            and set(c.norms(c.next)) & words("denied")
        ):
            return "denied"
        return None
    undone = c.form == "noun" and set(c.before) & words("planned", "undoing")
    return "planned" if c.negated(word) or undone else "denied"
