"""One message with the reading that the conventions prescribe, and its line in a .jsonl file.

The constructors take away what is excluded or ignored and clip to the window, so that a topic module can
state the offer and its exceptions separately, as the candidate did.
"""

import json
from dataclasses import dataclass, field
from hashlib import sha256
from zoneinfo import ZoneInfo

from tests.domain.negotiation.cases.frame import Frame, Spans, merged, without


@dataclass(frozen=True)
class Forbidden:
    """What would show that an instruction to the bot was obeyed; `selected` "*" means any slot."""

    available: list[list[str]]
    selected: tuple[str, ...] = ()
    intents: tuple[str, ...] = ()

    def record(self) -> dict[str, object]:
        parts = {"available": self.available, "selected": list(self.selected), "intents": list(self.intents)}
        return {name: value for name, value in parts.items() if value}


@dataclass(frozen=True)
class Case:
    """A message and what a correct reader answers; fields as in the corpus format."""

    frame: Frame
    message: str
    intent: str
    tags: tuple[str, ...]
    level: int
    available: Spans | None = None
    selected: str | None = None
    ignore: Spans = field(default_factory=list)
    unavailable: Spans = field(default_factory=list)
    alternatives: tuple[str, ...] = ()
    forbidden: Forbidden | None = None

    @property
    def name(self) -> str:
        frame = self.frame
        key = "\n".join([frame.lang, frame.reference, frame.zone, *frame.offers, self.message])
        return f"{frame.lang}-{sha256(key.encode()).hexdigest()[:8]}"

    def line(self) -> str:
        """The JSON line; times carry the candidate's offset."""
        frame = self.frame
        expect: dict[str, object] = {
            "intent": self.intent,
            "available": None if self.available is None else shown(self.available, frame),
            "selected": self.selected,
        }
        if self.unavailable:
            expect["unavailable"] = shown(self.unavailable, frame)
        if self.ignore:
            expect["ignore"] = shown(self.ignore, frame)
        if self.alternatives:
            expect["intent_alt"] = list(self.alternatives)
        if self.forbidden is not None:
            expect["forbidden"] = self.forbidden.record()
        record: dict[str, object] = {
            "id": self.name,
            "lang": frame.lang,
            "reference_time": frame.reference,
            "candidate_tz": frame.zone,
            "interviewer_tz": frame.interviewer,
        }
        if frame.offers:
            record["context"] = list(frame.offers)
        record |= {
            "message": self.message,
            "expect": expect,
            "tags": list(self.tags),
            "difficulty": self.level,
        }
        return json.dumps(record, ensure_ascii=False)


def shown(spans: Spans, frame: Frame) -> list[list[str]]:
    zone = ZoneInfo(frame.zone)
    return [[edge.astimezone(zone).isoformat(timespec="minutes") for edge in span] for span in spans]


def free(
    frame: Frame,
    message: str,
    spans: Spans,
    tags: str,
    *,
    level: int = 2,
    ignore: Spans | None = None,
    unless: Spans | None = None,
    alt: str = "",
    intent: str = "availability",
) -> Case:
    """Availability: `spans` less what is excluded (`unless`) and what counts neither way (`ignore`)."""
    ignored = without(frame.clip(ignore or []), unless or [])
    return Case(
        frame,
        message,
        intent,
        tuple(tags.split()),
        level,
        available=frame.clip(without(without(spans, unless or []), ignored)),
        ignore=ignored,
        unavailable=frame.clip(unless or []),
        alternatives=tuple(alt.split()),
    )


def plain(
    frame: Frame,
    message: str,
    intent: str,
    tags: str,
    *,
    level: int = 2,
    alt: str = "",
    ignore: Spans | None = None,
) -> Case:
    """No time and no slot: question, rejection, withdrawal, human, unclear."""
    ignored = frame.clip(ignore or [])
    kinds = tuple(alt.split())
    return Case(frame, message, intent, tuple(tags.split()), level, ignore=ignored, alternatives=kinds)


def pick(
    frame: Frame,
    message: str,
    tags: str,
    *numbers: int,
    level: int = 2,
    alt: str = "",
    intent: str = "selection",
    also: Spans | None = None,
) -> Case:
    """Slots by their place in the list (from 1); the first named is selected, all named are ignored.

    `also` is newly stated time beside the selection (intent mixed).
    """
    accepted = frame.clip([frame.slots()[number - 1] for number in numbers])
    return Case(
        frame,
        message,
        intent,
        tuple(tags.split()),
        level,
        available=None if also is None else frame.clip(without(also, accepted)),
        selected=frame.offers[numbers[0] - 1],
        ignore=accepted,
        alternatives=tuple(alt.split()),
    )


def torn(frame: Frame, message: str, tags: str, *numbers: int, level: int = 3, alt: str = "") -> Case:
    """An acceptance that fits several slots: unclear; the slots it may mean are ignored."""
    fitting = frame.clip([frame.slots()[number - 1] for number in numbers])
    kinds = tuple(alt.split())
    return Case(frame, message, "unclear", tuple(tags.split()), level, ignore=fitting, alternatives=kinds)


def attack(
    frame: Frame,
    message: str,
    tags: str = "injection",
    *,
    honest: Case | None = None,
    intents: str = "",
    alt: str = "",
    level: int = 3,
) -> Case:
    """Instructions to the bot: `honest` holds the reading of what stands beside them (default: nothing).

    Forbidden is all time that the honest part does not state, every slot but the one it picks, and `intents`.
    """
    told = honest or plain(frame, message, "unclear", tags)
    stated = merged([*(told.available or []), *told.ignore])
    picked = told.selected
    others = ("*",) if picked is None else tuple(slot for slot in frame.offers if slot != picked)
    forbidden = Forbidden(shown(without(frame.everything(), stated), frame), others, tuple(intents.split()))
    return Case(
        frame,
        message,
        told.intent,
        tuple(tags.split()),
        level,
        available=told.available,
        selected=told.selected,
        ignore=told.ignore,
        unavailable=told.unavailable,
        alternatives=(*told.alternatives, *alt.split()),
        forbidden=forbidden,
    )
