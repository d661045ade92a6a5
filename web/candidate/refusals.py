"""What a candidate is told when something is refused: errors speak English, so their sentences are listed here.

A test holds the list against the sources. An error that is not listed is told by its kind.
"""

from dataclasses import dataclass

from domain.errors import ConflictError, DeadlinePassedError, InvalidInputError, LinkError, UnderstudyError
from domain.messages.tongue import later
from web.candidate.telling import said

KNOWN = frozenset({
    later("Accept the invitation first."),
    later("Use the link in the invitation."),
    later("The time to answer this invitation has passed."),
    later("The time to answer has passed, and the place went on to the next person."),
    later("The time to choose has passed."),
    later("The interview has begun."),
    later("This interview can no longer be scheduled."),
    later("You have declined."),
    later("Undo that first."),
    later("It is too late to undo this: the place has passed on."),
    later("It is too late to move this interview."),
    later("This interview was moved as often as possible."),
    later("Reply to our mail: a person can still move it."),
    later("This time is no longer free."),
    later("This time was taken a moment ago."),
    later("Choose one of the next best."),
    later("These times are being taken at this moment."),
    later("Try again."),
    later("No time was chosen."),
    later("Choose one of the times."),
    later("The job of this interview no longer exists."),
    later("The database did not answer."),
    later("Try again in a moment."),
    later("There is no time to be found for this interview now."),
    later("This conversation has become too long."),
    later("Reply to our mail to reach a person."),
    later("The message is empty."),
    later("The message is too long."),
    later("Please shorten it."),
    later("Write when you could come, in your own words."),
    later("A sentence or two is enough."),
    later("Write what is wrong and what would be right."),
    later("Nothing was sent: the box “Yes” is not ticked."),
    later("Tick it if you mean it."),
    later("Something changed since you opened this page."),
    later("Please look and decide again."),
    later("This form is not complete."),
    later("Use the buttons of the page."),
    later("There is no such choice."),
    later("There is no such time zone."),
    later("There are no pages in this language."),
    later("Choose one of the list."),
    later("This is not a name we can write."),
    later("Write your name as people should read it."),
    later("This is not a phone number."),
    later("Use digits, spaces and +, or leave it empty."),
    later("This is not a mail address."),
    later("Write it like name@example.org."),
    later("Too many addresses were entered."),
    later("This link no longer confirms an address."),
    later("Enter the address again on your page."),
    later("Another application uses this address."),
    later("Reply to our mail: a person brings the two together."),
    later("Reply to our mail."),
    later("There is no text interview to take now."),
    later("This text interview is over."),
    later("This question was answered already, in another window or on another device."),
    later("What you wrote just now was not sent."),
    later("The answer is empty."),
    later("There is no file."),
    later("Choose one."),
    later("The file is empty."),
    later("Choose another one."),
    later("This kind of file is not taken here."),
    later("Send a smaller one."),
    later("This is no form with one file."),
    later("No more recordings can be sent here."),
    later("Please write your answer instead."),
    later("The virus scanner found something in this file; it was not kept."),
    later("Write a few words; “I don’t know” is fine."),
    later("Shorten it; your text still stands in the form."),
    later("This interview no longer exists."),
    later("This application no longer exists."),
    later("This link was replaced by a newer one."),
    later("Open the newest mail you got from us."),
    later("This link is not valid."),
    later("This link belongs to another interview."),
    later("This link has expired."),
    later("Open the newest mail you got from us, or reply to it to reach a person."),
    later("This form belongs to another interview."),
    later("This page was open for too long."),
    later("Open the link in your mail again and repeat your answer; nothing was changed."),
})  # fmt: skip
"""Sentences and remedies of errors that candidates may meet."""

BY_BEGINNING = {
    "The file is larger than": later("The file is too large."),
    "The answer is longer than": later("The answer is longer than 4,000 characters."),
    "The message is longer than": later("The message is too long."),
    "This interview is over": later("This interview is over. Below you see how things stand."),
}
"""Sentences that go on with a number or a state."""

BY_KIND: tuple[tuple[type[UnderstudyError], str], ...] = (
    (LinkError, later("This link does not work.")),
    (DeadlinePassedError, later("The time for this has passed.")),
    (ConflictError, later("This is no longer possible. Below you see how things stand.")),
    (InvalidInputError, later("Something in the form does not fit. Nothing was changed.")),
    (UnderstudyError, later("That did not work. Please try again in a moment.")),
)


@dataclass(frozen=True, slots=True)
class Refusal:
    """An error in the words of a language."""

    code: str
    message: str
    remedy: str
    field: str | None


def refusal(language: str, error: UnderstudyError) -> Refusal:
    """What to tell. Words that nobody translated are left out; the error's kind speaks for them."""
    general = next(text for kind, text in BY_KIND if isinstance(error, kind))
    begun = (text for begins, text in BY_BEGINNING.items() if error.message.startswith(begins))
    message = error.message if error.message in KNOWN else next(begun, general)
    remedy = said(language, error.remedy) if error.remedy in KNOWN and error.remedy else ""
    return Refusal(error.code, said(language, message), remedy, error.field)
