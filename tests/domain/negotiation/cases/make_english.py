"""Writes the .jsonl files beside this module: `python -m tests.domain.negotiation.cases.make_english`."""

from pathlib import Path
from typing import Final

from tests.domain.negotiation.cases import (
    make_combined,
    make_dates,
    make_days,
    make_everyday,
    make_exclusions,
    make_injections,
    make_intents,
    make_layout,
    make_negatives,
    make_other_languages,
    make_refined,
    make_selection,
    make_times,
    make_widened,
    make_withdrawal,
    make_zones,
)
from tests.domain.negotiation.cases.case import Case

FOLDER: Final = Path(__file__).parent

TOPICS: Final[dict[str, list[Case]]] = {
    "english_days": make_days.CASES,
    "english_dates": make_dates.CASES,
    "english_exclusions": make_exclusions.CASES,
    "english_negatives": make_negatives.CASES,
    "english_combined": make_combined.CASES,
    "english_times": make_times.CASES,
    "english_zones": make_zones.CASES,
    "english_intents": make_intents.CASES,
    "english_withdrawal": make_withdrawal.CASES,
    "english_selection": make_selection.CASES,
    "english_injections": make_injections.CASES,
    "english_layout": make_layout.CASES,
    "other_languages": make_other_languages.CASES,
    "refined": make_refined.CASES,
    "widened": make_widened.CASES,
    "everyday": make_everyday.CASES,
}


def text(cases: list[Case]) -> str:
    return "".join(case.line() + "\n" for case in cases)


def write(folder: Path = FOLDER) -> None:
    for topic, cases in TOPICS.items():
        (folder / f"{topic}.jsonl").write_text(text(cases), encoding="utf-8")


if __name__ == "__main__":
    write()
