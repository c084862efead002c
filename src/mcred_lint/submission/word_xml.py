"""Small words of WordprocessingML that the Word reader's modules share."""

from __future__ import annotations

from xml.etree import ElementTree as ET

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
VAL = f"{W}val"


def value(element: ET.Element | None) -> str | None:
    """The `w:val` of an element that may be missing."""
    return None if element is None else element.get(VAL)


def switched(element: ET.Element | None) -> bool | None:
    """An on/off property: None where it is not given."""
    return None if element is None else element.get(VAL, "1").lower() not in ("0", "false", "off", "none")


def whole(text: str | None) -> int | None:
    """A whole number as Office writes it; None where there is none."""
    try:
        return int(text[:9]) if text else None
    except ValueError:
        return None
