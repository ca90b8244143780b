"""Sorting rows of several integer columns, as fast as numpy sorts plain numbers."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from isnad.text.tokens import I64, U64

Column = npt.NDArray[np.int64] | npt.NDArray[np.int32]


def order_by(*columns: Column) -> I64:
    """The stable order of rows by these columns."""
    return group_by(*columns)[0]


def group_by(*columns: Column) -> tuple[I64, I64]:
    """The stable order of rows by these columns, and where in that order each group of equal rows begins.

    Columns and row number are packed into one 64-bit number: numpy sorts numbers ten times as fast as it finds
    their order, and the row number is read off the sorted numbers.  Columns that do not fit are sorted by first.
    """
    rows = len(columns[0])
    if not rows:
        return np.empty(0, dtype=np.int64), np.empty(0, dtype=np.int64)
    packed, left_over = _packed(columns)
    if left_over == len(columns):
        # Numbers so large that not even one column fits.
        order = np.lexsort(columns[::-1])
        return order, first_of_groups(*(column[order] for column in columns))
    before = None
    if left_over:
        before = order_by(*columns[len(columns) - left_over :])
        packed, _ = _packed(tuple(column[before] for column in columns[: len(columns) - left_over]))
    packed.sort()
    row_bits = np.uint64((rows - 1).bit_length())
    first = first_of_groups(packed >> row_bits)
    packed &= (np.uint64(1) << row_bits) - np.uint64(1)
    order = packed.view(np.int64)
    if before is None:
        return order, first
    order = before[order]
    return order, first_of_groups(*(column[order] for column in columns))


def _packed(columns: tuple[Column, ...]) -> tuple[U64, int]:
    """As many of the columns as fit beside the row number, and how many are left over."""
    rows = len(columns[0])
    row_bits = (rows - 1).bit_length()
    room = 64 - row_bits
    packed: U64 = np.zeros(rows, dtype=np.uint64)
    done = 0
    for column in columns:
        least = int(column.min())
        bits = (int(column.max()) - least).bit_length()
        if bits > room:
            break
        room -= bits
        done += 1
        packed <<= np.uint64(bits)
        packed |= (column - least).astype(np.uint64)
    packed <<= np.uint64(row_bits)
    packed |= np.arange(rows, dtype=np.uint64)
    return packed, len(columns) - done


def first_of_groups(*columns: npt.NDArray[np.generic]) -> I64:
    """The first rows of groups of equal rows that stand together."""
    rows = len(columns[0])
    if not rows:
        return np.empty(0, dtype=np.int64)
    new = np.zeros(rows, dtype=np.bool_)
    new[0] = True
    for column in columns:
        new[1:] |= column[1:] != column[:-1]
    return np.flatnonzero(new)


def sizes_of(first: I64, rows: int) -> I64:
    """The sizes of groups that begin at ``first``."""
    return np.diff(first, append=rows)
