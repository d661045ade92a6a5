"""Which lines are headings, and of what: English, German, French, Spanish, Portuguese, Italian, Romanian.

A line is a heading when every word of it belongs to the vocabulary of headings and at least one of them names
a part: "Relevant Work Experience", "Skills & Abilities", but not "Communication skills".
"""

import re
from functools import lru_cache

from domain.resume.model import SectionKind
from domain.resume.words import words as listed

_EXPERIENCE = (
    "experience experiences employment career history berufserfahrung berufserfahrungen arbeitserfahrung"
    " praxiserfahrung werdegang erfahrung erfahrungen berufspraxis praktika tätigkeiten expérience expériences"
    " parcours emplois stages experiencia experiencias trayectoria empleo experiência experiências percurso"
    " esperienza esperienze experiență experiențe experienta internships positions"
)
_EDUCATION = (
    "education educational academic academics schooling degrees ausbildung bildung bildungsweg schulbildung"
    " studium hochschulbildung aus- weiterbildung formation formations études diplômes scolarité formación"
    " estudios educación titulación académica formação educação acadêmica académica escolaridade istruzione"
    " formazione studi studii educație educatie academica academico académico"
)
_SKILLS = (
    "skills skill highlights qualifications competencies competences competency strengths proficiencies"
    " expertise technologies tools kenntnisse fähigkeiten kompetenzen qualifikationen fachkenntnisse"
    " edv-kenntnisse it-kenntnisse kernkompetenzen fachkompetenzen stärken compétences savoir-faire"
    " informatique aptitudes habilidades competencias conocimientos destrezas competências aptidões"
    " conhecimentos competenze capacità abilità competențe competente aptitudini proficiency"
)
_SUMMARY = (
    "summary profile objective objectives overview statement about profil kurzprofil zusammenfassung"
    " kurzvorstellung résumé perfil resumen resumo objetivo objectif sobre profilo sintesi obiettivo rezumat"
)
_PROJECTS = (
    "project projects projekte projekt projekterfahrung projets projet proyectos proyecto projetos projeto"
    " progetti proiecte portfolio"
)
_LANGUAGES = (
    "languages language sprachen sprachkenntnisse fremdsprachen fremdsprachenkenntnisse langues idiomas"
    " lenguas línguas linguas lingue limbi"
)
_CERTIFICATES = (
    "certifications certification certificates licenses licences licensure credentials zertifikate"
    " zertifizierungen fortbildungen fortbildung weiterbildungen weiterbildung lehrgänge certificaciones"
    " certificados cursos certificações certificazioni corsi certificări certificari"
)
_OTHER = (
    "accomplishments achievements awards honors honours affiliations memberships interests hobbies references"
    " publications activities volunteering volunteer engagement ehrenamt interessen referenzen auszeichnungen"
    " veröffentlichungen publikationen distinctions loisirs intérêts références bénévolat publicaciones"
    " premios intereses referencias voluntariado prêmios interesses referências publicações interessi hobby"
    " voluntário persönliches coursework patents patente"
)
_FILLERS = (
    "and & of the in my a de del et en y e und der des di la las les le el i și si ou or with for"
    " professional relevant work core key technical additional personal selected other related general career"
    " executive history areas area background training trainings summary job recent previous prior major main"
    " special soft hard computer software it language technology academic military teaching research industry"
    " community extracurricular community-service highlights experience expert"
    " accomplishments abilities ability knowledge qualifications competencies focus development activities"
    " memberships affiliations licenses certifications courses awards honors selected programming"
    " beruflicher berufliche berufliches schulische akademische weitere persönliche besondere sonstige"
    " praktische fachliche wichtige professionnelle professionnelles professionnel personnelle personnelles"
    " personnel techniques clés compétences profesional profesionales laboral laborales técnicas"
    " personales principales complementaria complementarios profissional profissionais técnica"
    " complementar complementares pessoais principais professionale professionali lavorativa lavorative"
    " tecniche personali profesională profesionala tehnice personale zur person über mich mim centres d'intérêt"
    " informatiques linguistiques"
)

_ORDER = (
    (SectionKind.PROJECTS, _PROJECTS),
    (SectionKind.LANGUAGES, _LANGUAGES),
    (SectionKind.EDUCATION, _EDUCATION),
    (SectionKind.CERTIFICATES, _CERTIFICATES),
    (SectionKind.OTHER, _OTHER),
    (SectionKind.EXPERIENCE, _EXPERIENCE),
    (SectionKind.SKILLS, _SKILLS),
    (SectionKind.SUMMARY, _SUMMARY),
)
_KIND_OF = {word: kind for kind, words in reversed(_ORDER) for word in words.split()}
_RANK = {kind: rank for rank, (kind, _) in enumerate(_ORDER)}
_ALLOWED = frozenset(_KIND_OF) | frozenset(_FILLERS.split())
# Phrases whose words alone say something else, or nothing.
_PHRASES = {
    "technical summary": SectionKind.SKILLS,
    "technical background": SectionKind.SKILLS,
    "computer knowledge": SectionKind.SKILLS,
    "additional information": SectionKind.OTHER,
    "personal information": SectionKind.OTHER,
    "work background": SectionKind.EXPERIENCE,
    "professional background": SectionKind.EXPERIENCE,
    "career overview": SectionKind.SUMMARY,
    "career focus": SectionKind.SUMMARY,
    "career objective": SectionKind.SUMMARY,
    "career summary": SectionKind.SUMMARY,
    "career profile": SectionKind.SUMMARY,
    "career highlights": SectionKind.OTHER,
    "career accomplishments": SectionKind.OTHER,
    "experience summary": SectionKind.SUMMARY,
    "summary of experience": SectionKind.SUMMARY,
    "professional highlights": SectionKind.SKILLS,
    "executive highlights": SectionKind.SKILLS,
    "language skills": SectionKind.LANGUAGES,
    "compétences linguistiques": SectionKind.LANGUAGES,
    "programming languages": SectionKind.SKILLS,
    "volunteer experience": SectionKind.OTHER,
    "project experience": SectionKind.PROJECTS,
    "training": SectionKind.CERTIFICATES,
    "trainings": SectionKind.CERTIFICATES,
    "professional training": SectionKind.CERTIFICATES,
    "über mich": SectionKind.SUMMARY,
    "sobre mí": SectionKind.SUMMARY,
    "à propos": SectionKind.SUMMARY,
    "centres d'intérêt": SectionKind.OTHER,
    "areas of strength": SectionKind.SKILLS,
    "technical proficiencies": SectionKind.SKILLS,
}
# One such word alone is too often an item of a list, a noun in prose or a field of a position.
_NEVER_ALONE = listed(
    "career history academic academics educational positions project projekt projet language informatique"
    " expertise information a di en studium erfahrung kenntnisse-"
)
_MOST_WORDS = 6
_LONGEST = 60
_NO_MARK_AFTER = (".", ",", ";")


def heading_kind(text: str, *, marked: bool = False) -> SectionKind | None:
    """The kind of section that this line opens, or None when it is no heading.

    `marked` means that the line is emphasised as one, so that a lower-case or single ambiguous word counts.
    """
    if not text or len(text) > _LONGEST or text.endswith(_NO_MARK_AFTER):
        return None
    bare = text.strip(" :-–—_=|•·*#~")
    if not bare or not (bare[0].isupper() or marked or text.endswith(":")):
        return None
    return _kind(bare, marked=marked or text.endswith(":"))


@lru_cache(maxsize=4096)
def _kind(bare: str, *, marked: bool) -> SectionKind | None:
    words = bare.casefold().replace("’", "'").replace("/", " ").replace(",", " ").replace("&", " & ").split()
    if len(words) > _MOST_WORDS:
        spaced = "".join(words) if all(len(w) == 1 for w in words) else ""
        words = [spaced] if spaced in _KIND_OF else []
    phrase = _PHRASES.get(" ".join(words))
    if phrase is not None:
        return phrase
    if not words or not all(word in _ALLOWED for word in words):
        return None
    kinds = [_KIND_OF[word] for word in words if word in _KIND_OF]
    if not kinds or (len(words) == 1 and not marked and words[0] in _NEVER_ALONE):
        return None
    return min(kinds, key=_RANK.__getitem__)


# Where every line break was lost, headings stand inside lines: all capitals, or capitals between sentences.
_SINGLE = (
    "EXPERIENCE|EDUCATION|SKILLS|SUMMARY|PROFILE|PROJECTS|LANGUAGES|CERTIFICATIONS|CERTIFICATES|HIGHLIGHTS"
    "|ACCOMPLISHMENTS|AWARDS|INTERESTS|REFERENCES|BERUFSERFAHRUNG|AUSBILDUNG|KENNTNISSE|SPRACHEN|PROFIL|PROJEKTE"
    "|EXPÉRIENCE|FORMATION|COMPÉTENCES|LANGUES|EXPERIENCIA|FORMACIÓN|COMPETENCIAS|IDIOMAS|PERFIL|EXPERIÊNCIA"
    "|FORMAÇÃO|COMPETÊNCIAS|ZERTIFIKATE"
)
_TITLED = "|".join(word.capitalize() for word in _SINGLE.split("|"))
_DOUBLE = (
    "(?:Work|Professional|Relevant|Military) Experience|Work History|Education and Training|Executive Profile"
    "|(?:Professional|Executive|Career) Summary|Core Qualifications|Skill Highlights|Technical Skills"
    "|Career Overview|Professional Profile|Expérience professionnelle|Experiencia profesional"
    "|Experiência profissional|Beruflicher Werdegang|Additional Information|Professional Affiliations"
)
_INLINE = re.compile(
    rf"(?<![\w/-])(?:(?:[A-ZÀ-Þ&]{{2,16}} )?(?:{_SINGLE})(?: [A-ZÀ-Þ]{{7,17}})?|{_DOUBLE}|(?:{_TITLED})"
    r"(?=:|\s+[-–=#*]{2,}|\s+[A-ZÀ-Þ0-9]))(?![\w/-])"
)
# What may stand before a heading of one capitalised word; after another such word it is part of a name.
_ENDS_BEFORE = re.compile(r"(?:\A|[.!?:;)#*=~-]|(?<![^\s])[a-zà-ÿ][^\s]*|\d|\b(?:State|City))\s*\Z")


_SOME_YEAR = re.compile(r"(?:19|20)\d\d")
_NEAR = 100
_RARELY_IN_NAMES = frozenset({"Education", "Berufserfahrung", "Ausbildung"})


def inline_headings(text: str, start: int, end: int) -> list[tuple[int, int, SectionKind]]:
    """Headings inside the lines of a stretch, for texts that have lost their line breaks."""
    found = []
    for match in _INLINE.finditer(text, start, end):
        words = match.group()
        if " " not in words and not words.isupper() and words not in _RARELY_IN_NAMES:
            before = text[max(0, match.start() - 24) : match.start()]
            dated = (
                words == "Experience"
                and _SOME_YEAR.search(text, match.end(), match.end() + _NEAR) is not None
            )
            if not dated and _ENDS_BEFORE.search(before) is None:
                continue
        kind = _kind(words, marked=True)
        if kind is not None:
            found.append((match.start(), match.end(), kind))
    return found
