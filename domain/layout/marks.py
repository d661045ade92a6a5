"""Marks that set a text without saying anything: bullets, invisible characters, odd spaces, ligatures."""

import re

from domain.language.marks import composed

_BULLET = re.compile(
    r"(?m)^[^\S\n]*(?:(?:[•▪▫◦●○■□◆◇►▶➢➤➔→✓✔✦★☆⁃∙·\ue000-\uf8ff\ufffd]|[-–—*+>](?=\s))[^\S\n]*)+|^[^\S\n]+"
)
# Soft hyphens, zero-width and direction marks.
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]")
_SPACE = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")


def without_invisible(text: str) -> str:
    """The text in composed form (NFKC), with plain spaces and without invisible characters."""
    if text.isascii():
        return text
    return _INVISIBLE.sub("", _SPACE.sub(" ", composed(text)))


def without_bullets(text: str) -> str:
    """The lines without the marks and spaces that they begin with."""
    return _BULLET.sub("", text)
