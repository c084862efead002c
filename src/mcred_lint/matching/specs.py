"""How a rubric describes what a component is made of. These models are the `places` part of the rubric file."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

Phrases = tuple[str, ...]
"""Words and phrases compared without case; `*` stands for any ending of a word. `$name` takes in a word list."""


class Spec(BaseModel):
    """A strict, frozen part of a rubric file: unknown keys are errors. Each key's examples are valid values of it."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


ONE_OF = "A closed list: only what says one of these fills it."


class PlaceSpec(Spec):
    """What every place has: a title for people and the names it goes by in submissions."""

    title: str = Field(description="What a report calls it, in lower case.", examples=["the list of sources"])
    names: Phrases = Field(
        (), description="Headings, labels and keys that announce it.", examples=[["sources", "works cited"]]
    )
    files: Phrases = Field(
        (),
        description="File or folder names that announce it, without their ending.",
        examples=[["references*", "sources*"]],
    )


class FieldPlace(PlaceSpec):
    """One text: an audience, a statement of need."""

    kind: Literal["field"]
    words: Phrases = Field(
        (), description="Words that give it away where no label does.", examples=[["grade*", "new teachers"]]
    )
    least_words: int = Field(1, description="How many different ones of these words it takes.", examples=[2])
    one_of: Phrases = Field((), description=ONE_OF, examples=[["yes", "no"]])


class ListPlace(PlaceSpec):
    """A list whose entries are counted, such as sources."""

    kind: Literal["list"]
    holds: Literal["sources", "entries"] = Field(
        "entries", description="'sources' also recognises references by their looks."
    )
    groups: Phrases = Field(
        (), description="Headings inside the list that only group its entries.", examples=[["articles", "reports"]]
    )


class Prompt(Spec):
    """One question the educator answers. It is recognised by its number, its names, its restated text or its words."""

    asks: str = Field(
        description="What it is after, in the rubric author's words.", examples=["Which need you will focus on"]
    )
    restated: Phrases = Field(
        (),
        description="Short phrases of the issuer's question, so that a pasted question is not an answer.",
        examples=[["need will you focus on"]],
    )
    names: Phrases = Field((), description="Headings or keys an educator may give it.", examples=[["need", "my focus"]])
    words: Phrases = Field(
        (), description="Words an answer in flowing prose is likely to use.", examples=[["focus on", "biggest need"]]
    )


class AnswersPlace(PlaceSpec):
    """Answers to the component's prompts."""

    kind: Literal["answers"]
    prompts: dict[str, Prompt] = Field(
        description="The questions by id, in the order in which they are asked.",
        examples=[{"need": {"asks": "Which need you will focus on", "words": ["focus on", "biggest need"]}}],
    )


class GroupField(Spec):
    """One field that each repeated part must have, such as a session's topics."""

    title: str = Field(description="What a report calls it, in lower case.", examples=["the topics covered"])
    names: Phrases = Field(description="Labels, columns and keys that announce it.", examples=[["topics", "content"]])
    from_heading: bool = Field(False, description="The heading of the part fills it.", examples=[True])
    or_for_all: bool = Field(
        False, description="Given once outside the parts, it counts for each of them.", examples=[True]
    )
    none_words: Phrases = Field(
        (), description="Answers such as 'none needed' that fill it.", examples=[["none needed", "not applicable"]]
    )
    words: Phrases = Field(
        (), description="Words that give it away under a label of the author's own.", examples=[["cards", "handout*"]]
    )
    one_of: Phrases = Field((), description=ONE_OF, examples=[["low", "medium", "high"]])


class GroupsPlace(PlaceSpec):
    """Parts that repeat, each with its own fields and length: sessions, lessons, objectives."""

    kind: Literal["groups"]
    called: Phrases = Field(
        description="What one part is called before its number or letter.", examples=[["session", "module"]]
    )
    fields: dict[str, GroupField] = Field(
        description="What each part must have, by id.",
        examples=[{"topics": {"title": "the topics covered", "names": ["topics", "content"]}}],
    )
    length: Phrases = Field(
        (), description="Names of the field that says how long a part takes.", examples=[["duration", "minutes"]]
    )
    starts: Phrases = Field(
        (), description="Names of the field that says when a part begins.", examples=[["start", "from"]]
    )
    ends: Phrases = Field((), description="Names of the field that says when it ends.", examples=[["end", "until"]])
    breaks: Phrases = Field(
        (), description="Parts with these words are breaks: left out, and shown.", examples=[["break", "lunch"]]
    )
    totals: Phrases = Field(
        (), description="Rows or lines with these words state a total.", examples=[["total", "in all"]]
    )
    each: Phrases = Field((), description="Words that give one length to every part.", examples=[["each", "per"]])
    lasts: dict[str, float] = Field(
        {}, description="Minutes of a part that says no length, by what it is called.", examples=[{"hour": 60}]
    )
    day_lengths: dict[str, float] = Field(
        {}, description="Minutes for lengths that have no fixed size.", examples=[{"half-day": 180}]
    )


class QuestionsPlace(PlaceSpec):
    """A survey's questions."""

    kind: Literal["questions"]
    metadata: Phrases = Field((), description="Form fields that are no questions.", examples=[["name", "date"]])
    scale: Phrases = Field(
        (), description="Answer options that show that a list is a scale.", examples=[["strongly agree", "neutral"]]
    )


class ResponsesPlace(PlaceSpec):
    """Completed copies of a survey."""

    kind: Literal["responses"]
    of: str = Field(description="The questions they answer: a place of this component.", examples=["questions"])
    called: Phrases = Field(
        description="What one of them is called before its number or letter.", examples=[["response", "participant"]]
    )
    summaries: Phrases = Field(
        (),
        description="Words of a summary, which is no completed survey.",
        examples=[["summary of responses", "% of *"]],
    )


class MaterialsPlace(PlaceSpec):
    """Things handed in to be used: files, links, or a text that can be used as it stands."""

    kind: Literal["materials"]


Place = Annotated[
    FieldPlace | ListPlace | AnswersPlace | GroupsPlace | QuestionsPlace | ResponsesPlace | MaterialsPlace,
    Field(discriminator="kind"),
]


class Component(Spec):
    """What matching needs to know of a component; the rubric room adds its criteria."""

    title: str = Field(description="What a report calls it.", examples=["Artifact 1: Research"])
    names: Phrases = Field(description="Headings and keys that announce it.", examples=[["artifact 1", "research"]])
    files: Phrases = Field(
        (),
        description="File or folder names that announce it, without their ending; * for any ending.",
        examples=[["research*", "artifact 1*"]],
    )
    signs: Phrases = Field(
        (), description="Phrases that give it away where no name does.", examples=[["according to", "data show*"]]
    )
    places: dict[str, Place] = Field(
        description="What it is made of, by id.",
        examples=[{"sources": {"kind": "list", "title": "the list of sources", "names": ["sources", "works cited"]}}],
    )
