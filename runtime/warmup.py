"""What is loaded on first use, loaded before somebody waits for it: lexicons, locale data, holiday calendars."""

from datetime import UTC, datetime, timedelta

from domain.interview_bot import Topic, judge
from domain.messages.catalog import translations
from domain.messages.tongue import MAILS
from domain.negotiation.bot import Move
from domain.negotiation.interpret import interpret
from domain.negotiation.reading import Ask
from domain.negotiation.turns import BotTurn, TalkFacts
from domain.negotiation.words import say
from domain.slots import public_holidays

MESSAGES = {
    "en": "Tuesday afternoon works",
    "de": "Dienstagnachmittag passt",
    "fr": "Mardi après-midi me convient",
    "es": "El martes por la tarde me viene bien",
    "pt": "Terça à tarde está bem",
}


def warm_up() -> None:
    """Read and word one message in each language, and judge it as an answer.

    Takes about two seconds of a core in a fresh process.
    """
    at = datetime(2026, 3, 2, 9, tzinfo=UTC)
    facts = TalkFacts("Europe/Berlin", at, timedelta(hours=1))
    for language, text in MESSAGES.items():
        interpret(Ask(text, at, facts.zone, facts.zone, language=language))
        translations(MAILS, language)
        judge(text, Topic(text, language))
        say(BotTurn(at, Move.PROPOSE, 1, language, proposals=(at + timedelta(days=1),)), facts)
    public_holidays("DE", at.year)
