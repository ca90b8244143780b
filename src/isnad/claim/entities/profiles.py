"""What is known of a group of a person's mentions: kept up as the group grows, never counted again from its start."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from isnad.claim.entities.groups import Groups
from isnad.claim.entities.parts import Name
from isnad.claim.entities.titles import title_classes
from isnad.model.entity import Mention


class Profile:
    """Full names, classes of titles, genders and first places of one group."""

    def __init__(self) -> None:
        self.read = 0
        self.forms: dict[str, None] = {}
        self.titles: set[str] = set()
        self.genders: Counter[str] = Counter()
        self.first: dict[str, int] = {}
        """Document → where the group is named first."""

    @property
    def gender(self) -> str | None:
        """The gender that most mentions show, when one does."""
        return self.genders.most_common(1)[0][0] if self.genders else None


class Profiles:
    """Profiles by group; members are read once, for a group's list of them only grows."""

    def __init__(self, mentions: Sequence[Mention], names: Mapping[int, Name], groups: Groups) -> None:
        self._mentions, self._names, self._groups = mentions, names, groups
        self._of: dict[int, Profile] = {}

    def of(self, i: int) -> Profile:
        """The profile of the group that mention ``i`` is in."""
        members = self._groups.members(i)
        profile = self._of.setdefault(self._groups.leader(i), Profile())
        for j in members[profile.read :]:
            mention = self._mentions[j]
            if mention.name is not None and self._names[j].full:
                profile.forms.setdefault(mention.name.text)
            profile.titles |= title_classes(mention)
            if mention.gender is not None:
                profile.genders[mention.gender] += 1
            start = profile.first.get(mention.document)
            if start is None or mention.span.start < start:
                profile.first[mention.document] = mention.span.start
        profile.read = len(members)
        return profile
