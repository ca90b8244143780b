"""The names of the outlets in the chains of a case."""

from __future__ import annotations

from pathlib import Path

import msgspec
from dossier.cases import small

from isnad.model import Chain, Link
from isnad.pipeline.outlets import outlet_names
from isnad.text.outlets import load_outlets


def test_names_of_outlets_in_chains_come_from_the_table_of_the_case(tmp_path: Path) -> None:
    table = tmp_path / "outlets.tsv"
    columns = "name_en\tname_ar\tname_fa\tkind\tcountry\towner\taliases\tdomain"
    table.write_text(f"{columns}\nThe Quay Herald\tذا كواي هيرالد\t\tnewspaper\tNahran\t\t\t\n", encoding="utf-8")
    outlets = load_outlets((table,))
    known = outlets.find("The Quay Herald")
    assert known is not None
    first = small().analyses[0]
    link = Link("The Quay Herald", "outlet", None, outlet_id=known.id)
    chain = Chain("st:1", first.document.id, (link, Link("nobody", "citation", None, "o:none")), "r", "r", False)
    analysis = msgspec.structs.replace(first, chains=(chain,))
    assert outlet_names((analysis,), outlets) == {known.id: {"en": "The Quay Herald", "ar": "ذا كواي هيرالد"}}
