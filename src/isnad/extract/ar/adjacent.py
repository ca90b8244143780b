"""Cues that stand side by side: two words that say one thing, or a name spelled like a verb."""

from __future__ import annotations

from msgspec.structs import replace

from isnad.extract.ar.words import known
from isnad.extract.base import CueMatch


def joined(key: str, cues: list[CueMatch]) -> list[CueMatch]:
    """The cues with those as one that say one thing in two words («قال مؤكداً: …»، «مستدركاً بالقول إن»)."""
    end = -2
    for cue in cues:
        if cue.start == end + 1:
            break
        end = cue.end
    else:
        return cues
    out: list[CueMatch] = []
    for cue in cues:
        before = out[-1] if out else None
        both = (
            before is not None and cue.start == before.end + 1 and not (cue.clitic or known(key[cue.start : cue.end]))
        )
        if before is not None and both and _one_saying(before, cue):
            out[-1] = replace(before, end=cue.end)
        elif before is not None and both and _named_so(before, cue):
            continue
        else:
            out.append(cue)
    return out


def _one_saying(first: CueMatch, second: CueMatch) -> bool:
    form, other = first.forms[0], second.forms[0]
    if "say" not in form.cue.takes or form.cue.cue_class != "speech":
        return False
    if other.cue.cue_class == "nominal":
        return "tail" in other.cue.flags and form.tag.startswith(("part.", "past.3ms", "past.3fs"))
    if other.cue.lemma == "شهد":
        return False  # «صرحت شاهدة لـ…»: somebody
    finite = form.tag in ("past.3ms", "past.3fs", "pres.3ms", "pres.3fs")
    if other.cue.lemma == "قال" and other.tag == form.tag.replace("past", "pres"):
        return True  # «وأضاف يقول: …»
    return finite and other.tag in ("part.ms", "part.fs") and other.cue.cue_class == "speech"


def _named_so(first: CueMatch, second: CueMatch) -> bool:
    """«قال روي دوران»: a past verb right behind a verb of saying is its subject's name."""
    saying = first.forms[0].tag.startswith(("past.3ms", "past.3fs")) and "say" in first.forms[0].cue.takes
    return saying and second.forms[0].tag == "past.3ms"
