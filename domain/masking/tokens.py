"""The token that stands for what was cut, and the white space around it.

Two resumes that differ only in who the person is must become the same text, so nothing may tell how long
the cut part was, how many words it had, or on how many lines it stood.
"""

TOKEN = "▮"  # noqa: S105 - a sign in a text, no secret
"""Stands for anything cut, whatever it was."""

_SPACE = " \t\u00a0\u200b"
_BETWEEN = _SPACE + ",;:|/•·●▪*+&\\_-–—"
"""Signs that only separate: between two tokens, or on a line with nothing but tokens, they say nothing."""
_BRACKETS = {"(": ")", "[": "]", "{": "}", "<": ">"}
_ALONE = _BETWEEN + ".()[]{}<>'’\""


def tidy(text: str) -> str:
    """The text with one token for neighbouring tokens, one space around each, one line for lines of them."""
    if TOKEN not in text:
        return text
    lines: list[str] = []
    after_token = False
    for line in text.split("\n"):
        if TOKEN in line:
            tidied = _tidy_line(line)
            if tidied == TOKEN and after_token:
                continue
            after_token = tidied == TOKEN
            lines.append(tidied)
        elif not after_token or line.strip():
            after_token = False
            lines.append(line)
    return "\n".join(lines)


def only_tokens(line: str) -> bool:
    """Whether a line says nothing but that something was cut."""
    return TOKEN in line and not line.replace(TOKEN, "").strip(_ALONE)


def _tidy_line(line: str) -> str:
    if only_tokens(line):
        return TOKEN
    first, *others = line.split(TOKEN)
    # Each kept piece of text, with a token before every piece but the first.
    pieces = [first]
    for other in others:
        piece = other
        while (opened := pieces[-1].rstrip(_SPACE)[-1:]) in _BRACKETS and piece.lstrip(_SPACE).startswith(
            _BRACKETS[opened]
        ):
            pieces[-1] = pieces[-1].rstrip(_SPACE)[:-1]
            piece = piece.lstrip(_SPACE)[1:]
        if len(pieces) > 1 and not pieces[-1].strip(_BETWEEN):
            pieces[-1] = piece
        else:
            pieces.append(piece)
    return TOKEN.join(_spaced(piece, number, len(pieces)) for number, piece in enumerate(pieces)).strip(
        _SPACE
    )


def _spaced(piece: str, number: int, count: int) -> str:
    """A piece with at most one space towards its tokens, and none where it had none."""
    if number:
        rest = piece.lstrip(_SPACE)
        piece = rest if len(rest) == len(piece) else f" {rest}"
    if number < count - 1:
        rest = piece.rstrip(_SPACE)
        piece = rest if len(rest) == len(piece) else f"{rest} "
    return piece
