"""Whether an answer misses its question: by its words alone, so that the same answer is always judged alike.

The rule leans to the candidate. Only what is empty, very short, a question back, an order to the machine, or a few
words that share nothing with the question is asked about once more; nobody is judged by it.
"""

from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from domain.language.terms import STOP_WEIGHT, Lexicon, lexicon, normalise, words_of
from domain.messages.catalog import SOURCE, spoken
from domain.negotiation.intents.signals import signals
from domain.negotiation.text.cleaning import clean
from domain.negotiation.text.folding import compiled, fold

FEWEST_WORDS = 3
"""Fewer words than these say too little, unless they hold a figure ("5 years")."""
BRIEF = 4
"""From so many words on, somebody who speaks of oneself answers; below, and otherwise, an answer shares a word with
its question or its topic."""
LONG = 30
"""From so many words on an answer is taken as it is."""
PLAIN = 12
"""Up to so many words "I don't know" or "a person, please" is all that was said."""

_UNKNOWN = compiled(
    # English
    r"\bi (?:really |honestly )?(?:do not|don't|dont|cannot|can't) (?:really )?(?:know|say|remember|recall)\b",
    r"\b(?:no|not any) (?:idea|clue|experience)\b", r"\bi have (?:no|never)\b", r"\b(?:i'm |i am )?not (?:so )?sure\b",
    r"^\W*(?:pass|skip|next(?: question)?|none|nothing|never|n/?a)\W*$",
    # German
    r"\bweiß (?:ich )?(?:leider )?(?:das )?nicht\b", r"\bkeine (?:ahnung|erfahrung|idee)\b",
    r"\bnicht sicher\b", r"^\W*(?:weiter|überspringen|nächste(?: frage)?|nichts|nie)\W*$",
    # French
    r"\b(?:je )?(?:ne |n')?(?:sais|souviens) pas\b", r"\baucune (?:idée|expérience)\b", r"\bpas (?:sûre?|certaine?)\b",
    r"^\W*(?:passer|suivant(?:e)?|question suivante|rien|jamais)\W*$",
    # Spanish
    r"\bno (?:lo )?(?:sé|recuerdo|sabría)\b", r"\bni idea\b", r"\bno tengo (?:ni )?(?:idea|experiencia)\b",
    r"\bno est(?:oy|á) segur[oa]\b", r"^\W*(?:paso|siguiente(?: pregunta)?|nada|nunca|ninguna?)\W*$",
    # Portuguese
    r"\bnão (?:o )?(?:sei|lembro|me lembro|saberia)\b", r"\b(?:nenhuma|nem) ideia\b",
    r"\bnão tenho (?:ideia|experiência)\b", r"\bnão (?:tenho|estou) (?:a )?(?:certeza|certo|certa)\b",
    r"^\W*(?:passo|próxima(?: pergunta)?|nada|nunca|nenhuma?)\W*$",
)  # fmt: skip
_OF_ONESELF = """
    i i'm i've i'd i'll my me mine we we've our us
    ich mich mir mein meine meinen meinem meiner wir uns unser unsere unserem unseren
    je j'ai moi mon ma mes nous notre nos
    yo mi mis me nosotros nosotras nuestro nuestra nuestros nuestras
    eu meu minha meus minhas nós nosso nossa nossos nossas
"""
_FIRST_PERSON = frozenset(_OF_ONESELF.split())


class Verdict(StrEnum):
    """What an answer is, as far as the next step asks."""

    ANSWERED = "answered"
    UNKNOWN = "unknown"
    """The candidate does not know: a fair answer, and the interview goes on."""
    EMPTY = "empty"
    SHORT = "short"
    OFF_TOPIC = "off_topic"
    ASKS_BACK = "asks_back"
    """Nothing but a question to the machine, which a person answers."""
    PERSON = "person"
    """The candidate wants a person."""


MISSES = frozenset({Verdict.EMPTY, Verdict.SHORT, Verdict.OFF_TOPIC, Verdict.ASKS_BACK})
"""These are asked about once more, once."""


@dataclass(frozen=True, slots=True)
class Topic:
    """What a question is about."""

    question: str
    language: str
    """`en`, `de`, `fr`, `es` or `pt`: the language the machine speaks."""
    around: str = ""
    """Further words that belong to it: the skill, the title of the job, what the job asks for."""


def judge(answer: str, topic: Topic) -> Verdict:
    """What an answer is. Pure; a text of any length and content gives a verdict."""
    text = normalise(answer)
    words = words_of(text)
    if len(words) <= PLAIN and (plain := _plain(text, len(words), topic.language)) is not None:
        return plain
    return Verdict.ANSWERED if len(words) >= LONG else _by_words(text, len(words), topic)


def _plain(text: str, words: int, language: str) -> Verdict | None:
    """What a few words are by themselves; None: that depends on the question."""
    if not any(char.isalnum() for char in text):
        return Verdict.EMPTY
    if wants_person(text, language):
        return Verdict.PERSON
    if _UNKNOWN.search(fold(text)):
        return Verdict.UNKNOWN
    return Verdict.SHORT if words < FEWEST_WORDS and not _has_figure(text) else None


def _by_words(text: str, words: int, topic: Topic) -> Verdict:
    """What an answer of some sentences is, beside its question."""
    said = signals(clean(text), spoken(topic.language))
    left = words_of(said.statement)
    if said.instructions and len(left) < BRIEF:
        return Verdict.OFF_TOPIC
    if said.questions and sum(len(words_of(each.words)) for each in said.questions) >= words:
        return Verdict.ASKS_BACK
    fits = _has_figure(said.statement) or _is_on_topic(left, topic)
    return Verdict.ANSWERED if fits else Verdict.OFF_TOPIC


def _has_figure(text: str) -> bool:
    return any(char.isdigit() for char in text)


def wants_person(text: str, language: str) -> bool:
    """Whether a short text asks for a person. A longer one may tell of other conversations, so it never does."""
    if len(words_of(normalise(text))) > PLAIN:
        return False
    return bool(signals(clean(text), spoken(language)).human)


def _is_on_topic(words: list[str], topic: Topic) -> bool:
    if len(words) >= BRIEF and not _FIRST_PERSON.isdisjoint(words):
        return True
    code = spoken(topic.language) or SOURCE
    return not content(" ".join(words), code).isdisjoint(
        content(topic.question, code) | content(topic.around, code)
    )


def content(text: str, language: str) -> frozenset[str]:
    """Stems of the words that carry meaning, by how rare they are in the language."""
    return _content(text, spoken(language) or SOURCE)


@lru_cache(256)
def _content(text: str, language: str) -> frozenset[str]:
    known: Lexicon = lexicon(language, language)
    return frozenset(
        term.stem for term in known.terms(known.words(normalise(text))) if term.weight >= STOP_WEIGHT
    )
