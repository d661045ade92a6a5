"""Mails about what candidates ask for themselves: a person's look, a correction, another mail address, a link."""

from collections.abc import Mapping

from domain.messages.facts import MailFacts, Message
from domain.messages.tongue import Tongue, later
from domain.messages.wording import job, opens, to_candidate
from domain.vocabulary import LinkPurpose, RequestKind

_ASKED: Mapping[RequestKind, str] = {
    RequestKind.HUMAN_REVIEW: later(
        "You asked for a person to look at the decision about your application for {job}."
    ),
    RequestKind.CORRECTION: later("You asked us to correct what we hold about you for {job}."),
}
_SEE = later("See your application")


def request_received(facts: MailFacts) -> Message:
    """The request arrived, somebody looks at it, and by when the law wants an answer (GDPR article 12)."""
    t = Tongue.of(facts)
    return to_candidate(
        facts,
        subject=t.say("We received your request: {job}", job=job(facts)),
        paragraphs=(
            t.say(_ASKED[facts.request or RequestKind.HUMAN_REVIEW], job=job(facts)),
            t.say("A person of the hiring team will answer you, within one month at the latest."),
            t.say("If this was not you, reply to this mail."),
        ),
        actions=opens(facts, (LinkPurpose.APPLICATION, t.say(_SEE))),
    )


def request_answered(facts: MailFacts) -> Message:
    """A person answered; the words stand on the page, where they can be erased."""
    t = Tongue.of(facts)
    return to_candidate(
        facts,
        subject=t.say("An answer to your request: {job}", job=job(facts)),
        paragraphs=(
            t.say(_ASKED[facts.request or RequestKind.HUMAN_REVIEW], job=job(facts)),
            t.say("A person has looked at it. The answer stands on the page below."),
        ),
        actions=opens(facts, (LinkPurpose.APPLICATION, t.say(_SEE))),
    )


def new_address(facts: MailFacts) -> Message:
    """To an address that is to become the candidate's: confirm it."""
    t = Tongue.of(facts)
    return to_candidate(
        facts,
        subject=t.say("Please confirm your mail address: {job}", job=job(facts)),
        paragraphs=(
            t.say(
                "Somebody asked us to write to this address about an application for {job}. If that was you, "
                "please confirm the address on the page below.",
                job=job(facts),
            ),
            t.say("If it was not you, you need not do anything: the address is not used."),
        ),
        actions=opens(facts, (LinkPurpose.NEW_ADDRESS, t.say("Confirm this address"))),
    )


def address_change(facts: MailFacts) -> Message:
    """To the address of before: another one was asked for."""
    t = Tongue.of(facts)
    return to_candidate(
        facts,
        subject=t.say("Your mail address is to change: {job}", job=job(facts)),
        paragraphs=(
            t.say(
                "Somebody asked us to use another mail address for your application for {job}. Once the new "
                "address is confirmed, we write only there.",
                job=job(facts),
            ),
            t.say("If this was not you, reply to this mail."),
        ),
    )


def new_links(facts: MailFacts) -> Message:
    """To somebody who need not answer anything: where the application stands, by a link that replaces older ones."""
    t = Tongue.of(facts)
    return to_candidate(
        facts,
        subject=t.say("Your link to your application: {job}", job=job(facts)),
        paragraphs=(
            t.say(
                "This is your link to your application for {job}. Links that you got before no longer work.",
                job=job(facts),
            ),
            t.say("There you see where it stands, and can correct, download or erase your data."),
        ),
        actions=opens(facts, (LinkPurpose.APPLICATION, t.say(_SEE))),
    )
