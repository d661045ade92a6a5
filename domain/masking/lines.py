"""Small tools of all rules: sets of words, and the few lines that are worth a closer look."""


def word_set(text: str) -> frozenset[str]:
    """The words of a table, which stand one after the other."""
    return frozenset(text.split())


def lines_with(text: str, hints: tuple[str, ...]) -> set[int]:
    """Numbers of the lines with one of these; much faster than looking at every line for each."""
    found = []
    for hint in hints:
        place = text.find(hint)
        while place >= 0:
            found.append(place)
            place = text.find(hint, place + 1)
    lines: set[int] = set()
    number = reached = 0
    for place in sorted(found):
        number += text.count("\n", reached, place)
        reached = place
        lines.add(number)
    return lines
