"""Questions that are nothing but a time ("Any afternoon next week instead?"): a proposal, not something to answer."""

import re

from domain.negotiation.intents.signals import Signals
from domain.negotiation.reading import Ask
from domain.negotiation.text.cleaned import Cleaned
from domain.negotiation.times import read_times, unknown_words

_COURTESIES = frozenset(
    [
        "say",
        "would",
        "be",
        "instead",
        "could",
        "we",
        "i",
        "please",
        "maybe",
        "perhaps",
        "is",
        "possible",
        "then",
        "meet",
        "talk",
        "speak",
        "chat",
        "do",
        "make",
        "it",
        "there",
        "you",
        "your",
        "are",
        "does",
        "would'nt",
        "may",
        "might",
        "shall",
        "should",
        "me",
        "us",
        "to",
        "have",
        "like",
        "for",
        "by",
        "chance",
        "that",
        "this",
        "ok",
        "okay",
        "thanks",
        "hi",
        "hello",
        "still",
        "ginge",
        "geht",
        "ware",
        "es",
        "ist",
        "das",
        "vielleicht",
        "moglich",
        "bitte",
        "lieber",
        "stattdessen",
        "auch",
        "ihnen",
        "ihr",
        "dir",
        "euch",
        "uns",
        "mir",
        "passt",
        "passen",
        "ce",
        "serait",
        "est",
        "il",
        "possible",
        "peut",
        "etre",
        "plutot",
        "vous",
        "nous",
        "on",
        "irait",
        "ca",
        "va",
        "si",
        "svp",
        "plait",
        "convient",
        "seria",
        "posible",
        "es",
        "podria",
        "ser",
        "mejor",
        "quiza",
        "tal",
        "vez",
        "le",
        "les",
        "nos",
        "vendria",
        "bien",
        "que",
        "tal",
        "pode",
        "ser",
        "possivel",
        "poderia",
        "talvez",
        "para",
        "voces",
        "fica",
        "daria",
        "da",
    ]
)
"""Words that may stand beside the time without making the question one about something else."""


_THEIR_DAYS = re.compile(
    r"\b(?:do|does|did|will) (?:you|they|people|we|i|the (?:team|office)|everybody|everyone) "
    r"(?:(?:all|usually|normally|ever|also|still|always|have to|need to) )*(?:work|open|close|operate)\b"
)
"""What people do on a day ("Do you work on Fridays?") is asked, not proposed."""


def proposing(said: Signals, cleaned: Cleaned, ask: Ask) -> set[tuple[int, int]]:
    """The muted places of `said` that only propose a time after all."""
    asked = {(one.start, one.end) for one in said.questions}
    found: set[tuple[int, int]] = set()
    for start, end in said.muted:
        text = said.statement[start:end].strip()
        lead = len(said.statement[start:end]) - len(said.statement[start:end].lstrip())
        place = cleaned.origin(start + lead, start + lead + len(text))
        if (
            place[0] not in {one[0] for one in asked}
            or unknown_words(text, ask.language or said.language) - _COURTESIES
        ):
            continue
        if _THEIR_DAYS.search(text.casefold()):
            continue
        times = read_times(text, ask, ask.language or said.language)
        if any(mention.offered and (mention.has_day or mention.has_time) for mention in times.mentions):
            found.add((start, end))
    return found
