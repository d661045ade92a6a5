"""Texts with a bounded number of combining marks on one letter.

Putting marks into canonical order takes quadratic time in Python's `unicodedata`: a minute for 200,000 marks in a
row. Real writing needs a handful; Unicode's own limit for streams is 30 (UAX 15, Stream-Safe Text Format).
"""

import re
import unicodedata
from functools import cache

MOST_MARKS = 30
"""Marks that stay on one letter."""

_FIRST, _AFTER = 0x300, 0x1E94B
"""All combining marks of Unicode 14 lie in this range of code points."""


def few_marks(text: str) -> str:
    """The text without the marks that a letter has beyond the first MOST_MARKS."""
    return text if text.isascii() else _too_many().sub(r"\1", text)


@cache
def _too_many() -> re.Pattern[str]:
    marks = "".join(filter(_is_mark, map(chr, range(_FIRST, _AFTER))))
    return re.compile(rf"([{marks}]{{{MOST_MARKS}}})[{marks}]+")


def _is_mark(character: str) -> bool:
    # Some characters are no marks themselves but are taken apart into marks (half-width voiced sound marks).
    return unicodedata.combining(unicodedata.normalize("NFKD", character)[0]) > 0


def composed(text: str) -> str:
    """The text in composed form (NFKC), with few marks on each letter. Composing twice is once."""
    if text.isascii():
        return text
    return few_marks(unicodedata.normalize("NFKC", few_marks(text)))
