"""Plain letters for comparing words, with the way back to the text: case, accents, typographic marks."""

import unicodedata
from dataclasses import dataclass
from functools import lru_cache

_MARKS = {
    **dict.fromkeys("\u2018\u2019\u201a\u201b\u2032\u02bc\u00b4\u0060", "'"),
    **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d\u2192\u2053\u301c", "-"),
    **dict.fromkeys("\u2022\u25cf\u25aa\u2023\u25e6\u00b7\u2043\u25cb\u25a0\u2219", "\u2022"),
    "\u0131": "i",
    "\u00f8": "o",
    "\u20e3": "",
    "\r": "",
}


@dataclass(frozen=True, slots=True)
class Folded:
    """Folded text and, for each of its characters (and its end), the offset in the text it came from."""

    text: str
    offsets: tuple[int, ...] | None
    """None: every character stayed where it was."""

    def at(self, position: int) -> int:
        """Offset in the text for a position in the folded one."""
        return position if self.offsets is None else self.offsets[position]


def fold(text: str) -> Folded:
    """Fold a text. Characters without a visible form disappear; "\u00df" becomes two letters."""
    if text.isascii() and "\r" not in text and "`" not in text:
        return Folded(text.lower(), None)
    parts = [_fold_one(char) for char in text]
    offsets = [place for place, part in enumerate(parts) for _ in part]
    offsets.append(len(text))
    return Folded("".join(parts), tuple(offsets))


@lru_cache(maxsize=4096)
def _fold_one(char: str) -> str:
    if char in _MARKS:
        return _MARKS[char]
    kept = (part for part in unicodedata.normalize("NFKD", char) if not unicodedata.combining(part))
    folded = "".join(_MARKS.get(part, part) for part in "".join(kept).casefold())
    return "".join(
        part for part in folded if part.isspace() or unicodedata.category(part) not in {"Cf", "Cc"}
    )
