"""The languages that resumes are read in: stemmer, words that say nothing about a person, detection.

A language is recognised by its commonest words (from `wordfreq`), which needs no model: a page of prose
holds hundreds of them. Text in any other language is still scored; its words then count as rare ones.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import wordfreq

DEFAULT_LANGUAGE = "en"

_COMMON_WORDS = 50
_MIN_HITS = 3
_LOOK_AT = 600


@dataclass(frozen=True, slots=True)
class Language:
    """One language: its ISO 639-1 code, its Snowball stemmer, and the furniture of job ads and resumes.

    `furniture` are words that nearly every resume or advertisement holds. General word frequencies cannot
    know that, so they are listed here and weigh less.
    """

    code: str
    stemmer: str
    furniture: frozenset[str]


def _language(code: str, stemmer: str, furniture: str) -> tuple[str, Language]:
    return code, Language(code, stemmer, frozenset(furniture.split()))


LANGUAGES: dict[str, Language] = dict(
    [
        _language(
            "en",
            "english",
            "experience year work company name city state skill team responsibility qualification requirement"
            " summary highlight professional education university degree bachelor master school college current"
            " present position job role career candidate include provide ability strong excellent good"
            " responsible ensure new duty environment opportunity salary benefit apply",
        ),
        _language(
            "de",
            "german",
            "erfahrung jahr arbeit arbeiten firma unternehmen name stadt kenntnisse fähigkeiten team aufgaben"
            " verantwortung profil qualifikation anforderungen ausbildung studium universität hochschule schule"
            " abschluss stelle position beruf beruflich bewerber bieten sehr gut gute neue umfeld gehalt"
            " lebenslauf tätigkeit bereich",
        ),
        _language(
            "fr",
            "french",
            "expérience année ans travail entreprise société nom ville compétence équipe responsabilité profil"
            " qualification exigence formation université diplôme école poste emploi carrière candidat mission"
            " capacité excellent bon bonne nouveau environnement salaire avantage professionnel",
        ),
        _language(
            "es",
            "spanish",
            "experiencia año trabajo empresa nombre ciudad habilidad competencia equipo responsabilidad perfil"
            " requisito formación educación universidad título escuela puesto empleo carrera candidato funciones"
            " capacidad excelente buen buena nuevo entorno salario beneficio profesional laboral",
        ),
        _language(
            "pt",
            "portuguese",
            "experiência ano trabalho empresa nome cidade habilidade competência equipe equipa responsabilidade"
            " perfil requisito formação educação universidade diploma escola cargo vaga emprego carreira"
            " candidato funções capacidade excelente bom boa novo ambiente salário benefício profissional",
        ),
        _language(
            "it",
            "italian",
            "esperienza anno lavoro azienda nome città competenza capacità squadra responsabilità profilo"
            " requisito formazione istruzione università laurea scuola posizione ruolo carriera candidato"
            " ottimo buono buona nuovo ambiente stipendio professionale",
        ),
        _language(
            "nl",
            "dutch",
            "ervaring jaar werk werken bedrijf naam stad vaardigheden team verantwoordelijkheid profiel"
            " kwalificatie eisen opleiding universiteit hogeschool school diploma functie baan carrière kandidaat"
            " goed goede nieuw omgeving salaris",
        ),
        _language(
            "ro",
            "romanian",
            "experiență an ani muncă lucru companie firmă nume oraș competență abilitate echipă responsabilitate"
            " profil cerință educație universitate diplomă facultate școală poziție post loc carieră candidat"
            " bun bună nou mediu salariu beneficiu profesional",
        ),
    ]
)


@cache
def _common_words(code: str) -> frozenset[str]:
    return frozenset(wordfreq.top_n_list(code, _COMMON_WORDS, wordlist="small"))


def detect(words: Sequence[str], otherwise: str = DEFAULT_LANGUAGE) -> str:
    """The language whose commonest words appear most among the first words; `otherwise` when none stands out."""
    sample = words[:_LOOK_AT]
    hits = {code: sum(map(_common_words(code).__contains__, sample)) for code in LANGUAGES}
    best = max(hits, key=lambda code: (hits[code], code == otherwise))
    return best if hits[best] >= _MIN_HITS else otherwise
