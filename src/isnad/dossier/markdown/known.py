"""People, places, dates and values in Markdown."""

from __future__ import annotations

from isnad.dossier.amounts import marks_of_all
from isnad.dossier.case import Case
from isnad.dossier.dated import Dated, dates
from isnad.dossier.markdown.escape import escape, isolated, say, table
from isnad.dossier.markdown.names import document_name, entity_text, remark, report_name
from isnad.dossier.naming import bare, entity_name, other_names, own_language, place_country
from isnad.dossier.profiles import Profile, profiles
from isnad.dossier.readings import wordings
from isnad.dossier.spelled import spelled
from isnad.dossier.valued import tables
from isnad.dossier.words import Words, level_of
from isnad.model import DocumentSpan, Suggestion

_MENTIONS = 12
_SUGGESTED = 100
_WORDINGS = 8
_DATES = 400
_ROWS = 200


def entities(case: Case, words: Words) -> list[str]:
    """The index of people, organisations and places, and the pairs that were not joined."""
    lines: list[str] = []
    for kind, members in profiles(case):
        lines += [f"### {words.template(f'entities.{kind}')} ({words.number(len(members))})", ""]
        lines += [line for profile in members for line in _entity(words, profile)]
        lines.append("")
    suggestions = sorted(case.dossier.resolution.suggestions, key=lambda one: (-one.score, one.a, one.b))
    if suggestions:
        lines += [f"### {words.template('entities.suggested')} ({words.number(len(suggestions))})", ""]
        lines += [words.template("entities.suggested_note"), ""]
        lines += [f"- {_suggestion(case, words, one)}" for one in suggestions[:_SUGGESTED]]
        if len(suggestions) > _SUGGESTED:
            lines.append(f"- {words.count('count.not_shown', len(suggestions) - _SUGGESTED)}")
        lines.append("")
    return lines[:-1]


def _entity(words: Words, profile: Profile) -> list[str]:
    entity = profile.entity
    name = entity_name(words, entity)
    head = isolated(words.spelt(name, own_language(entity)) or name)
    names = [isolated(text) for _, text in other_names(words, entity)]
    facts = [*names, *(isolated(role) for role in entity.roles), place_country(words, entity)]
    counted = [words.count("count.mentions", len(entity.joins))]
    if profile.said:
        counted.append(words.count("count.statements", len(profile.said)))
    counted += [say(words, "entities.office", name=entity_text(words, one)) for one in profile.offices]
    shown = " · ".join(fact for fact in [*facts, *counted] if fact)
    lines = [f"- **{head}** {shown}"]
    places = [f"{report_name(report, words)} ×{words.number(len(some))}" for report, some in profile.mentions]
    left = len(places) - _MENTIONS
    tail = f", {words.count('count.further', left)}" if left > 0 else ""
    lines.append(f"  - {words.template('entities.where')}: {', '.join(places[:_MENTIONS])}{tail}")
    if profile.about:
        quotes = " ".join(words.digits(quote.reference) for quote, _ in profile.about[:_MENTIONS])
        lines.append(f"  - {words.template('entities.about')}: {quotes}")
    if entity.authority:
        lines.append(f"  - {words.template('entities.authority')}: {isolated(entity.authority)}")
    return lines


def _suggestion(case: Case, words: Words, one: Suggestion) -> str:
    sides = []
    for key, mention in zip((one.a, one.b), one.mentions, strict=True):
        entity = case.who.entities.get(key)
        sides.append(entity_text(words, entity) if entity else isolated(bare(mention.span.text)))
    pair = say(words, "entities.pair", a=sides[0], b=sides[1])
    level = say(words, "entities.score", level=words.template(f"confidence.{level_of(one.score)}"))
    return f"{pair} ({level}; {remark(case, words, one.reason)})"


def timeline(case: Case, words: Words) -> list[str]:
    """All dates by day, and those that could not be placed."""
    found = dates(case, words)
    lines = [f"- {_date(case, words, one)}" for one in found.dated[:_DATES]]
    if len(found.dated) > _DATES:
        lines.append(f"- {words.count('count.not_shown', len(found.dated) - _DATES)}")
    if found.unresolved:
        lines += [
            "",
            f"### {words.template('timeline.unresolved')}",
            "",
            words.template("timeline.unresolved_note"),
            "",
        ]
        lines += [f"- {_wording(case, words, group)}" for group in wordings(found.unresolved)[:_DATES]]
    return lines


def _date(case: Case, words: Words, one: Dated) -> str:
    named = spelled(words, one.edtf, one.calendar)
    date = escape(named) if named else isolated(one.edtf)
    marks = "".join(f" ({words.template(mark)})" for mark in marks_of_all(one.values))
    subjects = f" {escape(', '.join(one.subjects))}" if one.subjects else ""
    return f"**{date}**{marks}{subjects}: {_all(case, words, wordings(one.spans))}"


def _all(case: Case, words: Words, groups: list[tuple[DocumentSpan, ...]]) -> str:
    shown = "; ".join(_wording(case, words, group) for group in groups[:_WORDINGS])
    left = len(groups) - _WORDINGS
    return f"{shown}; {words.count('values.more_words', left)}" if left > 0 else shown


def _wording(case: Case, words: Words, group: tuple[DocumentSpan, ...]) -> str:
    where = ", ".join(document_name(case, words, one) for one in dict.fromkeys(span.document for span in group))
    return f"“{isolated(group[0].text)}” {where}"


def world(case: Case, words: Words) -> list[str]:
    """The places with a known position."""
    places = [entity for entity in case.who.entities.values() if entity.place is not None]
    rows = []
    for entity in places:
        place = entity.place
        assert place is not None
        position = f"{place.latitude:.2f}, {place.longitude:.2f}"
        count = words.number(len(entity.joins))
        rows.append(f"- **{entity_text(words, entity)}** {place_country(words, entity)} ({position}) ×{count}")
    return [*rows, "", f"*{escape(words.template('map.source'))}*"] if rows else []


def values(case: Case, words: Words) -> list[str]:
    """All values, a table for each concept."""
    lines: list[str] = []
    for one in tables(case, words):
        lines += [f"### {escape(one.title)} ({words.number(one.number)})", ""]
        rows = []
        for row in one.rows[:_ROWS]:
            marks = "".join(f" ({words.template(mark)})" for mark in row.marks)
            text = escape(row.text) if row.text is not None else words.template("values.unsaid")
            rows.append([text + marks, _all(case, words, list(row.wordings))])
        lines += table([words.template("values.value"), words.template("values.words")], rows)
        if len(one.rows) > _ROWS:
            lines += ["", words.count("count.not_shown", len(one.rows) - _ROWS)]
        lines.append("")
    return lines[:-1]
