"""`rubric test`: cases are tried as they are written, and no case passes by a slip of the pen."""

from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path

import pytest
import yaml
from support import ROOT, Command, Ran

from mcred_lint.rubric.bundled import CASES, bundled_rubrics

OWN = ROOT / "examples" / "own-rubric" / "book-study.yaml"
SHIPPED = [Path(path) for _, _, path in bundled_rubrics()]
PLAN = "# Book study plan\\n\\n## Reading list\\n\\n- Hammond, Z. Reading. Corwin, 2014."


def cases(*lines: str) -> str:
    return "\n".join(("mcred-lint-cases: 1", "rubric: book-study", "cases:", *lines)) + "\n"


def case(expect: str, more: str = "", name: str = "a promise", submission: str = f'"{PLAN}"') -> str:
    return cases(
        f"  - name: {name}", f"    submission: {submission}", *([more] if more else []), f"    expect: {expect}"
    )


@pytest.fixture
def tried(command: Command, tmp_path: Path) -> object:
    def run(text: str, *options: str) -> Ran:
        file = tmp_path / "own.cases.yaml"
        file.write_text(text, "utf-8")
        return command("rubric", "test", OWN, "--cases", file, "--no-made", *options)

    return run


# ---- what is shipped -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("rubric", SHIPPED, ids=lambda path: path.stem)
def test_cases_of_bundled_rubrics_need_nothing_that_is_not_installed(rubric: Path) -> None:
    cases_ = yaml.safe_load(rubric.with_suffix(CASES).read_text("utf-8"))["cases"]
    folders = [case["folder"] for case in cases_ if "folder" in case]
    installed = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["hatch"]["build"]["targets"][
        "wheel"
    ]
    assert set(installed["force-include"]) == {"rubrics", "examples"}
    assert all(folder.startswith("../examples/") and (rubric.parent / folder).is_dir() for folder in folders)


def test_cases_are_found_beside_the_rubric(command: Command) -> None:
    ran = command("rubric", "test", OWN, "--no-made")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == "4 cases: all as expected.\n"


def test_submissions_made_from_the_rubric_are_tried_beside_the_cases(command: Command) -> None:
    ran = command("rubric", "test", OWN)
    assert (ran.code, ran.err) == (0, "")
    assert re.fullmatch(r"4 cases: all as expected, and \d\d made from the rubric: all as expected\.\n", ran.out)


def test_without_cases_those_that_are_made_are_tried_and_a_beginning_is_given(command: Command, tmp_path: Path) -> None:
    rubric = tmp_path / "mine.yaml"
    rubric.write_bytes(OWN.read_bytes())
    ran = command("rubric", "test", rubric)
    assert ran.code == 0
    assert re.fullmatch(r"No written cases, and \d\d made from the rubric: all as expected\.\n", ran.out)
    assert f"there is no file {tmp_path / 'mine.cases.yaml'}" in ran.err and "mcred-lint-cases: 1" in ran.err


def test_what_cannot_be_made_is_named_with_the_coverage(command: Command) -> None:
    out = command("rubric", "test", "nea-advocacy", "--coverage").out
    assert "artifacts.present, Developing:" in out


def test_cases_in_a_submission_are_no_part_of_it(command: Command, tmp_path: Path) -> None:
    (tmp_path / "plan.md").write_text("# Book study plan\n\nThe plan is still being made by the two of us.\n")
    (before,) = json.loads(command("check", tmp_path, "--rubric", OWN, "--format", "json").out)["submissions"]
    (tmp_path / "book-study.cases.yaml").write_bytes(OWN.with_suffix(CASES).read_bytes())
    (after,) = json.loads(command("check", tmp_path, "--rubric", OWN, "--format", "json").out)["submissions"]
    assert after["components"] == before["components"]
    assert [file["path"] for file in after["files"]] == ["plan.md", "book-study.cases.yaml"]
    assert "cases of a rubric" in after["files"][1]["ignored_because"]


# ---- what comes of a case --------------------------------------------------------------------------------------------

HOLDS = [
    "{ready: false}",
    "{status: could not be checked}",
    "{levels: {plan.books: Growing}}",
    "{levels: {plan: could not be checked, plan.hours: could not be checked, plan.questions: for a person}}",
    "{measured: {plan.books: 1}}",
    "{measured: {plan.books: [1, 1]}}",
    "{findings: [{criterion: plan.books}]}",
    "{findings: [{criterion: plan.books, severity: error, says: 1 SOURCE found}]}",
    "{no-findings: [file]}",
]
FAILS = [
    ("{ready: true}", "the submission: expected ready; found could not be checked."),
    ("{status: incomplete}", "the submission: expected incomplete; found could not be checked."),
    ("{levels: {plan.books: Leading}}", "plan.books: expected Leading; found Growing."),
    ("{levels: {plan: Growing}}", "plan: expected Growing; found could not be checked."),
    ("{measured: {plan.books: 2}}", "plan.books: expected 2 sources; found 1 source."),
    ("{measured: {plan.books: [1, 2]}}", "plan.books: expected 1 to 2 sources; found 1 source."),
    ("{measured: {plan.hours: 3 h 35}}", "expected 3 h 35;"),
    ("{findings: [{criterion: plan.books, severity: note}]}", "plan.books: expected a finding (note); found error"),
    ("{findings: [{criterion: plan.books, says: 7 sources}]}", 'expected a finding that says "7 sources"; found error'),
    ("{findings: [{criterion: file}]}", "file: expected a finding; found none."),
    ("{no-findings: [plan.books]}", "plan.books: expected no finding; found error"),
]


@pytest.mark.parametrize("expect", HOLDS)
def test_what_is_so_is_as_expected(expect: str, tried: Command) -> None:
    ran = tried(case(expect))
    assert (ran.code, ran.out, ran.err) == (0, "1 case: as expected.\n", "")


@pytest.mark.parametrize(("expect", "said"), FAILS)
def test_what_is_not_so_is_told_with_what_was_found(expect: str, said: str, tried: Command) -> None:
    ran = tried(case(expect))
    assert ran.code == 1
    assert said in " ".join(ran.out.split())
    assert "own.cases.yaml:4\n" in ran.out
    assert ran.out.endswith("\n1 case: 0 as expected, 1 not.\n")


def test_a_failed_case_gives_the_reason_of_the_report_once(tried: Command) -> None:
    ran = tried(case("{levels: {plan.books: Leading}, measured: {plan.books: 3}}"))
    assert " ".join(ran.out.split()).count("Leading needs at least 3 sources.") == 1


def test_quiet_leaves_names_places_and_the_verdict(tried: Command) -> None:
    lines = tried(case("{ready: true}"), "--quiet").out.splitlines()
    assert lines[0] == "- a promise"
    assert lines[1].endswith("own.cases.yaml:4")
    assert lines[2:] == ["", "1 case: 0 as expected, 1 not."]


def test_a_case_may_be_files_or_a_folder_beside_the_cases(tried: Command, tmp_path: Path) -> None:
    (tmp_path / "small").mkdir()
    (tmp_path / "small" / "plan.md").write_text(PLAN.replace("\\n", "\n"), "utf-8")
    text = cases(
        "  - name: files",
        f'    files: {{a.md: "{PLAN}", b/book study plan.yaml: "books: [One, Two]"}}',
        "    expect: {measured: {plan.books: 3}}",
        "  - {name: folder, folder: small, expect: {measured: {plan.books: 1}}}",
        "  - {name: nothing, files: {}, expect: {levels: {plan: not submitted}}}",
    )
    assert tried(text).out == "3 cases: all as expected.\n"


def test_a_case_may_expect_that_something_is_not_asked_for_where_a_condition_says_so(
    command: Command, tried: Command, tmp_path: Path
) -> None:
    condition = "{measure: {kind: count, of: books, unit: book}, at_least: 2, otherwise: One book needs no hours.}"
    rubric = tmp_path / "conditional.yaml"
    rubric.write_text(
        OWN.read_text("utf-8").replace(
            "measure: {kind: hours", f"only_if: {condition}\n        measure: {{kind: hours"
        ),
        "utf-8",
    )
    text = case("{levels: {plan.hours: not required}}")
    rubric.with_suffix(CASES).write_text(text, "utf-8")
    assert command("rubric", "test", rubric, "--no-made").out == "1 case: as expected.\n"
    assert 'plan.hours cannot be "not required"' in tried(text).err


def test_years_are_counted_back_from_the_reference_date_of_a_case(command: Command, tmp_path: Path) -> None:
    file = tmp_path / "years.cases.yaml"
    source = '"# Research\\n\\n## Sources\\n\\n1. Bus county schools (2015). Buses."'
    for date, years in (("2026-06-30", 11), ("2030-01-01", 15)):
        text = case(f"{{measured: {{research.decade: {years}}}}}", f"    reference-date: {date}", submission=source)
        file.write_text(text.replace("book-study", "nea-advocacy"), "utf-8")
        assert command("rubric", "test", "nea-advocacy", "--cases", file).code == 0


def test_text_of_a_case_reaches_the_terminal_without_its_codes(tried: Command) -> None:
    ran = tried(case("{ready: true}", name='"red \\e[31m alert"'))
    assert ran.code == 1
    assert "\x1b" not in ran.out + ran.err
    assert "alert" in ran.out


# ---- faulty files ----------------------------------------------------------------------------------------------------

FAULTY = [
    ("mcred-lint-cases: 1", "1:1: The key \"rubric\" is missing in the file."),
    ("", "1:1: The file is empty."),
    ("- a", "1:1: This is no list of cases."),
    (cases().replace("cases:\n", "cases: []\n"), "3:1: The list of cases is empty."),
    (case("{ready: false}").replace("book-study", "book-stud"), '2:9: These cases are for the rubric "book-stud"; they are tried on "book-study".'),
    (case("{ready: false}").replace("cases: 1", "cases: 2"), '1:19: "mcred-lint-cases" cannot be "2".'),
    (case("{}"), '6:5: The case "a promise" expects nothing, so nothing is tried.'),
    (case("{levels: {}, findings: []}"), "expects nothing"),
    (case("{redy: false}"), '6:14: There is no key "redy" in "expect" of entry 1 of "cases". allowed: ready,'),
    (case("{ready: perhaps}"), "is either true or false."),
    (case("{levels: {plann.books: Growing}}"), '6:23: The rubric has no component or criterion "plann.books". Did you mean "plan.books"?'),
    (case("{levels: {books: Growing}}"), 'no component or criterion "books". Did you mean "plan.books"?'),
    (case("{levels: {plan.books: Growin}}"), 'plan.books cannot be "Growin". allowed: Leading, Growing, Starting, could not be checked, not submitted Did you mean "Growing"?'),
    (case("{levels: {plan.books: advice only}}"), 'plan.books cannot be "advice only".'),
    (case("{levels: {plan.questions: Growing}}"), 'plan.questions cannot be "Growing". allowed: for a person, not submitted'),
    (case("{measured: {plan.books: many}}"), "a number such as 5, 1/2, 50 % or 4 h is needed here."),
    (case("{measured: {plan.questions: 1}}"), 'The rubric has no criterion with a measure "plan.questions".'),
    (case("{measured: {plan.books: [3, 1]}}"), "The range of plan.books begins above its end."),
    (case("{findings: [{criterion: bookz}]}"), '6:26: The rubric has no component or criterion "bookz".'),
    (case("{findings: [{criterion: plan, severity: bad}]}"), 'cannot be "bad". allowed: error, warning, note'),
    (case("{no-findings: [identity]}"), 'no component or criterion "identity"'),
    (case("{ready: false}", "    files: {a.md: x}"), "has submission and files; a case is one submission."),
    (case("{ready: false}", "    reference-date: June"), "a day such as 2026-06-30 is needed here."),
    (cases("  - {name: a, expect: {ready: false}}"), '4:5: The case "a" has no submission.'),
    (cases(*["  - {name: a, submission: b, expect: {ready: false}}"] * 2), '5:12: There is a case "a" already, in line 4.'),
    (cases("  - {name: a, folder: nowhere, expect: {ready: false}}"), "4:23: There is no file or folder"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "said"), FAULTY)
def test_a_faulty_file_is_told_with_its_place(text: str, said: str, tried: Command) -> None:
    ran = tried(text)
    assert (ran.code, ran.out) == (2, "")
    assert said in " ".join(ran.err.split())


def test_all_faults_are_told_at_once(tried: Command) -> None:
    text = cases(
        "  - {name: a, submision: x, expect: {ready: false}}",
        "  - {name: b, submission: x, expect: {levels: {plann: Growing}}}",
        "  - {name: c, submission: x, expect: {}}",
    )
    err = tried(text).err
    assert "own.cases.yaml has 3 problems." in err
    assert [line.split(":")[1] for line in err.splitlines() if line.startswith("/")] == ["4", "5", "6"]


def test_without_cases_there_is_a_beginning_that_can_be_used(command: Command, tmp_path: Path) -> None:
    rubric = tmp_path / "mine.yaml"
    rubric.write_bytes(OWN.read_bytes())
    ran = command("rubric", "test", rubric, "--no-made")
    assert (ran.code, ran.out) == (2, "")
    assert f"there is no file {tmp_path / 'mine.cases.yaml'}" in ran.err
    beginning = ran.err[ran.err.index("    mcred-lint-cases") :]
    (tmp_path / "mine.cases.yaml").write_text("\n".join(line[4:] for line in beginning.splitlines()), "utf-8")
    assert command("rubric", "test", rubric, "--no-made").out == "1 case: as expected.\n"


def test_a_faulty_rubric_is_told_as_always(command: Command, tmp_path: Path) -> None:
    rubric = tmp_path / "mine.yaml"
    rubric.write_text(OWN.read_text("utf-8").replace("basis: counted", "basis: countd"), "utf-8")
    ran = command("rubric", "test", rubric)
    assert ran.code == 2
    assert 'cannot be "countd"' in ran.err


# ---- coverage --------------------------------------------------------------------------------------------------------


def test_coverage_names_what_was_never_seen_and_what_would_show_it(tried: Command) -> None:
    said = " ".join(tried(case("{levels: {plan.books: Growing}}"), "--coverage").out.split())
    assert "plan.books Leading never, Growing 1, Starting never" in said
    assert "plan.books was never seen met. Leading needs at least 3 sources; add a case that does." in said
    assert "plan.hours was never seen met nor not met." in said
    assert "0 of 2 criteria were seen both met and not met." in said
    assert "plan.questions" not in said


@pytest.mark.parametrize(
    "expect", ["{ready: false}", "{measured: {plan.books: 1}}", "{levels: {plan: could not be checked}}"]
)
def test_what_merely_happens_in_a_case_is_not_covered(expect: str, tried: Command) -> None:
    said = " ".join(tried(case(expect), "--coverage").out.split())
    assert "plan.books Leading never, Growing never, Starting never" in said


def test_a_case_that_failed_has_shown_nothing(tried: Command) -> None:
    said = " ".join(tried(case("{levels: {plan.books: Leading}}"), "--coverage").out.split())
    assert "plan.books Leading never, Growing never, Starting never" in said


def test_coverage_fits_60_columns(command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    out = command("rubric", "test", OWN, "--coverage").out
    assert "2 of 2 criteria were seen both met and not met." in out
    assert max(map(len, out.splitlines())) <= 60
