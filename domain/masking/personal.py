"""Personal data that a resume states: labelled lines, age, birth, marital status, nationality, religion, photo."""

import re
from collections import Counter

from domain.masking.lines import lines_with, word_set
from domain.masking.places import NATIONALITIES, RELIGIONS
from domain.masking.tokens import TOKEN, only_tokens

_LABELS: dict[str, str] = {
    "name": (
        r"(?:full |first |last |family |middle |given |sur|maiden |candidate |father'?s |mother'?s "
        r"|spouse )?name"
        r"(?: (?:&|and) surname)?|name, vorname|vor- und (?:nach|zu)name|vorname|nachname|familienname"
        r"|geburtsname|nom(?: de famille| et prénom)?"
        r"|prénoms?|nombre(?: completo| y apellidos)?|apellidos?|nome(?: completo)?|apelidos?"
        r"|sobrenome|nume(?:le)?(?: (?:și|si) prenume(?:le)?|/prenume)?"
        r"|prenume(?:le)?"
    ),
    "birth_date": (
        r"date (?:and place )?of birth|birth ?date|d\.?o\.?b\.?|born(?: on)?|birthday|place of birth"
        r"|birth ?place|geburtsdatum"
        r"|geburtstag|geburtsort|geboren(?: am)?|geburtsdatum (?:und|/) -?ort|date (?:et lieu )?de"
        r" naissance|lieu de naissance|née?(?: le)?"
        r"|fecha (?:y lugar )?de nacimiento|lugar de nacimiento|data (?:e local )?de nascimento|local"
        r" de nascimento|naturalidade"
        r"|data (?:și locul |si locul )?na[șs]terii|locul na[șs]terii|data de naștere"
    ),
    "age": r"age|alter|âge|edad|idade|v[âa]rst[ăa]",
    "gender": r"gender|sex|geschlecht|sexe|genre|sexo|g[ée]nero|sexul|gen",
    "pronoun": r"(?:preferred |my )?pronouns?|pronomen|pronoms|pronombres?|pronomes?|pronume",
    "nationality": (
        r"nationality|citizenship|country of (?:birth|origin|citizenship)|ethnicity|race|visa(?:"
        r" status| details| type)?"
        r"|passport(?: (?:no|number|details))?\.?|passport, visa details|immigration status|work"
        r" (?:authori[sz]ation|permit)|right to work"
        r"|staatsangeh[öo]rigkeit|nationalit[äa]t|staatsb[üu]rgerschaft|aufenthaltsstatus|herkunft"
        r"|nationalité|citoyenneté|permis de travail"
        r"|nacionalidad|ciudadanía|nacionalidade|cidadania|na[țt]ionalitat(?:e|ea)|cet[ăa][țt]eni(?:e|a)"
    ),
    "religion": (
        r"religion|religious affiliation|faith|konfession|religionszugeh[öo]rigkeit|religión|religião"
        r"|religi(?:e|a)|confesiune"
    ),
    "marital_status": (
        r"marital status|civil status|family status|family|spouse|children|dependents|familienstand"
        r"|kinder|situation (?:familiale|de famille)"
        r"|état civil|enfants|estado civil|situación familiar|hijos|filhos|stare(?:a)? civil[ăa]|copii"
    ),
    "address": (
        r"(?:home |postal |mailing |permanent |present |current |residential |local )?address"
        r"|residence|anschrift|adresse|wohnort|wohnhaft(?: in)?"
        r"|direcci[óo]n|domicilio|lugar de residencia|endere[çc]o|morada|resid[êe]ncia|adres[ăa]|domiciliu"
    ),
    "postal_code": r"zip(?: code)?|post(?:al)? ?code|plz|code postal|c[óo]digo postal|cep|cod po[șs]tal",
    "photo": r"photo(?:graph)?|picture|foto(?:grafie|grafía|grafia)?|bewerbungsfoto|lichtbild",
}
_LABEL = re.compile("|".join(f"(?P<{kind}>{pattern})" for kind, pattern in _LABELS.items()))
_LONGEST_LABEL = 45
_INLINE = re.compile(
    r"(?i)\b(?:(?P<birth_date>d\.?o\.?b\.?|date of birth|geburtsdatum|fecha de nacimiento|data de"
    r" nascimento|date de naissance)"
    r"[ \t]*+(?:[:-][ \t]*+)?\d{1,4}[\w ,./-]{3,20}?\d{2,4}\b"
    r"|(?P<gender>gender|sex|geschlecht|sexe|sexo)[ \t]*:[ \t]*(?:fe)?\w{1,12}"
    r"|(?P<marital_status>marital status|familienstand|estado civil|situation"
    r" familiale)[ \t]*:[ \t]*\w{1,14}"
    r"|(?P<nationality>nationality|citizenship|staatsangehörigkeit|nationalité"
    r"|nacionalidade?)[ \t]*:[ \t]*\w{1,16}"
    r"|(?P<religion>religion|konfession|religión|religião)[ \t]*:[ \t]*\w{1,16}"
    r"|(?P<pronoun>pronouns?)[ \t]*:[ \t]*\w{1,9}(?:/\w{1,9}){0,3}"
    r"|(?P<age>age|alter|âge|edad|idade)[ \t]*:[ \t]*\d{1,2}\b(?![ \t]*[-–])(?:[ \t]*(?:years?"
    r"|jahre|ans|años|anos|ani)\b)?)"
)
_MONTH = r"[^\W\d_]{3,10}\.?"
_DATE = (
    rf"(?:\d{{1,2}}(?:st|nd|rd|th|er|e|\.|º)?[ ./-]{{0,2}}(?:(?:de )?{_MONTH}"
    rf"|\d{{1,2}})[ .,/-]{{0,2}}(?:de )?\d{{2,4}}|{_MONTH}[ ]\d{{1,2}}(?:st|nd|rd|th)?,?[ ]\d{{4}}"
    rf"|(?:19|20)\d\d)"
)
_CAP = r"[A-ZÀ-ÖØ-ÞĂÂÎȘȚŞŢ]"
_BORN = re.compile(
    rf"\b(?:[Bb]orn(?: and raised)?|[Gg]eboren|[Gg]eb\.|[Nn]ée?|[Nn]acid[oa]|[Nn]ascid[oa]"
    rf"|[Nn]ăscut[ăa]?|[Nn]ascut[ăa]?)"
    rf"(?:,?[ ](?:on|in|am|le|el|em|la(?: data de)?|im Jahr|en)(?:[ ]the)?)?[ ](?:{_DATE}"
    rf"|{_CAP}\w+(?:[ ]{_CAP}\w+)?)"
    rf"(?:,?[ ](?:in|at|à|en|em|la|în)[ ]{_CAP}\w+(?:[ ]{_CAP}\w+)?)?"
)
_AGE = re.compile(
    r"(?i)\b(?:aged?[ ])?[1-9]\d[ -](?:years?[ -]olds?|jahre alt|años de edad|anos de idade|de"
    r" ani\b)(?![ -](?:company|firm|business|patients?|building|house|organi[sz]ation|brand"
    r"|children|students))"
    r"|(?<=\bj'ai )[1-9]\d ans\b|(?<=\btengo )[1-9]\d años\b|(?<=\btenho )[1-9]\d anos\b|(?<=\bbin"
    r" )[1-9]\d jahre\b"
)
_SELF = re.compile(
    r"(?i)\b(?:(?:i am|i'm|i’m|as) an? (?:\w{1,12} )?(?:woman|man|female|male|mother|father|wife"
    r"|husband|mom|mum|dad)\b"
    r"|(?:proud|devoted|loving|married|single|working|stay-at-home|divorced|widowed) (?:mother"
    r"|father|mom|mum|dad|parent|wife|husband|woman|man)\b"
    r"|(?:mother|father|parent|mutter|vater|mère|père|madre|padre|mãe|pai|mam[ăa]|tat[ăa]) (?:of"
    r"|von|de|a) (?:\w{1,6}|\d)(?: (?:\w{1,12} )?(?:children|kids|boys|girls|sons|daughters"
    r"|kindern?|enfants?|hijos|filhos|copii))?\b)"
)
_FAITH = re.compile(rf"(?i)\b(?:i am a |(?:devout|practi[cs]ing|born-again|committed) )(?:{RELIGIONS})\b")
_COUNT = (
    r"(?:\d|one|two|three|four|no|ein|eine|zwei|drei|keine|un|une|deux|trois|sans|uno|dos|tres|sin"
    r"|um|dois|três|sem|doi|trei|fără)"
)
_CHILDREN = rf"(?:{_COUNT} (?:child(?:ren)?|kids?|kind(?:er)?|enfants?|hij[oa]s?|filh[oa]s?|copi(?:l|i)))"
_MARITAL = (
    r"(?:(?:un)?married|single|divorced|widow(?:ed|er)?|verheiratet|ledig|geschieden|verwitwet"
    r"|marié[e]?|célibataire|divorcée?|pacsée?|veufs?|veuve"
    r"|casad[oa]|solter[oa]|divorciad[oa]|viud[oa]|solteir[oa]|viúv[oa]|(?:ne)?căsătorit[ăa]?"
    r"|(?:ne)?casatorit[ăa]?|divorțat[ăa]?)"
)
_PERSONAL_PIECE = re.compile(
    rf"(?i)(?P<sure>{_MARITAL}(?: (?:with|mit|avec|con|com|cu|und|et|and) {_CHILDREN})?|{_CHILDREN}"
    rf"|[1-9]\d (?:years old|jahre alt|jahre|ans|años|anos|de ani|ani)|{TOKEN})"
    rf"|(?P<maybe>{NATIONALITIES}|{RELIGIONS}|(?:fe)?male|weiblich|männlich|divers|homme|femme"
    rf"|mujer|hombre|homem|mulher|masculin[oă]?|femin(?:in[oaă]?|ino)?)"
)
_STATUS_LINE = re.compile(
    rf"(?i)(?:i am an? )?(?:(?:{NATIONALITIES}|naturali[sz]ed|dual) (?:citizen(?:ship)?|national"
    rf"|passport(?: holder)?)(?: or permanent resident)?"
    r"|(?:us |u\.s\. )?permanent resident|(?:us )?green card(?: holder)?|h-?1-?b(?: visa)?(?:"
    r" holder)?|(?:legally )?authori[sz]ed to work (?:in|for)[^\n]{0,60}"
    r"|deutsche staatsbürgerschaft|nationalité \w+|nacionalidad \w+|nacionalidade \w+|cetățean \w+)[ .]*"
)
_PHOTO_LINE = re.compile(
    r"(?i)(?:passport[ -]?|profile |my |head)?(?:photo(?:graph)?|picture|shot|foto(?:grafie)?"
    r"|bewerbungsfoto|lichtbild|portrait)(?: (?:attached|enclosed|available|anbei|ci-jointe?"
    r"|adjunta|em anexo|atașată))?"
)
_ASIDE = re.compile(r"\([^()]{0,20}\)")
_SHORT = 110
_BULLETS = " \t•●▪*-"


def without_personal_data(text: str, words: frozenset[str], removed: Counter[str]) -> str:
    """Cut what a person says about being, not about doing.

    `words`: the words of the text in small letters.
    """
    low = text.lower()
    text = _without_labelled_lines(text, removed)
    if words & _INLINE_WORDS:
        text = _INLINE.sub(Cut(None, removed), text)
    if words & _BIRTH_WORDS:
        text = _BORN.sub(Cut("birth_date", removed), text)
    if any(hint in low for hint in _AGE_HINTS):
        text = _AGE.sub(Cut("age", removed), text)
    if words & _SELF_WORDS:
        text = _SELF.sub(Cut("gender", removed), text)
    if words & _FAITH_WORDS:
        text = _FAITH.sub(Cut("religion", removed), text)
    worth = lines_with(text.lower(), _STATUS_HINTS)
    if not worth:
        return text
    lines = text.split("\n")
    for number in worth:
        if len(lines[number]) <= _SHORT:
            lines[number] = _short_line(lines[number], removed)
    return "\n".join(lines)


_INLINE_WORDS = word_set(
    "dob birth geburtsdatum nacimiento nascimento naissance gender sex geschlecht sexe sexo"
    " marital familienstand civil"
    " familiale nationality citizenship staatsangehörigkeit nationalité nacionalidad"
    " nacionalidade religion konfession"
    " religión religião pronoun pronouns age alter âge edad idade"
)
_BIRTH_WORDS = word_set("born geboren geb né née nacido nacida nascido nascida născut născută nascut nascuta")
_AGE_HINTS = (
    " old",
    "-old",
    "jahre alt",
    "años de edad",
    "anos de idade",
    "de ani",
    "j'ai ",
    "tengo ",
    "tenho ",
    "bin ",
)
_SELF_WORDS = word_set(
    "woman man female male mother father wife husband mom mum dad parent mutter vater mère père"
    " madre padre mãe pai"
    " mamă mama tată tata"
)
_FAITH_WORDS = frozenset(re.findall(r"[^\W\d_]{4,}", RELIGIONS))
_STATUS_HINTS = (
    *("married", "single", "divorced", "widow", "verheiratet", "ledig", "geschieden", "verwitwet", "marié"),
    *("célibataire", "divorcé", "pacsé", "veuf", "veuve", "casad", "solter", "divorciad", "viud", "solteir"),
    *(
        "viúv",
        "căsătorit",
        "casatorit",
        "divorțat",
        "child",
        " kid",
        " kind",
        "enfant",
        " hij",
        " filh",
        " copi",
    ),
    *("years old", "jahre", " ans", " años", " anos", " ani", "citizen", "national", "passport", "resident"),
    *("green card", "h1b", "h-1", "authoriz", "authoris", "staatsb", "cetățean", "nacionalidad"),
    *("photo", "picture", "shot", "foto", "lichtbild", "portrait"),
)


def _without_labelled_lines(text: str, removed: Counter[str]) -> str:
    """Cut lines such as "Nationality: German"; the value may begin on the next line with its colon."""
    lines = text.split("\n")
    changed = False
    for number, line in enumerate(lines):
        follows = number + 1 < len(lines) and lines[number + 1].lstrip()[:1] == ":"
        end = len(line) if follows else _end_of_label(line[:_LONGEST_LABEL])
        if not 0 < end <= _LONGEST_LABEL:
            continue
        label = _LABEL.fullmatch(_ASIDE.sub("", line[:end]).strip(_BULLETS).lower())
        if label is None:
            continue
        if follows:
            lines[number + 1] = ""
        removed[str(label.lastgroup)] += 1
        lines[number] = TOKEN
        changed = True
    return "\n".join(lines) if changed else text


def _end_of_label(line: str) -> int:
    """Where the sign between label and value begins, -1 without one."""
    for sign in (":", "\t", " - ", " – ", "   "):
        end = line.find(sign)
        if end > 0 and line[:end].strip(_BULLETS):
            return end
    return -1


class Cut:
    """Replaces each match by the token and counts it, under one kind or the name of the group."""

    __slots__ = ("kind", "removed")

    def __init__(self, kind: str | None, removed: Counter[str]) -> None:
        self.kind = kind
        self.removed = removed

    def __call__(self, match: re.Match[str]) -> str:
        self.removed[self.kind or str(match.lastgroup)] += 1
        return TOKEN


def _short_line(line: str, removed: Counter[str]) -> str:
    """A line that as a whole says who somebody is: "German, married, 2 children"."""
    bare = line.strip(" \t•●▪*-.()[]")
    if not bare or only_tokens(line):
        return line
    if _PHOTO_LINE.fullmatch(bare):
        removed["photo"] += 1
        return TOKEN
    if _STATUS_LINE.fullmatch(bare):
        removed["nationality"] += 1
        return TOKEN
    sure = False
    for piece in re.split(r"[ \t]*[,;|/•·–][ \t]*", bare):
        found = _PERSONAL_PIECE.fullmatch(piece)
        if found is None:
            return line
        sure = sure or found["sure"] is not None
    if not sure:
        return line
    removed["marital_status"] += 1
    return TOKEN
