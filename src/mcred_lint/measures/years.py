"""Years: how far back the texts reach."""

from __future__ import annotations

from collections.abc import Iterator

from mcred_lint.document.text import Text
from mcred_lint.findings import Item
from mcred_lint.matching.content import Entries
from mcred_lint.measures.measurement import Measurement
from mcred_lint.measures.specs import Years
from mcred_lint.measures.texts import item
from mcred_lint.measures.view import View
from mcred_lint.text.years import spans_back, years_in
from mcred_lint.wording import count


def years(spec: Years, view: View) -> Measurement:
    """The years between the earliest year spoken of and the latest (or the reference date). No year found is an outcome of its own."""
    found = [pair for of in spec.of for pair in _mentioned(of, view)]
    place = next((where for of in spec.of if (where := view.place_of(of))), None)
    back = max((length for of in spec.of for text in view.texts(of) for length in _spans(text, view)), default=0.0)
    if not found and not back:
        return Measurement(0, None, "year", found=False, unclear="no year was found", place=place)
    latest = view.reference_year or max((year for year, _ in found), default=0)
    earliest, text = min(found, key=lambda pair: pair[0]) if found else (latest, None)
    items: tuple[Item, ...] = (item(text, note=str(earliest)),) if text is not None else ()
    reach = max(latest - earliest, back)
    said = f"the matters reach back {count(reach, 'year')}" + (
        f", from {earliest} to {latest}" if found and latest - earliest >= back else ""
    )
    return Measurement.exactly(reach, "year", items=items, said=said, place=place)


def _mentioned(of: str, view: View) -> Iterator[tuple[int, Text]]:
    content = view.content(of)
    texts = [entry.text for entry in content.entries] if isinstance(content, Entries) else view.texts(of)
    for text in texts:
        for mention in years_in(text.string, view.language.general):
            yield mention.year, text


def _spans(text: Text, view: View) -> Iterator[float]:
    yield from (span.years for span in spans_back(text.string, view.language.spans))
