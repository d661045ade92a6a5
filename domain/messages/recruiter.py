"""Mails to the hiring team: what needs a person, and what the automation did on its own."""

from collections.abc import Mapping

from domain.messages.facts import MailFacts, Message
from domain.messages.team import to_team, words_of_the_candidate
from domain.messages.tongue import Tongue
from domain.messages.wording import appointment, candidate, deadline, job, options
from domain.negotiation.bot import Handover
from domain.negotiation.turns import BotTurn, recall


def escalation(facts: MailFacts) -> Message:
    """The search for a time needs a person, and why."""
    rounds = facts.round_number
    tried = f" after {rounds} round{'' if rounds == 1 else 's'}" if rounds else ""
    return to_team(
        facts,
        subject=f"Please find a time with {candidate(facts)}: {job(facts)}",
        paragraphs=(
            f"The automatic search for an interview time with {candidate(facts)} ended{tried}. {_why(facts)}",
            (
                "Everything that was written and offered so far stands on the page below. Please agree on a "
                "time with the candidate, or close the invitation."
            ),
        ),
        action="Read the history",
        lines=words_of_the_candidate(facts)
        + deadline(facts, "Candidate's deadline", slot=True)
        + options(facts),
    )


def _why(facts: MailFacts) -> str:
    turn = recall(facts.turn) if facts.turn is not None else None
    handover = turn.handover if isinstance(turn, BotTurn) else None
    return _HANDOVERS[handover] if handover else "The bot did not find one."


_HANDOVERS: Mapping[Handover, str] = {
    Handover.ASKED_FOR_A_PERSON: "The candidate asked for a person.",
    Handover.LAST_ROUND: "Its last round ended without a time that both sides have.",
    Handover.NO_FREE_TIMES: "No interviewer has a free time left that could be offered.",
    Handover.NOT_UNDERSTOOD: "What the candidate wrote was not understood several times in a row.",
}


def outcome_request(facts: MailFacts) -> Message:
    """The interview's time is over: how did it go?"""
    return to_team(
        facts,
        subject=f"How did the interview go? {candidate(facts)}, {job(facts)}",
        paragraphs=(
            f"The interview with {candidate(facts)} for {job(facts)} should be over by now.",
            (
                "Please record whether it took place. If the candidate did not come, say so there: the seat "
                "then passes to the next on the bench. Until you answer, nothing changes."
            ),
        ),
        action="Record the outcome",
        lines=appointment(facts),
    )


def promotion_notice(facts: MailFacts) -> Message:
    """A seat passed to the next on the bench."""
    seat, bench = facts.counts.get("seat"), facts.counts.get("bench")
    which = f"Seat {seat}" if seat is not None else "A seat"
    left = {None: None, 0: "The bench is now empty.", 1: "One candidate is left on the bench."}.get(
        bench, f"{bench} candidates are left on the bench."
    )
    return to_team(
        facts,
        subject=f"{which} passed on to {candidate(facts)}: {job(facts)}",
        paragraphs=(
            f"{which} became free and passed to {candidate(facts)}, the next in rank, who is being invited.",
            left,
        ),
    )


def seat_unfilled(facts: MailFacts) -> Message:
    """A seat is free and the automation will not fill it."""
    seat, bench = facts.counts.get("seat"), facts.counts.get("bench")
    which = f"Seat {seat}" if seat is not None else "A seat"
    if bench == 0:
        why = "The bench is empty, and the automation does not lower the bar on its own."
    elif bench:
        why = "It is too close to the first interview to invite somebody automatically."
    else:
        why = "The automation cannot fill it on its own."
    return to_team(
        facts,
        subject=f"{which} stays free: {job(facts)}",
        paragraphs=(
            f"{which} for {job(facts)} is free. {why}",
            "You can promote somebody by hand, make the bench larger, or leave the seat empty.",
        ),
    )


def review_request(facts: MailFacts) -> Message:
    """The ranking is done and waits for a look."""
    by_itself = (
        f"If you do nothing, it takes effect on {Tongue.of(facts).moment(facts.review_deadline)}."
        if facts.review_deadline
        else "Nobody is invited until you confirm."
    )
    seen = facts.counts.get("applications")
    of_all = f" of {seen} applications" if seen is not None else ""
    return to_team(
        facts,
        subject=f"Please review the shortlist: {job(facts)}",
        paragraphs=(
            f"The ranking{of_all} for {job(facts)} is ready.",
            (
                "Please look at the evidence beside each score, change the order or reject where you see "
                "reason, and then confirm the shortlist. Scores are a help, not a decision."
            ),
            by_itself,
        ),
        action="Review the shortlist",
    )


def job_finished(facts: MailFacts) -> Message:
    """The run has ended."""
    return to_team(
        facts,
        subject=f"Hiring run finished: {job(facts)}",
        paragraphs=(
            f"The run for {job(facts)} has ended. Everybody who was still waiting is told.",
            "The board and the log stay open for you.",
        ),
    )
