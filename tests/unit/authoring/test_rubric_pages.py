"""The pages of a rubric: complete, valid, readable by everybody, and nothing on them but text."""

from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser
from importlib.resources import files
from itertools import pairwise

import pyromark
import pytest
from rubric_samples import RESEARCH, RUBRIC, described, full_of
from support import ROOT

from mcred_lint.authoring.pages.described import DescribedRubric
from mcred_lint.authoring.pages.html import rubric_html
from mcred_lint.authoring.pages.markdown import rubric_markdown

BUNDLED = described((ROOT / "rubrics" / "nea-advocacy.yaml").read_text("utf-8"))
RUBRICS = [pytest.param(RUBRIC, id="sample"), pytest.param(BUNDLED, id="bundled")]
EVIL = "</p><script>alert(1)</script><img src=x onerror=alert(1)> \" ' & `x` [a](javascript:b) | # \x1b[2J\u202e"
VOID = {"meta", "link", "br", "img", "input", "hr"}


class Read(HTMLParser):
    """Every tag with its attributes, all text, and whether tags close in the order in which they opened."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.open: list[str] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "style" not in self.open:
            self.text += data


def texts(rubric: DescribedRubric) -> list[str]:
    """Everything that a page has to say of a rubric."""
    found = [rubric.title, rubric.issuer, rubric.id, rubric.version, rubric.description]
    for part in rubric.parts:
        found += [part.title, *part.levels]
        for each in part.criteria:
            found += [each.title, each.judged, each.whose, *each.looked_for, *(need for _, need in each.levels)]
            found += [text for text in (each.guide, each.advice, each.reading) if text]
    return found


def squeezed(text: str) -> str:
    """For comparing what a page shows, whatever its line ends, capitals and unseen characters."""
    return re.sub(r"[\W_]+", " ", text.replace("\u2060", "")).casefold().strip()


@pytest.mark.parametrize("rubric", RUBRICS)
def test_the_web_page_says_everything(rubric: DescribedRubric) -> None:
    shown = squeezed(Read(rubric_html(rubric)).text)
    assert [text for text in texts(rubric) if squeezed(text) not in shown] == []


@pytest.mark.parametrize("rubric", RUBRICS)
def test_the_markdown_page_says_everything(rubric: DescribedRubric) -> None:
    shown = squeezed(Read(pyromark.html(rubric_markdown(rubric), options=pyromark.Options.ENABLE_TABLES)).text)
    assert [text for text in texts(rubric) if squeezed(text) not in shown] == []


@pytest.mark.parametrize("rubric", [*RUBRICS, pytest.param(full_of(EVIL), id="hostile")])
def test_the_web_page_is_whole_and_loads_nothing(rubric: DescribedRubric) -> None:
    page = rubric_html(rubric)
    read = Read(page)
    assert read.open == []
    assert page.startswith("<!doctype html>")
    assert {tag for tag, _ in read.tags}.isdisjoint({"script", "img", "link", "iframe", "object", "form"})
    assert not any(name.startswith("on") or name == "src" for _, attributes in read.tags for name in attributes)
    assert all((attributes.get("href") or "#").startswith("#") for _, attributes in read.tags)
    assert "url(" not in page and "@import" not in page


@pytest.mark.parametrize("rubric", [*RUBRICS, pytest.param(full_of(EVIL), id="hostile")])
def test_the_web_page_can_be_found_through_without_eyes(rubric: DescribedRubric) -> None:
    tags = Read(rubric_html(rubric)).tags
    assert ("html", {"lang": "en"}) in tags
    names = [tag for tag, _ in tags]
    assert [names.count(name) for name in ("title", "h1", "main", "header", "nav", "footer")] == [1] * 6
    heads = [int(name[1]) for name in names if re.fullmatch(r"h[1-6]", name)]
    assert all(after <= before + 1 for before, after in pairwise(heads))
    ids = [attributes["id"] for _, attributes in tags if "id" in attributes]
    assert len(set(ids)) == len(ids)
    wanted = {(attributes.get("href") or "")[1:] for tag, attributes in tags if tag == "a"}
    wanted |= {attributes["aria-labelledby"] or "" for _, attributes in tags if "aria-labelledby" in attributes}
    assert wanted <= set(ids)


def test_hostile_text_is_shown_as_it_stands() -> None:
    shown = Read(rubric_html(full_of(EVIL))).text
    assert "<script>alert(1)</script>" in shown
    assert "\\x1b[2J\\u202e" in shown


def test_hostile_text_makes_no_markup_in_markdown() -> None:
    page = rubric_markdown(full_of(EVIL))
    tags = {tag for tag, _ in Read(pyromark.html(page, options=pyromark.Options.ENABLE_TABLES)).tags}
    assert tags.isdisjoint({"script", "img", "a"})
    assert "\x1b" not in page


def test_our_readings_are_set_apart() -> None:
    readings = [
        attributes for tag, attributes in Read(rubric_html(RUBRIC)).tags if attributes.get("class") == "reading"
    ]
    assert len(readings) == 1
    assert "> **Our reading.** The same title counts once." in rubric_markdown(RUBRIC)


def test_a_rubric_without_criteria_of_the_whole_has_only_its_parts() -> None:
    page = rubric_html(replace(RUBRIC, parts=(RESEARCH,)))
    assert "The submission as a whole" not in page


def luminance(colour: str) -> float:
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize(
    ("ink", "paper"),
    [(ink, paper) for ink in ("ink", "soft", "accent") for paper in ("page", "tint")]
    + [("ink", "ours-tint"), ("ours", "ours-tint"), ("ours", "page")],
)
def test_every_text_stands_out_from_its_ground(ink: str, paper: str) -> None:
    style = (files("mcred_lint.authoring") / "rubric_page.css").read_text("utf-8")
    colours = dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", style))
    light, dark = sorted((luminance(colours[ink]), luminance(colours[paper])), reverse=True)
    assert (light + 0.05) / (dark + 0.05) >= 7  # the stricter step of WCAG
