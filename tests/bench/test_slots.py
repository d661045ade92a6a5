"""The measured search is one that has something to find."""

from bench.slots import ROUNDS_QUICK, measure_slots


def test_the_slot_search_is_measured_beside_its_floor() -> None:
    figure = measure_slots(quick=True)
    assert figure.unit == "ms"
    assert figure.floor
    assert figure.value > figure.floor > 0
    assert figure.detail["one_of_ten_ms"].count == ROUNDS_QUICK
    assert min(figure.detail["slots_found"].values()) > 1
