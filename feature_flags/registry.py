"""Every flag, what it holds, and whether its step waits or is skipped while it is off."""

from dataclasses import dataclass
from enum import StrEnum

from domain.vocabulary import Flag


class WhenOff(StrEnum):
    """What a closed gate does to its step."""

    WAITS = "waits"
    IS_SKIPPED = "is skipped"


@dataclass(frozen=True, slots=True)
class FlagSpec:
    """A flag's meaning for people."""

    holds: str
    when_off: WhenOff


FLAGS: dict[Flag, FlagSpec] = {
    Flag.GLOBAL_AUTOMATION: FlagSpec("every automatic step of every job", WhenOff.WAITS),
    Flag.AUTO_SHORTLISTING: FlagSpec("ranking and filling seats and bench", WhenOff.WAITS),
    Flag.AUTO_PROMOTION: FlagSpec("passing a vacated seat to the bench", WhenOff.WAITS),
    Flag.INTERVIEW_INVITATIONS: FlagSpec("invitations", WhenOff.WAITS),
    Flag.NEGOTIATION_BOT: FlagSpec("answers to candidates who write other times", WhenOff.WAITS),
    Flag.CALENDAR_INTEGRATION: FlagSpec("calendar entries and their invitations", WhenOff.WAITS),
    Flag.NO_SHOW_PREDICTION: FlagSpec("the estimate of a no-show's risk", WhenOff.IS_SKIPPED),
    Flag.REMINDERS: FlagSpec("reminders", WhenOff.WAITS),
    Flag.INTERVIEW_PROCESSING: FlagSpec("processing of recordings and transcripts", WhenOff.WAITS),
    Flag.LLM_ASSIST: FlagSpec("help of a language model", WhenOff.IS_SKIPPED),
}
