"""The example of a measure's page, tried: what it finds in the files that stand beside it."""

from __future__ import annotations

from mcred_lint.authoring.reference.prose import Prose
from mcred_lint.findings import Measured
from mcred_lint.rubric.language import load_language
from mcred_lint.rubric.model import Rubric
from mcred_lint.rubric.values import plain
from mcred_lint.rubric.word_lists import WordLists
from mcred_lint.service import check
from mcred_lint.sources.yaml import parse
from mcred_lint.submission.texts import submission_of

REFERENCE_YEAR = 2026


def tried(prose: Prose) -> Measured:
    """What the example's measure finds. Raises ValueError when the example is none."""
    language = load_language()
    submission = submission_of("example", prose.files, language)
    report = check(submission, _rubric(prose.rubric), language, REFERENCE_YEAR)
    measured = report.components[0].criteria[0].measured
    if measured is None:
        raise ValueError(f"nothing is measured: {report.components[0].criteria[0].reason}")
    return measured


def _rubric(text: str) -> Rubric:
    """A rubric around places and a measure: one component, called Work."""
    root = parse("example.yaml", text).root
    if root is None:
        raise ValueError(f"this is no YAML: {text}")
    written = plain(root, WordLists({}))
    criterion = {"title": "It", "basis": "counted", "set_by": "issuer", "measure": written["measure"]}
    criterion["advise"] = {"at_least": 1, "message": "Less than one."}
    component = {"title": "Work", "scale": "level", "names": ["work"], "places": written["places"]}
    return Rubric.model_validate({
        "mcred-lint-rubric": 1, "id": "example", "version": "1", "title": "Example", "description": "-", "issuer": "-",
        "scales": {"level": {"levels": ["Low", "High"], "passing": "High"}}, "main_scale": "level",
        "components": {"work": {**component, "criteria": {"it": criterion}}},
    })  # fmt: skip
