"""The bot's answer to a candidate as a mail: the same words as on the page, in the candidate's language."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import TypedDict

from domain.messages.facts import MailFacts, Message
from domain.messages.tongue import Tongue
from domain.messages.wording import name_to_greet, opens, said
from domain.negotiation.bot import Move
from domain.negotiation.turns import BotTurn, PersonTurn, TalkFacts, recall
from domain.negotiation.words import say
from domain.negotiation.words.phrases import Letterhead
from domain.negotiation.words.teller import Teller
from domain.plain_text import one_line
from domain.vocabulary import LinkPurpose

_ENDS = {Move.BOOK, Move.LEAVE, Move.ESCALATE}
"""Moves that wait for nothing from the candidate."""


def negotiation_answer(facts: MailFacts) -> Message:
    """The turn of `facts.turn` in words; without one, only that there is an answer on the page."""
    turn = recall(facts.turn) if facts.turn is not None else None
    if isinstance(turn, PersonTurn):
        return _from_a_person(turn, facts)
    if turn is None:
        return _pointer(facts)
    known = talk_facts(facts)
    teller = Teller.speaking(turn.language, known, turn.at)
    head = teller.phrases.mail
    page = opens(facts, (LinkPurpose.SCHEDULE, head.open_page))
    if turn.move is Move.LEAVE:
        page = opens(facts, (LinkPurpose.REJECT, head.undo)) if facts.undo_until else ()
    return Message(
        subject=head.subjects[turn.move].format(job=_job(facts, head)),
        paragraphs=said(
            _hello(facts, head),
            *say(turn, known).paragraphs,
            None if turn.move in _ENDS or not page else head.on_the_page,
        ),
        actions=page,
        facts=_lines(turn, teller),
        footer=head.footer,
        **_frame(turn.language, facts),
    )


def talk_facts(facts: MailFacts) -> TalkFacts:
    """What the bot may tell in a mail to the candidate."""
    name = one_line(facts.interviewer_name)
    return TalkFacts(
        zone=facts.time_zone,
        now=facts.now,
        length=facts.duration or timedelta(),
        interviewer_zone=facts.interviewer_zone,
        interviewers=(name,) if name else (),
        job_title=facts.job_title,
        company=facts.company,
        location=facts.location,
        video_url=facts.video_url,
        recruiter=facts.recruiter_name,
        choose_by=facts.slot_selection_deadline,
        horizon=facts.horizon,
        undo_until=facts.undo_until,
    )


def _from_a_person(turn: PersonTurn, facts: MailFacts) -> Message:
    """What somebody of the hiring team wrote, as they wrote it, with the times they offer."""
    teller = Teller.speaking(facts.language, talk_facts(facts), turn.at)
    head = teller.phrases.mail
    return Message(
        subject=head.plain_subject.format(job=_job(facts, head)),
        paragraphs=(
            _hello(facts, head),
            *(one_line(line) for line in turn.text.splitlines() if line.strip()),
        ),
        actions=opens(facts, (LinkPurpose.SCHEDULE, head.open_page)),
        facts=_options(turn.proposals, teller),
        footer=head.footer,
        **_frame(facts.language, facts),
    )


def _options(starts: Sequence[datetime], teller: Teller) -> tuple[tuple[str, str], ...]:
    option = teller.phrases.mail.option
    return tuple(
        (option.format(number=number), teller.appointment(start))
        for number, start in enumerate(starts, start=1)
    )


def _pointer(facts: MailFacts) -> Message:
    head = Teller.speaking(facts.language, talk_facts(facts), facts.now).phrases.mail
    return Message(
        subject=head.plain_subject.format(job=_job(facts, head)),
        paragraphs=(_hello(facts, head), head.plain),
        actions=opens(facts, (LinkPurpose.SCHEDULE, head.open_page)),
        footer=head.footer,
        **_frame(facts.language, facts),
    )


class _Frame(TypedDict):
    language: str
    copy_hint: str


def _frame(language: str, facts: MailFacts) -> _Frame:
    t = Tongue.of(replace(facts, language=language))
    return {
        "language": t.language,
        "copy_hint": t.say("If the button does not open, copy this address:"),
    }


def _hello(facts: MailFacts, head: Letterhead) -> str:
    name = name_to_greet(facts)
    return head.hello.format(name=name) if name else head.hello_you


def _job(facts: MailFacts, head: Letterhead) -> str:
    title, company = one_line(facts.job_title), one_line(facts.company)
    return head.job_at.format(title=title, company=company) if company else title


def _lines(turn: BotTurn, teller: Teller) -> tuple[tuple[str, str], ...]:
    """Offers, deadline, length and people, as far as known; where it takes place once it is booked."""
    head, facts = teller.phrases.mail, teller.facts
    lines = list(_options(turn.proposals, teller))
    if facts.choose_by and turn.move not in _ENDS:
        lines.append((head.choose_by, teller.moment(facts.choose_by)))
    if facts.length and turn.move is not Move.LEAVE:
        lines.append((head.length, teller.clock.length(facts.length)))
    if turn.move is Move.BOOK:
        lines += [(head.people, teller.interviewers()), (head.video, one_line(facts.video_url))]
    return tuple((label, value) for label, value in lines if value)
