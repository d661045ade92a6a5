"""What the machine of a text interview says, in the candidate's language. Questions stand in their own words."""

from collections.abc import Mapping

from domain.interview_bot.answers import Verdict
from domain.messages.catalog import translations
from domain.messages.tongue import MAILS, later

LONGEST_SAID = 8_000
"""As long as a turn may be."""

MACHINE = later(
    "I am a machine: a program asks you the questions of this interview, keeps your answers word for word for the "
    "people of the hiring team, and decides nothing."
)
"""The first sentence of every text interview."""
FREEDOM = later(
    "Take your time. You can stop at any moment and go on later, on another device as well, and you can ask for a "
    "person whenever you like. “I don't know” is a fair answer."
)
SCREENING = later("The hiring team says beforehand:")
FIRST = later("Here is the first question.")
THANKS = later("Thank you.")
FAIR = later("That is fine, thank you for saying so.")
ONCE_MORE: Mapping[Verdict, str] = {
    Verdict.EMPTY: later("I found no words in your answer. Here is the question once more:"),
    Verdict.SHORT: later("Could you say a little more? An example helps. Here is the question once more:"),
    Verdict.OFF_TOPIC: later(
        "I could not see how this answers the question. Maybe you see it differently; then say a little more. Here "
        "it is once more:"
    ),
    Verdict.ASKS_BACK: later(
        "I cannot answer questions; a person of the hiring team can, if you ask for one. Here is my question once "
        "more:"
    ),
}
BACK = later("Good to have you back. Here is where we were:")
DONE = later(
    "That was the last question. Thank you for your time. People of the hiring team read your answers; this program "
    "decides nothing."
)
GENERAL = (
    later("What have you done so far that comes closest to this job? Please tell about one example."),
    later("Which part of this job would be new to you, and how would you learn it?"),
    later("How do you like to work with others, and what do you need for it?"),
)
"""Asked where neither the plan nor the job has a question."""


def said(language: str, text: str) -> str:
    """A sentence of this file in a language."""
    return translations(MAILS, language).gettext(text)


def opening(language: str, screening: str | None, question: str) -> str:
    """The first turn: what speaks, what becomes of the answers, what the job says, the first question."""
    parts = [said(language, MACHINE), said(language, FREEDOM)]
    if screening:
        parts.append(f"{said(language, SCREENING)} {screening}")
    return _joined([*parts, said(language, FIRST)], question)


def asking(language: str, before: Verdict | None, question: str) -> str:
    """A question that follows an answer; None: somebody comes back to it."""
    if before is None:
        return _joined([said(language, BACK)], question)
    return _joined([said(language, FAIR if before is Verdict.UNKNOWN else THANKS)], question)


def asking_again(language: str, missed: Verdict, question: str) -> str:
    """The same question once more, with what the machine did not find."""
    return _joined([said(language, ONCE_MORE[missed])], question)


def _joined(before: list[str], question: str) -> str:
    """Paragraphs; the question is the last one and stays whole."""
    room = LONGEST_SAID - len(question) - 2
    return "\n\n".join(["\n\n".join(before)[:room].rstrip(), question])
