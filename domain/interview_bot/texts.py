"""What a job tells the machine: bounds of its texts, and its own questions line by line."""

from domain.errors import InvalidInputError
from domain.questions.lawful import refuse_protected

LONGEST = 5_000
"""Characters of each text."""
LONGEST_QUESTION = 1_000
"""Characters of one question, as a plan keeps it."""
MOST_QUESTIONS = 30


def questions_of(text: str | None) -> list[str]:
    """The job's own questions, one a line, each once; bullets and numbers in front are left out."""
    lines = (line.strip().lstrip("-*•–").strip() for line in (text or "").splitlines())
    return list(dict.fromkeys(line for line in lines if line))


def checked(name: str, text: str | None) -> str | None:
    """A text as it is kept: without spaces around it, None when nothing is left.

    Raises InvalidInputError that names the field.
    """
    kept = (text or "").replace("\r\n", "\n").strip()
    if len(kept) > LONGEST:
        raise InvalidInputError(
            f"The text has {len(kept)} characters, at most {LONGEST} are possible.",
            field=name,
            remedy="Shorten it.",
        )
    if "\x00" in kept:
        raise InvalidInputError("The text holds a zero character.", field=name, remedy="Leave it out.")
    return kept or None


def checked_questions(name: str, text: str | None) -> str | None:
    """As `checked`, for the job's own questions. Raises InvalidInputError also for too many or too long ones,
    and for one about a protected trait."""
    kept = checked(name, text)
    found = questions_of(kept)
    for question in found:
        refuse_protected(question, name)
    if len(found) > MOST_QUESTIONS:
        raise InvalidInputError(
            f"There are {len(found)} questions, at most {MOST_QUESTIONS} are possible.",
            field=name,
            remedy="Leave some out; a text interview should not take longer than an hour.",
        )
    long = next((number for number, line in enumerate(found, 1) if len(line) > LONGEST_QUESTION), None)
    if long is not None:
        raise InvalidInputError(
            f"Question {long} has more than {LONGEST_QUESTION} characters.",
            field=name,
            remedy="Shorten it, or make two lines of it.",
        )
    return kept
