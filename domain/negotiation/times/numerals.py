"""Numbers as they stand in dates and clock times: 18.06., 2026-02-18, 12/02, 10:30, 10h30, 10.30."""

from collections.abc import Sequence

from domain.negotiation.times.lexicon.words import Word
from domain.negotiation.times.tokens import Mark, Token

LAST_HOUR, LAST_MINUTE, LAST_DAY, LAST_MONTH, SHORT_YEAR = 24, 59, 31, 12, 2
TWO_DIGITS = 2
_LONGEST = 4
YEAR_DIGITS = 4
_NOTHING = Word("", -1, -1, glued=False)


def read_number(words: Sequence[Word], at: int) -> tuple[Token, int]:
    """The numeral that begins at `at`, and how many words it takes."""
    for reader in (_iso, _date, _time, _dotted):
        found = reader(words, at)
        if found is not None:
            return found
    word = words[at]
    if len(word.text) > _LONGEST:
        return Token(Mark.WORD, word.start, word.end, text=word.text, glued=word.glued), 1
    return Token(Mark.NUMBER, word.start, word.end, int(word.text), word.text, glued=word.glued), 1


def _glued(words: Sequence[Word], at: int) -> Word:
    """The word at a place when no space stands before it."""
    return words[at] if at < len(words) and words[at].glued else _NOTHING


def _digits(words: Sequence[Word], at: int, most: int = 2) -> str:
    text = _glued(words, at).text
    return text if text.isdecimal() and len(text) <= most else ""


def _token(
    kind: Mark, words: Sequence[Word], at: int, taken: int, text: str, *parts: int
) -> tuple[Token, int]:
    first, last = words[at], words[at + taken - 1]
    return Token(kind, first.start, last.end, None, text, parts, first.glued), taken


def _iso(words: Sequence[Word], at: int) -> tuple[Token, int] | None:
    """2026-02-18, also with slashes or dots."""
    year, mark = words[at].text, _glued(words, at + 1).text
    month, day = _digits(words, at + 2), _digits(words, at + 4)
    if len(year) != YEAR_DIGITS or mark not in {"-", "/", "."} or _glued(words, at + 3).text != mark:
        return None
    if not (month and day and _is_month(int(month)) and _is_day(int(day))):
        return None
    return _token(Mark.DATE, words, at, 5, "ymd", int(year), int(month), int(day))


def _date(words: Sequence[Word], at: int) -> tuple[Token, int] | None:
    """12/02, 12/02/26, 18.06., 18.06.2026, 18-06-2026."""
    first, mark, second = words[at].text, _glued(words, at + 1).text, _digits(words, at + 2)
    if len(first) > TWO_DIGITS or not second or mark not in {"/", ".", "-"}:
        return None
    one, two = int(first), int(second)
    if not (_is_day(one) and _is_day(two) and (_is_month(one) or _is_month(two))):
        return None
    closing = _glued(words, at + 3).text
    year = _digits(words, at + 4, YEAR_DIGITS) if closing == mark else ""
    if len(year) in {SHORT_YEAR, YEAR_DIGITS}:
        return _token(
            Mark.DATE, words, at, 5, mark, one, two, int(year) + (2000 if len(year) == SHORT_YEAR else 0)
        )
    dashed = mark == "-" and one > LAST_MONTH and second.startswith("0") and closing not in {"-", ":", "."}
    if dashed or (mark == "/" and closing != "/"):
        return _token(Mark.DATE, words, at, 3, mark, one, two)
    if mark == "." and closing == "." and _is_month(two):
        return _token(Mark.DATE, words, at, 4, mark, one, two)
    return None


def _time(words: Sequence[Word], at: int) -> tuple[Token, int] | None:
    """10:30, 10:30:00, 10h30, 10h, 10 h 30."""
    hour, mark = words[at].text, words[at + 1].text if at + 1 < len(words) else ""
    if len(hour) > TWO_DIGITS or int(hour) > LAST_HOUR:
        return None
    minute = _digits(words, at + 2)
    if (
        mark == ":"
        and _glued(words, at + 1) is not _NOTHING
        and len(minute) == TWO_DIGITS
        and int(minute) <= LAST_MINUTE
    ):
        seconds = _glued(words, at + 3).text == ":" and len(_digits(words, at + 4)) == TWO_DIGITS
        return _token(Mark.TIME, words, at, 5 if seconds else 3, ":", int(hour), int(minute))
    if mark != "h":
        return None
    spaced = words[at + 2].text if at + 2 < len(words) else ""
    if not minute and not words[at + 1].glued and len(spaced) == TWO_DIGITS and spaced.isdecimal():
        minute = spaced
    if len(minute) == TWO_DIGITS and int(minute) <= LAST_MINUTE:
        return _token(Mark.TIME, words, at, 3, "h", int(hour), int(minute))
    return _token(Mark.TIME, words, at, 2, "h", int(hour), 0)


def _dotted(words: Sequence[Word], at: int) -> tuple[Token, int] | None:
    """10.30 and 12.02: what it is, the neighbours decide."""
    second = _digits(words, at + 2)
    if _glued(words, at + 1).text != "." or not second or len(words[at].text) > TWO_DIGITS:
        return None
    return _token(Mark.DOTTED, words, at, 3, ".", int(words[at].text), int(second))


def _is_day(number: int) -> bool:
    return 1 <= number <= LAST_DAY


def _is_month(number: int) -> bool:
    return 1 <= number <= LAST_MONTH
