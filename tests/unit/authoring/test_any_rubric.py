"""Whatever a rubric asks for: its template is nothing untouched, is read as it is filled in, and what is made from it lands."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from made_landing import landed
from properties.whole_rubrics import rubrics
from template_reading import LANGUAGE, contents, read, texts_for, written

from mcred_lint.authoring.templates.filling import filled
from mcred_lint.authoring.templates.made import MadeSubmission, made_submissions
from mcred_lint.authoring.templates.planning import layout_of
from mcred_lint.authoring.templates.start import WRITERS
from mcred_lint.matching.lexicon import ENDS, STARTS
from mcred_lint.rubric.model import Rubric

FORMATS = st.sampled_from(sorted(WRITERS))


@settings(max_examples=40)
@given(rubrics(), FORMATS, st.booleans())
def test_an_untouched_template_holds_nothing(rubric: Rubric, format: str, one_file: bool) -> None:
    files = WRITERS[format](layout_of(rubric, LANGUAGE), one_file)
    assert read(files, rubric) == {}
    assert not any(content.submitted for content in contents(files, rubric).values())


@settings(max_examples=40)
@given(rubrics(), FORMATS, st.booleans(), st.data())
def test_what_is_filled_in_is_read_where_it_stands(
    rubric: Rubric, format: str, one_file: bool, data: st.DataObject
) -> None:
    layout = layout_of(rubric, LANGUAGE)
    everything = texts_for(layout, rubric)
    # A time at which a part begins says nothing without the one at which it ends.
    single = [{slot: text} for slot, text in everything.items() if slot.key not in (STARTS, ENDS)]
    texts = data.draw(st.sampled_from([everything, everything, *single]))
    assert read(WRITERS[format](filled(layout, texts), one_file), rubric) == written(rubric, texts)


@settings(max_examples=15)
@given(rubrics(ladders=True))
def test_what_is_made_from_a_rubric_lands_on_its_level(rubric: Rubric) -> None:
    for made in made_submissions(rubric, LANGUAGE):
        if isinstance(made, MadeSubmission):
            assert landed(made, rubric) == made.level, made.why


def test_something_is_made_from_most_rubrics_with_levels() -> None:
    """Otherwise what is promised above would be kept by making nothing."""
    drawn: list[bool] = []

    @settings(max_examples=15, database=None, derandomize=True)
    @given(rubrics(ladders=True))
    def draw(rubric: Rubric) -> None:
        drawn.append(any(isinstance(made, MadeSubmission) for made in made_submissions(rubric, LANGUAGE)))

    draw()
    assert 2 * sum(drawn) > len(drawn)
