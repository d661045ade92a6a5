"""Text of one XML part of a DOCX, without the runs that a reader cannot see.

Part of the worker, which loads this file by its path: it imports nothing of the project. A run is not seen when
it is marked as hidden, set below four points, or white without any shading behind it; its own properties count,
else those of its style.
"""

import io
from dataclasses import dataclass, field
from typing import Any

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
# Files saved as "Strict Open XML" use another namespace for the same elements.
STRICT = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"

SMALLEST_HALF_POINTS = 8
_WHITEST = 0xEB
_OFF = frozenset({"0", "false", "off", "none"})
_PLAIN_FILLS = frozenset({None, "", "auto", "FFFFFF"})
_PROPERTIES = frozenset({"vanish", "sz", "color", "shd", "highlight"})
_BACKGROUND = "background"
"""In the look of a table style: it shades cells of its own choice."""
_DEEPEST_STYLE = 12

Look = dict[str, str]
"""Property -> value, for the properties that can hide a run."""


@dataclass(slots=True)
class PartText:
    """The text of a part and how many words of it were left out."""

    text: str
    hidden_words: int


@dataclass(slots=True)
class _State:
    """Where the reader stands."""

    styles: dict[str, Look]
    path: list[str] = field(default_factory=list)
    run: Look = field(default_factory=dict)
    paragraph: Look = field(default_factory=dict)
    shaded: list[str] = field(default_factory=list)
    """Open shaded cells, tables of a shaded style, and shapes, whose background may be any."""

    def is_hidden(self) -> bool:
        look = self.paragraph | self.run
        if look.get("vanish", "0") not in _OFF:
            return True
        size = look.get("sz", "")
        if size.isdigit() and int(size) < SMALLEST_HALF_POINTS:
            return True
        is_shaded = bool(self.shaded) or any(name in look for name in ("shd", "highlight"))
        return not is_shaded and _is_white(look.get("color", ""))


def part_text(xml: bytes, styles: dict[str, Look], iterparse: Any) -> PartText:
    """Read a part event by event, so that deep nesting costs no stack.

    `iterparse` is a parser that refuses entities and DTDs; its errors pass through.
    """
    pieces: list[str] = []
    hidden_words = in_fallback = 0
    state = _State(styles)
    for event, element in iterparse(io.BytesIO(xml), events=("start", "end"), forbid_dtd=True):
        kind = _kind(element.tag)
        if element.tag == FALLBACK:
            # Older copies of text boxes stand here a second time.
            in_fallback += 1 if event == "start" else -1
        if event == "start":
            _open(state, kind)
            continue
        _close(state, kind, element)
        if not in_fallback:
            piece = _piece(kind, element.text)
            if kind == "t" and piece.strip() and state.is_hidden():
                hidden_words += len(piece.split())
            else:
                pieces.append(piece)
        element.clear()
    return PartText("".join(pieces), hidden_words)


def style_looks(xml: bytes, iterparse: Any) -> dict[str, Look]:
    """What the styles of a document say about visibility, inherited properties included."""
    own: dict[str, Look] = {}
    bases: dict[str, str] = {}
    name = ""
    path: list[str] = []
    for event, element in iterparse(io.BytesIO(xml), events=("start", "end"), forbid_dtd=True):
        kind = _kind(element.tag)
        if event == "start":
            path.append(kind)
            if kind == "style":
                name = _value(element, "styleId") or ""
                own[name] = {}
            continue
        path.pop()
        if name and kind == "basedOn":
            bases[name] = _value(element) or ""
        elif name and kind in _PROPERTIES and path and path[-1] in {"rPr", "pPr"}:
            _note(own[name], kind, element)
        elif name and kind == "shd" and _value(element, "fill") not in _PLAIN_FILLS:
            own[name][_BACKGROUND] = "1"
        elif kind == "style":
            name = ""
            element.clear()
    looks: dict[str, Look] = {}
    for style in own:
        chain = [style]
        while len(chain) < _DEEPEST_STYLE and bases.get(chain[-1]) in own:
            chain.append(bases[chain[-1]])
        looks[style] = {key: value for one in reversed(chain) for key, value in own[one].items()}
    return looks


def _open(state: _State, kind: str) -> None:
    state.path.append(kind)
    if kind == "p":
        state.paragraph, state.run = {}, {}
    elif kind == "r":
        state.run = {}
    elif kind == "txbxContent":
        state.shaded.append(kind)


def _close(state: _State, kind: str, element: Any) -> None:
    state.path.pop()
    parent = state.path[-1] if state.path else ""
    if kind == "rStyle":
        state.run = {**state.styles.get(_value(element) or "", {}), **state.run}
    elif kind == "pStyle":
        state.paragraph = {**state.styles.get(_value(element) or "", {}), **state.paragraph}
    elif kind == "tblStyle":
        look = state.styles.get(_value(element) or "")
        if look is None or _BACKGROUND in look:
            state.shaded.append("tbl")
    elif kind in _PROPERTIES:
        _keep(state, kind, parent, element)
    elif state.shaded and kind == state.shaded[-1]:
        state.shaded.pop()


def _keep(state: _State, kind: str, parent: str, element: Any) -> None:
    """Put a property where it belongs: run, paragraph, or the cell it shades."""
    if parent == "rPr" and "r" in state.path[-2:-1]:
        _note(state.run, kind, element)
    elif parent == "pPr" and kind == "shd":
        _note(state.paragraph, kind, element)
    elif parent == "tcPr" and kind == "shd" and _value(element, "fill") not in _PLAIN_FILLS:
        state.shaded.append("tc")


def _note(look: Look, kind: str, element: Any) -> None:
    if kind == "shd":
        fill = _value(element, "fill")
        if fill not in _PLAIN_FILLS:
            look[kind] = fill or ""
        return
    value = _value(element)
    look[kind] = value if value is not None else "1"


def _is_white(colour: str) -> bool:
    try:
        number = int(colour, 16)
    except ValueError:
        return False
    return len(colour) == len("RRGGBB") and min(number >> 16, number >> 8 & 255, number & 255) >= _WHITEST


def _kind(tag: str) -> str:
    return tag.removeprefix(WORD).removeprefix(STRICT)


def _value(element: Any, name: str = "val") -> str | None:
    found = element.get(WORD + name)
    value = element.get(STRICT + name) if found is None else found
    return None if value is None else str(value)


def _piece(kind: str, text: str | None) -> str:
    if kind == "t":
        return text or ""
    if kind in {"p", "br", "cr"}:
        return "\n"
    return "\t" if kind == "tab" else ""
