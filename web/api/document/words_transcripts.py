"""Fields of transcripts: turns, speakers, files. As `words_hiring`."""

from typing import Any

TURN = "3c1f9a52-7d24-4e0b-9c56-0a8d5b7e1f42"

_OF_TURNS: dict[str, tuple[str, Any] | str] = {
    "id": ("Identifier.", TURN),
    "sequence": ("Order inside the interview, from 1.", 42),
    "turn_key": ("The sender's own id: the same one again is the same turn.", "mic-1-000042"),
    "is_interim": (
        "The words may still change; the final turn of the same `turn_key` takes this one's place.",
        False,
    ),
    "text": ("What was said.", "We moved the shop to the new system in six weeks."),
    "timestamp": "When it was spoken; default: when it arrived.",
    "starts_ms": ("Begin in the recording, in milliseconds.", 61500),
    "ends_ms": ("End in the recording, in milliseconds.", 64200),
    "speaker": ("The voice, as it is told apart; a number, never a name.", "speaker_1"),
    "speaker_role": ("Who asks and who answers; null: not known.", "guest"),
    "confidence": ("How sure the recognizer is of the words, in percent.", 93),
    "source": ("How it came in: `live`, `file`, `speech` or `bot`.", "live"),
    "revision": ("Grows with every change of the interview's turns and insights.", 1207),
}
WORDS: dict[str, tuple[str, Any] | str] = {
    **{
        f"{shape}.{field}": said
        for shape in ("TurnBody", "SpokenTurnShape", "AddedTurnShape")
        for field, said in _OF_TURNS.items()
    },
    "NewTurns.turns": (
        "The turns of the batch.",
        [{"text": "How did you measure that?", "speaker": "speaker_0", "turn_key": "mic-1-000042"}],
    ),
    "AddedShape.turns": "Turns that were added or changed, in order.",
    "AddedShape.repeated": ("Turns that were here already; nothing was done for them.", 0),
    "AddedShape.last_sequence": ("Highest number of the interview; 0 without any turn.", 42),
    "speakers": ("Role of each voice.", {"speaker_0": "host", "speaker_1": "guest"}),
    "SpeakersShape.assigned": "Whether roles are known.",
    "SpeakersShape.confidence": ("How sure that is, in percent.", 93),
    "SpeakersShape.by": ("Who said so: `rules`, `sender` or `person`; null: nobody yet.", "rules"),
    "SpeakersShape.why": (
        "What was counted of each voice.",
        ["speaker_0 sounds like the host: asking 3\u00d7, 7 words a turn."],
    ),
    "ImportedShape.format": ("How the file was written.", "vtt"),
    "ImportedShape.turns": ("New turns.", 118),
    "ImportedShape.repeated": ("Turns that were here already.", 0),
    "ImportedShape.replaced": ("Turns of before that were taken away.", 0),
}
