"""The words of processing, as enumerations. Values are what the database, the API and the log store."""

from enum import StrEnum


class Step(StrEnum):
    """Steps of processing an interview, in their order."""

    UPLOADING = "uploading"
    TRANSCRIBING = "transcribing"
    EXTRACTING_EVIDENCE = "extracting_evidence"
    GENERATING_THEMES = "generating_themes"
    ASSIGNING_PERSONAS = "assigning_personas"
    COMPLETE = "complete"


class StepOutcome(StrEnum):
    """How a step ended."""

    DONE = "done"
    SKIPPED = "skipped"
    """There was nothing to do: no recording to transcribe, personas not wanted."""
    FAILED = "failed"
    SUPERSEDED = "superseded"
    """A later request took over, or somebody marked the interview as failed."""


class EvidenceKind(StrEnum):
    """What a quote speaks for."""

    SKILL = "skill"
    """A skill that the interview is about."""
    REQUIREMENT = "requirement"
    """Something that the job asks for."""
    NUMBER = "number"
    """A result that is counted."""
    OWNERSHIP = "ownership"
    """What the speaker did, rather than a team or somebody else."""


class ThemeKind(StrEnum):
    """What groups the evidence of a theme."""

    SKILL = "skill"
    REQUIREMENT = "requirement"
    WORD = "word"
    """A stem that several people use."""
