"""What a rubric may say to each measure. One model for each; the measure's module has the function of the same name."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from mcred_lint.matching.specs import Phrases, Spec
from mcred_lint.measures.conditions import Amount, Condition

Places = tuple[str, ...]
"""Places by id: `sources` of the same component, `research.answers` of another, `sessions.outcomes` a field of every
part, `research.answers.need` the answer to one prompt, `component` everything written in it."""

TEXT = "A place, a field or one answer; `component` for everything written in the component."
TEXTS = "Places, fields or answers; `component` for everything written in the component."


class Count(Spec):
    """How many entries, questions or parts there are."""

    kind: Literal["count"]
    of: str = Field(description="A list, questions, responses or groups.", examples=["sources"])
    distinct: bool = Field(False, description="true: an entry that repeats another counts once.", examples=[True])
    unit: str = Field(description="What one of them is called.", examples=["source"])


class Words(Spec):
    """How many words were written."""

    kind: Literal["words"]
    of: str = Field(description=TEXT, examples=["answers"])
    leave_out: Phrases = Field(
        (),
        description="Words that do not count, such as those too general to define anything.",
        examples=[["teachers", "staff"]],
    )


class Characters(Spec):
    """How many characters were written, spaces included."""

    kind: Literal["characters"]
    of: str = Field(description=TEXT, examples=["answers"])


class Sentences(Spec):
    """How many sentences were written."""

    kind: Literal["sentences"]
    of: str = Field(description=TEXT, examples=["answers"])


class ItemRules(Spec):
    """What one item must be. Several keys must all hold."""

    words: Condition | None = Field(None, description="How many words it has.", examples=[{"between": [150, 300]}])
    characters: Condition | None = Field(
        None, description="How many characters it has, spaces included.", examples=[{"at_most": 700}]
    )
    sentences: Condition | None = Field(None, description="How many sentences it has.", examples=[{"at_most": 3}])
    years_old: Condition | None = Field(
        None,
        description="How many calendar years the latest year it names lies back from the reference date. Without a year or a "
        "reference date this stays open; years to come are none.",
        examples=[{"at_most": 5}],
    )
    years_ahead: Condition | None = Field(
        None,
        description="How many calendar years the next year it names lies ahead of the reference date; years that are over are none.",
        examples=[{"at_most": 3}],
    )
    dated: bool | None = Field(None, description="true: it names a year.", examples=[True])
    filled: tuple[str, ...] = Field(
        (),
        description="Of a part that repeats: the fields that must hold something.",
        examples=[["plan", "result", "change"]],
    )
    link: bool | None = Field(None, description="true: it has a web link.", examples=[True])


class Each(Spec):
    """How many items are as they must be, each looked at by itself: as a share of all of them, or as a number."""

    kind: Literal["each"]
    of: str = Field(
        description="A list, answers, questions, responses, materials, parts that repeat or one field of these parts.",
        examples=["sources"],
    )
    must: ItemRules = Field(description="What an item must be to count.", examples=[{"words": {"between": [150, 300]}}])
    as_: Literal["share", "number"] = Field(
        "share", alias="as", description="share: of all items, 0 to 1. number: of those that are as they must be."
    )
    unit: str = Field("item", description="What one of them is called.", examples=["annotation"])


class Present(Spec):
    """How many of several places hold something: k of n, such as two kinds of evidence from a list."""

    kind: Literal["present"]
    of: Places = Field(
        description="The places to choose from; another component's with its id before a dot.",
        examples=[["survey", "agenda", "recording"]],
    )
    at_least_words: int = Field(
        1, description="A text with fewer words is none; files and links count as they are.", examples=[20]
    )
    unit: str = Field("piece of evidence", description="What one of them is called.", examples=["kind of evidence"])


class Refers(Spec):
    """In which share of the parts a field names an entry of another place: by its number, its label or its words."""

    kind: Literal["refers"]
    of: str = Field(description="A field of parts.", examples=["objectives.constraints"])
    to: str = Field(
        description="The list, parts or materials whose entries are named; another component's with its id before a dot.",
        examples=["context.constraints"],
    )


class Stated(Spec):
    """The number or the time that a field states, such as how long a video is."""

    kind: Literal["stated"]
    of: str = Field(description="A field.", examples=["video-length"])
    as_: Literal["number", "time", "playing-time"] = Field(
        "number",
        alias="as",
        description="number: the first number. time: 1:30 is an hour and a half. playing-time: 1:30 is a minute and a half.",
    )
    unit: str = Field(
        "", description="What is counted; of a time, what a bare number counts.", examples=["participant", "minutes"]
    )


class Links(Spec):
    """Which share of the entries has a web link."""

    kind: Literal["links"]
    of: str = Field(description="A list.", examples=["sources"])
    leave_out: Phrases = Field(
        (),
        description="Entries with these words need no link: interviews, books on paper.",
        examples=[["interview*", "print"]],
    )


class Years(Spec):
    """How many years the texts reach back from the latest year they speak of, or from the reference date."""

    kind: Literal["years"]
    of: Places = Field(description=TEXTS, examples=[["sources", "answers"]])


class Hours(Spec):
    """How long all parts take together, in minutes, breaks left out."""

    kind: Literal["hours"]
    of: str = Field(description="Groups whose parts take time.", examples=["sessions"])


class Filled(Spec):
    """Which share of the required fields is filled."""

    kind: Literal["filled"]
    of: Places = Field((), description="Places that must be filled.", examples=[["audience", "promotion"]])
    per: str | None = Field(None, description="Groups whose fields are required for each part.", examples=["sessions"])
    fields: tuple[str, ...] = Field(
        (), description="Which of their fields; all of them when left out.", examples=[["outcomes", "topics"]]
    )


class Flowing(Spec):
    """When prose that nothing divides counts as answered."""

    share: Amount = Field(description="The share of the prompts whose words must be seen.", examples=["1/2"])
    words: int = Field(description="And how long the text must be.", examples=[200])


class AnswersMeasure(Spec):
    """How many prompts are answered in substance."""

    kind: Literal["answers"]
    of: str = Field(description="The place with the answers.", examples=["answers"])
    at_least_words: int = Field(1, description="A shorter answer is none.", examples=[12])
    flowing: Flowing | None = Field(
        None,
        description="When prose that nothing divides counts as answered.",
        examples=[{"share": "1/2", "words": 200}],
    )


class Theme(Spec):
    """An idea and the words that show it. `hints` are words that leave it open."""

    title: str = Field(description="What a report calls it, in lower case.", examples=["next steps"])
    words: Phrases = Field(description="Words that show it.", examples=[["next", "follow-up", "will you"]])
    hints: Phrases = Field(
        (), description="Words that leave it open whether it is mentioned.", examples=[["later", "future"]]
    )


class Mentions(Spec):
    """How many of the themes are mentioned."""

    kind: Literal["mentions"]
    of: Places = Field(description=TEXTS, examples=[["questions"]])
    themes: dict[str, Theme] = Field(
        description="The ideas to look for, by id.",
        examples=[{"next": {"title": "next steps", "words": ["next", "follow-up"]}}],
    )
    per_entry: bool = Field(
        False, description="true: the share of entries in which any theme is mentioned.", examples=[True]
    )
    unclear_beyond: int | None = Field(
        None, description="With this many themes seen, the others are unclear rather than missing.", examples=[2]
    )


class SharedTerms(Spec):
    """In which share of the parts a field shares words with another place."""

    kind: Literal["shared_terms"]
    of: str = Field(description="A field of parts.", examples=["sessions.outcomes"])
    with_: Places = Field(
        alias="with", description="The places to share words with.", examples=[["research.answers.need"]]
    )
    least: int = Field(1, description="How many different words.", examples=[2])


class Files(Spec):
    """How many things there are to be used: files with content, links, texts complete in themselves."""

    kind: Literal["files"]
    of: str = Field(description="Materials.", examples=["materials"])


class Covers(Spec):
    """Which share of the parts turns up in the materials."""

    kind: Literal["covers"]
    of: str = Field(description="Materials.", examples=["materials"])
    titles: str = Field(description="The groups whose titles are looked for.", examples=["outline.sessions"])


class Readability(Spec):
    """The reading level, as a school grade (the mean of automated readability index and Coleman-Liau)."""

    kind: Literal["readability"]
    of: str = Field(description=TEXT, examples=["materials"])
    at_least_words: int = Field(100, description="A shorter text is not scored.", examples=[100])


class QuestionForm(Spec):
    """How many questions are long or ask two things at once."""

    kind: Literal["question_form"]
    of: str = Field(description="The questions.", examples=["questions"])
    long: int = Field(30, description="More words than this are long.", examples=[30])
    double: Phrases = Field((), description="Words between two questions in one.", examples=[["and also"]])


class ResponsesMeasure(Spec):
    """How many completed surveys count."""

    kind: Literal["responses"]
    of: str = Field(description="The completed surveys.", examples=["completed"])
    answered: Amount = Field(0.5, description="The share of the questions that must be answered.", examples=["1/2"])


class Identity(Spec):
    """How many places identify somebody for certain."""

    kind: Literal["identity"]
    allow: Phrases = Field((), description="Phrases that are never a hint.", examples=[["Horace Mann"]])
    deny: Phrases = Field((), description="Phrases that always are.", examples=[["Mill Creek Middle School"]])


class Placeholders(Spec):
    """How many left-over template texts there are."""

    kind: Literal["placeholders"]


Measure = Annotated[
    Count | Words | Characters | Sentences | Each | Present | Refers | Stated | Links | Years | Hours | Filled | AnswersMeasure | Mentions | SharedTerms | Files
    | Covers | Readability | QuestionForm | ResponsesMeasure | Identity | Placeholders,
    Field(discriminator="kind"),
]  # fmt: skip
