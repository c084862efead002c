"""Names of people in running text: with a title, with a role, as the author's own, or bare."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from mcred_lint.text.identity.authors import is_author, is_cited_elsewhere, is_dated
from mcred_lint.text.identity.hints import Hint, Kind, Reading
from mcred_lint.text.identity.names import (
    Run,
    Strength,
    capitalised_runs,
    is_given,
    is_ordinary,
    is_surname,
    may_be_name,
    strength,
)
from mcred_lint.text.identity.neighbours import Neighbours
from mcred_lint.text.identity.words import IdentityWords, name_key

_LONGEST_NAME = 5
_LONGEST_LABEL = 60
_TITLE_CASE_SHARE = 0.6


@dataclass(frozen=True, slots=True)
class Person:
    """Words that may name somebody: an optional title, and the words of a run from `first` up to `last`."""

    title: str | None
    start: int
    run: Run
    first: int
    last: int
    strength: Strength

    @property
    def parts(self) -> Run:
        return self.run[self.first : self.last]

    @property
    def end(self) -> int:
        return self.run[self.last - 1].end

    def names(self) -> Iterator[str]:
        """The spellings by which a known person may be listed; the words may go on after what looks like a name."""
        keys = [word.key for word in self.run[self.first : self.first + 4]]
        for length in range(1, len(keys) + 1):
            name = " ".join(keys[:length])
            yield from (name, f"{self.title} {name}", f"{self.title}. {name}")


def people_hints(reading: Reading) -> Iterator[Hint]:
    """One hint at most for each name in the text."""
    for run in capitalised_runs(reading):
        for person in _people(reading.words, run):
            hint = _judge(reading, person)
            if hint:
                yield hint


def _people(words: IdentityWords, run: Run) -> Iterator[Person]:
    index = 0
    while index < len(run):
        title, first = _title(words, run, index)
        last = _end_of_name(words, run, first)
        parts = run[first:last]
        if any(not part.initial and part.key not in words.suffixes for part in parts):
            yield Person(title, run[index].start, run, first, last, strength(words, parts))
        index = max(last, index + 1)


def _title(words: IdentityWords, run: Run, index: int) -> tuple[str | None, int]:
    """The title that begins here, and where the name after it begins."""
    one = run[index].key
    two = f"{one} {run[index + 1].key}" if index + 1 < len(run) else one
    for title, length in ((two, 2), (one, 1)):
        if title in words.job_titles or title in words.public_titles:
            return title, index + length
    return (one, index + 1) if one in words.courtesy_titles or one in words.scholar_titles else (None, index)


def _end_of_name(words: IdentityWords, run: Run, first: int) -> int:
    last = first
    while last < min(len(run), first + _LONGEST_NAME) and may_be_name(words, run[last]):
        if last > first and _title(words, run, last)[0]:
            break
        last += 1
    while last > first + 1 and run[last - 1].initial:
        last -= 1
    return last


def _judge(reading: Reading, person: Person) -> Hint | None:
    """The first rule that has something to say; most are about what stands beside the name."""
    words = reading.words
    if _is_known(words, person) or _is_thing(words, person):
        return None
    for rule in (_self_named, _signed, _titled, _with_role, _bare):
        hint = rule(reading, person)
        if hint:
            return None if _beside(Neighbours.of(words).pseudonym, reading, person, 60) else hint
    return None


def _is_known(words: IdentityWords, person: Person) -> bool:
    """A public person by the whole name, with or without the title; scholars by their surname after "Dr."."""
    scholar = person.title in words.scholar_titles and person.parts[-1].key in _known_surnames(words)
    return scholar or person.title in words.public_titles or not _known(words).isdisjoint(person.names())


def _is_thing(words: IdentityWords, person: Person) -> bool:
    """A neighbour makes the whole the name of something: "the Jordan Ellis Foundation", "Camp Jordan Ellis"."""
    if person.last < len(person.run) and person.run[person.last].key in words.thing_words:
        return True
    before = person.run[person.first - 1].key if person.first else ""
    return person.title is None and (before in words.thing_leads or before in words.public_titles)


def _beside(sign: re.Pattern[str], reading: Reading, person: Person, reach: int) -> bool:
    return any(sign.search(text) for text in (reading.before(person.start, reach), reading.after(person.end, reach)))


def _self_named(reading: Reading, person: Person) -> Hint | None:
    before, beside = reading.before(person.start, 40), Neighbours.of(reading.words)
    stated = beside.name_statement.search(before) is not None
    introduced = beside.introduction.search(before) is not None and (person.title or person.strength >= Strength.WEAK)
    sworn = person.strength and reading.after(person.end, 1) == "," and beside.oath.search(before) is not None
    if not (stated or introduced or sworn):
        return None
    return reading.hint(person.start, person.end, Kind.AUTHOR_NAME, "The text says what its author is called.")


def _signed(reading: Reading, person: Person) -> Hint | None:
    line, beside = reading.line_before(person.start), Neighbours.of(reading.words)
    if len(line) > _LONGEST_LABEL:
        return None
    known = any(is_given(reading.words, part) or is_surname(reading.words, part) for part in person.parts)
    if beside.signature.search(line) or beside.closing.search(reading.before(person.start, 40)):
        kind, why, holds = Kind.AUTHOR_NAME, "The text is signed with a name.", known or person.strength > Strength.NONE
    elif beside.name_label.search(line):
        kind, why, holds = Kind.PARTICIPANT_NAME, "A name is filled in.", known
    elif beside.person_label.search(line):
        cited = is_author(reading, person.start, person.end)
        kind, why = Kind.ROLE_NAME, "A label and a name tell who somebody is."
        holds = person.strength >= Strength.WEAK and not cited
    else:
        return None
    return reading.hint(person.start, person.end, kind, why) if holds else None


def _titled(reading: Reading, person: Person) -> Hint | None:
    words, title = reading.words, person.title
    if title is None:
        return None
    cited = is_author if title in words.scholar_titles else is_dated
    if cited(reading, person.start, person.end) or is_cited_elsewhere(reading, person.parts[-1].start, person.end):
        return None
    certain = True
    if title in words.job_titles:
        certain = _is_job_titled(reading, person, title)
    elif all(is_ordinary(words, part) and not is_surname(words, part) for part in person.parts):
        certain = False
    certain = certain and not _beside(Neighbours.of(words).invention, reading, person, 90)
    why = "A title and a name tell who somebody is."
    return reading.hint(person.start, person.end, Kind.TITLED_NAME, why, certain=certain)


def _is_job_titled(reading: Reading, person: Person, title: str) -> bool:
    """ "Coach Delgado", not "Coach Kickoff": the name is known, or full, or its bearer does something."""
    words = reading.words
    known = any(is_given(words, part) or is_surname(words, part) for part in person.parts)
    acts = Neighbours.of(words).personal_verb.search(reading.after(person.end, 30)) is not None
    full = person.strength > Strength.NONE and not _in_title_case(reading, person)
    return known or acts or full or " " in title


def _with_role(reading: Reading, person: Person) -> Hint | None:
    if person.strength is Strength.NONE and not _is_plain_given(reading.words, person):
        return None
    beside = Neighbours.of(reading.words)
    before, after = (
        beside.role_before.search(reading.before(person.start)),
        beside.role_after.search(reading.after(person.end)),
    )
    own = any(found is not None and beside.own.search(found[0]) for found in (before, after))
    if not own and not before:
        return None
    if person.strength is Strength.NONE:
        why = "This may be somebody's real given name."
        return reading.hint(person.start, person.end, Kind.POSSIBLE_NAME, why, certain=False) if own else None
    if not own and is_author(reading, person.start, person.end):
        return None
    certain = own or person.strength is Strength.SURE
    why = "A name with a role tells who somebody is."
    return reading.hint(person.start, person.end, Kind.ROLE_NAME, why, certain=certain)


def _is_plain_given(words: IdentityWords, person: Person) -> bool:
    return is_given(words, person.parts[0]) and not is_ordinary(words, person.parts[0])


def _bare(reading: Reading, person: Person) -> Hint | None:
    if person.title or person.strength is Strength.NONE or _is_quoted(reading, person):
        return None
    if is_author(reading, person.start, person.end) or person.strength < _strength_needed(reading, person):
        return None
    why = "This may be the name of somebody real."
    return reading.hint(person.start, person.end, Kind.POSSIBLE_NAME, why, certain=False)


def _strength_needed(reading: Reading, person: Person) -> int:
    """The less the neighbours tell of a person, the more the words themselves must."""
    beside = Neighbours.of(reading.words)
    if _in_title_case(reading, person):
        both_known = is_given(reading.words, person.parts[0]) and is_surname(reading.words, person.parts[-1])
        return Strength.SURE if both_known else Strength.SURE + 1
    if beside.personal_verb.search(reading.after(person.end, 30)):
        return Strength.SHAPE
    return Strength.WEAK if beside.personal_cue.search(reading.before(person.start, 30)) else Strength.SURE


def _is_quoted(reading: Reading, person: Person) -> bool:
    before, after = reading.plain[person.start - 1 : person.start], reading.plain[person.end : person.end + 1]
    return before == '"' and after in ('"', ",", ".")


def _in_title_case(reading: Reading, person: Person) -> bool:
    """The line is a heading or a title: beside the name and short words, most begin with a capital."""
    words = [word for word in reading.line(person.start).split() if word[0].isupper() or len(word) > 3]
    others = sum(word[0].isalpha() for word in words) - len(person.parts)
    capitals = sum(word[0].isupper() for word in words) - len(person.parts)
    return others > 0 and capitals >= _TITLE_CASE_SHARE * others


@lru_cache(maxsize=8)
def _known(words: IdentityWords) -> frozenset[str]:
    return frozenset(map(name_key, words.public_persons))


@lru_cache(maxsize=8)
def _known_surnames(words: IdentityWords) -> frozenset[str]:
    names = ([part for part in name.split() if part not in words.suffixes] for name in _known(words))
    return frozenset(parts[-1] for parts in names if parts)
