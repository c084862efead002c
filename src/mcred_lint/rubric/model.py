"""The rubric as data: strict, frozen, every key with its meaning. The file format's version is LANGUAGE_VERSION."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import Field, model_validator

from mcred_lint.findings import Basis
from mcred_lint.matching.specs import Component as ComponentPlaces
from mcred_lint.matching.specs import Phrases, Spec
from mcred_lint.measures.conditions import Amount, Condition
from mcred_lint.measures.specs import Measure

LANGUAGE_VERSION = 1

SetBy = Literal["issuer", "ours"]


class Scale(Spec):
    """Ordered levels, the lowest first, and the one that passes. Names carry no rank."""

    levels: tuple[str, ...] = Field(
        description="All levels, the lowest first.", examples=[["Developing", "Basic", "Proficient"]]
    )
    passing: str = Field(description="The level from which a component passes.", examples=["Proficient"])


THE_MEASURE = "it"
"""The name of a criterion's measure when it has only one."""


class Rung(Spec):
    """What one level needs.

    A condition on the criterion's measure ({at_least: 5}) or, with several measures, one for each name
    ({answered: {at_least: 6}, words: {at_least: 200}}). All of them must hold, and one of `any` where it is given.
    """

    conditions: dict[str, Condition] = Field({}, description="Conditions by the name of their measure.")
    any: tuple[Rung, ...] = Field(
        (),
        description="Alternatives of which one must hold.",
        examples=[[{"files": {"at_least": 1}}, {"words": {"at_least": 50}}]],
    )

    in_words: str | None = Field(
        None,
        description="What the level needs, for people, where the conditions by themselves would read badly.",
        examples=["who it is for, in at least two telling words"],
    )

    @model_validator(mode="before")
    @classmethod
    def _sorted(cls, data: Any) -> Any:
        """Bring the short form, as people write it, into one shape."""
        if not isinstance(data, dict) or "conditions" in data:
            return data
        own = {key: value for key, value in data.items() if key in Condition.model_fields}
        beside = {key: data[key] for key in ("any", "in_words") if key in data}
        named = {key: value for key, value in data.items() if key not in own and key not in beside}
        return {"conditions": {THE_MEASURE: own, **named} if own else named, **beside}

    @property
    def names(self) -> frozenset[str]:
        """The measures it looks at."""
        return frozenset(self.conditions).union(*(other.names for other in self.any))


class Guide(Spec):
    """A range that only gives advice."""

    of: str | None = Field(None, description="Which of several measures.", examples=["words"])
    between: tuple[Amount, Amount] | None = Field(None, description="A closed range.", examples=[[200, 300]])
    at_least: Amount | None = Field(None, description="This much or more.", examples=[200])
    at_most: Amount | None = Field(None, description="This much or less.", examples=["5 h"])
    set_by: SetBy = Field("issuer", description="Whose advice it is.")

    @property
    def condition(self) -> Condition:
        return Condition.model_validate({"between": self.between, "at_least": self.at_least, "at_most": self.at_most})


class OnlyIf(Condition):
    """When something is asked for at all: a condition on a measure of its own."""

    measure: Measure = Field(
        description="What decides whether it is asked for.",
        examples=[
            {
                "kind": "mentions",
                "of": ["outline.component"],
                "themes": {"online": {"title": "online learning", "words": ["online", "webinar*"]}},
            }
        ],
    )
    otherwise: str = Field(
        description="What a report says when it is not asked for.",
        examples=["A recording is asked for of online sessions only."],
    )


_ONLINE = {
    "measure": {
        "kind": "mentions",
        "of": ["outline.component"],
        "themes": {"online": {"title": "online learning", "words": ["online", "webinar*"]}},
    },
    "at_least": 1,
    "otherwise": "A recording is asked for of online sessions only.",
}


class Advise(Condition):
    """A condition whose failing gives a warning and never a level."""

    of: str | None = Field(None, description="Which of several measures.", examples=["words"])
    message: str = Field(
        description="What to tell the author when it fails.",
        examples=["The issuer asks for a series; one session was found."],
    )


class Criterion(Spec):
    """One row of a component: what is measured, what each level needs, whose rule it is."""

    title: str = Field(description="What it asks, in few words.", examples=["At least five different sources"])
    basis: Basis = Field(
        description="counted: by a measure. inferred: from a signal, such as words of a list. person: the assessor's."
    )
    set_by: SetBy = Field(description="Whose rule it is: the issuer's, or ours.")
    measure: Measure | None = Field(
        None,
        description="What is measured, and where.",
        examples=[{"kind": "count", "of": "sources", "unit": "source"}],
    )
    measures: dict[str, Measure] = Field(
        {},
        description="Several measures by name, where one is not enough.",
        examples=[{"answered": {"kind": "answers", "of": "answers"}, "words": {"kind": "words", "of": "answers"}}],
    )
    ladder: dict[str, Rung] = Field(
        {},
        description="A condition for each level above the lowest, the highest first.",
        examples=[{"Proficient": {"at_least": 5}, "Basic": {"at_least": 3}}],
    )
    not_below: str | None = Field(
        None,
        description="The lowest level this criterion can give, where the issuer's lower levels read the same.",
        examples=["Basic"],
    )
    person_above: str | None = Field(
        None,
        description="The highest level that can be counted; whether a higher one is earned, only a person decides.",
        examples=["Proficient"],
    )
    when_unclear: str | None = Field(
        None,
        description="When only part could be measured: the lower end decides, but never below this level.",
        examples=["Basic"],
    )
    guide: Guide | None = Field(None, description="A range that only gives advice.", examples=[{"between": [200, 300]}])
    advise: Advise | None = Field(
        None,
        description="A condition whose failing gives a warning and never a level.",
        examples=[{"at_least": 2, "message": "The issuer asks for a series; one session was found."}],
    )
    help: Measure | None = Field(
        None,
        description="For a person's criterion: what to show beside it.",
        examples=[{"kind": "readability", "of": "materials"}],
    )
    help_warns: Advise | None = Field(
        None,
        description="A condition on what help measures that gives a warning when it holds.",
        examples=[{"at_most": 14, "message": "The materials read harder than most professional texts."}],
    )
    must: Rung | None = Field(
        None, description="For a criterion without levels: what must hold.", examples=[{"none": True}]
    )
    blocks: bool = Field(
        False, description="While what must hold does not, the submission is not ready.", examples=[True]
    )
    only_if: OnlyIf | None = Field(None, description="Asked for only when this condition holds.", examples=[_ONLINE])
    reading: str | None = Field(
        None,
        description="How we fill a hole the issuer left, and why.",
        examples=["The issuer gives no number; we ask for half, because ..."],
    )
    advice: str | None = Field(
        None, description="What to do, in plain words.", examples=["Add sources on your local schools."]
    )

    def highest(self, scale: Scale) -> str:
        """The highest level of `scale` that this criterion can give."""
        return self.person_above or scale.levels[-1]

    @property
    def all_measures(self) -> dict[str, Measure]:
        """The measures by name; a single one has the name THE_MEASURE."""
        return {THE_MEASURE: self.measure} if self.measure is not None else self.measures


class Component(ComponentPlaces):
    """A part of the submission that gets a level."""

    scale: str = Field(description="Which of the scales gives its levels.", examples=["artifact"])
    only_if: OnlyIf | None = Field(None, description="Asked for only when this condition holds.", examples=[_ONLINE])
    criteria: dict[str, Criterion] = Field(
        description="What is asked of it, by id.",
        examples=[{"credible": {"title": "The sources are credible", "basis": "person", "set_by": "issuer"}}],
    )


class WholeSubmission(Spec):
    """Criteria of the submission as a whole."""

    criteria: dict[str, Criterion] = Field(
        default={},
        description="What is asked of all of it, by id.",
        examples=[{
            "placeholders": {
                "title": "No left-over template text", "basis": "counted", "set_by": "ours",
                "measure": {"kind": "placeholders"}, "must": {"none": True}, "advice": "Replace it with your own text.",
            }
        }],
    )  # fmt: skip


class Rubric(Spec):
    """One credential."""

    language: int = Field(
        alias="mcred-lint-rubric", description="The version of this file format.", examples=[LANGUAGE_VERSION]
    )
    extends: str | None = Field(
        None,
        description="A rubric of which this file says only what it changes: its id, or the path of its file from here.",
        examples=["nea-advocacy"],
    )
    id: str = Field(description="Its short name: small letters, digits and hyphens.", examples=["our-credential"])
    version: str = Field(description="The version of the rubric itself.", examples=["1.0.0"])
    title: str = Field(description="The credential's name.", examples=["Leading professional learning"])
    description: str = Field(
        description="What an educator does for it, in one or two sentences.",
        examples=["An educator plans and leads a workshop."],
    )
    issuer: str = Field(description="Who grants the credential.", examples=["State Board of Education"])
    scales: dict[str, Scale] = Field(
        description="The scales by name.",
        examples=[{"artifact": {"levels": ["Developing", "Basic", "Proficient"], "passing": "Proficient"}}],
    )
    main_scale: str = Field(description="The scale on which the submission as a whole is told.", examples=["artifact"])
    containers: Phrases = Field(
        (), description="Headings that hold components together and name none.", examples=[["part 2", "portfolio"]]
    )
    words: dict[str, Phrases] = Field(
        {},
        description="Word lists by name, taken in as $name.",
        examples=[{"next-steps": ["next", "follow-up", "will you"]}],
    )
    submission: WholeSubmission = Field(
        default_factory=WholeSubmission, description="Criteria of the submission as a whole."
    )
    components: dict[str, Component] = Field(description="The parts that get a level, by id.")

    def scale_of(self, component: str) -> Scale:
        return self.scales[self.components[component].scale]

    @property
    def criterion_ids(self) -> tuple[str, ...]:
        """Every criterion as reports name it: "research.sources"; those of the whole submission by their name alone."""
        parts = self.components.items()
        return (*(f"{key}.{name}" for key, part in parts for name in part.criteria), *self.submission.criteria)
