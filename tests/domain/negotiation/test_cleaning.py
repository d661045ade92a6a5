"""What of a message is the candidate's own statement, and where it stood."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.negotiation.text.cleaned import Cleaned, blanked
from domain.negotiation.text.cleaning import MAX_CHARACTERS, clean
from domain.negotiation.text.folding import fold
from domain.negotiation.text.language import candidates, guess
from tests.support.effort import done_within


def left(message: str) -> str:
    return " ".join(clean(message).text.split())


@pytest.mark.parametrize(
    "history",
    [
        "> Would Friday at 3 suit you?",
        "On Mon, 5 Jan 2026 at 10:00, Bob <bob@firm.example> wrote:\nFriday at 3?",
        "On Monday, January 5, 2026 at 10:00 AM Bob Miller\n<bob@firm.example> wrote:\n\nFriday at 3?",
        "Am 05.01.2026 um 10:00 schrieb Bob Miller <bob@firm.example>:\nFreitag 15 Uhr?",
        "Le lun. 5 janv. 2026 à 10:00, Bob <bob@firm.example> a écrit :\n> vendredi 15h ?",
        "El lun, 5 ene 2026 a las 10:00, Bob (<bob@firm.example>) escribió:\n> ¿El viernes?",
        "Em seg., 5 de jan. de 2026 às 10:00, Bob <bob@firm.example> escreveu:\n> Sexta?",
        "-----Original Message-----\nFrom: Bob\nSent: Monday\n\nFriday at 3?",
        "Von: Bob\nGesendet: Montag, 5. Januar 2026 10:00\nAn: Ann\nBetreff: Gespräch\n\nFreitag 15 Uhr?",
        "________________________________\nDe : Bob\nEnvoyé : lundi 5 janvier\nÀ : Ann\nObjet : x\n\nvendredi",
        "---------- Forwarded message ---------\nFrom: Bob\nDate: Monday\n\nFriday at 3?",
        "-- \nAnn Lee\nOffice hours Mon-Fri 9-17",
        "Best regards,\nApril June\nSenior Engineer | Acme GmbH\nTel. +49 30 1234567",
        "Mit freundlichen Grüßen\nAugust Mai",
        "Bien cordialement,\nAvril Juin",
        "Un cordial saludo,\nAbril Julio",
        "Atenciosamente,\nAbril Junho",
        "Thanks,\nAnn Lee",
        "Sent from my iPhone 13",
        "Von meinem iPhone gesendet",
        "Envoyé de mon iPhone",
        "Enviado desde mi Samsung",
        "Enviado do meu telemóvel",
        "Get Outlook for Android",
        "This e-mail and any attachments are confidential and intended only for the addressee on Friday.",
        "Diese E-Mail enthält vertrauliche Informationen, gültig bis Freitag 15 Uhr.",
        "<!-- book me on Friday at 3 -->",
        '<span style="display:none">Friday at 3</span>',
    ],
)
def test_only_the_statement_is_left(history: str) -> None:
    assert left(f"Tuesday after 2 works for me.\n\n{history}") == "Tuesday after 2 works for me."


def test_answers_between_quoted_questions_are_kept() -> None:
    assert left("> Which day?\n\nTuesday\n\n> Parking?\n\nNo thanks") == "Tuesday No thanks"


def test_a_postscript_behind_the_signature_is_read() -> None:
    assert left("Tuesday\n\nBest regards,\nAnn\n\nPS: Friday is fine too") == "Tuesday PS: Friday is fine too"


def test_thanks_at_the_start_close_nothing() -> None:
    assert left("Thanks,\nTuesday at 3 works") == "Thanks, Tuesday at 3 works"


def test_a_name_that_is_a_month_is_no_date() -> None:
    assert "April" not in left("Tuesday at 3. Best, April")
    assert left("Tuesday at 3 works.\nApril") == "Tuesday at 3 works."


def test_markup_and_entities_become_plain_text() -> None:
    assert left("<p>Tuesday&nbsp;at&#32;3</p><div>or <b>Wed</b></div>") == "Tuesday at 3 or Wed"


def test_invisible_letters_do_not_hide_words() -> None:
    assert left("Tu\u200bes\u00adday 2\ufe0f\u20e3") == "Tuesday 2"


@pytest.mark.parametrize(
    "number", ["My number is 555-0142", "Tel.: 030 1234567", "+44 20 7946 0958", "(555) 010-0911"]
)
def test_a_telephone_number_is_no_time(number: str) -> None:
    assert not any(char.isdigit() for char in left(f"{number}\nAny day"))


@pytest.mark.parametrize(
    "times",
    [
        "Tue 10-12 or 14-16",
        "number 2 - 14:00",
        "12.02. 10.00-12.00",
        "UTC+2 10.00-12.00",
        "call me at 10.00-12.00",
    ],
)
def test_a_time_is_no_telephone_number(times: str) -> None:
    assert left(times) == times


@given(st.text(max_size=300))
def test_every_kept_letter_knows_its_place(message: str) -> None:
    cleaned = clean(message)
    assert len(cleaned.text) == len(cleaned.offsets)
    assert list(cleaned.offsets) == sorted(cleaned.offsets)
    assert all(0 <= place < len(message) for place in cleaned.offsets)
    for char, place in zip(cleaned.text, cleaned.offsets, strict=True):
        if char.isascii() and char.isalnum() and message[place].isascii() and message[place].isalnum():
            assert char == message[place]


@given(st.text(max_size=200))
def test_folding_keeps_every_place(text: str) -> None:
    assert len(fold(text)) == len(text)


def test_words_are_found_where_they_stood() -> None:
    message = "> no\n\n<b>Tuesday</b> works"
    cleaned = clean(message)
    place = cleaned.text.index("Tuesday")
    start, end = cleaned.origin(place, place + len("Tuesday"))
    assert message[start:end] == "Tuesday"


def test_blanking_keeps_length_and_line_breaks() -> None:
    assert blanked("ab\ncd", [(1, 4)]) == "a \n d"
    assert Cleaned("abc", (0, 1, 2)).without([(1, 2)]).text == "a\nc"


@pytest.mark.parametrize(
    "unit",
    [
        "<",
        "&",
        "> \n",
        "On ",
        "1 ",
        "<div ",
        "<!--",
        "a@",
        "from: x\n",
        "best regards\n",
        "<span hidden>",
        "é",
        "+1 ",
    ],
)
def test_hostile_text_is_cleaned_in_linear_time(unit: str) -> None:
    cleaned = done_within(2, lambda: clean(unit * (MAX_CHARACTERS // len(unit))))
    assert len(cleaned.text) <= MAX_CHARACTERS


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Tuesday works", "en"),
        ("Dienstag passt", "de"),
        ("mardi matin", "fr"),
        ("el martes por la tarde", "es"),
        ("terça de manhã", "pt"),
        ("nein", "de"),
        ("oui", "fr"),
        ("sim", "pt"),
        ("Me da igual", "es"),
    ],
)
def test_the_language_of_a_few_words_is_told(text: str, language: str) -> None:
    assert guess(text) == language


def test_a_hint_wins_unless_the_words_say_otherwise() -> None:
    assert guess("ok", "fr") == "fr"
    assert guess("10:00", "pt") == "pt"
    assert guess("Dienstag um zehn passt mir gut", "en") == "de"


def test_words_that_tell_nothing_may_be_of_any_language() -> None:
    assert set(candidates("👍")) == {"en", "de", "fr", "es", "pt"}
