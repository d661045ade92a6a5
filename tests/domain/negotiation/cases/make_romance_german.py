"""Writes `de_fr_es_pt.jsonl`: German, French, Spanish and Portuguese cases of the negotiation understanding.

Each case states its intervals as explicit dates and hours (see `romance_german_frames`); nothing here reads text,
so the cases are independent of the grammar they test. Run from the root of the repository:

    python -m tests.domain.negotiation.cases.make_romance_german
"""

import json
from pathlib import Path
from typing import Any

from tests.domain.negotiation.cases import (
    romance_german_de,
    romance_german_de_talk,
    romance_german_es,
    romance_german_es_talk,
    romance_german_fr,
    romance_german_fr_talk,
    romance_german_pt,
    romance_german_pt_talk,
)

TARGET = Path(__file__).with_name("de_fr_es_pt.jsonl")


def cases() -> list[dict[str, Any]]:
    """All cases in a fixed order."""
    german, french = romance_german_de.build(), romance_german_fr.build()
    spanish, portuguese = romance_german_es.build(), romance_german_pt.build()
    romance_german_de_talk.add(german)
    romance_german_fr_talk.add(french)
    romance_german_es_talk.add(spanish)
    romance_german_pt_talk.add(portuguese)
    return [case for corpus in (german, french, spanish, portuguese) for case in corpus.cases]


def text() -> str:
    """The file's content: one JSON object a line."""
    return "".join(json.dumps(case, ensure_ascii=False) + "\n" for case in cases())


if __name__ == "__main__":
    TARGET.write_text(text(), encoding="utf-8")
