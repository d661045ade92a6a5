"""Mails to candidates in five languages: whole, on one line where it matters, whatever strangers typed."""

import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.errors import UnderstudyError
from domain.messages import MailFacts, ReasonClass, compose
from domain.messages.catalog import LANGUAGES
from domain.messages.order import FINAL, TO_CANDIDATES
from domain.messages.tongue import Tongue
from domain.negotiation.text.language import guess
from domain.vocabulary import LeaveKind, LinkPurpose, RequestKind
from domain.vocabulary import MailTemplate as T
from integrations.mail import MailRenderer
from tests.domain.test_messages import FULL, MINIMAL, NOW, words

TEMPLATES = sorted(TO_CANDIDATES - {T.NEGOTIATION_ANSWER})
HOSTILE = [
    "{name}",
    "{0.__class__}",
    "%(name)s %s",
    "<script>alert(1)</script>",
    "A\r\nBcc: x@evil.example",
    "Ana \u202egnp.exe",
    "Win at https://evil.example",
]


@pytest.mark.parametrize(("template", "language"), list(product(TEMPLATES, LANGUAGES)))
@pytest.mark.parametrize("facts", [MINIMAL, FULL], ids=["minimal", "full"])
def test_every_mail_to_a_candidate_is_in_their_language(template: T, language: str, facts: MailFacts) -> None:
    message = compose(template, replace(facts, language=language))
    assert message.language == language
    assert guess("\n".join((*message.paragraphs, message.footer))) == language
    text = words(message)
    for leftover in ("None", "{", "}", "  ", "..", " ."):
        assert leftover not in text
    assert "Data Engineer" in message.subject
    if language != "en":
        english = words(compose(template, facts))
        same = set(english.splitlines()) & set(text.splitlines())
        kept = {"Noor Khan", "Data Engineer", "Acme", "https", "Option"}
        assert [line for line in same if not any(word in line for word in kept)] == []


@pytest.mark.parametrize(("template", "language"), list(product(TEMPLATES, LANGUAGES)))
@pytest.mark.parametrize("typed", HOSTILE)
def test_what_strangers_typed_is_never_a_template_and_never_a_second_line(
    template: T, language: str, typed: str
) -> None:
    facts = replace(
        FULL, recipient_name=typed, job_title=typed, company=typed, interviewer_name=typed, language=language
    )
    mail = MailRenderer().render(template, facts)
    assert len(f"{mail.subject}|".splitlines()) == 1
    assert "<script>" not in mail.html
    assert "\u202e" not in mail.text + mail.html + mail.subject
    assert f'<html lang="{language}">' in mail.html
    assert "evil.example" not in mail.text.split("\n", 1)[0]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("reason", ReasonClass)
def test_each_reason_reads_otherwise_in_each_language(reason: ReasonClass, language: str) -> None:
    others = [words(compose(T.REGRET, replace(FULL, reason_class=r, language=language))) for r in ReasonClass]
    mine = words(compose(T.REGRET, replace(FULL, reason_class=reason, language=language)))
    assert others.count(mine) == 1
    assert "_" not in mine


@pytest.mark.parametrize(("template", "language"), list(product(sorted(FINAL), LANGUAGES)))
def test_a_final_answer_says_how_long_data_stay_and_how_to_reach_a_person(template: T, language: str) -> None:
    message = compose(template, replace(FULL, language=language))
    keep = compose(T.INTERVIEWED, replace(FULL, language=language)).paragraphs[-1]
    assert keep in message.paragraphs
    assert message.footer


@pytest.mark.parametrize("language", LANGUAGES)
def test_text_and_html_say_the_same(language: str) -> None:
    for template in TEMPLATES:
        facts = replace(FULL, language=language)
        message, mail = compose(template, facts), MailRenderer().render(template, facts)
        flat = " ".join(mail.text.split())
        html = " ".join(mail.html.replace("&#39;", "'").replace("&#34;", '"').replace("&amp;", "&").split())
        for said in (*message.paragraphs, message.footer, *(v for _, v in message.facts)):
            assert said.replace("\u00a0", " ") in flat.replace("\u00a0", " ")
            assert " ".join(said.split()) in html


@pytest.mark.parametrize(
    ("language", "zone", "time"),
    [
        ("en", "Europe/Berlin", "Tuesday, 14 April, 15:00 (Berlin, UTC+2)"),
        ("en", "America/New_York", "Tuesday, April 14, 9:00 AM (New York, UTC-4)"),
        ("de", "Europe/Berlin", "Dienstag, 14. April, 15:00 Uhr (Berlin, UTC+2)"),
        ("fr", "Europe/Paris", "mardi 14 avril, 15:00 (Paris, UTC+2)"),
        ("es", "Europe/Madrid", "martes, 14 de abril, 15:00 (Madrid, UTC+2)"),
        ("pt", "America/Sao_Paulo", "terça-feira, 14 de abril, 10:00 (São Paulo, UTC-3)"),
    ],
)
def test_a_time_is_written_as_the_reader_does_and_names_its_zone(language: str, zone: str, time: str) -> None:
    facts = replace(FULL, language=language, time_zone=zone, interviewer_zone="")
    assert time in [value for _, value in compose(T.REMINDER, facts).facts]


@pytest.mark.parametrize(
    ("language", "day"),
    [("en", "tomorrow"), ("de", "morgen"), ("fr", "demain"), ("es", "mañana"), ("pt", "amanhã")],
)
def test_a_reminder_counts_days_in_each_language(language: str, day: str) -> None:
    facts = replace(FULL, language=language, scheduled_time=NOW + timedelta(hours=20))
    assert day in compose(T.REMINDER, facts).subject


@given(
    st.sampled_from(TEMPLATES),
    st.sampled_from(LANGUAGES),
    st.text(max_size=40),
    st.datetimes(datetime(2020, 1, 1), datetime(2035, 1, 1)),  # noqa: DTZ001 - hypothesis adds the zone itself
    st.sampled_from(["UTC", "Asia/Kathmandu", "America/St_Johns", "Pacific/Chatham"]),
    st.sampled_from(LeaveKind),
    st.sampled_from(RequestKind),
)
def test_no_text_and_no_time_breaks_a_mail(
    template: T,
    language: str,
    typed: str,
    at: datetime,
    zone: str,
    leave: LeaveKind,
    request: RequestKind,
) -> None:
    facts = replace(
        FULL,
        language=language,
        job_title=f"J{typed}",
        recipient_name=typed,
        time_zone=zone,
        scheduled_time=at.replace(tzinfo=UTC),
        leave_kind=leave,
        request=request,
    )
    mail = MailRenderer().render(template, facts)
    assert len(f"{mail.subject}|".splitlines()) == 1


def test_a_mail_to_a_new_address_brings_only_the_link_that_confirms() -> None:
    message = compose(T.NEW_ADDRESS, FULL)
    assert [address for _, address in message.actions] == [FULL.links[LinkPurpose.NEW_ADDRESS]]


@given(
    st.timedeltas(min_value=timedelta(minutes=-5), max_value=timedelta(days=400)),
    st.sampled_from(LANGUAGES),
    st.sampled_from(["Europe/Berlin", "America/Sao_Paulo", "America/Mexico_City", "Asia/Tokyo", "UTC"]),
)
def test_every_span_of_time_is_said_in_every_language(length: timedelta, language: str, zone: str) -> None:
    said = Tongue(language, zone, NOW).span(length)
    numbers = [int(word) for word in re.findall(r"\d+", said)]
    minutes = max(0, int(length.total_seconds() // 60))
    assert numbers == [n for n in (minutes // 1440, minutes // 60 % 24, minutes % 60) if n]


def test_facts_that_cannot_be_put_into_words_stop_that_mail_with_an_error_of_ours() -> None:
    broken = replace(
        FULL, confirmation_deadline=datetime(9999, 12, 31, 23, 59, tzinfo=UTC), time_zone="Pacific/Kiritimati"
    )
    with pytest.raises(UnderstudyError):
        MailRenderer().render(T.INVITATION, broken)
