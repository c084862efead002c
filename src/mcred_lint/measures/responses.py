"""Responses: how many completed surveys count."""

from __future__ import annotations

from mcred_lint.findings import Item
from mcred_lint.matching.content import Response, Responses
from mcred_lint.measures.measurement import Measurement, Remark
from mcred_lint.measures.specs import ResponsesMeasure
from mcred_lint.measures.texts import item, named_item
from mcred_lint.measures.view import View

LEAST_COPIED_WORDS = 4
"""Shorter free texts ("very useful") may well be the same by chance."""


def responses(spec: ResponsesMeasure, view: View) -> Measurement:
    """The number of surveys with at least `answered` of their questions answered; blank forms, copies and summaries are none."""
    content = view.content(spec.of)
    place = view.place_of(spec.of)
    if not isinstance(content, Responses):
        return Measurement.exactly(0, "completed survey", found=False, place=place)
    if content.behind_link is not None and not content.responses:
        reason = f"the completed surveys stand behind a link ({content.behind_link.target}) and links are not opened"
        return Measurement(0, None, "completed survey", unreadable=reason, place=content.behind_link.place)
    counted: list[Response] = []
    left_out: list[Item] = []
    remarks: list[Remark] = []
    for response in content.responses:
        why_not = _why_not(response, counted, spec)
        if why_not:
            left_out.append(named_item(response.label, response.place, note=why_not))
            continue
        twin = next(
            (other for other in counted if response.ticks and other.ticks == response.ticks and not response.free_text),
            None,
        )
        if twin is not None:
            remarks.append(
                Remark(
                    f"{response.label} has the same ticks as {twin.label}",
                    "Check that it is not a copy.",
                    response.place,
                )
            )
        counted.append(response)
    left_out += [item(text, note="a summary, not a completed survey") for text in content.summaries]
    items = tuple(
        named_item(r.label, r.place, value=r.answered, note=f"{r.answered} of {r.asked} questions answered")
        for r in counted
    )
    return Measurement.exactly(
        len(counted),
        "completed survey",
        items=items,
        left_out=tuple(left_out),
        remarks=tuple(remarks),
        found=bool(content.responses),
        place=place,
    )


def _why_not(response: Response, counted: list[Response], spec: ResponsesMeasure) -> str | None:
    if response.answered == 0:
        return "a blank form: no question is answered"
    if response.asked and response.answered < spec.answered * response.asked:
        return f"{response.answered} of {response.asked} questions answered: too few"
    for other in counted:
        same = response.free_text and response.free_text == other.free_text
        if same and len(response.free_text.split()) >= LEAST_COPIED_WORDS:
            return f"the same text as {other.label}"
    return None
