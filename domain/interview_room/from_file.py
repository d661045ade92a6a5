"""Cues of a file as turns: voices get numbers instead of names, and roles where the names tell them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from domain.interview_room.captions import Cue
from domain.interview_room.role_words import tokens
from domain.interview_room.turns import LONGEST_TEXT, Source, SpeakerRole, Turn

PAUSE_MS = 2_000
"""A voice that pauses longer begins a new turn."""
LONGEST_TURN = 2_000
"""Characters after which a turn of one voice ends with the next cue."""
_CALLED: Mapping[str, SpeakerRole] = {
    **dict.fromkeys(("host", "interviewer", "recruiter", "entrevistador", "entrevistadora"), SpeakerRole.HOST),
    **dict.fromkeys(("guest", "candidate", "interviewee", "applicant", "bewerber", "bewerberin"), SpeakerRole.GUEST),
    **dict.fromkeys(("candidato", "candidata", "candidat", "kandidat", "kandidatin"), SpeakerRole.GUEST),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class People:
    """Who is known to take part; their names are compared with the file's and kept nowhere."""

    candidate: str = ""
    interviewers: tuple[str, ...] = ()


def turns(cues: Sequence[Cue], *, starts: datetime, key: str, people: People | None = None) -> list[Turn]:
    """The turns of a file whose recording began at `starts`; `key` makes the keys of its turns.

    The same file gives the same keys, so it can be sent again. Numbers follow the order in which voices are heard.
    """
    roles = _roles({cue.voice for cue in cues if cue.voice}, people or People())
    numbers: dict[str, str] = {}
    made = []
    for place, cue in enumerate(_joined(cues), 1):
        speaker = None
        if cue.voice is not None:
            speaker = numbers.setdefault(cue.voice, f"speaker_{len(numbers)}")
        made.append(
            Turn(
                cue.text[:LONGEST_TEXT],
                starts + timedelta(milliseconds=cue.starts_ms),
                speaker=speaker,
                speaker_role=roles.get(cue.voice) if cue.voice is not None else None,
                turn_key=f"file:{key}:{place}",
                starts_ms=cue.starts_ms,
                ends_ms=cue.ends_ms,
                confidence=cue.confidence,
                source=Source.FILE,
            )
        )
    return made


def _joined(cues: Iterable[Cue]) -> list[Cue]:
    """Captions cut speech into lines: what one voice says without a pause is one turn."""
    joined: list[Cue] = []
    for cue in cues:
        last = joined[-1] if joined else None
        if (
            last is not None
            and cue.voice is not None
            and last.voice == cue.voice
            and cue.starts_ms - last.ends_ms <= PAUSE_MS
            and len(last.text) + len(cue.text) < LONGEST_TURN
        ):
            joined[-1] = replace(last, text=f"{last.text} {cue.text}", ends_ms=max(last.ends_ms, cue.ends_ms))
        else:
            joined.extend(_cut(cue))
    return joined


def _cut(cue: Cue) -> list[Cue]:
    """A cue that is longer than a turn may be, in parts."""
    parts = [cue.text[at : at + LONGEST_TEXT] for at in range(0, len(cue.text), LONGEST_TEXT)]
    return [replace(cue, text=part) for part in parts]


def _roles(voices: Iterable[str], people: People) -> Mapping[str, SpeakerRole]:
    """Roles of voices that are called after one, or by a name that is more one person's than another's."""
    found: dict[str, SpeakerRole] = {}
    candidate = tokens(people.candidate)
    interviewers = [tokens(name) for name in people.interviewers]
    for voice in voices:
        words = tokens(voice)
        called = {_CALLED[word] for word in words if word in _CALLED}
        is_guest = len(words & candidate)
        is_host = max((len(words & name) for name in interviewers), default=0)
        if len(called) == 1:
            found[voice] = called.pop()
        elif is_guest != is_host:
            found[voice] = SpeakerRole.GUEST if is_guest > is_host else SpeakerRole.HOST
    return found
