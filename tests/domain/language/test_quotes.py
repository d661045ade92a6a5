"""Quotes are pieces of one line, cut between words."""

from hypothesis import given
from hypothesis import strategies as st

from domain.language.quotes import quote_around


def test_a_short_line_is_quoted_whole() -> None:
    text = "Above\n  Wrote Python services. \nBelow"
    start = text.index("Python")
    left, right = quote_around(text, start, start + 6)
    assert text[left:right] == "Wrote Python services."


def test_a_long_line_is_cut_between_words() -> None:
    text = "observability " * 20 + "Python " + "deployments " * 20
    start = text.index("Python")
    left, right = quote_around(text, start, start + 6)
    assert right - left <= 140
    assert set(text[left:right].split()) == {"observability", "Python", "deployments"}


@given(st.text(max_size=400), st.data())
def test_the_place_is_always_within_its_quote(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    left, right = quote_around(text, start, end)
    assert 0 <= left <= start <= end <= right <= len(text)
