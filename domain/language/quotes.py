"""The readable piece of a line around a place in a text."""

_LONGEST = 120


def quote_around(text: str, start: int, end: int) -> tuple[int, int]:
    """Start and end of the line around a place, of a long line some 120 characters of whole words."""
    left = text.rfind("\n", 0, start) + 1
    stop = text.find("\n", end)
    right = stop if stop >= 0 else len(text)
    if right - left > _LONGEST:
        cut = max(left, start - _LONGEST // 3)
        far = max(end, cut + _LONGEST)
        # Whole words: from the first blank after the cut, to the last one before the end.
        blank = text.find(" ", cut, start) if cut > left else cut
        left = cut if blank < 0 else blank
        if far < right:
            last = text.rfind(" ", end, far)
            right = last if last >= 0 else far
    while left < start and text[left].isspace():
        left += 1
    while right > end and text[right - 1].isspace():
        right -= 1
    return left, right
