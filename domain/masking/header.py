"""The lines above the first heading: whose resume it is, and where to find them."""

import re
from collections import Counter

from domain.masking.addresses import header_address
from domain.masking.contacts import header_contacts
from domain.masking.headings import CREDENTIALS, CV_TITLES, TITLE_WORDS, header_end
from domain.masking.names import looks_like_a_name
from domain.masking.places import is_country
from domain.masking.tokens import TOKEN, only_tokens

_PIECES = re.compile(r"([ \t]*[|•·●,;\t/]+[ \t]*|[ \t]+[-–—]+[ \t]+|[ \t]{3,})")
_CV_OF = re.compile(
    r"(?i)^[ \t]*(curriculum vit(?:ae|æ)|tabellarischer lebenslauf|lebenslauf|r[eé]sum[eé]|cv|hoja de vida"
    r"|curr[ií]cul(?:um|o)(?: vitae)?)(?:[ \t]+(?:of|von|de|do|da|for|al|lui))?[ \t]*[-:–,]?[ \t]+"
)


def without_header(text: str, removed: Counter[str]) -> tuple[str, tuple[str, ...]]:
    """Cut names, contacts and addresses above the first heading; also returns the names that were found.

    The first line is the name when it looks like one. Lines between it and the last contact line are the
    person's too, where they are no job title.
    """
    lines = text.split("\n")
    end = header_end(lines)
    head = [header_contacts(header_address(line, removed), removed) for line in lines[:end]]
    contact_lines = [number for number, line in enumerate(head) if _found(line, lines[number])]
    last_contact = max(contact_lines, default=-1)
    names: list[str] = []
    expecting_name = True
    for number, line in enumerate(head):
        stripped = line.strip()
        if not stripped or stripped.strip(":").casefold() in CV_TITLES:
            continue
        titled = _CV_OF.match(line)
        rest = line[titled.end() :] if titled else line
        kept = titled[0] if titled else ""
        if expecting_name and not only_tokens(rest):
            name, rest = _first_name(rest)
            if name:
                names.append(name)
                removed["name"] += 1
        expecting_name = False
        if number <= last_contact:
            rest = _contact_line(rest, TOKEN in rest, removed)
        head[number] = kept + rest
    return "\n".join(head + lines[end:]), tuple(names)


def _found(line: str, original: str) -> bool:
    return line != original or any(only_tokens(piece) for piece in _PIECES.split(line))


def _first_name(line: str) -> tuple[str | None, str]:
    """The name that a line begins with, if any, and the line without it."""
    pieces = _PIECES.split(line)
    if TOKEN in pieces[0] or not looks_like_a_name(pieces[0]):
        return None, line
    name = pieces[0]
    # "Walsh, Emily": a single word, a comma, and more of the name.
    used = 1
    if (
        pieces[1:2]
        and pieces[1].strip() == ","
        and len(name.split()) == 1
        and pieces[2].strip(". ").casefold() not in CREDENTIALS
        and looks_like_a_name(pieces[2])
    ):
        name, used = f"{pieces[2].strip()} {name.strip()}", 3
    words = name.split()
    credentials = [word for word in words if word.strip(".,").casefold() in CREDENTIALS and word.isupper()]
    if credentials and len(credentials) < len(words) and words[-1] in credentials and words[2:]:
        kept = f"{TOKEN} {credentials[-1]}"
        name = " ".join(word for word in words if word not in credentials)
    else:
        kept = TOKEN
    return name.strip(" .,"), kept + "".join(pieces[used:])


def _contact_line(line: str, beside_contact: bool, removed: Counter[str]) -> str:
    """A line in the block of contacts: towns and names go, titles and skills stay."""
    pieces = _PIECES.split(line)
    for place in range(0, len(pieces), 2):
        piece = pieces[place].strip(" .")
        if not piece or TOKEN in piece or piece.casefold() in CREDENTIALS:
            continue
        small = piece.casefold()
        if is_country(small) or (
            looks_like_a_name(piece)
            and (beside_contact or len(pieces) == 1)
            and not any(word in TITLE_WORDS for word in small.split())
        ):
            pieces[place] = TOKEN
            removed["address"] += 1
    return "".join(pieces)
