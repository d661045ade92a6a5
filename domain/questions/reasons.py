"""Plain sentences: why a question was chosen, and what a plan could not do."""

from collections.abc import Sequence

from domain.questions.model import Ask, BankQuestion, GapKind, Grounds, Wanted


def why(
    ask: Ask, wanted: Wanted, question: BankQuestion, others: Sequence[str], is_first: bool, mixes: bool
) -> str:
    """Why this question, in one sentence. It names skills and levels, never the candidate's words."""
    opening = "Covers" if is_first else "Goes deeper into"
    parts = [f"{opening} {wanted.name}{_beside(others)}, {_grounds(ask, wanted)}"]
    if wanted.in_resume is not None:
        parts.append("the resume names it" if wanted.in_resume else "the resume does not show it")
    level = question.difficulty.value
    parts.append(f"{level}, for a mix of difficulty" if mixes else level)
    if question.language != ask.language:
        parts.append(f"in {question.language}, for want of one in {ask.language}")
    return "; ".join(parts) + "."


def swapped_why(name: str, question: BankQuestion, *, same_level: bool) -> str:
    """Why this one took the place of another."""
    level = "as difficult as the one before" if same_level else f"{question.difficulty.value}"
    return f"Taken instead of another question about {name}, {level}."


def gap_words(kind: GapKind, name: str = "", shortest: int = 0) -> str:
    """What is missing, and what to do about it."""
    return {
        GapKind.NO_SKILLS: "No skill is chosen and the type suggests none: choose skills first.",
        GapKind.EMPTY_BANK: f"The bank has no question for {name}: add one to it, or ask one of your own.",
        GapKind.ALL_USED: (
            f"Every question for {name} stands in another interview of this candidate: add a new one to the bank,"
            " or ask one of your own."
        ),
        GapKind.TOO_LITTLE_TIME: (
            f"There is no time left for {name}: its shortest question takes {shortest} minutes. Give more"
            " minutes, or fewer skills."
        ),
        GapKind.NOT_PLANNED: f"No question for {name} is planned: plan again, or add one.",
    }[kind]


def _beside(others: Sequence[str]) -> str:
    return f" and shows {_listed(others)}" if others else ""


def _listed(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def _grounds(ask: Ask, wanted: Wanted) -> str:
    return {
        Grounds.MUST: "a must of this job",
        Grounds.NICE: "nice to have for this job",
        Grounds.CHOSEN: "chosen for this interview",
        Grounds.SUGGESTED: f"usual for {ask.type_name} interviews" if ask.type_name else "usual here",
    }[wanted.grounds]
