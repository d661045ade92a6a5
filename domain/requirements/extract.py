"""What an advertisement asks for: read from its text, for a recruiter to correct."""

import re
from collections.abc import Iterator

from domain.requirements.licences import licences_in
from domain.requirements.model import (
    LONGEST_TEXT,
    MOST_ALTERNATIVES,
    MOST_ITEMS,
    Kind,
    Requirement,
    Requirements,
)
from domain.requirements.phrases import Known, Phrase, phrases, without_tail
from domain.requirements.protected import protected_trait
from domain.requirements.schooling import lowest_asked
from domain.requirements.sections import Part, Segment, segments
from domain.requirements.spoken import languages_asked
from domain.requirements.years import duration_in

_FIELD = re.compile(
    r"[^,;.()]*?(?:\s(?:in|of|en|em|de|zum|zur|als|der|des|im)\s[^,;.()]{2,60}?)?(?=\s+(?:or|oder|ou|o"
    r"|and|und|et|y|e|with|mit|avec|con|com|is|are|preferred|required|from|bzw\.)\s|[,;.()]|$)"
)
_EQUIVALENT = re.compile(
    r"(?:or |oder |ou |o )?(?:an? )?(?:equivalent|comparable|vergleichbare\w*|gleichwertige\w*"
    r"|équivalente?|equivalente)(?: practical| work| professional| berufliche?)?(?: (?:experience"
    r"|qualifi\w+|erfahrung|ausbildung|expérience|experiencia|experiência))?",
    re.IGNORECASE,
)
EQUIVALENT = "equivalent experience"
"""Stands among the alternatives of an education that work may replace."""

_EXPERIENCE_WORD = re.compile(
    r"experience|erfahrung|expérience|experiencia|experiência|praxis|background", re.IGNORECASE
)
_EXPERIENCE_FILLER = re.compile(
    r"[\s,:;(–-]*(?:(?:of|in|as|with|at|a|an|the|de|d['’]|en|dans|como|como|con|em|com|als|mit|im|der|die"
    r"|den|bei|von|tant que|relevant|professional|progressive|work|working|hands-on|proven|practical"
    r"|previous|related|post-qualification|full-time|paid"
    r"|industry|einschlägige\w*|praktische\w*|relevante\w*|professionnelle|laboral|profesional"
    r"|profissional|demostrable|mínima|minima|minimale|comprobable|comprovada|similar(?:es)?|(?:in a "
    r"|in an )?(?:similar|related|comparable) (?:role|field|position)|similaire"
    r"|(?:berufs|praxis)?erfahrung|expérience|experience|experiencia|experiência|ihre|your|plus|or more"
    r"|und mehr|mindestens|minimum|at least|au moins|al menos|pelo menos|required|is|erforderlich|exigée?"
    r"|requise?)(?=[\s,.;:)'’]|$)|(?<=d)['’])[\s,:;)–-]*",
    re.IGNORECASE,
)
_AFTER_SUBJECT = re.compile(
    r"[,;.(]|\s+(?:and|und|et|y|e)\s+(?:a|an|the|strong|eine?|un|une|una|uma)\b|\s+(?:is|are|to|that"
    r"|which|who|where|within|while|from|required|preferred|erforderlich|requise?|exigée?|preferably"
    r"|ideally|wünschenswert)\b|\s[–-]\s",
    re.IGNORECASE,
)
_OR = re.compile(r"\s*,\s*(?:or|oder|ou|o)?\s+|\s+(?:and/or|or|oder|ou|o)\s+|\s*/\s*", re.IGNORECASE)
_NO_SUBJECT = re.compile(
    r"(?:^|\s+)(?:(?:similar|related|comparable|relevant|same|the|this|ähnlichen?"
    r"|vergleichbaren?)\s+)*(?:role|field|position|area|experience|job|function|industry|environment"
    r"|capacity|etc|na função|no cargo|el puesto|le poste)s?\.?$",
    re.IGNORECASE,
)
_LONGEST_SUBJECT = 8


def extract(title: str, text: str, known: Known | None = None) -> Requirements:
    """The requirements that an advertisement states, at most MOST_ITEMS, musts first.

    Tasks, benefits and words about the company give none, traits of character give none (no resume can show
    them), and what may not be asked for (`protected_trait`) is left out. `span`s are offsets in `text`.
    """
    found: dict[str, Requirement] = {}
    own_title = title.strip().casefold()
    for segment in segments(text):
        for item in _items(segment, known):
            key = item.text.casefold()
            if key == own_title or protected_trait(item.text) or protected_trait(segment.text):
                continue
            earlier = found.get(key)
            if earlier is None or (item.must and not earlier.must):
                found[key] = item
    return Requirements(tuple(sorted(found.values(), key=lambda item: not item.must)[:MOST_ITEMS]))


def read_line(line: str, *, must: bool, known: Known | None = None) -> list[Requirement]:
    """The requirements of one line that is known to ask for something; spans are offsets in it."""
    return list(_items(Segment(line, 0, Part.MUST, must, is_cued=False), known))


def _items(segment: Segment, known: Known | None) -> Iterator[Requirement]:
    left = _Left(segment)
    yield from left.spoken()
    yield from left.licences()
    yield from left.schooling()
    yield from left.experience()
    if segment.part is not Part.TASKS:
        yield from left.skills(known)


class _Left:
    """A segment of which pieces are taken one after the other; what is taken becomes blanks."""

    def __init__(self, segment: Segment) -> None:
        self._segment = segment
        self._text = segment.text
        self.is_cut = False

    def spoken(self) -> Iterator[Requirement]:
        """Languages with their levels."""
        asked = languages_asked(self._text)
        for one in asked:
            text = f"{one.name[0].upper()}{one.name[1:]} {one.level}".strip()
            yield self._made(text, Kind.LANGUAGE, one.start, one.end, language=one.code, level=one.level)
        if asked:
            self._text = ""  # what is left speaks of the languages: in writing, for customers, at level B2

    def licences(self) -> Iterator[Requirement]:
        """Licences and certificates."""
        for one in licences_in(self._text):
            yield self._made(one.name, Kind.LICENCE, one.start, one.end)
            self._take(one.start, one.end)

    def schooling(self) -> Iterator[Requirement]:
        """The lowest level of education that is named, with its field."""
        asked = lowest_asked(self._text)
        if asked is None:
            return
        match = _FIELD.match(self._text, asked.end)
        end = match.end() if match else asked.end
        text = re.sub(r"\s+etc$", "", without_tail(self._text[asked.start : end]).strip(" ,;."))
        if len(text) > LONGEST_TEXT or len(text.split()) > _LONGEST_SUBJECT:
            end, text = asked.end, self._text[asked.start : asked.end]
        alternatives = (EQUIVALENT,) if _EQUIVALENT.search(self._text, asked.start) else ()
        yield self._made(
            text, Kind.EDUCATION, asked.start, end, education=asked.level, alternatives=alternatives
        )
        # Degrees come with fields, other degrees and “or equivalent”: none of it is a skill.
        rest = self._text[end:]
        stop, years = re.search(r"[.;]\s", rest), duration_in(rest)
        until = min(stop.start() if stop else len(rest), years.start if years else len(rest))
        self._take(0, end + until)

    def experience(self) -> Iterator[Requirement]:
        """Years, and what they are to be of."""
        span = duration_in(self._text)
        if span is None:
            return
        before, after = self._text[: span.start], self._text[span.end :]
        start, end, subject = span.start, span.end, ""
        lead = _leading_filler(after)
        stop = _AFTER_SUBJECT.search(after, lead)
        behind = after[lead : stop.start() if stop else len(after)].strip(" ,;.:")
        if behind and len(behind.split()) <= _LONGEST_SUBJECT:
            subject = behind
            end = span.end + after.index(behind, lead) + len(behind)
        elif not behind and (
            named := re.search(
                r"(?:experience|erfahrung|expérience|experiencia|experiência)\s+(?:in|as|with|of|als|mit"
                r"|en|de|em|com|con|como|im)\s+(.{3,60}?)[\s(:,–-]*(?:of|von|d['’]|de|mindestens|minimum"
                r"|at least|au moins)?\s*$",
                before,
                re.IGNORECASE,
            )
        ):
            subject, start = named[1].strip(" ,;.:("), named.start()
        elif _EXPERIENCE_WORD.search(self._text) is None and self._segment.part not in {Part.MUST, Part.NICE}:
            return
        text = self._text[start:end].strip(" ,;.:(")
        if not subject:
            word = _EXPERIENCE_WORD.search(after[:40])
            text = self._text[start : span.end + word.end()].strip() if word else text
        options = _subjects(subject)
        yield self._made(
            text, Kind.EXPERIENCE, start, end, months=span.months, alternatives=options[:MOST_ALTERNATIVES]
        )
        self._take(0 if start < span.start else start, end)
        if not subject:
            word = _EXPERIENCE_WORD.search(self._text, span.end)
            self._take(span.start, word.end() if word else span.end)

    def skills(self, known: Known | None) -> Iterator[Requirement]:
        """What is left, as phrases."""
        for offset, part in _stretches(self._text):
            for phrase in phrases(part, known):
                yield self._skill(phrase, offset)

    def _skill(self, phrase: Phrase, offset: int) -> Requirement:
        return self._made(
            " ".join(phrase.text.split())[:LONGEST_TEXT],
            Kind.SKILL,
            offset + phrase.start,
            offset + phrase.end,
            alternatives=phrase.alternatives[:MOST_ALTERNATIVES],
        )

    def _made(
        self,
        text: str,
        kind: Kind,
        start: int,
        end: int,
        *,
        months: int = 0,
        language: str = "",
        level: str = "",
        education: int = 0,
        alternatives: tuple[str, ...] = (),
    ) -> Requirement:
        at = self._segment.start
        place = (at + start, at + end)
        text = text[:LONGEST_TEXT]
        return Requirement(
            text, kind, self._segment.must, months, language, level, education, alternatives, place
        )

    def _take(self, start: int, end: int) -> None:
        self._text = self._text[:start] + "\x00" * (end - start) + self._text[end:]
        self.is_cut = True


def _stretches(text: str) -> Iterator[tuple[int, str]]:
    """What was not taken, with offsets; single words between taken pieces say nothing."""
    for match in re.finditer(r"[^\x00]+", text):
        words = match[0].split()
        if (
            len(words) > 1
            or (len(words) == 1 and len(match[0]) == len(text))
            or any(w[0].isupper() for w in words)
        ):
            yield match.start(), match[0]


def _subjects(subject: str) -> tuple[str, ...]:
    """What the experience is of: “image processing or computer vision” names two."""
    options = (_NO_SUBJECT.sub("", option).strip() for option in _OR.split(subject) if option)
    return tuple(option for option in options if option)


def _leading_filler(after: str) -> int:
    """Where the subject begins behind “years of relevant professional experience in”."""
    at = 0
    while (match := _EXPERIENCE_FILLER.match(after, at)) is not None and match.end() > at:
        at = match.end()
    return at
