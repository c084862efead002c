"""Links: which share of a list's entries has a web link. Nothing is fetched."""

from __future__ import annotations

from mcred_lint.matching.content import Entries
from mcred_lint.measures.measurement import Measurement, Remark
from mcred_lint.measures.specs import Links
from mcred_lint.measures.texts import item
from mcred_lint.measures.view import View
from mcred_lint.text.phrases import first_phrase
from mcred_lint.wording import part_of


def links(spec: Links, view: View) -> Measurement:
    """The share of entries with a link, among those that could have one."""
    content = view.content(spec.of)
    if not isinstance(content, Entries) or not content.entries:
        return Measurement.exactly(0, "share", whole=1, found=False, place=view.place_of(spec.of))
    entries = [entry for entry in content.entries if entry.duplicate_of is None]
    linked = [entry for entry in entries if entry.links]
    offline = [entry for entry in entries if not entry.links and first_phrase(entry.text.string, spec.leave_out)]
    lacking = [entry for entry in entries if not entry.links and entry not in offline]
    remarks = [
        Remark(f"no link: {item(entry.text).text}", "Add the web address, if it is online.", entry.place)
        for entry in lacking
    ]
    share = len(linked) / len(linked + lacking) if linked or lacking else 1.0
    return Measurement.exactly(
        share, "share", whole=1, noun="entries that could have one", said=f"{part_of(len(linked), len(linked + lacking))} entries have a link",
        items=tuple(item(entry.text, place=entry.place, note=entry.links[0]) for entry in linked),
        left_out=tuple(item(entry.text, place=entry.place, note="print or oral, needs no link") for entry in offline),
        missing=tuple(item(entry.text, place=entry.place) for entry in lacking),
        remarks=tuple(remarks), place=view.place_of(spec.of),
    )  # fmt: skip
