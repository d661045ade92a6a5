"""Single words that tell who a person is: third-person pronouns and forms of address, by language."""

import re
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache

from domain.masking.headings import TITLE_WORDS
from domain.masking.lines import word_set
from domain.masking.tokens import TOKEN

_PRONOUNS: dict[str, str] = {
    "en": "he him his himself she her hers herself they them their theirs themself themselves",
    "de": "er sie ihr ihm ihn ihnen ihre ihrer ihrem ihren ihres sein seine seiner seinem seinen seines",
    "fr": "il elle ils elles lui",
    "es": "él ella ellos ellas",
    "pt": "ele ela eles elas dele dela deles delas nele nela",
    "ro": "el ea ei lui său sau sa săi dânsul dânsa acestuia acesteia",
}
_AMBIGUOUS = frozenset({"sau", "sa"})
"""Romanian words that mean more without their accents: `sau` is "or"; they stay."""
PRONOUNS: dict[str, frozenset[str]] = {
    language: frozenset(words.split()) - _AMBIGUOUS for language, words in _PRONOUNS.items()
}


_SOFTWARE = (
    "Office|Access|Excel|Word|Project|Projects|Sql|SQL|Asp|ASP|Visio|Outlook|Power|Windows|Dos"
    "|DOS|Teams|Share|"
    "Publisher|Dynamics|Exchange|Paint|Visual|Server|Crm|CRM|Suite|Onenote|Word|Works|Money|Azure"
    "|Net|In|Degree|Science"
)
_CAPITAL = r"[A-ZÀ-ÖØ-ÞĂÂÎȘȚŞŢ]"
_AFTER = rf"(?=[ \t]{_CAPITAL})"
_ADDRESS: dict[str, str] = {
    "en": rf"\b(?:Mr|Mrs|Mx|Messrs)\b\.?{_AFTER}|\bMs\.?(?=[ \t](?!{_SOFTWARE}){_CAPITAL}[a-z])"
    rf"|\b(?:Mister|Miss|Sir|Madam|Lady|Lord)\b{_AFTER}",
    "de": r"\b(?:Herrn?|Frau|Fräulein)\b\.?",
    "fr": rf"\b(?:Mme|Mlle|Madame|Monsieur|Mademoiselle)\b\.?|(?<![\w.])M\.{_AFTER}",
    "es": rf"\b(?:Sra|Srta|Señora|Señorita|Señor|Doña|Don|Sr|Dña)\b\.?{_AFTER}",
    "pt": rf"\b(?:Sra|Senhora|Senhor|Sr|Dona)\b\.?{_AFTER}",
    "ro": r"\b(?:Domnul|Doamna|Domnișoara|Domnisoara|Dna|Dl|D-na|D-l|D-ra)\b\.?",
}
_TITLED = {
    language: re.compile(
        rf"(?P<title>{pattern})(?P<names>(?:[ \t]+{_CAPITAL}[\w'’-]*\.?){{0,2}})", re.UNICODE
    )
    for language, pattern in _ADDRESS.items()
}


_ADDRESS_WORDS = word_set(
    "mr mrs mx messrs ms mister miss sir madam lady lord herr herrn frau fräulein mme mlle madame monsieur"
    " mademoiselle m sra srta señora señorita señor doña don sr dña senhora senhor dona domnul"
    " doamna domnișoara"
    " domnisoara dna dl d"
)


def without_titles(text: str, languages: Iterable[str], words: frozenset[str], removed: Counter[str]) -> str:
    """Cut forms of address and the name behind each: Mr, Frau, Mme, Sra., Doamna."""

    def cut(match: re.Match[str]) -> str:
        names = match["names"].split()
        if names and names[0].strip(".").casefold() in TITLE_WORDS:
            # `Sr. Engineer` is senior; `Frau` before a job title is cut alone.
            if match["title"].startswith(("Sr", "Sir", "Don", "M.")):
                return match[0]
            removed["gender"] += 1
            return TOKEN + match["names"]
        removed["gender"] += 1
        kept = ""
        if len(names) > 1 and names[1].strip(".").casefold() in TITLE_WORDS:
            kept = f" {names[1]}"
        removed["name"] += bool(names)
        return TOKEN + kept

    if not words & _ADDRESS_WORDS:
        return text
    for language in sorted(languages):
        text = _TITLED[language].sub(cut, text)
    return text


def without_pronouns(
    text: str, languages: frozenset[str], words: frozenset[str], removed: Counter[str]
) -> str:
    """Cut third-person pronouns of the languages spoken. The gas He, the acronyms HIS and HER2 stay.

    `words`: the words of the text in small letters.
    """
    listed = frozenset[str]().union(*(PRONOUNS[language] for language in languages)) & words
    if not listed:
        return text

    def cut(match: re.Match[str]) -> str:
        word = match[0]
        start = match.start()
        if start and (text[start - 1].isalnum() or text[start - 1] == "_"):
            return word
        if word.isupper() and len(word) > 1 and not _loud(text, match):
            return word
        if word == "He" and not _speaks_of_a_person(text, match):
            return word
        if "es" in languages and word in {"he", "He"} and _HAVE.match(text, match.end()):
            return word
        removed["pronoun"] += 1
        return TOKEN

    return _forms(tuple(sorted(listed))).sub(cut, text)


@lru_cache(maxsize=1024)
def _forms(words: tuple[str, ...]) -> re.Pattern[str]:
    """These words in small letters, with a capital, and in capitals. The left border is not checked."""
    forms = {form for word in words for form in (word, word.capitalize(), word.upper())}
    return re.compile(rf"(?:{'|'.join(sorted(forms, key=len, reverse=True))})(?![\w])")


_HAVE = re.compile(r"[ \t]+\w+(?:ado|ido|to|cho)\b")
"""Spanish `he trabajado`: "I have worked"."""
_PERSON_DOES = re.compile(r"[ \t]*/|[ \t\n]+[a-z]|['’]")
_GAS = re.compile(
    r"[ \t]+(?:gas|leak|detector|laser|cooled|cryostat|plasma|atmosphere|ion|ions|isotope)\b|-|\d"
)
_BEGINS = re.compile(r"(?:^|[.!?:;•\n▮\"“(/])[ \t]*$")


def _speaks_of_a_person(text: str, match: re.Match[str]) -> bool:
    """Whether a capitalised `He` begins a sentence about somebody, rather than being the element."""
    start, end = match.span()
    if _GAS.match(text, end):
        return False
    return bool(_BEGINS.search(text[max(0, start - 12) : start])) and bool(_PERSON_DOES.match(text, end))


_SHOUTED = 3


def _loud(text: str, match: re.Match[str]) -> bool:
    """Whether a word in capitals stands in a sentence in capitals, where it is no acronym."""
    around = text[max(0, match.start() - 30) : match.end() + 30]
    line = around.split("\n")[around[: match.start() - max(0, match.start() - 30)].count("\n")]
    return line.isupper() and len(line.split()) > _SHOUTED
