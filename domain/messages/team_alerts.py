"""Mails to the hiring team about what the automation could not do, and what a candidate wants to know."""

from domain.messages.facts import MailFacts, Message
from domain.messages.team import to_team, words_of_the_candidate
from domain.messages.tongue import Tongue
from domain.messages.wording import appointment, candidate, deadline, job
from domain.vocabulary import RequestKind


def mail_alert(facts: MailFacts) -> Message:
    """A mail did not reach somebody."""
    return to_team(
        facts,
        subject=f"A mail could not be delivered: {candidate(facts)}, {job(facts)}",
        paragraphs=(
            f"A mail to {candidate(facts)} for {job(facts)} could not be delivered.",
            "Silence is therefore not an answer. Please check the address or find another way.",
        ),
        lines=deadline(facts, "Open deadline"),
    )


def calendar_alert(facts: MailFacts) -> Message:
    """To the recruiter: an interviewer's calendar does not take part. Who, since when and why is prepared."""
    return to_team(
        facts,
        subject=f"An interviewer's calendar needs attention: {job(facts)}",
        paragraphs=(
            f"A calendar of somebody who interviews for {job(facts)} could not be used.",
            (
                "Interviews that are booked stay booked. Please check with the interviewer that those to come "
                "are in their calendar and that nothing else was put there."
            ),
            (
                "If the connection is down, its owner connects the calendar again on their page. Somebody else "
                "can be named as interviewer in the meantime."
            ),
        ),
    )


def calendar_notice(facts: MailFacts) -> Message:
    """To the owner of the calendar: connect it again."""
    return to_team(
        facts,
        subject=f"Please connect your calendar again: {job(facts)}",
        paragraphs=(
            "The connection to your calendar does not work, so no new interview times with you are offered.",
            (
                "Please sign in and connect your calendar again. Interviews that are booked stay booked; please "
                "keep their times free yourself until the connection works."
            ),
        ),
        action="Sign in",
    )


def panel_alert(facts: MailFacts) -> Message:
    """An interviewer dropped out. Who, and who took over if anybody did, is prepared.

    Without a candidate: nobody is left to interview for the job.
    """
    if not facts.candidate_label:
        return to_team(
            facts,
            subject=f"Nobody can interview: {job(facts)}",
            paragraphs=(
                f"Nobody is left to interview for {job(facts)}, so candidates are offered no times.",
                "Please name somebody on the page of the job. Interviews that are booked stay booked.",
            ),
        )
    return to_team(
        facts,
        subject=f"An interviewer cannot come: {candidate(facts)}, {job(facts)}",
        paragraphs=(
            f"Somebody who was to interview {candidate(facts)} for {job(facts)} cannot come.",
            (
                "If somebody took over, you need not do anything. If nobody did, please name another "
                "interviewer, move the interview or cancel it on the page below."
            ),
        ),
        action="Open the interview",
        lines=appointment(facts),
    )


def candidate_question(facts: MailFacts) -> Message:
    """A candidate asked or wrote something that the automation leaves to a person."""
    return to_team(
        facts,
        subject=f"Please answer {candidate(facts)}: {job(facts)}",
        paragraphs=(
            f"There are words of {candidate(facts)} that the automation leaves to you.",
            "The whole conversation stands on the page below, where you can answer.",
        ),
        action="Read and answer",
        lines=words_of_the_candidate(facts) + deadline(facts, "Candidate's deadline", slot=True),
    )


def candidate_request(facts: MailFacts) -> Message:
    """A candidate asks a person for something that the law grants: to look again, or to correct."""
    by = (("Please answer by", Tongue.of(facts).until(facts.answer_by)),) if facts.answer_by else ()
    wish = (
        "asks for a correction of what is held about them"
        if facts.request is RequestKind.CORRECTION
        else "asks for a person to look at a decision again"
    )
    return to_team(
        facts,
        subject=f"A request of {candidate(facts)}: {job(facts)}",
        paragraphs=(
            f"{candidate(facts)} {wish}, for {job(facts)}.",
            "What they wrote stands on the page below. Whoever made the decision does not answer it.",
        ),
        action="Read and answer",
        lines=by,
    )
