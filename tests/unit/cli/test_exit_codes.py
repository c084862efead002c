"""Exit codes: one table in the code, the same in the README, the same for every format."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from support import ROOT, Command

from mcred_lint.cli.exit_codes import MEANINGS, ExitCode, of_error, of_submission, worst
from mcred_lint.errors import NoSubmission, RubricErrors, UsageError
from mcred_lint.findings import (
    Basis,
    ComponentReport,
    ComponentStatus,
    CriterionReport,
    Finding,
    Severity,
    Status,
    SubmissionReport,
    SubmissionStatus,
)

ARTIFACT = ("Developing", "Basic", "Proficient")
PART = ("Not passing", "Passing")


def part(
    level: str | None, scale: tuple[str, ...] = ARTIFACT, status: ComponentStatus = ComponentStatus.JUDGED
) -> ComponentReport:
    return ComponentReport("part", "Part", scale, scale[-1], status, level, None, (), None, ())


MISSING = part(None, status=ComponentStatus.NOT_SUBMITTED)
UNREAD = part(None, status=ComponentStatus.UNCHECKED)
BLOCKER = CriterionReport("identity", "Identity", Basis.INFERRED, Status.JUDGED, "Found.", blocks=True, failed=True)
UNREAD_FILE = Finding("1", "file", None, Severity.ERROR, "Cannot be read.", "Save it again.", None)
STRAY_FILE = replace(UNREAD_FILE, severity=Severity.NOTE)


def submission(status: str, *components: ComponentReport, **rest: object) -> SubmissionReport:
    base = SubmissionReport("s", "", SubmissionStatus(status), None, 0, 0, (), components, (), ())
    return replace(base, **rest)  # type: ignore[arg-type]


READY = submission("ready", part("Proficient"), part("Passing", PART))

CASES = {
    "ready": (READY, None, 0),
    "a part below": (submission("not ready", part("Basic")), None, 1),
    "a part below, but not below what was asked": (submission("not ready", part("Basic")), "Basic", 0),
    "below what was asked": (submission("not ready", part("Developing"), part("Proficient")), "Basic", 1),
    "the level of another scale does not excuse this one": (
        submission("not ready", part("Not passing", PART), part("Basic")),
        "Basic",
        1,
    ),
    "another scale at its passing level": (submission("not ready", part("Passing", PART), part("Basic")), "Basic", 0),
    "a blocker is not excused by a low bar": (submission("not ready", part("Basic"), criteria=(BLOCKER,)), "Basic", 1),
    "not submitted": (submission("incomplete", MISSING, part("Proficient")), None, 1),
    "not submitted counts as the lowest": (submission("incomplete", MISSING, part("Proficient")), "Developing", 0),
    "not submitted is below anything else": (submission("incomplete", MISSING), "Basic", 1),
    "could not be checked": (submission("could not be checked", UNREAD), None, 3),
    "could not be checked, whatever the bar": (submission("could not be checked", UNREAD), "Developing", 3),
    "could not be checked and something below: the higher wins": (
        submission("could not be checked", UNREAD, part("Developing")),
        "Basic",
        3,
    ),
    "a file that is needed could not be read": (
        submission("not ready", part("Developing"), findings=(UNREAD_FILE,)),
        None,
        3,
    ),
    "a stray file that nothing needs": (replace(READY, findings=(STRAY_FILE,)), None, 0),
    "failed inside": (submission("could not be checked", error="failed"), None, 3),
}


@pytest.mark.parametrize(("report", "fail_under", "code"), CASES.values(), ids=CASES)
def test_the_code_of_a_submission(report: SubmissionReport, fail_under: str | None, code: int) -> None:
    assert of_submission(report, fail_under) == code


@pytest.mark.parametrize(
    ("codes", "winner"),
    [((0, 0), 0), ((0, 1), 1), ((1, 3, 0), 3), ((3, 2, 1), 2), ((0, 130), 130), ((), 3)],
)
def test_of_several_the_highest_of_2_3_1_wins(codes: tuple[int, ...], winner: int) -> None:
    assert worst(map(ExitCode, codes)) == winner


@pytest.mark.parametrize(
    ("error", "code"), [(UsageError("wrong"), 2), (RubricErrors("r.yaml", ()), 2), (NoSubmission("nothing"), 3)]
)
def test_the_code_of_a_run_that_could_not_begin(error: UsageError | RubricErrors | NoSubmission, code: int) -> None:
    assert of_error(error) == code


def test_the_readme_has_the_same_table() -> None:
    rows = re.findall(r"^\| \**(\d+)\** \| (.+?) \|$", (ROOT / "README.md").read_text("utf-8"), re.MULTILINE)
    assert {int(code): meaning for code, meaning in rows} == {code.value: meaning for code, meaning in MEANINGS.items()}


def test_the_code_is_the_same_for_every_format(command: Command) -> None:
    example = ROOT / "examples" / "basic"
    assert command("check", example).code == command("check", example, "--format", "json").code == 1


def test_whoever_only_wants_the_report_gets_zero(command: Command) -> None:
    ran = command("check", ROOT / "examples" / "basic", "--exit-zero")
    assert ran.code == 0
    assert "NOT READY" in ran.out


def test_exit_zero_does_not_hide_that_nothing_was_found(command: Command) -> None:
    assert command("check", "no-such-folder", "--exit-zero").code == 3
