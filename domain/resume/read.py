"""Reading a resume: text in, facts with their places out. Pure, bounded, and without an opinion."""

from domain.resume.dates import Range, dates_of, ranges_of
from domain.resume.items import entries, listed_items
from domain.resume.model import (
    Fact,
    LanguageSkill,
    Position,
    ResumeFacts,
    Section,
    SectionKind,
    Study,
)
from domain.resume.occupations import title_score
from domain.resume.positions import positions_of
from domain.resume.sections import Part, parts_of
from domain.resume.source import Cell, Source, cells_of
from domain.resume.spoken import spoken_elsewhere, spoken_of
from domain.resume.studies import studies_elsewhere, studies_of
from domain.resume.undated import undated_positions

# Trainings and projects often stand as headings inside of a position; what follows with a title is the next one.
_HOLDS_NO_POSITIONS = frozenset({SectionKind.EDUCATION, SectionKind.LANGUAGES})
_HEADLINE_LINES = 6
_HEADLINE_WORDS = 10
_HEADLINE_SCORE = 0.7


def read_resume(text: str, as_of: int | None = None) -> ResumeFacts:
    """Everything that the resume states, with offsets into `text`. Reads the first 200,000 characters.

    There is no clock: a range that is still open ("2019 - present") ends with the month `as_of` (months since
    year 0, for example of the day on which the application came in) or, without one, with the latest date that
    the resume itself names. Never raises: what cannot be read is left out.
    """
    source = Source(text)
    cells = cells_of(source.plain)
    if not cells:
        return ResumeFacts()
    parts = parts_of(source.plain, cells)
    return ResumeFacts(
        sections=tuple(_section(source, part) for part in parts),
        headline=_headline(source, parts),
        summary=_summary(source, parts),
        positions=_positions(source, parts, as_of),
        education=_education(source, parts, cells),
        skills=tuple(item for part in _of(parts, SectionKind.SKILLS) for item in listed_items(source, part)),
        projects=tuple(item for part in _of(parts, SectionKind.PROJECTS) for item in entries(source, part)),
        languages=_languages(source, parts),
        certificates=tuple(
            item for part in _of(parts, SectionKind.CERTIFICATES) for item in entries(source, part)
        ),
    )


def _of(parts: list[Part], kind: SectionKind) -> list[Part]:
    return [part for part in parts if part.kind is kind]


def _section(source: Source, part: Part) -> Section:
    heading = source.span(*part.heading) if part.heading is not None else None
    return Section(part.kind, heading, source.span(part.start, part.end))


def _headline(source: Source, parts: list[Part]) -> Fact | None:
    """The line above the first heading that names an occupation; the best of the first few."""
    if not parts or parts[0].kind is not SectionKind.HEADLINE:
        return None
    best: Cell | None = None
    worth = _HEADLINE_SCORE
    for cell in parts[0].cells[:_HEADLINE_LINES]:
        content = cell.text
        if "@" in content or len(content.split()) > _HEADLINE_WORDS or any(map(str.isdigit, content)):
            continue
        score = title_score(content)
        if score > worth:
            best, worth = cell, score
    return source.fact(best.start, best.end) if best is not None else None


def _summary(source: Source, parts: list[Part]) -> Fact | None:
    return next(
        (
            fact
            for part in _of(parts, SectionKind.SUMMARY)
            if part.cells and (fact := source.trimmed(part.cells[0].start, part.cells[-1].end)) is not None
        ),
        None,
    )


def _positions(source: Source, parts: list[Part], as_of: int | None) -> tuple[Position, ...]:
    ranges = ranges_of(source.plain, dates_of(source.plain), as_of)
    about_work = any(part.kind is SectionKind.EXPERIENCE for part in parts)
    found: list[Position] = []
    next_range = 0
    for part in parts:
        mine: list[Range] = []
        while next_range < len(ranges) and ranges[next_range].start < part.end:
            if ranges[next_range].start >= part.start:
                mine.append(ranges[next_range])
            next_range += 1
        if part.kind not in _HOLDS_NO_POSITIONS:
            need_title = about_work and part.kind is not SectionKind.EXPERIENCE
            here = positions_of(source, part, mine, need_title=need_title) if mine else []
            if not here and part.kind is SectionKind.EXPERIENCE:
                here = undated_positions(source, part)
            found += here
    return tuple(sorted(found, key=_newest_first))


def _newest_first(position: Position) -> tuple[int, int]:
    return -(position.end or 0), -(position.start or 0)


def _education(source: Source, parts: list[Part], cells: list[Cell]) -> tuple[Study, ...]:
    listed = [study for part in _of(parts, SectionKind.EDUCATION) for study in studies_of(source, part)]
    return tuple(listed) if listed else tuple(studies_elsewhere(source, cells))


def _languages(source: Source, parts: list[Part]) -> tuple[LanguageSkill, ...]:
    found: dict[str, LanguageSkill] = {}
    for part in _of(parts, SectionKind.LANGUAGES):
        for skill in spoken_of(source, part):
            found.setdefault(skill.code, skill)
    if not found:
        return tuple(spoken_elsewhere(source))
    return tuple(found.values())
