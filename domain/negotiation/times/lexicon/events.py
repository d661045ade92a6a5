"""All languages: what keeps somebody busy ("class", "the dentist"), with the words that make a statement of it.

"Have an exam", "at a wedding" rule their time out; "in training until 4" leaves the time from four on.
"""

from collections.abc import Iterable, Sequence
from functools import cache

from domain.negotiation.times.folding import fold
from domain.negotiation.times.lexicon.schema import Kind
from domain.negotiation.times.lexicon.words import cut

_EVENTS = {
    "en": (
        "training", "training course", "workshop", "class", "classes", "course", "lecture", "lectures", "seminar",
        "tutorial", "lab", "school", "uni", "college", "exam", "exams", "test", "meeting", "meetings", "conference",
        "wedding", "funeral", "dentist", "dentist appointment", "dental appointment", "doctor", "doctor's",
        "doctor's appointment", "doctors appointment", "doctors", "physio", "hospital", "hospital appointment",
        "surgery", "jury duty", "court", "shift", "late shift", "early shift", "night shift", "work", "rehearsal",
        "practice", "gym", "flight", "checkup", "check-up", "vet", "haircut", "driving test", "driving lesson",
        "appointment", "medical", "medical appointment", "therapy", "call", "another interview", "another call",
        "another meeting", "another appointment", "offsite", "team offsite", "client visit", "client meeting",
        "standup", "orientation", "the office party", "presentation", "deadline day", "family thing",
    ),
    "de": (
        "Schulung", "Training", "Kurs", "Seminar", "Vorlesung", "Vorlesungen", "Unterricht", "Schule", "Uni",
        "Prüfung", "Klausur", "Zahnarzt", "Zahnarzttermin", "Arzttermin", "Arzt", "Termin", "Termine", "Meeting",
        "Meetings", "Besprechung", "Besprechungen", "Konferenz", "Hochzeit", "Beerdigung", "Frühschicht",
        "Spätschicht", "Nachtschicht", "Schicht", "Dienst", "Spätdienst", "Frühdienst", "Nachtdienst", "Fortbildung",
        "Workshop", "Krankenhaus", "Physio", "Physiotherapie", "Gericht", "Probe", "Fahrstunde", "Fahrprüfung",
        "Arbeit", "Umzug", "WK", "Militär", "Kinder", "Sitzung", "Sitzungen", "Kundentermin", "Elternabend",
    ),
    "fr": (
        "formation", "cours", "réunion", "réunions", "rendez-vous", "rdv", "examen", "examens", "partiel", "partiels",
        "dentiste", "médecin", "hôpital", "mariage", "enterrement", "colloque", "conférence", "séminaire", "stage",
        "travail", "boulot", "déplacement", "service", "entraînement", "répétition", "école", "fac", "université",
        "déménagement", "vol", "train", "entretien", "autre entretien", "job", "quart", "quart de travail",
    ),
    "es": (
        "clase", "clases", "curso", "reunión", "reuniones", "examen", "exámenes", "cita", "cita médica", "médico",
        "dentista", "boda", "funeral", "turno", "guardia", "formación", "capacitación", "taller", "universidad",
        "uni", "hospital", "juicio", "ensayo", "junta", "juntas", "trabajo", "oficina", "mudanza", "vuelo",
        "entrevista", "otra entrevista", "partido", "conferencia", "congreso", "entrenamiento",
    ),
    "pt": (
        "aula", "aulas", "curso", "reunião", "reuniões", "prova", "provas", "exame", "exames", "consulta", "médico",
        "dentista", "casamento", "funeral", "velório", "turno", "plantão", "formação", "treinamento", "treino",
        "faculdade", "universidade", "hospital", "audiência", "ensaio", "trabalho", "escritório", "mudança", "voo",
        "entrevista", "outra entrevista", "congresso", "conferência", "viagem", "expediente",
    ),
}  # fmt: skip
_DETERMINERS = {
    "en": ("", "a ", "an ", "the ", "my "),
    "de": ("", "einen ", "eine ", "ein ", "einer ", "einem ", "der ", "dem ", "beim ", "im "),
    "fr": ("", "un ", "une ", "le ", "la ", "l'", "mon ", "ma "),
    "es": ("", "un ", "una ", "el ", "la ", "mi ", "de "),
    "pt": ("", "um ", "uma ", "o ", "a ", "no ", "na ", "do ", "da ", "meu ", "minha "),
}
_HAVING = {
    "en": ("have ", "have got ", "got ", "i've got ", "'ve got ", "i've ", "at ", "in ", "booked for "),
    "de": (
        "habe ich ",
        "hab ich ",
        "habe ",
        "hab ",
        "bin beim ",
        "bin bei ",
        "bin in ",
        "bin auf ",
        "bin im ",
    ),
    "fr": ("j'ai ", "ai ", "suis en ", "suis à ", "suis au ", "suis chez "),
    "es": ("tengo ", "estoy en ", "estaré en ", "voy al ", "voy a "),
    "pt": ("tenho ", "estou em ", "estou no ", "estou na ", "estarei em ", "vou ao ", "vou à "),
}
_UNTIL = {
    "en": (" until", " till", " til", " 'til", " up to"),
    "de": (" bis", " bis um", " bis ca", " bis etwa"),
    "fr": (" jusqu'à", " jusqu'", " jusque"),
    "es": (" hasta", " hasta las", " hasta la"),
    "pt": (" até", " até às", " até as", " até à", " até ao"),
}


EVENT = "event"
"""The value of a token that such a statement became."""


class Events:
    """Finds such statements in a row of words."""

    def __init__(self, code: str) -> None:
        self._leads = _Phrases(_HAVING[code])
        self._articles = _Phrases(_DETERMINERS[code])
        self._events = _Phrases(_EVENTS[code])
        self._until = _Phrases(_UNTIL[code])
        self._openings = self._leads.first | self._articles.first | self._events.first

    def longest(self, words: Sequence[str], at: int) -> tuple[int, Kind]:
        """How many words from `at` on make such a statement, and what it is; 0 when none does."""
        if words[at] not in self._openings:
            return 0, Kind.FILLER
        lead = self._leads.longest(words, at)
        end = at + lead
        end += self._articles.longest(words, end)
        event = self._events.longest(words, end)
        if not event:
            return 0, Kind.FILLER
        end += event
        until = self._until.longest(words, end)
        if until:
            return end + until - at, Kind.NOT_BEFORE
        return (end - at, Kind.CANNOT) if lead else (0, Kind.FILLER)


class _Phrases:
    """Phrases by their first word, longest first."""

    def __init__(self, listed: Iterable[str]) -> None:
        self._found: dict[str, list[list[str]]] = {}
        for phrase in listed:
            words = [word.text for word in cut(fold(phrase).text)]
            if words:
                self._found.setdefault(words[0], []).append(words)
        for entries in self._found.values():
            entries.sort(key=len, reverse=True)
        self.first = frozenset(self._found)

    def longest(self, words: Sequence[str], at: int) -> int:
        """How many words from `at` on are the longest of them."""
        entries = self._found.get(words[at], ()) if at < len(words) else ()
        return next((len(entry) for entry in entries if list(words[at : at + len(entry)]) == entry), 0)


@cache
def events(code: str) -> Events:
    """The events of a language, built once."""
    return Events(code)
