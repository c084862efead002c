"""Responses: how many completed surveys count."""

from __future__ import annotations

from collections import Counter

from mcred_lint.findings import Item
from mcred_lint.matching.content import Response, Responses
from mcred_lint.measures.measurement import Measurement, Remark
from mcred_lint.measures.specs import ResponsesMeasure
from mcred_lint.measures.texts import item, named_item
from mcred_lint.measures.view import View

LEAST_COPIED_WORDS = 4
"""Shorter free texts ("very useful") may well be the same by chance."""

BLANK = "a blank form: no question is answered"

LONG_TEXT = 10
"""Longer free texts are copies as well where nearly all of their words are the same."""

NEARLY_ALL = 0.9


def responses(spec: ResponsesMeasure, view: View) -> Measurement:
    """The number of surveys with at least `answered` of their questions answered; blank forms, copies and summaries
    are none."""
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
        notes=(content.note,) if content.note and counted else (),
        found=bool(content.responses),
        place=place,
    )


def _why_not(response: Response, counted: list[Response], spec: ResponsesMeasure) -> str | None:
    if response.answered == 0:
        return "nothing but the same few words at every question" if response.texts else BLANK
    if response.asked and response.answered < spec.answered * response.asked:
        return f"{response.answered} of {response.asked} questions answered: too few"
    for other in counted:
        shared = _shared_words(response.free_text.split(), other.free_text.split())
        if shared == 1:
            return f"the same text as {other.label}"
        if shared is not None:
            return f"nearly the same text as {other.label}: {shared:.0%} of the words"
    return None


def _shared_words(words: list[str], others: list[str]) -> float | None:
    """The share of words that two free texts have in common, in any order; None where they are no copies."""
    shorter = min(len(words), len(others))
    if shorter < LEAST_COPIED_WORDS:
        return None
    both = sum((Counter(words) & Counter(others)).values())
    share = 2 * both / (len(words) + len(others))
    return share if share >= (NEARLY_ALL if shorter >= LONG_TEXT else 1) else None
