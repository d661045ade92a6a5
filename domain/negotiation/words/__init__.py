"""What the bot says, in English, German, French, Spanish and Portuguese. Plain text: callers escape it."""

from domain.negotiation.words.say import Spoken, passed_on, say

__all__ = ["Spoken", "passed_on", "say"]
