"""What the outlets of a case are called: the dossier shows them in its reader's language."""

from __future__ import annotations

from collections.abc import Sequence

from isnad.lang.outlets import OutletTable
from isnad.model import Analysis


def outlet_names(analyses: Sequence[Analysis], table: OutletTable) -> dict[str, dict[str, str]]:
    """The names of the outlets that stand in chains, by their id and language; languages without a name are left out.

    A case may bring its own table, so the ids alone would tell an exporter nothing.
    """
    links = (link for analysis in analyses for chain in analysis.chains for link in chain.links)
    found = {}
    for key in sorted({link.outlet_id for link in links if link.outlet_id}):
        if outlet := table.by_id(key):
            names = {"en": outlet.name_en, "ar": outlet.name_ar, "fa": outlet.name_fa}
            found[key] = {language: name for language, name in names.items() if name}
    return found
