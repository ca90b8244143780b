"""Documents that speak in a clause behind them: «وثائق …، والتي تكشف عن», «رسالة …، جاء فيها:»."""

from __future__ import annotations

from isnad.extract.ar.frame import Frame
from isnad.extract.ar.place import Place
from isnad.extract.ar.subjects import agrees
from isnad.extract.ar.words import DOCUMENTS, NOT_SUBJECT, PREPOSITIONS, TOKEN, bare, definite, feminine
from isnad.extract.base import Range

_FARTHER = frozenset(("والذي", "والتي"))  # with «و» the clause may belong to a noun farther back


def paper_speaks(key: str, frame: Frame, place: Place) -> bool:
    """«حصلت اللجنة على دفاتر كثيرة، والتي تكشف عن»: the document before the relative clause is the source."""
    if place.before not in _FARTHER or frame.cue_class not in ("speech", "document"):
        return False
    at = place.cue - len(place.gap) - len(place.before)
    found = paper_before(key, place.sentence[0], at, frame.form.tag) if key[at - 2 : at].strip() == "," else None
    if found is None:
        return False
    frame.spoken_by(key, found)
    frame.doubt(0.2, "source is the noun before a relative clause")
    return True


def paper_before(key: str, start: int, end: int, tag: str) -> Range | None:
    """The nearest document in ``key[start:end]`` that agrees with a verb form, with its adjectives («دفاتر كثيرة»)."""
    tokens = list(TOKEN.finditer(key, start, end))
    for i in range(len(tokens) - 1, -1, -1):
        word = tokens[i].group()
        noun = bare(word) if word.startswith("ال") else word
        noun = noun if noun in DOCUMENTS else noun.removesuffix("ا")  # «نشرت بياناً …، جاء فيه»
        if noun in DOCUMENTS and agrees(tag, noun, before=True):
            last = i
            while last + 1 < len(tokens) and _describes(tokens[last + 1].group(), word):
                if _leads_on(key, tokens[last + 1].group(), tokens[last + 1].end()):
                    break
                last += 1
            return tokens[i].start(), tokens[last].end()
    return None


def _leads_on(key: str, word: str, end: int) -> bool:
    """Whether a participle has its own complement behind it and so begins a clause («رسالة موجهة إلى المخزن»)."""
    after = TOKEN.match(key, end + 1)
    return after is not None and after.group() in PREPOSITIONS and not word.endswith(("ي", "يه"))


def _describes(word: str, noun: str) -> bool:
    """Whether the next word is an adjective of the noun: alike in article and gender."""
    if word in NOT_SUBJECT or definite(word) is not definite(noun):
        return False
    return word.endswith("ه") if feminine(noun) or feminine(f"ال{noun}") else word.endswith("ي")
