"""Decoding, cleaning and the two facts that are guessed from text: a name and a mail address."""

import codecs
import re

from domain.language.marks import composed
from integrations.resume_text.reasons import unreadable

MAX_CHARS = 200_000
"""Longer text is cut: a resume has about 5,000 characters."""

_FEWEST_LETTERS = 20
_MOST_CONTROLS = 0.01
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_LINE_ENDS = re.compile(r"\r\n?|[\u000b\u000c\u0085\u2028\u2029]")
# Control characters but tab and line feed, lone surrogates, noncharacters: no database text holds them.
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff\ufeff]")
# One zero-width character joins letters or ends a line of Thai; runs of them, and tag characters, carry text.
_UNSEEN_RUN = re.compile(
    r"[\u200b-\u200f\u202a-\u202e\u2060-\u2064\u180e\ufeff]{3,}|[\U000e0000-\U000e007f]{7,}"
)
_MANY_BLANK_LINES = re.compile(r"\n{3,}")
_EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@(?:[\w-]{1,63}\.){1,8}[A-Za-z]{2,24}(?![\w-])")
_NAME_WORD = re.compile(r"[^\W\d_]+(?:[.'’-][^\W\d_]*)*")
_HEADINGS = (
    "curriculum vitae resume résumé lebenslauf cv profile profil summary contact experience education skills page"
    " address about objective personal data details angaben information professional"
)
_NOT_NAMES = frozenset(_HEADINGS.split())
_NAME_LINES = 5
_NAME_WORDS = range(2, 5)
_NAME_LENGTH = 60


def decode(content: bytes) -> str:
    """Text by its byte order mark, else UTF-8, else Windows-1252. Raises UnreadableResumeError."""
    encoding = next((name for bom, name in _BOMS if content.startswith(bom)), None)
    try:
        text = content.decode(encoding or "utf-8")
    except UnicodeDecodeError as error:
        if encoding is not None:
            raise unreadable("encoding") from error
        try:
            text = content.decode("cp1252")
        except UnicodeDecodeError:
            raise unreadable("encoding") from error
    strange = len(_CONTROLS.findall(text[:MAX_CHARS]))
    if strange > _MOST_CONTROLS * min(len(text), MAX_CHARS) + 1:
        raise unreadable("encoding")
    return text


def clean(text: str) -> str:
    """NFKC, no control characters, lines kept, at most one blank line in a row. Raises when almost nothing is left."""
    text = _LINE_ENDS.sub("\n", text[:MAX_CHARS])
    text = composed(_CONTROLS.sub("", text))[:MAX_CHARS]
    text = _MANY_BLANK_LINES.sub("\n\n", "\n".join(map(str.rstrip, text.split("\n")))).strip()
    if sum(map(str.isalpha, text)) < _FEWEST_LETTERS:
        raise unreadable("too_short")
    return text


def without_unseen(text: str) -> tuple[str, int]:
    """The text without runs of characters that have no shape, and how many of them there were."""
    text = text[:MAX_CHARS]
    kept = _UNSEEN_RUN.sub("", text)
    return kept, len(text) - len(kept)


def email_in(text: str) -> str | None:
    """The first mail address of the text."""
    match = _EMAIL.search(text)
    return match.group() if match else None


def name_in(text: str) -> str | None:
    """The first plausible line: two to four capitalised words, no heading. A guess, for want of a form field."""
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    for line in lines[:_NAME_LINES]:
        words = line.split()
        if len(line) <= _NAME_LENGTH and len(words) in _NAME_WORDS and all(map(_is_name_word, words)):
            return line.title() if line.isupper() else line
    return None


def _is_name_word(word: str) -> bool:
    return bool(_NAME_WORD.fullmatch(word)) and word[0].isupper() and word.lower() not in _NOT_NAMES
