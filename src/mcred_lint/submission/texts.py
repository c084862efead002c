"""A submission made of texts, without a folder: the cases of a rubric, the templates it gives."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from mcred_lint.submission.discover import Submission, put_together
from mcred_lint.text.language import Language


def submission_of(id_: str, files: Mapping[str, str | bytes], language: Language) -> Submission:
    """The submission that a folder with these files would give: their contents by path, with forward slashes."""
    return put_together(id_, _in_order(files), language, [])


def laid_over(before: Submission, changes: Submission) -> Submission:
    """A submission with the files of another one added, or put in the place of those with the same path."""
    documents = {document.path: document for document in (*before.documents, *changes.documents)}
    return replace(before, documents=tuple(documents[path] for path in sorted(documents)), digest="")


def _in_order(files: Mapping[str, str | bytes]) -> Iterator[tuple[str, bytes]]:
    for path, content in sorted(files.items()):
        yield path, content.encode() if isinstance(content, str) else content
