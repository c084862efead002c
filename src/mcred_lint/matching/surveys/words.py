"""What a rubric says about a survey, made ready to be asked: which title announces what, what is no question, what
sums up."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import PurePosixPath

from mcred_lint.matching.specs import QuestionsPlace, ResponsesPlace
from mcred_lint.text.folding import bare_words, fold
from mcred_lint.text.names import NameTable
from mcred_lint.text.phrases import index, only_phrases
from mcred_lint.text.placeholders import PlaceholderWords

FORM, COMPLETED, ONE = "form", "completed", "one"
"""What a title may announce: the survey itself, the completed ones, one of them."""

TITLE_WORDS = 10
"""A longer line names no respondent."""

MANY_NUMBERS = 2
"""A paragraph with more numbers, outside the answers, counts them up."""

_COUNT = r"(?:[ #:,.()-]{0,3}(?:no\.? ?|number )?\d{1,3}|[ #:,.()-]{1,3}(?:[ivx]{1,4}|[a-z]))(?![\w'])"
_NUMBERS = re.compile(r"(?<![\w.,:/-])\d{1,4}(?![\w:/]|[.,-]\d)")
_NO_FORM = QuestionsPlace.model_validate({"kind": "questions", "title": ""})
_NO_COMPLETED = ResponsesPlace.model_validate({"kind": "responses", "title": "", "of": "", "called": ()})


@dataclass(frozen=True)
class SurveyWords:
    """The rubric's two descriptions, of the survey and of the completed ones, and the language's template words."""

    placeholders: PlaceholderWords
    form: QuestionsPlace = _NO_FORM
    completed: ResponsesPlace = _NO_COMPLETED

    @cached_property
    def _titles(self) -> NameTable:
        return NameTable({FORM: self.form.names, COMPLETED: self.completed.names})

    @cached_property
    def _files(self) -> NameTable:
        return NameTable({COMPLETED: self.completed.files, FORM: self.form.files})

    @cached_property
    def _metadata(self) -> NameTable:
        return NameTable({"metadata": self.form.metadata, "respondent": self.completed.called})

    def announces(self, title: str) -> str | None:
        """FORM, COMPLETED, ONE, or None for a title that says nothing of a survey."""
        if len(title.split()) > TITLE_WORDS:
            return None
        keys = self._titles.keys(title)
        if keys:
            return COMPLETED if COMPLETED in keys else FORM
        return ONE if self.names_one(title) else None

    def file_announces(self, path: str) -> str | None:
        """The same for a file's name or one of the folders it stands in, the nearest first."""
        parts = PurePosixPath(path)
        for name in (parts.stem, *(folder for folder in reversed(parts.parts[:-1]))):
            keys = self._files.keys(name)
            if keys:
                return keys[0]
        return None

    def names_one(self, title: str) -> bool:
        """Whether a title names one respondent: "Response 2", "Teacher B's form", "Completed survey, first", "P3"."""
        folded = fold(title).strip(" \t\n*_#:.-")
        if not folded or len(folded.split()) > TITLE_WORDS:
            return False
        counted, code = _patterns(self.completed.called)
        if code.fullmatch(folded) or any(_ends_title(folded, found) for found in counted.finditer(folded)):
            return True
        return bare_words(title).startswith(self._leads)

    @cached_property
    def _called(self) -> frozenset[str]:
        return frozenset(map(bare_words, self.completed.called))

    @cached_property
    def _leads(self) -> tuple[str, ...]:
        """Names of a completed survey in several words: what follows them names the respondent."""
        forms = set(map(bare_words, self.form.names))
        return tuple(f"{name} " for name in self._called if " " in name and name not in forms)

    def calls_respondent(self, title: str) -> bool:
        """Whether a key is nothing but a word for a respondent: `participant`."""
        return bare_words(title) in self._called

    def is_metadata(self, prompt: str) -> bool:
        """Whether a prompt asks who somebody is, or when and where: the rubric's list, or one word for a respondent."""
        return bool(self._metadata.keys(prompt.strip(" *_.:")))

    def is_about_person(self, prompt: str) -> bool:
        """The same of a whole line of a form: "Name: ____", "School (optional)?"."""
        return self.is_metadata(prompt) or self.is_metadata(prompt.partition(":")[0].rstrip(" _?"))

    def is_field(self, prompt: str) -> bool:
        """Whether a line behind a number asks who somebody is: there, a word for a respondent may be an answer."""
        return "metadata" in self._metadata.keys(prompt.partition(":")[0].strip(" *_.:?"))

    def is_scale(self, string: str) -> bool:
        """Whether a text is made of nothing but answer options of a scale."""
        words = index(string).words
        return bool(words) and self._scale_words.issuperset(words) and only_phrases(string, self.form.scale)

    @cached_property
    def _scale_words(self) -> frozenset[str]:
        return frozenset(word for phrase in self.form.scale for word in index(phrase).words)

    def is_summary(self, string: str) -> bool:
        """Whether a text has the words of a summary."""
        folded = " ".join(fold(string).split())
        return any(pattern.search(folded) for pattern in _summary_patterns(self.completed.summaries))

    def sums_up(self, string: str) -> bool:
        """Whether a text outside the answers has the words of a summary, or counts again and again."""
        return len(_NUMBERS.findall(string)) > MANY_NUMBERS or self.is_summary(string)


@lru_cache(maxsize=64)
def _patterns(called: tuple[str, ...]) -> tuple[re.Pattern[str], re.Pattern[str]]:
    words = "|".join(re.escape(fold(word)) for word in sorted(called, key=len, reverse=True)) or r"(?!)"
    counted = re.compile(rf"(?<!\w)(?:{words})(?:'s)?s?(?P<count>{_COUNT})")
    initials = "".join(sorted({fold(word)[:1] for word in called if word})) or "!"
    return counted, re.compile(rf"[{re.escape(initials)}][ -]?\d{{1,2}}")


def _ends_title(title: str, found: re.Match[str]) -> bool:
    """A number counts; a letter only where it ends the title or a sign follows: not in "survey a colleague"."""
    rest = title[found.end() :]
    return found["count"][-1].isdigit() or not rest.strip() or not rest.lstrip()[0].isalnum()


@lru_cache(maxsize=64)
def _summary_patterns(phrases: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    """Of phrases in which a free-standing `*` stands for one word, and `%` for itself."""
    return tuple(re.compile(r"[\W_]{0,2}\s".join(_tokens(phrase.split()))) for phrase in phrases)


def _tokens(tokens: Iterable[str]) -> Iterable[str]:
    for token in tokens:
        if token == "*":
            yield r"[^\s]{1,20}"
        elif token == "%":
            yield r"\d\s?%"
        else:
            yield r"(?<!\w)" + re.escape(fold(token.rstrip("*"))) + ("" if token.endswith("*") else r"(?!\w)")
