"""Whatever a stranger writes arrives as text, and as nothing else, in a real client of each format."""

from __future__ import annotations

import csv
import io
import json
import re
import unicodedata
from html.parser import HTMLParser
from xml.etree import ElementTree

import pyromark
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from sample_hostile import EVIL

from mcred_lint.reporters import escape

ANY = st.text(st.characters(codec=None, categories=None)) | st.text(
    "\x00\x1b\x9b\u202e\u2028\ud800\uffff<>&\"'[]`*_|\\:,%#@=+-\r\n\t a1."
)
"""Any characters at all, halves of characters included, and a mixture of those that formats are made of."""

VISIBLE = st.text(st.characters(codec="utf-8", categories=["L", "M", "N", "P", "S"]) | st.sampled_from(" \n"))

BIDI = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"


def is_obeyed(character: str) -> bool:
    return unicodedata.category(character) in ("Cc", "Cs", "Zl", "Zp") or character in BIDI


@given(ANY)
@example(EVIL)
def test_a_terminal_gets_nothing_to_obey(text: str) -> None:
    shown = escape.terminal(text)
    assert not any(map(is_obeyed, shown))
    shown.encode("utf-8")


@given(ANY)
def test_a_build_log_gets_no_command(text: str) -> None:
    shown = escape.terminal(text)
    assert "::" not in shown
    assert not re.search(r"##(vso)?\[", shown)


@given(ANY)
def test_made_harmless_twice_is_made_harmless_once(text: str) -> None:
    once = escape.terminal(text)
    assert escape.terminal(once) == once


@pytest.mark.parametrize(
    ("hostile", "shown"),
    [
        ("\x1b[2J", "\\x1b[2J"),
        ("a\nb.md", "a\\nb.md"),
        ("\x9b31m", "\\x9b31m"),
        ("\x7f", "\\x7f"),
        ("gnp\u202eexe", "gnp\\u202eexe"),
        ("a\u2028b", "a\\u2028b"),
        ("\udc80.md", "\\udc80.md"),
        ("so\u00adft\u200b", "soft"),
        ("::error::x", ": :error: :x"),
        ("##[group]", "## [group]"),
    ],
)
def test_what_cannot_be_seen_is_written_out_or_dropped(hostile: str, shown: str) -> None:
    assert escape.terminal(hostile) == shown


def test_a_caller_may_keep_line_breaks() -> None:
    assert escape.terminal("a\n\tb\r", keep="\n") == "a\n\\tb\\r"


@pytest.mark.parametrize("text", ["Año, naïve \u2013 “quoted” 日本語", "K-12: 3½ h", "🎓 graduation", "a\u00a0b"])
def test_ordinary_text_is_left_alone(text: str) -> None:
    assert escape.terminal(text) == text


class Listener(HTMLParser):
    """What a browser sees: tags, attributes and text."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[str] = []
        self.title = ""
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.title += dict(attrs).get("title") or ""

    def handle_data(self, data: str) -> None:
        self.text += data

    def handle_comment(self, data: str) -> None:
        self.tags.append("comment")


def listen(page: str) -> Listener:
    listener = Listener()
    listener.feed(page)
    listener.close()
    return listener


@given(ANY)
@example(EVIL)
@example("</p><script>")
def test_html_has_no_tag_but_ours_and_says_what_was_written(text: str) -> None:
    heard = listen(f'<p title="{escape.html(text)}">{escape.html(text)}</p>')
    assert heard.tags == ["p"]
    assert heard.text == heard.title == escape.visible(text, "\n\t")


@given(ANY)
@example(EVIL)
def test_xml_reads_back_what_was_written(text: str) -> None:
    element = ElementTree.fromstring(f'<a b="{escape.xml_attribute(text)}">{escape.xml_text(text)}</a>')
    assert (element.text or "") == element.attrib["b"] == escape.visible(text, "\n\t")


@given(ANY)
def test_a_library_that_writes_xml_can_hold_it(text: str) -> None:
    element = ElementTree.Element("a")
    element.text = escape.xml_characters(text)
    assert (ElementTree.fromstring(ElementTree.tostring(element, encoding="utf-8")).text or "") == element.text


@given(st.lists(ANY | st.floats(allow_nan=False, allow_infinity=False) | st.none(), min_size=2))
def test_a_csv_row_reads_back_as_one_row_without_formulas(cells: list[str | float | None]) -> None:
    (row,) = csv.reader(io.StringIO(escape.csv_row(cells), newline=""))
    assert len(row) == len(cells)
    for written, cell in zip(row, cells, strict=True):
        if isinstance(cell, str):
            assert written.removeprefix("'") == escape.visible(cell).removeprefix("'")
            assert written.lstrip()[:1] not in tuple("=+-@\t\r")
        else:
            assert written == ("" if cell is None else str(escape.plain_number(cell)))


@pytest.mark.parametrize("formula", ["=1+1", "+1", "-1+2", "@SUM(A1)", "  =1", "\t=1", "\uff1d1", "\r=1"])
def test_a_formula_is_shown_and_not_computed(formula: str) -> None:
    assert escape.csv_cell(formula).startswith("\"'")


def test_numbers_stay_numbers_for_a_spreadsheet() -> None:
    assert escape.csv_row([-5, 2.5, 3.0, None, "five"]) == '-5,2.5,3,,"five"\r\n'


@given(st.recursive(ANY | st.integers() | st.booleans() | st.none(), lambda x: st.lists(x) | st.dictionaries(ANY, x)))
@example({"##[group]": ["##vso[x]", "\x7f\x9b"]})
def test_json_reads_back_and_is_safe_to_print(data: object) -> None:
    text = escape.json_text(data)
    assert not any(map(is_obeyed, text.replace("\n", "")))
    assert "##[" not in text
    assert json.loads(text) == without_halves(data)


def without_halves(data: object) -> object:
    if isinstance(data, str):
        return re.sub("[\ud800-\udfff]", lambda found: f"\\u{ord(found[0]):04x}", data)
    if isinstance(data, list):
        return [without_halves(entry) for entry in data]
    if isinstance(data, dict):
        return {without_halves(key): without_halves(value) for key, value in data.items()}
    return data


@given(ANY, ANY)
def test_a_workflow_command_is_one_line_with_its_own_properties(name: str, message: str) -> None:
    command = f"::error file={escape.workflow_property(name)},line=3::{escape.workflow_message(message)}"
    assert command.splitlines() == [command]
    head, _, told = command.removeprefix("::error ").partition("::")
    properties = dict(pair.split("=", 1) for pair in head.split(","))
    assert undo(properties["file"]) == escape.visible(name, "\n")
    assert properties["line"] == "3"
    assert undo(told) == escape.visible(message, "\n")


def undo(text: str) -> str:
    """As the runner of GitHub does."""
    for code, character in (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%")):
        text = text.replace(code, character)
    return text


GFM = (
    pyromark.Options.ENABLE_TABLES
    | pyromark.Options.ENABLE_STRIKETHROUGH
    | pyromark.Options.ENABLE_FOOTNOTES
    | pyromark.Options.ENABLE_MATH
)


@given(ANY | VISIBLE)
@example(EVIL)
@example("1. a")
@example("- a")
@example("# a")
@example("a\n===")
@example("&copy; $x$ [a](b) ![c](d) <e>")
def test_markdown_is_plain_text(text: str) -> None:
    heard = listen(pyromark.html(escape.markdown(text), options=GFM))
    assert set(heard.tags) <= {"p"}
    assert heard.text.rstrip("\n").replace("\u2060", "") == one_line(text).replace("\u2060", "")


@given(ANY | VISIBLE)
@example("`")
@example("``` a")
@example("a`")
def test_code_in_markdown_is_what_was_written(text: str) -> None:
    heard = listen(pyromark.html(escape.markdown_code(text), options=GFM))
    assert set(heard.tags) <= {"p", "code"}
    assert heard.text.strip() == one_line(text)


def one_line(text: str) -> str:
    return " ".join(escape.visible(text, "\n\t").split())


@pytest.mark.parametrize("text", ["@root", "see #12", "GH-3", "http://x.org", "www.x.org", "a@b.org"])
def test_markdown_mentions_nobody_and_links_nowhere(text: str) -> None:
    assert "\u2060" in escape.markdown(text)
