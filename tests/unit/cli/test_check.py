"""`check` on the command line: what it accepts, what it refuses before it reads, and what it says."""

from __future__ import annotations

import json
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from support import ROOT, Command

from mcred_lint import service
from mcred_lint.findings import SubmissionReport

CHECK = "mcred_lint.cli.check_run.check"

EXAMPLE = ROOT / "examples" / "basic"

BROKEN_RUBRIC = """\
mcred-lint-rubric: 1
id: broken
titel: A title with a slip
scales: {level: {levels: [Low, High], passing: Highest}}
components:
  part: {title: Part, scale: levels, names: [part], places: {}, criteria: {one: {title: One, basis: countd, set_by: issuer}}}
"""

WRONG_USE = {
    "no path": (["check"], "PATH"),
    "an unknown option": (["check", EXAMPLE, "--frmat", "json"], "--format"),
    "an unknown command": (["chek", EXAMPLE], "chek"),
    "an empty path": (["check", ""], "empty"),
    "a forgotten command": ([EXAMPLE], f"mcred-lint check {EXAMPLE}"),
    "an unknown format": (["check", EXAMPLE, "--format", "jsn"], 'Did you mean "json"?'),
    "two formats for the screen": (["check", EXAMPLE, "--format", "text", "--format", "json"], "json=report.json"),
    "a format without its file": (["check", EXAMPLE, "--format", "json="], "json=report.json"),
    "an output for nothing": (["check", EXAMPLE, "--format", "json=a.json", "--output", "b.txt"], "--output"),
    "the same file twice": (["check", EXAMPLE, "--format", "json=a", "--format", "text=./a"], "file of its own"),
    "a folder that is not there to write to": (["check", EXAMPLE, "--output", "nowhere/a.txt"], "nowhere"),
    "an unknown level": (["check", EXAMPLE, "--fail-under", "Proficent"], 'Did you mean "Proficient"?'),
    "a date that is none": (["check", EXAMPLE, "--reference-date", "31.3.2026"], "2026-03-31"),
    "an unknown colour": (["check", EXAMPLE, "--color", "alwys"], 'Did you mean "always"?'),
    "an unknown rubric": (["check", EXAMPLE, "--rubric", "nea-advocasy"], 'Did you mean "nea-advocacy"?'),
    "a rubric file that is not there": (["check", EXAMPLE, "--rubric", "no/rubric.yaml"], "no/rubric.yaml"),
    "wrong use comes before a missing folder": (["check", "no-such-folder", "--format", "jsn"], "json"),
    "an unknown level comes before a missing folder": (
        ["check", "no-such-folder", "--fail-under", "Proficent"],
        "Proficient",
    ),
}


@pytest.mark.parametrize(("arguments", "told"), WRONG_USE.values(), ids=WRONG_USE)
def test_wrong_use_is_told_on_stderr_with_a_way_out(
    arguments: list[str], told: str, command: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    ran = command(*arguments)
    assert (ran.code, ran.out) == (2, "")
    assert told in ran.err
    assert "Traceback" not in ran.err
    assert not list(tmp_path.iterdir())


def test_everything_wrong_with_a_rubric_is_told_at_once(command: Command, tmp_path: Path) -> None:
    rubric = tmp_path / "broken.yaml"
    rubric.write_text(BROKEN_RUBRIC)
    ran = command("check", EXAMPLE, "--rubric", rubric)
    assert (ran.code, ran.out) == (2, "")
    for expected in (
        f"{rubric}:3:1:",
        'Did you mean "title"?',
        "countd",
        "allowed: counted, inferred, person",
        "version",
    ):
        assert expected in ran.err
    assert " problems." in ran.err


def nothing_there(folder: Path) -> Path:
    return folder / "no-such-folder"


def empty(folder: Path) -> Path:
    (folder / "empty").mkdir()
    return folder / "empty"


def only_hidden(folder: Path) -> Path:
    empty(folder).joinpath(".DS_Store").write_bytes(b"\0")
    return folder / "empty"


def only_a_link_out(folder: Path) -> Path:
    empty(folder).joinpath("research.md").symlink_to("/etc/hostname")
    return folder / "empty"


def a_pipe(folder: Path) -> Path:
    os.mkfifo(folder / "research.md")
    return folder / "research.md"


@pytest.mark.parametrize("make", [nothing_there, empty, only_hidden, only_a_link_out, a_pipe])
def test_where_there_is_no_submission_it_says_so_and_exits_with_3(
    make: object, command: Command, tmp_path: Path
) -> None:
    path = make(tmp_path)  # type: ignore[operator]
    ran = command("check", path)
    assert (ran.code, ran.out) == (3, "")
    assert path.name in ran.err


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_folder_that_may_not_be_read_is_no_empty_one(command: Command, tmp_path: Path) -> None:
    folder = empty(tmp_path)
    folder.chmod(0)
    try:
        ran = command("check", folder)
    finally:
        folder.chmod(stat.S_IRWXU)
    assert ran.code == 3
    assert "cannot be opened" in ran.err


def test_a_missing_submission_does_not_keep_the_others_back(command: Command) -> None:
    ran = command("check", "no-such-folder", ROOT / "examples" / "proficient")
    assert ran.code == 3
    assert "no-such-folder" in ran.err
    assert ran.out.startswith("proficient")


def test_a_folder_with_only_a_readme_is_incomplete(command: Command, tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text("# My portfolio\n\nComing soon.\n")
    ran = command("check", tmp_path)
    assert ran.code == 1
    assert "INCOMPLETE" in ran.out


def test_a_file_that_is_not_text_costs_no_more_than_itself(command: Command, tmp_path: Path) -> None:
    (tmp_path / "research.md").write_bytes(bytes(range(256)) * 20)
    (tmp_path / "notes.bin").write_bytes(b"\xff\xfe\0\0")
    ran = command("check", tmp_path, "--format", "json")
    assert ran.code == 3
    assert len(json.loads(ran.out)["submissions"][0]["components"]) == 6


def test_a_yaml_file_with_a_syntax_error_is_told_with_its_line(command: Command, tmp_path: Path) -> None:
    (tmp_path / "submission.yaml").write_text("research:\n  sources: [a, b\noutline: x\n")
    ran = command("check", tmp_path)
    assert ran.code in (1, 3)
    assert "submission.yaml:" in ran.out


def test_a_rubric_inside_a_submission_changes_nothing(command: Command, tmp_path: Path) -> None:
    easy = (ROOT / "rubrics" / "nea-advocacy.yaml").read_text("utf-8").replace("at_least: 5}", "at_least: 1}")
    folder = tmp_path / "basic"
    subprocess.run(["cp", "-r", EXAMPLE, folder], check=True)
    before = json.loads(command("check", folder, "--format", "json").out)
    (folder / "nea-advocacy.yaml").write_text(easy)
    (folder / "mcred-lint.toml").write_text('rubric = "nea-advocacy.yaml"\n')
    after = json.loads(command("check", folder, "--format", "json").out)
    assert after["rubric"] == before["rubric"]
    levels = [[part["level"] for part in one["submissions"][0]["components"]] for one in (before, after)]
    assert levels[0] == levels[1]


def test_one_run_writes_several_formats(command: Command, tmp_path: Path) -> None:
    file = tmp_path / "report.json"
    ran = command("check", EXAMPLE, "--format", "text", "--format", f"json={file}")
    assert "NOT READY" in ran.out
    assert json.loads(file.read_text("utf-8"))["format"] == "mcred-lint/report"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600, "it repeats lines of somebody's submission"


def test_output_takes_the_place_of_the_screen(command: Command, tmp_path: Path) -> None:
    ran = command("check", EXAMPLE, "--output", tmp_path / "report.txt", "--color", "always")
    assert ran.out == ""
    written = (tmp_path / "report.txt").read_text("utf-8")
    assert written == command("check", EXAMPLE).out
    assert "\x1b" not in written


@pytest.mark.parametrize("name", ["report.txt", "artifacts/report.txt", "outline.md"])
def test_nothing_is_ever_written_into_a_submission(name: str, command: Command, tmp_path: Path) -> None:
    folder = tmp_path / "basic"
    subprocess.run(["cp", "-r", EXAMPLE, folder], check=True)
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    ran = command("check", folder, "--output", folder / name)
    assert ran.code == 2
    assert {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == before


def test_a_submission_that_is_one_file_is_not_overwritten(command: Command, tmp_path: Path) -> None:
    file = tmp_path / "portfolio.md"
    file.write_text("# Research\n")
    assert command("check", file, "--output", file).code == 2
    assert file.read_text() == "# Research\n"


def test_a_report_that_cannot_be_written_is_told(command: Command) -> None:
    ran = command("check", EXAMPLE, "--format", "text", "--format", "json=/dev/full")
    assert ran.code == 3
    assert "/dev/full could not be written" in ran.err
    assert "NOT READY" in ran.out


def test_each_path_is_one_submission_and_counts_once(
    command: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT / "examples")
    ran = command("check", "basic", "./basic/", EXAMPLE, "one-document/portfolio.md", "--format", "json")
    assert [one["id"] for one in json.loads(ran.out)["submissions"]] == ["basic", "portfolio.md"]


def test_two_folders_of_the_same_name_stay_apart(command: Command, tmp_path: Path) -> None:
    for base in ("a", "b"):
        (tmp_path / base / "mine").mkdir(parents=True)
        (tmp_path / base / "mine" / "research.md").write_text("# Research\n\nText.\n")
    ran = command("check", tmp_path / "a" / "mine", tmp_path / "b" / "mine", "--format", "json")
    assert [one["id"] for one in json.loads(ran.out)["submissions"]] == ["mine", "mine (2)"]


def test_what_influenced_the_result_travels_into_the_report(command: Command) -> None:
    ran = command("check", EXAMPLE, "--format", "json", "--fail-under", "basic", "--reference-date", "2026-03-31")
    options = json.loads(ran.out)["options"]
    assert (options["fail_under"], options["reference_date"]) == ("Basic", "2026-03-31")


def test_a_fault_of_the_tool_costs_one_row_and_no_traceback(command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(submission: object, *rest: object) -> SubmissionReport:
        if getattr(submission, "id", "") == "basic":
            raise RuntimeError("secret text of the author")
        return service.check(submission, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(CHECK, fails)
    ran = command("check", EXAMPLE, ROOT / "examples" / "proficient", "--format", "json")
    failed, fine = json.loads(ran.out)["submissions"]
    assert ran.code == 3
    assert fine["status"] == "ready"
    assert (failed["status"], failed["ready"], failed["level"]) == ("could not be checked", False, None)
    assert len(failed["components"]) == len(fine["components"])
    assert failed["criteria_total"] == fine["criteria_total"]
    assert "secret" not in ran.out + ran.err
    assert "Traceback" not in ran.err
    assert "secret" in command("check", EXAMPLE, "--debug").err


def test_an_interrupted_run_exits_with_130(command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(CHECK, interrupted)
    ran = command("check", EXAMPLE)
    assert (ran.code, ran.out) == (130, "")


def process(*arguments: object, cwd: Path = ROOT, **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "mcred_lint", *map(str, arguments)],
        cwd=cwd,
        env={**os.environ, "PYTHONPATH": str(ROOT / "src"), **environment},
        capture_output=True,
        check=False,
    )


@pytest.mark.parametrize("name", ["every-finding", "proficient-yaml"])
@pytest.mark.parametrize("format", ["text", "json"])
def test_the_same_input_gives_the_same_bytes_everywhere(name: str, format: str, tmp_path: Path) -> None:
    folder = ROOT / "examples" / name
    first = process("check", f"examples/{name}", "--format", format, PYTHONHASHSEED="1", COLUMNS="80")
    again = process("check", folder, "--format", format, cwd=tmp_path, PYTHONHASHSEED="2", COLUMNS="80", LC_ALL="C")
    assert first.returncode == again.returncode
    assert first.stdout == again.stdout
    assert first.stdout


def test_whoever_stops_reading_does_not_break_the_run() -> None:
    shell = f'"{sys.executable}" -m mcred_lint check examples/basic --format json | head -c 1'
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    ran = subprocess.run(["sh", "-c", shell], cwd=ROOT, env=environment, capture_output=True, check=False)
    assert (ran.stdout, ran.stderr) == (b"{", b"")


def test_python_m_is_the_same_command() -> None:
    assert process("--version").stdout.startswith(b"mcred-lint ")


@pytest.mark.parametrize("arguments", [["--version"], ["--help"], ["check", "--help"]])
def test_asking_for_help_imports_nothing_heavy(arguments: list[str]) -> None:
    code = (
        f"import sys; sys.argv[1:] = {arguments!r}\n"
        "from mcred_lint.cli.main import main; main()\n"
        "print(*sorted(sys.modules), file=sys.stderr)"
    )
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    ran = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True)
    loaded = set(ran.stderr.split())
    assert not loaded & {"pydantic", "rich", "yaml", "pyromark", "textstat", "pypdfium2", "mcred_lint.service"}
    assert ("typer" in loaded) == (arguments != ["--version"])
