"""Lists under one attribution: a cue whose block ends with a colon covers the items that follow."""

from __future__ import annotations

import re

from isnad.extract.ar.content import OURS, clipped
from isnad.extract.ar.frame import Frame
from isnad.extract.base import Block
from isnad.extract.quotes import Quote

_ITEM = re.compile(r"\s*(?:[_\-•*–▪●]+|\(?\d{1,2}[).\-])")


def read_lists(key: str, frames: list[Frame], blocks: list[Block], number: int, quote_at: dict[int, Quote]) -> None:
    """Extend the last statement of a block over the list items or quotations in the blocks after it."""
    if not frames:
        return
    _continued(frames, blocks, number, quote_at)
    block = blocks[number]
    end = block.end
    while end > block.start and key[end - 1] in " \n":
        end -= 1
    if key[end - 1] != ":":
        return
    last = number
    while last + 1 < len(blocks) and _is_item(key, blocks[last + 1]):
        last += 1
    if last == number:
        _next_quotation(key, frames, blocks, number, quote_at)
        return
    content = clipped(key, blocks[number + 1].start, blocks[last].end)
    outer = [frame for frame in frames if frame.zone == 0 and frame.breaks is not None]
    for frame in reversed(outer or frames):
        if frame.intro and frame.cue_class != "according":
            frame.content = [content]
            # Items that nothing quotes and in which nobody says "we" are told in the report's words.
            frame.intro = "colon" if content[0] in quote_at or OURS.search(key, *content) else "list"
            frame.reasons.append("list under one attribution")
            return


def _next_quotation(
    key: str, frames: list[Frame], blocks: list[Block], number: int, quote_at: dict[int, Quote]
) -> None:
    """«وقالت الوزيرة:» at the end of a paragraph, and the quotation as the next one."""
    frame = frames[-1]
    if number + 1 >= len(blocks) or frame.content or frame.intro != "colon":
        return
    quote = quote_at.get(blocks[number + 1].start)
    if quote is None or key[frame.start : blocks[number].end].strip():
        return
    frame.content = [(quote.start, quote.end)]
    _continued([frame], blocks, number + 1, quote_at)


def _is_item(key: str, block: Block) -> bool:
    return block.kind == "list_item" or _ITEM.match(key, block.start, block.end) is not None


def _continued(frames: list[Frame], blocks: list[Block], number: int, quote_at: dict[int, Quote]) -> None:
    """A quotation over several paragraphs: each opens with a mark again, the last closes."""
    for frame in frames:
        if len(frame.content) != 1:
            continue
        quote = quote_at.get(frame.content[0][0])
        at = number
        while quote is not None and quote.repair == "continued" and at + 1 < len(blocks):
            at += 1
            quote = quote_at.get(blocks[at].start)
            if quote is not None:
                frame.content = [(frame.content[0][0], quote.end)]
