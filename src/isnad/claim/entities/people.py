"""People of a case: full names are joined across scripts, and short ones to the one full name that they can mean."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from isnad.claim.entities.groups import Groups
from isnad.claim.entities.match import SURE, Match, allowance, is_sure, same_name, unclear
from isnad.claim.entities.parts import Name, parse
from isnad.claim.entities.profiles import Profiles
from isnad.claim.entities.propose import proposed
from isnad.claim.entities.sounds import is_arabic, skeleton
from isnad.claim.entities.titles import title_classes
from isnad.claim.entities.words import given_names
from isnad.model.entity import Mention
from isnad.text.fold import fold_key

MOST_SUGGESTED = 4
"""With more possible people than these a suggestion helps nobody."""


class People:
    """Groups of person mentions (by number). ``suggestions`` are pairs of mention numbers with score and reason."""

    def __init__(self, mentions: Sequence[Mention], numbers: Iterable[int]) -> None:
        self.mentions = mentions
        self.names = {i: parse(m.name.text) for i in numbers if (m := mentions[i]).name is not None}
        self.groups = Groups()
        self._profiles = Profiles(mentions, self.names, self.groups)
        self.suggestions: list[tuple[int, int, float, str]] = []
        self._forms: dict[str, list[int]] = defaultdict(list)
        for i in sorted(self.names):
            self._forms[_text(mentions[i])].append(i)

    def join(self) -> None:
        """Join everything that can be joined, from the surest down."""
        full = [form for form, members in self._forms.items() if is_full(self.names[members[0]])]
        self._join_full(full)
        self._join_aliases()
        self._join_short()

    def _join_full(self, forms: list[str]) -> None:
        for form in forms:
            first = self._forms[form][0]
            self.groups.add(first, "full name", 1.0)
            for other in self._forms[form][1:]:
                self.groups.attach(other, first, "the same full name", 1.0)
        matches = sorted(
            ((same_name(a, b), a, b) for a, b in proposed({f: self.names[self._forms[f][0]] for f in forms})),
            key=lambda found: (-found[0].score, found[1], found[2]),
        )
        written = {form: self.mentions[self._forms[form][0]].language for form in forms}
        doubtful = unclear([(a, b) for match, a, b in matches if match.level == "sure"], written)
        for match, a, b in matches:
            if match.level == "sure" and (a in doubtful or b in doubtful):
                match = match._replace(level="suggest", reason="a name that several people of the case may have")
            self._join_pair(match, self._forms[a][0], self._forms[b][0])

    def _join_pair(self, match: Match, a: int, b: int) -> None:
        if match.level == "no" or self.groups.same(a, b):
            return
        if match.level == "sure" and not self._apart(a, b):
            self.groups.merge(a, b, match.reason, match.score)
        elif self._plausible(match, a, b):
            self.suggestions.append((a, b, match.score, match.reason))

    def _plausible(self, match: Match, a: int, b: int) -> bool:
        """In one document the beginning or the family name of a fuller name is the same person's short form."""
        short = match.reason.startswith(("one name is the beginning", "one name is the family name"))
        if short and self.mentions[a].document == self.mentions[b].document and not self._apart(a, b):
            self.groups.merge(a, b, "short form of a fuller name in the same document", 0.9)
            return False
        return True

    def _apart(self, a: int, b: int) -> bool:
        """Whether joining would put two names into one group that cannot be one person's.

        Two transcriptions of a foreign name may look apart where each agrees with the name in Latin letters.
        """
        left, right = self._profiles.of(a).forms, self._profiles.of(b).forms
        spelt = [form for form in (*left, *right) if not is_arabic(form)]
        return any(
            same_name(x, y).level == "no" and not any(is_sure(x, form) and is_sure(form, y) for form in spelt)
            for x in left
            for y in right
        )

    def _join_aliases(self) -> None:
        """A second name that a text gives («المعروف بأبي ليث») names the same person in the whole case."""
        given: dict[str, set[int]] = defaultdict(set)
        for i, mention in enumerate(self.mentions):
            if mention.alias is not None and i in self.names and self.groups.known(i):
                given[mention.alias.text].add(self.groups.leader(i))
        for form, members in self._forms.items():
            name = self.names[members[0]]
            if is_full(name):
                continue
            owners = {o for alias, found in given.items() if _same_alias(form, alias) for o in found}
            owners = {self.groups.leader(o) for o in owners}
            if len(owners) == 1:
                owner = owners.pop()
                for i in members:
                    self.groups.attach(i, owner, f"given in the case as a second name ({form})", 0.95)
            elif owners:
                self._suggest(members[0], owners, "second name of several people")

    def _join_short(self) -> None:
        index = _Bearers(self)
        left: dict[str, list[int]] = defaultdict(list)
        for form, members in self._forms.items():
            if self.groups.known(members[0]):
                continue
            for i in members:
                if not self._place_short(i, index):
                    left[form].append(i)
        self._join_rest(left)

    def _place_short(self, i: int, index: _Bearers) -> bool:
        """Attach a short name to its one bearer; True when that is done or put before a person."""
        mention = self.mentions[i]
        titled = self._by_title(i, index)
        if titled is not None:
            self.groups.attach(i, titled, "family name and kind of title of one person in the case", 0.9)
            return True
        for scope, reason, score in ((mention.document, "in the same document", 0.95), ("", "in the case", 0.9)):
            found = index.bearers(i, scope)
            if not found:
                continue
            if len(found) > 1:
                found = self._narrowed(i, found, scope)
            if len(found) == 1:
                owner, how = found.popitem()
                if how == "first name" and not scope and not self._title_agrees(i, owner):
                    self._suggest(i, {owner}, "bare first name of one person in the case")
                    return False
                self.groups.attach(i, owner, f"{how} of one person {reason}", score)
                return True
            self._suggest(i, set(found), f"{len(found)} people {reason} have this name")
            return False
        return False

    def _by_title(self, i: int, index: _Bearers) -> int | None:
        """The one bearer in the case whose titles agree, where others of his name have none like it."""
        mention = self.mentions[i]
        found = index.bearers(i, "")
        if mention.title is None or len(found) < 2:
            return None
        agreeing = [o for o, how in found.items() if how == "family name" and self._title_agrees(i, o)]
        return agreeing[0] if len(agreeing) == 1 else None

    def _narrowed(self, i: int, found: dict[int, str], scope: str) -> dict[int, str]:
        """Of several bearers those that title and gender leave, or the one who alone was named before."""
        mention = self.mentions[i]
        kept = {o: how for o, how in found.items() if not self._genders_differ(i, o)}
        if mention.title is not None or mention.role is not None:
            agreeing = {o: how for o, how in kept.items() if self._title_agrees(i, o)}
            kept = agreeing or kept
        if len(kept) > 1:
            kept = {o: how for o, how in kept.items() if how == "family name"} or kept
        if len(kept) > 1 and scope:
            before = {o: how for o, how in kept.items() if self._named_before(o, mention)}
            kept = before if len(before) == 1 else {o: kept[o] for o in self._usual(kept, mention.document)} or kept
        return kept

    def _usual(self, owners: Iterable[int], document: str) -> list[int]:
        """Whom the family name alone has meant in the document so far, where the others are named in passing, once:
        «Haddar, who is no relation of Salim al-Haddar, said … Haddar added …»."""
        named = {o: [j for j in self.groups.members(o) if self.mentions[j].document == document] for o in owners}
        usual = [o for o, members in named.items() if any(not is_full(self.names[j]) for j in members)]
        return usual if len(usual) == 1 and all(len(named[o]) == 1 for o in named if o not in usual) else []

    def _named_before(self, owner: int, mention: Mention) -> bool:
        return self._profiles.of(owner).first.get(mention.document, mention.span.start) < mention.span.start

    def _genders_differ(self, i: int, owner: int) -> bool:
        mention = self.mentions[i]
        # A surname may be a first name too («منصور»): alone it tells no gender, its title does.
        gender = mention.gender if mention.title is not None or len(self.names[i].parts) > 1 else None
        other = self._profiles.of(owner).gender
        return gender is not None and other is not None and gender != other

    def _title_agrees(self, i: int, owner: int) -> bool:
        return not self._profiles.of(owner).titles.isdisjoint(title_classes(self.mentions[i]))

    def _suggest(self, i: int, owners: set[int], reason: str) -> None:
        if len(owners) <= MOST_SUGGESTED:
            self.suggestions += [(i, owner, 0.5, reason) for owner in sorted(owners)]

    def _join_rest(self, left: dict[str, list[int]]) -> None:
        """Short names that no full name stands for: one entity for each name."""
        leaders: list[tuple[str, int]] = []
        for form, members in left.items():
            first = members[0]
            self.groups.add(first, "only this short name in the case", 0.8)
            for i in members[1:]:
                self.groups.attach(i, first, "the same short name", 0.8)
            leaders.append((form, first))
        forms = {form: self.names[first] for form, first in leaders}
        numbers = dict(leaders)
        for a, b in proposed(forms):
            match = same_name(a, b)
            if match.level == "no" or self.groups.same(numbers[a], numbers[b]):
                continue
            if match.score >= 0.69 and not self._genders_differ(numbers[a], numbers[b]):
                self.groups.merge(numbers[a], numbers[b], "the same short name in another spelling", 0.8)
            else:
                self.suggestions.append((numbers[a], numbers[b], match.score, match.reason))


class _Bearers:
    """Who may be meant by one part of a name: full names by the skeletons of their last and first parts."""

    def __init__(self, people: People) -> None:
        self._people = people
        self._by_part: dict[tuple[str, str], dict[tuple[str, int], int]] = defaultdict(dict)
        """Part and document (empty: the case) → how a group has the part, and a member that has it."""
        for i, name in people.names.items():
            if not people.groups.known(i) or not is_full(name):
                continue
            document, leader = people.mentions[i].document, people.groups.leader(i)
            for part, how in ((name.parts[-1], "family name"), (name.parts[0], "first name")):
                if how == "family name" and (name.patronymic or name.house):
                    continue  # a house («آل سعيد») has many members: its name alone is nobody's
                for scope in (document, ""):
                    self._by_part[part, scope].setdefault((how, leader), i)
        self._by_skeleton: dict[str, list[str]] = defaultdict(list)
        for part in dict.fromkeys(part for part, _ in self._by_part):
            self._by_skeleton[skeleton(part)].append(part)
        self._close: dict[str, list[str]] = {}

    def bearers(self, i: int, document: str) -> dict[int, str]:
        """Leader → which part of the name agrees, within a document or (empty) the case."""
        name = self._people.names[i]
        if not name.parts:
            return {}
        found: dict[int, str] = {}
        for part in self._close_parts(name.parts[-1]):
            for (how, leader), member in self._by_part.get((part, document), {}).items():
                if how == "first name" and not self._first_alone(i):
                    continue
                if how == "family name" and self._first_name_of_another(i, member):
                    continue
                if found.get(leader) != "family name":
                    found[leader] = how
        return found

    def _first_name_of_another(self, i: int, member: int) -> bool:
        """«فيصل» is a first name, the family is called «الفيصل»."""
        word, family = (_text(self._people.mentions[j]).split()[-1] for j in (i, member))
        return family.startswith("ال") and not word.startswith("ال") and fold_key(word) in given_names("ar")

    def _first_alone(self, i: int) -> bool:
        """A first name alone stands for its bearer behind a title («الكابتن بهروز») only."""
        return self._people.mentions[i].title is not None

    def _close_parts(self, part: str) -> list[str]:
        if part not in self._close:
            self._close[part] = [other for other in self._by_skeleton[skeleton(part)] if allowance(part, other) <= SURE]
        return self._close[part]


def is_full(name: Name) -> bool:
    """Whether a name has two parts or more, initials counted."""
    return name.full


def gender_of_group(mentions: Sequence[Mention], members: Iterable[int]) -> str | None:
    """The gender that most mentions of a group show, when one does."""
    counted = Counter(gender for j in members if (gender := mentions[j].gender) is not None)
    return counted.most_common(1)[0][0] if counted else None


def _same_alias(form: str, alias: str) -> bool:
    if form == alias:
        return True
    a, b = parse(form), parse(alias)
    if a.kunya and b.kunya:
        return allowance(a.kunya, b.kunya) <= SURE and not (a.parts or b.parts)
    return bool(a.parts and b.parts) and len(a.parts) == len(b.parts) and same_name(form, alias).score >= 0.69


def _text(mention: Mention) -> str:
    assert mention.name is not None
    return mention.name.text
