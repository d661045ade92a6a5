"""The German, French, Spanish and Portuguese cases are what their generator writes, and agree with themselves."""

from datetime import datetime, timedelta

from tests.domain.negotiation.cases import make_romance_german


def test_the_file_is_what_the_generator_writes() -> None:
    assert make_romance_german.TARGET.read_text(encoding="utf-8") == make_romance_german.text()


def test_every_interval_lies_inside_the_window_and_misses_what_is_excluded() -> None:
    for case in make_romance_german.cases():
        reference = datetime.fromisoformat(case["reference_time"])
        low, high = reference + timedelta(hours=12), reference + timedelta(days=14)
        wanted = case["expect"]["available"] or []
        spans = [(datetime.fromisoformat(start), datetime.fromisoformat(end)) for start, end in wanted]
        barred = [
            (datetime.fromisoformat(start), datetime.fromisoformat(end))
            for start, end in case["expect"].get("unavailable", [])
        ]
        for start, end in spans:
            assert low <= start < end <= high, case["id"]
            assert not any(start < till and since < end for since, till in barred), case["id"]


def test_a_selected_time_is_one_of_the_proposed() -> None:
    for case in make_romance_german.cases():
        selected = case["expect"]["selected"]
        assert selected is None or selected in case["context"], case["id"]
