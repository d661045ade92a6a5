"""Words and passages that a resume repeats far beyond what real resumes do. They count once.

Of 728 real resumes none holds a passage of twelve content words more than four times, and none a word more
than ten times within 24 content words (half of them: four times), or more often than 8.7 % of its words,
or says a phrase four times on end (one word: seven times).
"""

from collections import Counter, deque

_PASSAGE = 12
_MOST_PASSAGES = 4
_WINDOW = 24
_MOST_IN_WINDOW = 11
_MOST_OF_ALL = 0.1
_ALWAYS_FINE = 30
_LONGEST_PHRASE = 8
_MOST_ON_END = 3
_MOST_WORDS_ON_END = 6


def repeated_passages(keys: tuple[str, ...]) -> list[tuple[int, int]]:
    """Ranges of content words of the second and further copies of a passage."""
    often = Counter(keys)
    longest = run = 0
    for key in keys:
        # Every word of such a passage stands in the text at least as often: cheap to rule out.
        run = run + 1 if often[key] > _MOST_PASSAGES else 0
        longest = max(longest, run)
    if longest < _PASSAGE:
        return []
    grams = [hash(keys[i : i + _PASSAGE]) for i in range(len(keys) - _PASSAGE + 1)]
    counts = Counter(grams)
    if max(counts.values()) <= _MOST_PASSAGES:
        return []
    seen: set[int] = set()
    ranges: list[tuple[int, int]] = []
    first_until = 0
    for place, gram in enumerate(grams):
        if counts[gram] <= _MOST_PASSAGES:
            continue
        if gram in seen:
            ranges.append((max(place, first_until), place + _PASSAGE))
        else:
            seen.add(gram)
            first_until = place + _PASSAGE
    return [(start, end) for start, end in ranges if start < end]


def repeated_words(keys: tuple[str, ...]) -> list[tuple[int, int]]:
    """Single content words: all but the first of a dense cluster, and those above the largest natural share."""
    places_of: dict[str, list[int]] = {}
    for place, key in enumerate(keys):
        places_of.setdefault(key, []).append(place)
    cut: set[int] = set()
    for places in places_of.values():
        if len(places) <= _MOST_IN_WINDOW:
            continue
        cut.update(_crowded(places))
        most = max(_ALWAYS_FINE, int(_MOST_OF_ALL * len(keys)))
        cut.update(places[most:])
    return [(place, place + 1) for place in sorted(cut)]


def _crowded(places: list[int]) -> set[int]:
    """Places of a word within a window that holds it too often, without the first of each cluster."""
    window: deque[int] = deque()
    crowded: set[int] = set()
    for place in places:
        window.append(place)
        while window[0] <= place - _WINDOW:
            window.popleft()
        if len(window) > _MOST_IN_WINDOW:
            crowded.update(window)
    return {place for place in crowded if any(place - back in crowded for back in range(1, _WINDOW))}


def repeated_phrases(keys: tuple[str, ...]) -> list[tuple[int, int]]:
    """Ranges of content words in which a phrase of up to eight words is said again and again, but the first."""
    ranges: list[tuple[int, int]] = []
    last: dict[str, int] = {}
    period = run = 0
    for here, key in enumerate((*keys, "")):
        back = here - last.get(key, -len(keys)) if key else 0
        if key:
            last[key] = here
        if back == period and back:
            run += 1
            continue
        if period and run >= period * (_MOST_WORDS_ON_END if period == 1 else _MOST_ON_END):
            ranges.append((here - run, here))
        period, run = (back, 1) if 0 < back <= _LONGEST_PHRASE else (0, 0)
    return ranges
