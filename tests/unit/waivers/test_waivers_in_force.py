"""A waiver holds for what it names and as long as it says; one that comes to nothing is told."""

from __future__ import annotations

from datetime import date

import pytest
from submissions import advocacy

from mcred_lint.findings import Basis, CriterionReport, Status, Waived
from mcred_lint.waivers.loader import load_waivers
from mcred_lint.waivers.waivers import Waivers

FILE = """\
mcred-lint-waivers: 1
waivers:
  - {criterion: identity, submission: "*", reason: for all, by: me}
  - {criterion: identity, submission: river, reason: for one, by: me, until: 2026-05-31}
  - {criterion: placeholders, submission: "Z\u00fcrich", reason: said, by: me}
"""


def waivers(reference: str | None = None) -> Waivers:
    return load_waivers("w.yaml", FILE.encode(), advocacy(), date.fromisoformat(reference) if reference else None)


def row(id_: str, status: Status = Status.JUDGED, waived: Waived | None = None) -> CriterionReport:
    return CriterionReport(id_, id_, Basis.COUNTED, status, "", waived=waived)


def reason(found: Waived | None) -> str | None:
    return found.reason if found else None


@pytest.mark.parametrize(
    ("criterion", "submission", "wanted"),
    [
        ("identity", "river", "for one"),
        ("identity", "lake", "for all"),
        ("placeholders", "river", None),
        ("placeholders", "Zu\u0308rich", "said"),
        ("research.sources", "river", None),
    ],
)
def test_it_holds_for_what_it_names(criterion: str, submission: str, wanted: str | None) -> None:
    assert reason(waivers().waived(criterion, submission)) == wanted


@pytest.mark.parametrize(
    ("reference", "wanted"), [("2026-05-30", "for one"), ("2026-05-31", "for one"), ("2026-06-01", "for all")]
)
def test_it_holds_through_its_last_day(reference: str, wanted: str) -> None:
    assert reason(waivers(reference).waived("identity", "river")) == wanted


def test_without_a_reference_date_it_holds_and_says_that_its_end_was_not_checked() -> None:
    undated, dated = waivers().waived("identity", "river"), waivers("2026-05-01").waived("identity", "river")
    assert undated is not None and undated.note is not None and "not checked" in undated.note
    assert dated is not None and dated.note is None


def test_a_used_one_is_not_told() -> None:
    file = waivers()
    rows = [row("identity", waived=file.waived("identity", "river")), row("placeholders")]
    assert not list(file.of_submission("river", rows))


@pytest.mark.parametrize(
    ("reference", "status", "says"),
    [
        (None, Status.JUDGED, "holds nothing back"),
        (None, Status.NOT_SUBMITTED, "not submitted"),
        ("2026-06-01", Status.JUDGED, "ended on 2026-05-31, before the reference date 2026-06-01"),
    ],
)
def test_one_that_came_to_nothing_is_a_warning_with_its_place(reference: str | None, status: Status, says: str) -> None:
    (told,) = waivers(reference).of_submission("river", [row("identity", status), row("placeholders")])
    assert says in told.message and told.fix
    assert (told.severity, str(told.place)) == ("warning", "w.yaml:4:5")


def test_the_run_tells_what_no_submission_can() -> None:
    file = waivers()
    told = {
        str(one.place): one.message for one in file.of_run(["river", "lake"], [row("identity"), row("placeholders")])
    }
    assert told.keys() == {"w.yaml:3:5", "w.yaml:5:5"}
    assert "in any submission" in told["w.yaml:3:5"] and "has the name" in told["w.yaml:5:5"]


def test_one_for_all_is_used_when_one_submission_needs_it() -> None:
    file = waivers()
    rows = [row("identity"), row("identity", waived=file.waived("identity", "lake"))]
    assert "w.yaml:3:5" not in {str(one.place) for one in file.of_run(["river", "lake"], rows)}
