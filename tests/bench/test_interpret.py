"""The measured messages are different ones that the grammar understands."""

from bench.interpret import ROUNDS, _asks, measure_interpret
from bench.messages import MESSAGES
from domain.negotiation.interpret import interpret
from domain.negotiation.reading import Intent


def test_reading_is_measured_beside_its_floor() -> None:
    figure = measure_interpret(quick=True)
    assert figure.unit == "messages/s"
    assert figure.floor
    assert figure.floor > figure.value > 0
    assert set(figure.detail["by_language"]) == set(MESSAGES)
    assert sum(figure.detail["intents"].values()) == sum(len(texts) for texts in MESSAGES.values()) == 60


def test_a_round_meets_other_numbers_than_the_round_before_it() -> None:
    first, second = ({ask.text for ask in _asks(number)} for number in (0, 1))
    assert len(first) == len(second) == 60
    assert len(first - second) >= 15
    assert len({ask.text for number in range(ROUNDS) for ask in _asks(number)}) > 60


def test_the_messages_are_of_every_kind_and_most_are_understood() -> None:
    readings = [interpret(ask) for ask in _asks(0)]
    assert {reading.intent for reading in readings} >= set(Intent) - {Intent.REJECTION}
    assert sum(reading.intent is Intent.UNCLEAR for reading in readings) < len(readings) / 5
