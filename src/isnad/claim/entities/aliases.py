"""A second name that the text gives in the same breath: «سليم الهدار، المعروف بأبي ليث», "known as Abu Layth"."""

from __future__ import annotations

import re
from itertools import pairwise

from msgspec.structs import replace

from isnad.claim.entities.found import Found
from isnad.claim.entities.scene import Scene

_REACH = 60
_KNOWN_AS = re.compile(
    r"""^[\s,(«"'-]*(?:
        (?:ال)?(?:معروفه?|ملقبه?|مكناه?|مكني|ملقب|مدعوه?)(?:\s+ايضا|\s+باسم|\s+بلقب|\s+بكنيته)?\s*(?:ب|باسم)?
      | (?:كه\s+)?(?:به|با\s+نام|ملقب\s+به|معروف\s+به|موسوم\s+به|مشهور\s+به)
      | [^.\n]{0,45}\b(?:better\s+)?known\s+(?:widely\s+|locally\s+)?(?:as|by\s+his\s+nom\s+de\s+guerre)
      | (?:nicknamed|alias|aka|a\.k\.a\.|dubbed|called)
    )[\s,«"'(:]*$""",
    re.VERBOSE,
)
_BRACKET = re.compile(r"""^\s*(?:,\s*)?[(«"]\s*$""")
_PERSIAN_AFTER = re.compile(r"^[»\"')]*\s*(?:هم\s+|نيز\s+)?(?:معروف|مشهور|ملقب|شناخته|موسوم)")


def with_aliases(scene: Scene, found: list[Found]) -> list[Found]:
    """The finds, with the second name on the person that it follows."""
    out = list(found)
    people = [i for i, one in enumerate(out) if one.kind == "person" and one.name is not None]
    for a, b in pairwise(people):
        if scene.starts[out[b].first] - scene.ends[out[a].last] <= _REACH and _second(scene, out[a], out[b]):
            out[a] = replace(out[a], alias=out[b].name)
    return out


def _second(scene: Scene, one: Found, other: Found) -> bool:
    between = scene.key[scene.ends[one.last] : scene.starts[other.first] + other.cut]
    after = scene.key[scene.ends[other.last] : scene.ends[other.last] + 24]
    if _KNOWN_AS.match(between):
        # «که به ابولیث معروف است» is complete only with the word behind it.
        return not between.rstrip().endswith(" به") or "معروف به" in between or bool(_PERSIAN_AFTER.match(after))
    if _PERSIAN_AFTER.match(after) and re.search(r"كه\s+به\s*[«\"]?$", between):
        return True
    return bool(_BRACKET.match(between)) and after[:1] in (")", "»", '"') and other.evidence == "kunya"
