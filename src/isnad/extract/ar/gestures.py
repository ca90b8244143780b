"""Signs given with the hand or the head, which tell nothing: «ومد يده وأشار إلى المبنى», «أشار لنا بأن نرفع الحبل»."""

from __future__ import annotations

import re

from isnad.extract.ar.place import Place
from isnad.extract.ar.words import GIVEN, known

_LIMB = re.compile(r"\bب?(?:يده|يدها|يديه|اصبعه|اصبعها|راسه|راسها)\b")
# Who is given a sign is the subject of the verb behind أن, and the verb agrees with them.
_TO = {"نا": "ن", "ه": "ي", "هم": "ي", "ها": "ت", "ي": "ا", "ك": "ت", "كم": "ت"}
_NOUN = ("ه", "ات")  # «بأن نسبة النجاح عالية»
_SIGN = re.compile(
    r" (?:ل(?P<to>نا|هم|ها|ه|ي|كم|ك)|الي(?P<at>نا|هم|ها|ه|كم|ك))(?: ال\w+)? ب?ان (?P<verb>\w{3,})"
    r"|(?: ال\w+)? (?:لل\w{3,}|ل(?P<them>نا|هم|ها|ه)|الي(?P<there>نا|هم|ها|ه)) ب?ان (?P<then>\w{3,})"
)


def gesture(key: str, place: Place) -> bool:
    """Whether a verb of pointing tells of a sign with the hand, or of one that somebody shall do something."""
    if _LIMB.search(key, max(0, place.cue - 16), place.match.end + 12):
        return True
    sign = _SIGN.match(key, place.match.end, place.sentence[1])
    if sign is None:
        return False
    to = sign["to"] or sign["at"] or sign["them"] or sign["there"] or "ه"
    verb = sign["verb"] or sign["then"]
    noun = known(verb) or verb in GIVEN or verb == "يوم" or verb.startswith("ال") or verb.endswith(_NOUN)
    return not noun and verb[0] == _TO[to]
