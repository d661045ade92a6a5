"""Personal names: what looks like one above the first heading, and a known name wherever it stands."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache

from domain.masking.headings import CREDENTIALS, TITLE_WORDS
from domain.masking.lines import word_set
from domain.masking.tokens import TOKEN

_PARTICLES = word_set(
    "de del della der den van von vom zu zur la le las los da das do dos di du e y i al el bin bint ibn ben abu"
    " ter ten af av mac mc san st. o' d' dit vel op"
)
_SUFFIXES = word_set("jr sr ii iii iv")
_MOST_WORDS = 7
_LONGEST = 60

WORDS_AND_NAMES = word_set(
    # trades and ranks
    "baker barber bishop brewer butcher butler carpenter carter chandler clark cook cooper dean driver dyer farmer"
    " fisher forester gardener glover hunter judge king knight major marshall mason miller page painter parker"
    " porter potter sawyer shepherd singer skinner smith tailor taylor thatcher tyler turner walker ward weaver"
    # words
    " grace hope mark will young may april june august summer autumn dawn faith joy charity mercy rose lily"
    " iris ivy violet holly heather ruby pearl amber jade bill rich rob art pat sue drew frank grant guy jack chase"
    " chance case price law long short small white black brown green gray grey gold silver stone wood woods field"
    " fields hill rivers lake banks bush moon star day winter snow frost love good best bright sharp swift wise"
    " strong power powers church temple bell ball bond book booth box bridge brook brooks castle cash cross english"
    " french german irish scott wales holland france israel jordan chad georgia carolina virginia victoria paris"
    " london berlin madrid sofia florence austin dallas houston jackson lincoln madison washington columbia boston"
    " chicago denver phoenix orlando jacksonville charlotte san francisco jose jesus christian muslim ford mercedes"
    " dell oracle lee an do so in on to le la ram van max min ten ray nick gene dale glen cliff van sales self see"
    " major son sun sky trinity destiny harmony melody christ angel santos cruz costa ramos rosa flores reis luz"
    " dias campos rocha silva jones johnson williams davis wells fargo morgan stanley chase hayes martin marvin"
    " harris allen morris randall wayne howard franklin hamilton douglas kelly casey lane rush mayo ross barnes"
    " noble cole gap disney lynch ernst klein groß lang kurz koch weber schneider fischer meyer becker bauer"
    " richter wolf kaiser könig vogel blanc petit grand roy martel boulanger mercier fournier guerrero herrero"
    " pastor molina ferreira ferrari popa morar croitoru wong an ha ho hu he long ma ming shan song tan yang"
)
"""Names that are also words, places, firms or trades: alone, in running text, they are left."""

_OF_PEOPLE = r"(?:is|was|has|had|ist|war|hat|est|était|es|fue|é|foi)"
"""Behind a name that is also a word they show that somebody is meant."""


def looks_like_a_name(piece: str) -> bool:
    """Whether a piece of a header line has the shape of a personal name and no word of a job title."""
    words = piece.strip(" .,*").split()
    if not 1 <= len(words) <= _MOST_WORDS or len(piece) > _LONGEST:
        return False
    named = 0
    for word in words:
        core = word.strip(".,'’\"()").casefold()
        if core in _PARTICLES or core in _SUFFIXES:
            continue
        if core in TITLE_WORDS or not _letters(core) or not _begins_as_a_name(word.strip("'’\"(")):
            return False
        named += 1
    return named > 0


def _letters(core: str) -> bool:
    return core.replace("-", "").replace("'", "").replace("’", "").replace(".", "").isalpha()


def _begins_as_a_name(word: str) -> bool:
    # Chinese, Arabic, Hebrew and others have no capitals.
    if word[:1].isupper() or word[:1].lower() == word[:1].upper():
        return True
    return word[:2].casefold() in {"d'", "d’", "o'"} or word.partition("-")[0] in _PARTICLES


def parts(name: str) -> tuple[str, ...]:
    """The words of a name that tell who it is."""
    words = (word.strip(".,'’\"()") for word in name.replace("\n", " ").split())
    return tuple(
        word
        for word in words
        if word and word.casefold() not in (*_PARTICLES, *_SUFFIXES, *CREDENTIALS) and _letters(word)
    )


@lru_cache(maxsize=256)
def _patterns(
    name: str,
) -> tuple["re.Pattern[str] | None", "re.Pattern[str] | None", "re.Pattern[str] | None"]:
    """The whole name, its parts that are nothing else, and its parts that are also words, as a subject."""
    words = parts(name)
    whole: list[str] = []
    if len(words) > 1:
        given, family = re.escape(words[0]), re.escape(words[-1])
        if len(words[-1]) == 1:
            family += r"\.?"
        middle = r"(?:[ \t\n]+[\w'’-]{1,30}\.?){0,4}?"
        whole = [
            rf"{given}{middle}[ \t\n-]+{family}",
            rf"{family},?[ \t\n]+{given}",
            rf"{re.escape(words[0][0])}\.[ \t]?{family}",
        ]
    long = {word for word in words if len(word) > 1}
    single = sorted(word for word in long if word.casefold() not in WORDS_AND_NAMES | TITLE_WORDS)
    spoken_of = sorted(long - set(single))
    # `(?i:...)` on the words only: the first letter must still be a capital.
    return (
        re.compile(
            rf"(?<!\w)(?i:{'|'.join(whole)})(?:,?[ ](?:Jr|Sr|II|III|IV)\b\.?)?(?:['’]s\b|['’](?!\w))?(?!\w)"
        )
        if whole
        else None,
        re.compile(rf"(?<![\w@./-])(?i:{'|'.join(map(re.escape, single))})(?:['’]s\b)?(?![\w@-])")
        if single
        else None,
        re.compile(rf"(?<![\w@./-])(?i:{'|'.join(map(re.escape, spoken_of))})(?=[ ]{_OF_PEOPLE}\b)")
        if spoken_of
        else None,
    )


def without_names(text: str, names: Iterable[str], removed: Counter[str]) -> str:
    """Cut these names, whole and their parts; a part that is also a word stays unless the whole name stands."""

    def whole(match: re.Match[str]) -> str:
        if not match[0][0].isupper() and match[0][0].lower() != match[0][0].upper():
            return match[0]
        removed["name"] += 1
        return TOKEN

    def part(match: re.Match[str]) -> str:
        if not match[0][0].isupper() and match[0][0].lower() != match[0][0].upper():
            return match[0]
        if _belongs_to_another(text, match):
            return match[0]
        removed["name"] += 1
        return TOKEN

    for name in names:
        full, single, spoken_of = _patterns(name)
        if full is not None:
            text = full.sub(whole, text)
        for one in filter(None, (single, spoken_of)):
            text = one.sub(part, text)
    return text


_BEFORE = re.compile(r"(\w[\w'’.&-]*)[ \t]+$")
_BEHIND = re.compile(r"[ \t]+(&|\w[\w'’-]*)|,[ \t]*(?:Inc|LLC|Ltd|[A-Z]{2}\b)")
_OPENS = re.compile(r"(?:^|[.!?:;•\n(▮,-])[ \t]*\w+[ \t]+$")


def _belongs_to_another(text: str, match: re.Match[str]) -> bool:
    """Whether capitals around a single name make it part of a firm, a place or another person."""
    start, end = match.span()
    lead = text[max(0, start - 40) : start]
    before, behind = _BEFORE.search(lead), _BEHIND.match(text, end)
    if behind and (behind[1] is None or behind[1] == "&" or behind[1][:1].isupper()):
        return True
    return bool(before and before[1][:1].isupper() and not _OPENS.search(lead))


def known_names(known: Sequence[str]) -> tuple[str, ...]:
    """The given names worth looking for, the longest first, so that a whole name goes before its parts."""
    return tuple(sorted({name for name in known if parts(name)}, key=lambda name: (-len(name), name)))
