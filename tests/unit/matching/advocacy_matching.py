"""Small submissions made from text, recognised and matched with the bundled advocacy rubric."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest
import yaml
from submissions import advocacy
from support import ROOT

from mcred_lint.document.blocks import Document
from mcred_lint.matching.component import match_component
from mcred_lint.matching.content import ComponentContent, PlaceContent
from mcred_lint.matching.materials.find import Folder
from mcred_lint.matching.recognition.recognise import Recognition, recognise
from mcred_lint.rubric.language import load_language
from mcred_lint.submission.readers import read

Case = dict[str, Any]


def cases(name: str) -> list[Any]:
    """The named cases of a file below tests/cases, each as a parameter; `wrong` says why one is known to be read wrongly."""
    data: dict[str, Case] = yaml.safe_load((ROOT / "tests" / "cases" / name).read_text(encoding="utf-8"))
    return [pytest.param(case, id=title, marks=_marks(case)) for title, case in data.items()]


def _marks(case: Case) -> list[pytest.MarkDecorator]:
    return [pytest.mark.xfail(reason=case["wrong"], strict=True)] if "wrong" in case else []


def documents(files: Mapping[str, str]) -> list[Document]:
    """The files as their readers give them, in the order of their paths."""
    return [read(path, text.encode(), load_language()) for path, text in sorted(files.items())]


def recognised(files: Mapping[str, str]) -> Recognition:
    rubric = advocacy()
    return recognise(documents(files), rubric.components, rubric.containers, load_language())


def matched(component: str, files: Mapping[str, str]) -> ComponentContent:
    """What the files hold for one component."""
    read_files = documents(files)
    rubric, language = advocacy(), load_language()
    found = recognise(read_files, rubric.components, rubric.containers, language)
    folder = Folder({document.path: document for document in read_files})
    return match_component(component, rubric.components[component], found.of(component), folder, language)


def place(address: str, files: Mapping[str, str]) -> PlaceContent:
    """What the files hold for a place such as "outline.sessions"."""
    component, key = address.split(".")
    return matched(component, files).places[key]
