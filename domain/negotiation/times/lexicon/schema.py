"""The schema of the time lexicons: one phrase -> one or more language-neutral tokens. Data, no rules.

How to write a lexicon (`domain/negotiation/times/lexicon/<code>.py` exports `LEXICON = Lexicon(...)`):
- Phrases are written as people write them, lower or upper case, with or without accents: loading folds them
  (casefold, accents off, typographic quotes and dashes to ASCII) and cuts them into words, numbers and marks.
  "l'apres-midi" becomes l ' apres - midi; "pasado manana" two words. Longest match wins, so "week after next"
  beats "week". A phrase that people write with and without a hyphen needs both forms.
- One phrase may give several tokens: "domani mattina" -> (day(1), part("morning")).
- Digits, "10:30", "10h30", "3pm", "12/02", "18.06." and "15." are read by the shared lexer, never listed.
- Weekday, month, part-of-day and relative-day words of 5 letters and more are found with one typo (two from 8
  letters) without being listed. List short forms ("weds", "tmrw") and two-letter ones only when they are no
  ordinary word. `not_typos` names ordinary words that must never be taken for a mistyped entry.
- Words that mean nothing here need not be listed: unknown words are skipped. They do not separate anything.
- Words around the times decide polarity: CAN, CANNOT, NOT, EXCEPT ... (below). List verb phrases generously,
  with inflections; the polarity of a piece of a sentence is what its last polarity word says, and reaches the
  neighbours joined by and/or.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """Kinds of tokens. The value of a token is an int, a text or None, as said for each kind."""

    # Days -------------------------------------------------------------------------------------
    WEEKDAY = "weekday"  # int 1-7, Monday is 1: "monday", "mon"
    WEEKDAYS = "weekdays"  # int 1-7, every such day: "mondays", "montags", "los lunes", "as segundas"
    MONTH = "month"  # int 1-12; `ambiguous` months ("may", "mar") count beside a number only, see Lexicon
    RELATIVE_DAY = "relative_day"  # int, days from today: today 0, tomorrow 1, pasado manana 2, yesterday -1
    WEEK = "week"  # int, a whole ISO week from this one: this week 0, next week 1, week after next 2
    WEEKEND = "weekend"  # "weekend", "fin de semana"; takes NEXT / THIS / COMING
    BUSINESS_DAYS = "business_days"  # "weekdays", "working days", "werktags", "entre semana", "dias uteis"
    ANY_DAY = "any_day"  # "any day", "every day", "jeden tag", "n'importe quel jour": every Monday-Friday
    PART_OF_WEEK = "part_of_week"  # "early" Mon-Tue, "late" Thu-Fri, "middle" Tue-Thu, "rest" what is left:
    #   "early", "beginning of", "end of", "anfang", "ende", "debut de", "fin de", "finales de"; counts only
    #   beside a WEEK / UNIT week (or month); "early" beside a part of day is read as "the early part of it"
    FOLLOWING_DAY = "following_day"  # the day after the one just named: "the day after", "am tag darauf"
    FOLLOWING_WEEK = (
        "following_week"  # the week after the one just named: "the week after", "die woche darauf"
    )
    SAME_DAYS = "same_days"  # "either day", "both days", "those days", "an beiden tagen", "ces jours-la"
    NEXT = (
        "next"  # "next", "nachsten/r/s", "prochain/e", "proximo/a"; before or after its weekday, week, month
    )
    THIS = "this"  # "this", "diesen/r", "ce/cette", "este/a", "desta"
    COMING = (
        "coming"  # "coming", "kommenden", "qui vient", "que viene", "que vem": a weekday = the nearest one
    )
    EVERY = (
        "every"  # "every", "each", "any", "jeden", "chaque", "cada", "todos los": makes a following singular
    )
    #   weekday, part of day ("any afternoon") or UNIT day mean each of them
    UNIT = "unit"  # "minute", "hour", "day", "week", "month": the plain nouns with plurals ("wochen", "semaines")
    IN = "in"  # "in" of "in 3 days": "in", "dans", "en", "dentro de", "daqui a"
    FROM_TODAY = (
        "from_today"  # closes "3 days from now": "from now", "from today", "ab heute", "a partir d'hoy"
    )
    NEXT_N = "next_n"  # opens "the next 3 days": "in the next", "den nachsten", "les prochains", "proximos"
    WEEK_LATER = (
        "week_later"  # after a weekday, a week more: "in einer woche", "en huit"; int weeks, default 1
    )
    WEEK_OF = "week_of"  # "the week of", "week commencing", "woche vom", "semaine du", "semana del"
    WEEK_NUMBER = "week_number"  # before a number, an ISO calendar week: "kw", "calendar week", "semaine no"
    FULL_WEEK = "full_week"  # int n: "first full week of" 1; a month follows
    DATE_MARK = "date_mark"  # makes a bare number a day of the month: "dia", "le", "el", "den", "the"
    ORDINAL = "ordinal"  # int: "first", "twenty-third", "primero", "1er" needs none: suffixes below
    ORDINAL_SUFFIX = (
        "ordinal_suffix"  # written directly after a number: "st", "nd", "rd", "th", "er", "o", "a"
    )

    # Times of day -----------------------------------------------------------------------------
    PART = "part"  # text: early_morning morning late_morning lunch early_afternoon afternoon late_afternoon
    #   tarde (Spanish: 12-17, 17-20 open) evening night end_of_day work (office hours 9-17)
    PARTS = "parts"  # same texts, recurring: "mornings", "vormittags", "les matins", "por las tardes"
    NOON = "noon"  # "noon", "midday", "mittag" (only where it is a point), "midi", "mediodia", "meio-dia"
    MIDNIGHT = "midnight"
    ANY_TIME = "any_time"  # "any time", "all day", "ganztagig", "toute la journee", "a cualquier hora"
    AM = "am"  # "am", "a.m." (the shared lexer joins the dots); also "h du matin" is PART, not AM
    PM = "pm"
    CLOCK = "clock"  # after a number: "o'clock", "uhr", "h", "hrs", "heures", "horas"
    NUMBER = "number"  # int, words only: "two", "zwei"; up to 31 suffices. "a"/"an"/"one" only in phrases
    HALF_PAST = "half_past"  # before an hour, +30: "half past", "half" (English "half four" is 4:30)
    HALF_TO = "half_to"  # before an hour, -30: German "halb"
    QUARTER = "quarter"  # "quarter", "viertel"; with PAST or TO_HOUR (or AFTER / BEFORE) and an hour
    THREE_QUARTERS = "three_quarters"  # before an hour, -15: German "dreiviertel"
    PLUS_MINUTES = (
        "plus_minutes"  # int after an hour: "et demie" 30, "y cuarto" 15, "y media" 30, "e meia" 30
    )
    MINUS_MINUTES = "minus_minutes"  # int after an hour: "moins le quart" 15, "menos diez" 10
    PAST = "past"  # "quarter past 3", "ten past": "past", "nach" stays AFTER (understood)
    TO_HOUR = "to_hour"  # minutes before the hour, said first: pt "para as" in "quinze para as tres"
    AROUND = "around"  # "around", "about", "gegen", "vers", "sobre las", "por volta das"
    ISH = "ish"  # after a time: "ish", "or so", "environ"
    DURATION = "duration"  # int minutes, a whole phrase: "half an hour" 30, "hora y media" 90
    FOR = "for"  # opens a duration: "for", "fur", "pendant", "durante", "por"
    SAME_TIME = "same_time"  # "same time", "gleiche zeit", "meme heure", "misma hora"

    # Connections ------------------------------------------------------------------------------
    AT = "at"  # the number that follows is a clock time: "at", "um", "a las", "as"; between two times it is a range
    FROM = (
        "from"  # text "open" when it means "from then on" without an end: "from", "starting", "ab", "desde",
    )
    #   "a partir de", "des"; text "weak" when it needs an end and else means "of": "von", "de", "du", "das"
    TO = "to"  # joins a range: "to", "-" is read by the lexer, "bis" and "until" are UNTIL
    UNTIL = "until"  # "until", "till", "bis", "jusqu'a", "hasta", "ate": range after a start, else open start
    AFTER = "after"  # "after", "nach", "apres", "despues de", "depois das", "later than", "past"
    BEFORE = "before"  # "before", "vor", "avant", "antes de", "earlier than", "by"
    ONWARDS = (
        "onwards"  # after a time or day: "onwards", "or later", "and after", "oder spater", "en adelante"
    )
    OR_EARLIER = "or_earlier"  # after a time or day: "or earlier", "oder fruher", "ou avant"
    BETWEEN = "between"
    AND = "and"
    OR = "or"
    AFTER_THAT = "after_that"  # "after that", "danach", "apres ca": after the time just named
    BEFORE_THAT = "before_that"
    NOT_BEFORE = (
        "not_before"  # "not before", "no earlier than", "not until", "fruhestens", "pas avant", "no antes de"
    )
    NOT_AFTER = "not_after"  # "not after", "no later than", "spatestens", "pas apres"
    AT_EARLIEST = "at_earliest"  # after a time: "at the earliest", "au plus tot"
    AT_LATEST = "at_latest"  # after a time: "at the latest", "au plus tard"

    # Polarity and weight ----------------------------------------------------------------------
    CAN = (
        "can"  # "works", "is fine", "i can", "free", "available", "suits", "how about", "passt", "me va bien"
    )
    CANNOT = (
        "cannot"  # "can't", "cannot", "doesn't work", "busy", "is out", "blocked", "kann nicht", "no puedo"
    )
    NOT = "not"  # bare negation: "not", "no", "nicht", "pas", "nao". Followed by CAN in its piece: a refusal
    EXCEPT = "except"  # "except", "apart from", "save for", "other than", "ausser", "sauf", "menos", "salvo"
    BUT = (
        "but"  # "but", "however", "aber", "mais", "pero", "mas": ends a piece; after "any/every/all" = EXCEPT
    )
    ONLY = "only"
    PREFER = "prefer"  # "ideally", "preferably", "best", "am liebsten", "de preference": restricts nothing
    INSTEAD_OF = "instead_of"  # "rather than", "instead of", "statt": what follows is not wanted
    IF = "if"  # opens a condition: with a refusal inside ("if that doesn't work") it excludes nothing
    OTHERWISE = "otherwise"  # "otherwise", "other than that", "sonst": all other days
    FLEXIBLE = "flexible"  # "flexible", "wide open", "free all the time": every day when no day stands near
    AWAY = (
        "away"  # absence: "away", "on holiday", "im urlaub", "en vacances", "de vacaciones"; as CANNOT, and a
    )
    #   day after UNTIL is the first one back
    BACK = "back"  # "back", "wieder da", "de retour": from the day named on
    ANCHOR = "anchor"  # the time belongs to something else and only anchors "after that": "finish work at",
    #   "my shift ends at", "feierabend um", "je finis a", "salgo del trabajo a las"
    SUBJECT = (
        "subject"  # begins a clause about the day before it: "Wednesday I", "mittwochs bin ich", "tengo";
    )
    #   with an unknown word behind it and no verdict, the day is in doubt: neither offered nor a ground for others
    CORRECT = "correct"  # takes back what was said before: "i meant", "scratch that", "ich meinte"
    LIKEWISE = "likewise"  # joins with the verdict just given: "and so are", "likewise"
    ASIDE = "aside"  # times near it are not theirs to meet: "let you know", "get back to you", "applied",
    #   "deadline", "melde mich", "je vous dirai", "te digo": mutes its piece of the sentence

    # Zones ------------------------------------------------------------------------------------
    TIME_WORD = "time_word"  # beside a city: "time", "zeit", "heure de", "hora de", "horario de"
    ZONE = "zone"  # text IANA: words that name a zone alone: "eastern time", "mez", "hora peninsular"
    YOUR_TIME = "your_time"  # "your time", "ihrer zeit", "votre heure", "su hora": the interviewer's zone
    MY_TIME = "my_time"  # "my time", "local time here", "meiner zeit"

    FILLER = "filler"  # listed only to win over a shorter phrase: "other than", "in time", "at all"


Value = int | str | None


@dataclass(frozen=True, slots=True)
class Sense:
    """What one phrase means: a kind and its value."""

    kind: Kind
    value: Value = None


Phrases = Mapping[str, Sense | tuple[Sense, ...]]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The words of one language."""

    code: str
    """en, de, fr, es, pt."""
    phrases: Phrases
    not_typos: frozenset[str] = frozenset()
    """Ordinary words one letter away from an entry; never corrected."""
    beside_number: frozenset[str] = frozenset()
    """Month and weekday entries that are also ordinary words: a month counts only beside a number ("may 5"), a
    weekday only beside a number, a time, another weekday, or a modifier ("sat", "sun", "di", "mar")."""


def phrases(kind: Kind, value: Value, *words: str) -> dict[str, Sense | tuple[Sense, ...]]:
    """Entries with one meaning: `phrases(Kind.WEEKDAY, 1, "monday", "mon")`."""
    return {word: Sense(kind, value) for word in words}


def words(kind: Kind, *entries: str) -> dict[str, Sense | tuple[Sense, ...]]:
    """Entries of a kind without a value: `words(Kind.CAN, "works", "is fine")`."""
    return phrases(kind, None, *entries)


def numbered(kind: Kind, first: int, *entries: str) -> dict[str, Sense | tuple[Sense, ...]]:
    """Entries with counted values; each may hold alternatives: `numbered(Kind.WEEKDAY, 1, "monday|mon", ...)`."""
    return {
        word: Sense(kind, number) for number, entry in enumerate(entries, first) for word in entry.split("|")
    }


def joined(*senses: tuple[Kind, Value]) -> tuple[Sense, ...]:
    """Several tokens for one phrase: `"morgen fruh": joined((Kind.RELATIVE_DAY, 1), (Kind.PART, "morning"))`."""
    return tuple(Sense(kind, value) for kind, value in senses)
