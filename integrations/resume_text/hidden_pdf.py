"""Text of a PDF page that a reader cannot see: found by how it is drawn, and taken off the page.

Part of the worker, which loads this file by its path: it imports nothing of the project. Left alone: text that
a picture or a shape of another colour makes visible, and the text layer over a scanned page, which is invisible
by design. Not looked at: clipping, layers that are switched off, and text that is covered afterwards.
"""

import ctypes
import math
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from pypdfium2 import raw

SMALLEST_HEIGHT = 4.0
"""Points. Footnotes and the smallest print of resumes stand at 6 or more."""

_SMALLEST_WIDTH = 1.0
_NEAREST_COLOUR = 20
"""Of 255, per channel: what stands closer to its background is not read by anybody."""
_FAINTEST = 13
_DEEPEST = 5
_MOST_OBJECTS = 100_000
_SCAN_SHARE = 0.5
_RECTANGLE_SEGMENTS = range(4, 7)
_INVISIBLE_MODES = (raw.FPDF_TEXTRENDERMODE_INVISIBLE, raw.FPDF_TEXTRENDERMODE_CLIP)
_FILLING_MODES = (raw.FPDF_TEXTRENDERMODE_FILL, raw.FPDF_TEXTRENDERMODE_FILL_CLIP)
_WHITE = (255, 255, 255)

Box = tuple[float, float, float, float]
Matrix = tuple[float, float, float, float, float, float]
_IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


@dataclass(slots=True)
class _Page:
    """What has been drawn so far."""

    box: Box
    backs: list[tuple[Box, tuple[int, int, int] | None]] = field(default_factory=list)
    """Areas with their colour, the latest on top; no colour where it is not one."""
    pictures: float = 0.0
    """Share of the page that pictures cover, counted without overlaps being taken off."""
    visible: int = 0
    hidden: list[tuple[Any, Any]] = field(default_factory=list)
    """Hidden text objects, each with the form that holds it, if any."""
    unseen: list[tuple[Any, Any]] = field(default_factory=list)
    """Those of them that are drawn in the invisible mode, as the text layer of a scan is."""


def take_hidden_off(page: Any, budget: list[int]) -> bool:
    """Take the text off the page (a `PdfPage`) that a reader cannot see; whether there was any.

    `budget` holds how many objects may still be looked at in this file, and is lowered.
    """
    seen = _Page(box=page.get_bbox())
    for found, form, matrix in _objects(page.raw, budget):
        kind = raw.FPDFPageObj_GetType(found)
        if kind == raw.FPDF_PAGEOBJ_TEXT:
            _look_at_text(seen, found, form, matrix)
        elif kind in {raw.FPDF_PAGEOBJ_PATH, raw.FPDF_PAGEOBJ_IMAGE, raw.FPDF_PAGEOBJ_SHADING}:
            _look_at_area(seen, found, kind, matrix)
    is_scan = seen.pictures >= _SCAN_SHARE and not seen.visible
    hidden = seen.hidden if is_scan else [*seen.hidden, *seen.unseen]
    for found, form in hidden:
        # The objects leave the page in memory only; the process ends before their memory matters.
        if form is None:
            raw.FPDFPage_RemoveObject(page.raw, found)
        else:
            raw.FPDFFormObj_RemoveObject(form, found)
    return bool(hidden)


def new_budget() -> list[int]:
    """How many objects of one file are looked at; what a file draws beyond that is read as it is."""
    return [_MOST_OBJECTS]


def _objects(page: Any, budget: list[int]) -> Iterator[tuple[Any, Any, Matrix]]:
    """All objects in drawing order with the form that holds them and the form's matrix."""
    for index in range(raw.FPDFPage_CountObjects(page)):
        yield from _within(raw.FPDFPage_GetObject(page, index), None, _IDENTITY, 0, budget)


def _within(
    found: Any, form: Any, matrix: Matrix, depth: int, budget: list[int]
) -> Iterator[tuple[Any, Any, Matrix]]:
    budget[0] -= 1
    if budget[0] < 0:
        return
    if raw.FPDFPageObj_GetType(found) != raw.FPDF_PAGEOBJ_FORM:
        yield found, form, matrix
    elif depth < _DEEPEST:
        inner = _times(_matrix(found), matrix)
        for index in range(raw.FPDFFormObj_CountObjects(found)):
            yield from _within(raw.FPDFFormObj_GetObject(found, index), found, inner, depth + 1, budget)


def _look_at_text(seen: _Page, found: Any, form: Any, outer: Matrix) -> None:
    box = _box(found, outer)
    if box is None:
        return
    mode = raw.FPDFTextObj_GetTextRenderMode(found)
    if mode in _INVISIBLE_MODES:
        seen.unseen.append((found, form))
    elif _is_small(found, outer) or _is_outside(box, seen.box) or _melts(seen, found, box, mode):
        seen.hidden.append((found, form))
    else:
        seen.visible += 1


def _is_small(found: Any, outer: Matrix) -> bool:
    size = ctypes.c_float()
    if not raw.FPDFTextObj_GetFontSize(found, size):
        return False
    a, b, c, d, *_ = _times(_matrix(found), outer)
    return (
        abs(size.value) * math.hypot(c, d) < SMALLEST_HEIGHT
        or abs(size.value) * math.hypot(a, b) < _SMALLEST_WIDTH
    )


def _is_outside(box: Box, page: Box) -> bool:
    left, bottom, right, top = box
    return right < page[0] or left > page[2] or top < page[1] or bottom > page[3]


def _melts(seen: _Page, found: Any, box: Box, mode: int) -> bool:
    """Whether the text has the colour of what lies behind its middle, or none at all."""
    if mode not in _FILLING_MODES:
        return False
    fill = _fill(found)
    if fill is None:
        return False
    colour, alpha = fill
    if alpha < _FAINTEST:
        return True
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    behind: tuple[int, int, int] | None = _WHITE
    for (left, bottom, right, top), drawn in reversed(seen.backs):
        if left <= x <= right and bottom <= y <= top:
            behind = drawn
            break
    return behind is not None and all(
        abs(one - other) <= _NEAREST_COLOUR for one, other in zip(colour, behind, strict=True)
    )


def _look_at_area(seen: _Page, found: Any, kind: int, outer: Matrix) -> None:
    box = _box(found, outer)
    if box is None:
        return
    if kind != raw.FPDF_PAGEOBJ_PATH:
        seen.backs.append((box, None))
        if kind == raw.FPDF_PAGEOBJ_IMAGE:
            seen.pictures += _area(box) / max(1.0, _area(seen.box))
        return
    fill_mode, stroke = ctypes.c_int(), ctypes.c_int()
    if not raw.FPDFPath_GetDrawMode(found, fill_mode, stroke) or not fill_mode.value:
        return
    fill = _fill(found)
    is_plain = raw.FPDFPath_CountSegments(found) in _RECTANGLE_SEGMENTS
    if fill is None or not is_plain:
        seen.backs.append((box, None))
    elif fill[1] > 255 - _FAINTEST:
        seen.backs.append((box, fill[0]))
    elif fill[1] >= _FAINTEST:
        seen.backs.append((box, None))


def _fill(found: Any) -> tuple[tuple[int, int, int], int] | None:
    """Colour and opacity (0 to 255 each); None when the object is filled with something else."""
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    if not raw.FPDFPageObj_GetFillColor(found, red, green, blue, alpha):
        return None
    return (red.value, green.value, blue.value), alpha.value


def _box(found: Any, outer: Matrix) -> Box | None:
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    if not raw.FPDFPageObj_GetBounds(found, left, bottom, right, top):
        return None
    if outer == _IDENTITY:
        return left.value, bottom.value, right.value, top.value
    a, b, c, d, e, f = outer
    corners = [(x, y) for x in (left.value, right.value) for y in (bottom.value, top.value)]
    xs = [a * x + c * y + e for x, y in corners]
    ys = [b * x + d * y + f for x, y in corners]
    return min(xs), min(ys), max(xs), max(ys)


def _area(box: Box) -> float:
    return max(0.0, box[2] - box[0]) * max(0.0, box[3] - box[1])


def _matrix(found: Any) -> Matrix:
    matrix = raw.FS_MATRIX()
    if not raw.FPDFPageObj_GetMatrix(found, matrix):
        return _IDENTITY
    return matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f


def _times(first: Matrix, then: Matrix) -> Matrix:
    a, b, c, d, e, f = first
    k, m, n, o, p, q = then
    return a * k + b * n, a * m + b * o, c * k + d * n, c * m + d * o, e * k + f * n + p, e * m + f * o + q
