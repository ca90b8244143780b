"""Which «از» of a clause begins what is told, and which only says who somebody is or what he did by the way."""

from __future__ import annotations

import re

from isnad.extract.fa import lexicon as lx

FROM = re.compile(
    r"\bاز (?!سوي|جمله|طريق|اين رو)(?<!بعد از )(?<!پس از )(?<!يكي از )(?<!برخي از )(?<!بسياري از )"
    r"(?:(?<!پيش از )(?<!قبل از )|(?<=(?:هفته|چندي) .{3} از )|(?<=(?:\bروز|\bماه|\bسال) .{3} از ))"
)
_MEMBERS = re.compile(
    r"(?:[^\s,]+(?:ندگان|گران|سازان)|اعضاي|فرماندهان|مسيولان|مديران|چهرههاي|نمايندگان|مقامات|مقامهاي)\b"
)


_RECEIVED = ("رسيده ", "دريافتي ")  # «گزارش‌های رسیده از نیلاب»
_SETTING = re.compile(r"\b(?:ضمن|با|پس از|در) [^,]*$")


def which_from(key: str, start: int, found: re.Match[str], end: int) -> re.Match[str]:
    """«نادر پارسا از سازندگان پل، از گرانی … خبر داد»: the first «از» says who he is, the one after the comma what; or
    the first tells what he did by the way («ضمن بازدید از پل، از گرانی …»)."""
    comma = key.find(",", found.end(), end)
    if key.endswith(_RECEIVED, 0, found.start()):
        return FROM.search(key, found.end(), end) or found
    if comma >= 0 and key.startswith(", از ", comma) and _SETTING.search(key, start, found.start()):
        return FROM.search(key, comma, end) or found
    many = (role := lx.ROLE.match(key, found.end(), end)) and lx.ROLES.get(role.group(), {}).get("number") == "p"
    if comma < 0 or not (many or _MEMBERS.match(key, found.end(), end)):
        return found
    return FROM.search(key, comma, end) or found
