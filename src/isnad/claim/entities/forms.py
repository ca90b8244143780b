"""What the form of a word, or of the next, says of its being part of a name, where no list knows the word."""

from __future__ import annotations

from isnad.claim.entities.common import is_ordinary_definite
from isnad.claim.entities.lookup import Word
from isnad.claim.entities.scene import TANWIN, Scene


def is_nisba(word: Word) -> bool:
    """Whether a word has the form of an Arabic family name («سلطان المرجاني») and no list knows it."""
    return word.definite and word.plain and word.core.endswith("ي")


def is_verbal(word: Word) -> bool:
    """A present tense that no list holds («يستضيف»)."""
    if (
        word.core.startswith(("نمي", "نخواه", "مي", "ن", "ب"))
        and word.given is None
        and word.core.endswith(("ارد", "ند", "يم", "رد", "هد"))
    ):
        return len(word.core) > 4
    return word.core[0] == "ي" and len(word.core) > 4 and not word.core.endswith(("ي", "ان", "س"))


def has_tanwin(scene: Scene, at: int) -> bool:
    """Whether the word is marked as an indefinite noun («مؤكداً»): no name is."""
    if not scene.tanwin:
        return False
    start, end = scene.folded.text_range(scene.starts[at], scene.ends[at])
    return not TANWIN.isdisjoint(scene.text.clean[start:end])


def nation_behind(scene: Scene, at: int) -> bool:
    """Whether the word behind another is a definite nationality."""
    return scene.glued[at - 1] and scene.words[at].definite and scene.words[at].stop == "adjective"


def is_ali(scene: Scene, at: int) -> bool:
    """Whether this is Ali behind a first name, not «على» spelt so: another name follows, or the name ends."""
    if scene.words[at].core != "علي" or scene.raw_end(at) == "ى":
        return False
    after = scene.words[at + 1] if scene.glued[at] else None
    if after is None or after.particle == "son" or (after.given is not None and after.given.sure):
        return True
    return after.definite and after.plain and not is_ordinary_definite(after.core)


def goes_on(scene: Scene, at: int) -> bool:
    """Whether a word that can be a title or an adjective has its own company after it («المدير العام»)."""
    if at + 1 >= len(scene.words) or not scene.glued[at]:
        return False
    after = scene.words[at + 1]
    return after.definite or after.given is not None or after.cut > 0 or after.head is not None
