"""PDF files made by hand for tests: text set at places, lines, links."""

from __future__ import annotations

from collections.abc import Sequence

_FONTS = (
    "<< /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >> "
    "/F2 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold >> >> /XObject << /Im1 4 0 R >> >>"
)
_PICTURE = (
    "<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 /Length 1 >>\n"
    "stream\nA\nendstream"
)
WIDTH, HEIGHT = 612, 792


def text(x: float, y: float, words: str, size: float = 11, font: str = "F1") -> str:
    """One string, its baseline beginning at (x, y) points from the bottom left."""
    escaped = words.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
    return f"BT /{font} {size} Tf {x} {y} Td ({escaped}) Tj ET\n"


def lines(y: float, *rows: str, x: float = 72, size: float = 11, step: float = 13) -> str:
    """Rows of text below each other."""
    return "".join(text(x, y - step * number, row, size) for number, row in enumerate(rows))


def grid(xs: Sequence[float], ys: Sequence[float]) -> str:
    """A table's lines."""
    across = (f"{xs[0]} {y} m {xs[-1]} {y} l S" for y in ys)
    upright = (f"{x} {ys[0]} m {x} {ys[-1]} l S" for x in xs)
    return "\n".join(("1 w", *across, *upright, ""))


PICTURE = "q 400 0 0 400 72 200 cm /Im1 Do Q"


def pdf(*pages: str, links: Sequence[tuple[str, Sequence[float]]] = (), info: str = "", more: str = "") -> bytes:
    """A PDF of these page contents; `links` (target, box) and `more` annotations are on the first page."""
    notes = "".join(
        f"<< /Type /Annot /Subtype /Link /Rect [{' '.join(map(str, box))}] /A << /S /URI /URI ({target}) >> >>"
        for target, box in links
    )
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", "", _FONTS, _PICTURE, f"<< {info} >>"]
    kids = []
    for number, content in enumerate(pages):
        annotations = f"/Annots [{notes}{more}]" if number == 0 else ""
        kids.append(f"{len(objects) + 1} 0 R")
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {WIDTH} {HEIGHT}] /Resources 3 0 R "
            f"/Contents {len(objects) + 2} 0 R {annotations} >>"
        )
        objects.append(f"<< /Length {len(content.encode('cp1252'))} >>\nstream\n{content}\nendstream")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    return _file(objects)


def _file(objects: Sequence[str]) -> bytes:
    made, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, start=1):
        places.append(len(made))
        made += f"{number} 0 obj\n{content}\nendobj\n".encode("cp1252")
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    trailer = f"trailer << /Size {len(objects) + 1} /Root 1 0 R /Info 5 0 R >>\nstartxref\n{len(made)}\n%%EOF"
    return made + f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}{trailer}".encode()
