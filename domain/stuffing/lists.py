"""Which words of a resume stand only in lists (of skills, tools, keywords), and nowhere beside any work."""

import re

from domain.stuffing.tokens import Tokens

_LINE = re.compile(r"[^\n]+")
_SEPARATORS = ",;|•·/\t"
_FEWEST_PARTS = 4
_MOST_WORDS_A_PART = 3.0
_HEADINGS = (
    "skill skills competency competencies expertise technologies tools strengths qualifications keywords highlights"
    " kenntnisse fähigkeiten kompetenzen compétences outils habilidades competencias competências conocimientos"
    " conhecimentos"
)
_HEADING_WORDS = frozenset(_HEADINGS.split())
_MOST_HEADING_WORDS = 4
_HEADING_LENGTH = 40
_ITEM_WORDS = 6
_LONGEST_BLOCK = 60


def listed_only(tokens: Tokens) -> dict[str, str]:
    """Key -> word as written, for content words that stand in lists only; in order of appearance."""
    lists = _list_lines(tokens.text)
    inside: dict[str, str] = {}
    outside: set[str] = set()
    at = 0
    for key, start, end in zip(tokens.keys, tokens.starts, tokens.ends, strict=True):
        while at < len(lists) and lists[at][1] <= start:
            at += 1
        if at < len(lists) and lists[at][0] <= start:
            inside.setdefault(key, tokens.text[start:end])
        else:
            outside.add(key)
    return {key: word for key, word in inside.items() if key not in outside}


def _list_lines(text: str) -> list[tuple[int, int]]:
    """Spans of lines that are lists: many short parts, or short lines under a heading of skills."""
    lines: list[tuple[int, int]] = []
    separators = [separator for separator in _SEPARATORS if separator in text]
    left = 0
    for match in _LINE.finditer(text):
        line = match[0]
        words = line.count(" ") + 1
        if len(line) <= _HEADING_LENGTH and words <= _MOST_HEADING_WORDS and _is_heading(line):
            left = _LONGEST_BLOCK
        elif left and words <= _ITEM_WORDS and not line.endswith(":"):
            left -= 1
            lines.append(match.span())
        else:
            parts = sum(map(line.count, separators)) + 1
            if (parts >= _FEWEST_PARTS and words <= _MOST_WORDS_A_PART * parts) or _is_heading(_label(line)):
                lines.append(match.span())
            else:
                left = 0
    return lines


def _label(line: str) -> str:
    """What stands before a colon at the beginning of the line: "Skills: ..."."""
    at = line.find(":", 0, _HEADING_LENGTH)
    return line[:at] if at > 0 else ""


def _is_heading(line: str) -> bool:
    words = line.lower().replace(":", " ").split()
    return len(words) <= _MOST_HEADING_WORDS and not _HEADING_WORDS.isdisjoint(words)
