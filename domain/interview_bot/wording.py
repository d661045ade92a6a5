"""What a language model may do in a text interview: say the planned question in other words. Nothing else is taken.

The plan is made and kept by rules, so whatever a candidate writes to the model can change at most how a question
sounds; and a wording is taken only when it still is that question.
"""

import re
from dataclasses import dataclass
from typing import Protocol

from domain.interview_bot.answers import content
from domain.negotiation.text.folding import compiled, fold
from domain.questions.lawful import protected_topic
from domain.requirements.protected import protected_trait

MOST_LONGER = 2.0
"""A wording is at most so many times as long as the question, short ones apart."""
ALWAYS_ALLOWED = 200
"""Characters that a wording may always have."""
KEPT = 0.6
"""Part of the question's words that a wording still holds."""
NEW_WORDS = 2
"""Words of meaning that it may bring along, beyond politeness and the job's own texts."""
LONGEST_ANSWER = 1_500
"""Characters of an answer that a model is shown."""

_NEVER = compiled(
    # A promise, a decision, a mark, pay: not a machine's to speak of.
    r"\bhir(?:e|ed|ing)\b", r"\boffer(?:s|ed)?\b", r"\bpromis\w*", r"\bguarant\w*", r"\breject\w*", r"\bdecid\w*",
    r"\bdecision\w*", r"\bscor(?:e|ed|es|ing)\b", r"\bpass(?:ed)?\b", r"\bfail(?:ed|s)?\b", r"\bcongrat\w*",
    r"\bsalar\w*", r"\bbonus\w*", r"\brank\w*", r"\baccepted\b", r"\bqualif\w*",
    r"\b(?:well done|great answer|correct)\b",
    r"\beinstell\w*", r"\beingestellt\b", r"\bangebot\w*", r"\bversprech\w*", r"\bgarant\w*", r"\babgelehnt\b",
    r"\bentscheid\w*", r"\bbestanden\b", r"\bdurchgefallen\b", r"\bglückwunsch\w*",
    r"\bgehalt\w*", r"\bpunkt(?:e|zahl)\b",
    r"\bembauch\w*", r"\boffre\w*", r"\bprome(?:ts|ttons|sse)\b", r"\brefus\w*", r"\bdécid\w*", r"\bdécision\w*",
    r"\bféliciter\w*", r"\bfélicitation\w*", r"\bsalaire\w*", r"\bréussi\b", r"\béchou\w*",
    r"\bcontrat(?:ar|amos|ado|ada|arem|aremos)\w*", r"\bofert\w*", r"\bpromet\w*", r"\brechaz\w*", r"\bdecisi\w*",
    r"\bdecid\w*", r"\bfelicidad\w*", r"\bfelicit\w*", r"\bsalari\w*", r"\baprobad\w*", r"\bsuspend\w*",
    r"\bpromess\w*", r"\brejeit\w*", r"\brecus\w*", r"\bdecisã\w*", r"\bparabéns\b", r"\bsalári\w*", r"\baprovad\w*",
    r"\breprovad\w*",
)  # fmt: skip
_POLITE = (
    "thanks thank please tell describe explain example usually walk through let look talk interested curious "
    "could would like want hear know happy again more little share think kind way concrete specific "
    "danke bitte erzählen beschreiben erklären schildern beispiel gewöhnlich gern gerne interessiert konkret nochmals "
    "genauer mehr hören wissen mögen würde könnten "
    "merci racontez raconter décrivez décrire expliquez expliquer exemple habituellement volontiers concret précis "
    "encore pourriez pouvez aimerais savoir "
    "gracias cuente contar cuénteme describa describir explique explicar ejemplo normalmente concreto podría quisiera "
    "saber más otra vez "
    "obrigado obrigada conte contar descreva descrever explique explicar exemplo normalmente concreto poderia gostaria "
    "saber mais novamente por favor"
)
"""What politeness and asking bring along in the five languages."""
_ELSEWHERE = re.compile(r"https?:|www\.|[\w.+-]+@[\w-]+\.\w|[<>{}\[\]`|]|\d{5,}")
_SENTENCES = re.compile(r"[.!?…]+(?:\s|$)")
MOST_SENTENCES = 4


@dataclass(frozen=True, slots=True)
class WordingAsk:
    """A question that a model may say in its own words, and what it may know for that."""

    question: str
    """As the plan has it."""
    language: str
    skill: str
    job_title: str
    instructions: str
    """The job's own, for tone and background."""
    answer: str = ""
    """What the candidate wrote, when the question is asked once more: a stranger's text."""

    @property
    def is_repeat(self) -> bool:
        """The candidate missed it, so it is asked once more."""
        return bool(self.answer)


class QuestionWriter(Protocol):
    """Words questions."""

    async def word(self, ask: WordingAsk) -> str:
        """The question in other words, of any content and length.

        A repeat may answer differently. Raises UnavailableError: not reached, refused, overloaded, too slow, or an
        answer that holds no wording.
        """


def accept(ask: WordingAsk, wording: str) -> str | None:
    """The wording as it may be said, or None when the question stays as it is.

    It is taken when it is one short paragraph, holds most words of the question and little else, asks no second
    question, and speaks neither of decisions, promises, marks and pay nor of places elsewhere.
    """
    said = " ".join(wording.split())
    fits = (
        _is_short(ask, said) and _is_one_question(ask, said) and _is_proper(ask, said) and _is_it(ask, said)
    )
    return said if fits else None


def _is_short(ask: WordingAsk, said: str) -> bool:
    longest = max(ALWAYS_ALLOWED, MOST_LONGER * len(ask.question))
    return 0 < len(said) <= longest and len(_SENTENCES.findall(said)) <= MOST_SENTENCES


def _is_one_question(ask: WordingAsk, said: str) -> bool:
    asked = ask.question.count("?")
    return min(asked, 1) <= said.count("?") <= max(1, asked)


def _is_proper(ask: WordingAsk, said: str) -> bool:
    """What the question itself speaks of may be spoken of."""
    if _ELSEWHERE.search(said):
        return False
    if not set(_NEVER.findall(fold(said))) <= set(_NEVER.findall(fold(ask.question))):
        return False
    return not (protected_trait(said) or protected_topic(said)) or bool(protected_trait(ask.question))


def _is_it(ask: WordingAsk, said: str) -> bool:
    wanted, found = content(ask.question, ask.language), content(said, ask.language)
    known = wanted | content(f"{ask.skill} {ask.job_title} {ask.instructions} {_POLITE}", ask.language)
    return len(wanted & found) >= KEPT * len(wanted) and len(found - known) <= NEW_WORDS
