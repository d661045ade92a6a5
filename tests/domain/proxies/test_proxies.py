"""What hints at a trait is found with its place; what only looks like it is not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.proxies import KINDS, find_proxies, without_sentences


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Member of the Society of Women Engineers", "gender_organisation"),
        ("Captain, Women's Chess Club", "gender_organisation"),
        ("Gründerin im Frauennetzwerk Bayern", "gender_organisation"),
        ("Volunteer at Sunday School", "religion"),
        ("Catequista en la parroquia de San Juan", "religion"),
        ("Paróquia de Santo António", "religion"),
        ("Mission trips to Peru", "religion"),
        ("Treasurer of Phi Beta Sigma fraternity", "greek_life"),
        ("National Society of Black Engineers", "ethnic_association"),
        ("a historically black college", "black_college"),
        ("2019 Elternzeit", "leave"),
        ("congé maternité", "leave"),
        ("U.S. Army veteran", "military"),
        ("Servicio militar 2001", "military"),
        ("Women's lacrosse team", "gendered_sport"),
        ("Special Olympics athlete", "disability"),
        ("Treasurer of the Gay-Straight Alliance", "orientation"),
        ("native speaker of Mandarin", "language_origin"),
        ("Organised the Diwali dinner", "holiday"),
        ("College Republicans", "politics"),
        ("over 40 years of experience", "age_hint"),
    ],
)
def test_a_hint_is_found_where_it_stands(text: str, kind: str) -> None:
    text = f"Experience\n{text}\nSkills"
    found = [proxy for proxy in find_proxies(text) if proxy.kind == kind]
    assert found
    assert all(text[proxy.start : proxy.end] == proxy.quote for proxy in found)


@pytest.mark.parametrize(
    "text",
    [
        "Veterinary nurse; women's designer department; sigma six sigma black belt",
        "English (native), German fluent, deaf to noise, blind test, leave management, field engineer",
        "Alpha testing and beta release, delta wing, temple of doom is not listed here: tempo",
    ],
)
def test_ordinary_work_is_no_hint(text: str) -> None:
    assert find_proxies(text) == ()


def test_the_sentences_of_hints_can_be_left_out() -> None:
    text = "Led a team. Taught at Sunday School in May. Wrote code.\nMember of a sorority\nSkills"
    assert without_sentences(text, find_proxies(text)) == "Led a team. Wrote code.\n\nSkills"
    assert without_sentences(text, ()) == text


@given(st.text(max_size=200))
def test_any_text_can_be_searched(text: str) -> None:
    assert all(proxy.kind in KINDS for proxy in find_proxies(text))
