"""Values of a text: dates, durations, counts, prices, shares, distances, ages and ordinals, each with its span."""

from isnad.claim.values.anniversaries import resolve_dates
from isnad.claim.values.read import read_values
from isnad.claim.values.row import value_row

__all__ = ["read_values", "resolve_dates", "value_row"]
