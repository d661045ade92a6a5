"""How dates and ranges are written, and the months they mean."""

import pytest

from domain.resume.dates import dates_of, ranges_of


def month(year: int, number: int) -> int:
    return year * 12 + number - 1


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("March 2019", (2019, 3)),
        ("Sept. 2019", (2019, 9)),
        ("März 2019", (2019, 3)),
        ("août 2019", (2019, 8)),
        ("enero de 2019", (2019, 1)),
        ("Março de 2019", (2019, 3)),
        ("dez 2019", (2019, 12)),
        ("03/2019", (2019, 3)),
        ("3.2019", (2019, 3)),
        ("15.03.2019", (2019, 3)),
        ("03/15/2019", (2019, 3)),
        ("2019-03", (2019, 3)),
        ("2019-03-15", (2019, 3)),
        ("2019/03", (2019, 3)),
        ("March 15, 2019", (2019, 3)),
        ("May '19", (2019, 5)),
        ("Marketing 2019", (2019, 1)),
        ("2019", (2019, 1)),
    ],
)
def test_a_date_means_its_month(text: str, expected: tuple[int, int]) -> None:
    assert [date.month for date in dates_of(text)] == [month(*expected)]


@pytest.mark.parametrize("text", ["120190", "$2019", "2019.500 pieces", "phone 0201930"])
def test_numbers_that_are_no_years_are_left_alone(text: str) -> None:
    assert dates_of(text) == []


@pytest.mark.parametrize(
    ("text", "first", "after"),
    [
        ("March 2018 - May 2019", (2018, 3), (2019, 6)),
        ("03/2018\nto\n05/2019", (2018, 3), (2019, 6)),
        ("03/2018 bis 05/2019", (2018, 3), (2019, 6)),
        ("de mars 2018 à mai 2019", (2018, 3), (2019, 6)),
        ("marzo 2018 hasta mayo 2019", (2018, 3), (2019, 6)),
        ("03/2018 até 05/2019", (2018, 3), (2019, 6)),
        ("03/2018 â€“ 05/2019", (2018, 3), (2019, 6)),
        ("2015 - 2018", (2015, 1), (2018, 1)),
        ("2015-18", (2015, 1), (2018, 1)),
        ("2015 – 2015", (2015, 1), (2015, 7)),
        ("March to June 2018", (2018, 3), (2018, 7)),
        ("05/2019 - 03/2018", (2018, 3), (2019, 6)),
    ],
)
def test_a_range_is_half_open_in_months(text: str, first: tuple[int, int], after: tuple[int, int]) -> None:
    found = ranges_of(text, dates_of(text))
    assert [(r.first, r.after, r.current) for r in found] == [(month(*first), month(*after), False)]


@pytest.mark.parametrize(
    "text",
    [
        "06/2019 - present",
        "June 2019 to Current",
        "seit 06/2019",
        "depuis juin 2019",
        "06/2019 – heute",
        "06/2019 -",
    ],
)
def test_open_ranges_are_current_and_end_with_the_latest_date(text: str) -> None:
    whole = f"{text}\nA certificate of 02/2021"
    found = ranges_of(whole, dates_of(whole))
    assert [(r.first, r.after, r.current) for r in found] == [(month(2019, 6), month(2021, 3), True)]


def test_the_only_date_of_an_open_range_counts_as_one_month() -> None:
    text = "06/2019 - present"
    assert [r.after - r.first for r in ranges_of(text, dates_of(text))] == [1]


def test_ranges_longer_than_a_working_life_are_dropped() -> None:
    text = "1950 - 2020"
    assert ranges_of(text, dates_of(text)) == []
