"""Links: which share of a list's entries has a web link. Nothing is fetched."""

from __future__ import annotations

from mcred_lint.matching.content import Entries, Entry
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
    unlinked = [entry for entry in entries if not entry.links]
    offline = [entry for entry in unlinked if first_phrase(entry.text.string, spec.leave_out)]
    lacking = [entry for entry in unlinked if entry not in offline]
    could = len(linked) + len(lacking)
    return Measurement.exactly(
        len(linked) / could if could else 1.0,
        "share",
        whole=1,
        noun="entries that could have one",
        said=f"{part_of(len(linked), could)} entries have a link",
        items=tuple(item(entry.text, place=entry.place, note=entry.links[0]) for entry in linked),
        left_out=tuple(item(entry.text, place=entry.place, note="print or oral, needs no link") for entry in offline),
        missing=tuple(item(entry.text, place=entry.place) for entry in lacking),
        remarks=tuple(map(_add_address, lacking)),
        place=view.place_of(spec.of),
    )


def _add_address(entry: Entry) -> Remark:
    return Remark(f"no link: {item(entry.text).text}", "Add the web address, if it is online.", entry.place)
