"""Small submissions matched with components that a test makes up, written as in a rubric."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from mcred_lint.matching.component import match_component
from mcred_lint.matching.content import ComponentContent
from mcred_lint.matching.materials.find import Folder
from mcred_lint.matching.recognition.recognise import recognise
from mcred_lint.matching.specs import Component
from mcred_lint.rubric.language import load_language
from mcred_lint.submission.texts import submission_of


def matched(described: Mapping[str, Any], files: Mapping[str, str]) -> ComponentContent:
    """What the files hold for the component that is described."""
    component, language = Component.model_validate(described), load_language()
    documents = submission_of("made up", files, language).documents
    claims = recognise(documents, {"part": component}, (), language).of("part")
    folder = Folder({document.path: document for document in documents})
    return match_component("part", component, claims, folder, language)
