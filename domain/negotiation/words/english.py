"""English."""

from domain.negotiation.bot import Handover, Move
from domain.negotiation.words.phrases import Answers, Letterhead, Phrases, Questions, Times

ENGLISH = Phrases(
    times=Times(
        time="{time}",
        day_and_time="{date}, {time}",
        named="{moment} ({zone})",
        in_both="{candidate}; for the interviewer {interviewer}",
        range="{date}, {start}–{end}",
        range_over_days="{first}, {start} to {last}, {end}",
        whole_day="{date}, all day",
        separator="; ",
        one_more="{times}; and one more time",
        many_more="{times}; and {count} more times",
        in_zone="{times} ({zone} time)",
    ),
    understood="I understood: {times}.",
    proposals="These times are free.",
    one_proposal="This time is free.",
    held="Held for you until {until}.",
    how_to_answer="To take one, answer with its number. If none of them suits you, write other days or times.",
    how_to_answer_one="To take it, answer with 1. If it does not suit you, write other days or times.",
    taken="I am sorry: the time you chose was taken a moment ago.",
    nearest="These are the nearest times that are free.",
    nearest_one="This is the nearest time that is free.",
    nothing_fits="I have found no free time that fits what you wrote.",
    window="Times until {until} are possible.",
    more_times=(
        "Please write two or three more days or times that would suit you, for example “Tuesday afternoon, "
        "or Thursday before noon”."
    ),
    booked="Your interview is booked: {when}.",
    entry_follows="The calendar entry follows by mail. We look forward to meeting you.",
    left="I have noted that you no longer wish to take part. Thank you for telling us.",
    undo="If that was not what you meant, you can undo it on the interview page until {until}.",
    questions=Questions(
        which_date="You wrote {weekday} and {date}, but {date} is a {real}. Which of the two do you mean?",
        which_date_plain="The weekday and the date in your message do not belong together. Which do you mean?",
        which_option="More than one option fits what you wrote: {options}. Which one would you like?",
        which_option_plain="More than one option fits what you wrote. Which one would you like?",
        am_or_pm="You wrote {clock}. Do you mean {morning} or {evening}?",
        am_or_pm_plain="Do you mean the morning or the evening?",
        which_day="On which day would that suit you?",
        say_again=(
            "I am not sure that I understood you. Could you write again when you could come, for example "
            "“Tuesday afternoon, or Thursday before noon”?"
        ),
    ),
    handovers={
        Handover.ASKED_FOR_A_PERSON: "Of course. {who} takes over from here and will write to you.",
        Handover.LAST_ROUND: (
            "We have not found a time together so far. {who} takes over from here and will write to you."
        ),
        Handover.NO_FREE_TIMES: (
            "At the moment there is no free time that I can offer you. "
            "{who} takes over from here and will write to you."
        ),
        Handover.NOT_UNDERSTOOD: (
            "I am sorry that I have not understood you well enough. "
            "{who} takes over from here and will write to you."
        ),
    },
    handover="{who} takes over from here and will write to you.",
    no_need_to_act="You do not need to do anything; what you have written so far is passed on.",
    somebody="A member of the hiring team",
    to_the_team="the hiring team",
    to_person="{name}",
    answers=Answers(
        length="The interview takes {length}.",
        video="The interview takes place by video.",
        video_at="You join by video here: {url}",
        place="The place given for this job is {place}.",
        who="You will meet {names}.",
        zone="All times are given in your time zone ({zone}).",
        zones="All times are given in your time zone ({zone}); the interviewer's is {other}.",
        deadline="You can choose a time until {until}.",
        bot=(
            "You are writing with an automatic assistant that only arranges times. If you would rather write "
            "with a person, just say so."
        ),
        passed_on="I have passed your question “{question}” on to {who}.",
        several_passed_on="I have passed your questions on to {who}.",
        nothing_asked="Thank you for your message.",
        go_on="Whenever you are ready, tell me which time or which days suit you.",
    ),
    mail=Letterhead(
        subjects={
            Move.PROPOSE: "Times for your interview: {job}",
            Move.PROPOSE_NEXT_BEST: "Other times for your interview: {job}",
            Move.ASK_OTHER_TIMES: "We need a few more times from you: {job}",
            Move.BOOK: "Your interview is booked: {job}",
            Move.ANSWER: "Your question about the interview: {job}",
            Move.CLARIFY: "One question about your message: {job}",
            Move.LEAVE: "We noted that you no longer take part: {job}",
            Move.ESCALATE: "A person takes over: {job}",
        },
        plain_subject="An answer to your message: {job}",
        job_at="{title} at {company}",
        hello="Hello {name},",
        hello_you="Hello,",
        plain="There is an answer to your message on the page below.",
        on_the_page="Please answer on the page below; if you reply to this mail, a person reads it.",
        option="Option {number}",
        choose_by="Please choose by",
        length="Length",
        people="With",
        video="Video call",
        open_page="Open the conversation",
        undo="See or undo your answer",
        footer=(
            "Applications for this job are put in order with the help of automation, which compares each resume "
            "with the job description, and times are arranged by an automatic assistant. You may ask for a "
            "person to look at a decision, give your view, or ask how it was made. To reach a person, reply to "
            "this mail."
        ),
    ),
)
