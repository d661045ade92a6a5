"""How much a short line looks like a job title or like an organisation, by its words alone."""

import re

from domain.resume.words import words as listed

_NOUNS = listed(
    "manager engineer developer analyst assistant associate consultant specialist coordinator director technician"
    " designer representative administrator supervisor officer teacher nurse accountant clerk cashier intern"
    " architect scientist programmer advisor adviser agent executive lead leader recruiter instructor operator"
    " driver chef cook attorney lawyer paralegal physician therapist researcher writer editor buyer planner"
    " strategist mechanic electrician auditor trainer tutor professor secretary receptionist server president"
    " owner founder practitioner controller bookkeeper treasurer generalist partner producer artist photographer"
    " journalist reporter librarian counselor counsellor psychologist pharmacist dentist surgeon paramedic aide"
    " caregiver nanny waiter waitress bartender barista host hostess baker butcher janitor custodian housekeeper"
    " guard foreman superintendent inspector estimator surveyor carpenter plumber welder machinist fabricator"
    " assembler packer picker handler dispatcher scheduler expeditor buyer merchandiser stocker salesperson"
    " salesman seller broker banker teller underwriter adjuster appraiser investigator detective sergeant"
    " captain lieutenant commander soldier marine pilot steward attendant stylist cosmetologist esthetician"
    " volunteer fellow lecturer dean principal superintendant registrar ceo cfo cto coo vp svp avp rn lpn cna"
    " head chief superviser advocate aid facilitator organizer educator curator"
    " trainee apprentice student worker laborer helper member staff crew tech rep mgr"
    " freelancer contractor entrepreneur translator interpreter chemist biologist physicist statistician economist"
    " actuary pathologist hygienist dietitian nutritionist radiographer sonographer phlebotomist midwife"
    " ingenieur ingenieurin entwickler entwicklerin leiter leiterin berater beraterin sachbearbeiter"
    " sachbearbeiterin kaufmann kauffrau techniker technikerin werkstudent werkstudentin praktikant praktikantin"
    " pfleger pflegerin pflegefachmann pflegefachfrau krankenschwester krankenpfleger krankenpflegerin referent"
    " referentin assistent assistentin mitarbeiter mitarbeiterin verkäufer verkäuferin lehrer lehrerin arzt ärztin"
    " koch köchin fahrer fahrerin meister meisterin geselle gesellin auszubildender auszubildende buchhalter"
    " buchhalterin florist floristin controllerin analystin administratorin projektleiter projektleiterin"
    " ingénieur ingénieure développeur développeuse chargé chargée responsable technicien technicienne directeur"
    " directrice assistante comptable infirmier infirmière conseiller conseillère vendeur vendeuse stagiaire chef"
    " cheffe enseignant enseignante professeur médecin aide-soignante aide-soignant rédacteur rédactrice gérant"
    " gestionnaire juriste avocat avocate cuisinier cuisinière serveur serveuse consultante analyste"
    " ingeniero ingeniera desarrollador desarrolladora analista gerente técnico técnica directora coordinador"
    " coordinadora enfermero enfermera contable contador contadora administrativo administrativa auxiliar"
    " asistente becario becaria diseñador diseñadora profesor profesora maestro maestra vendedor vendedora jefe"
    " jefa consultor consultora encargado encargada médico médica abogado abogada cocinero cocinera camarero"
    " camarera dependiente maquetador maquetadora programador programadora investigador investigadora"
    " engenheiro engenheira desenvolvedor desenvolvedora coordenador coordenadora enfermeiro enfermeira"
    " estagiário estagiária assistente professora contabilista supervisora encarregado gestor gestora técnico"
    " ingegnere sviluppatore sviluppatrice impiegato impiegata infermiere infermiera responsabile ragioniere"
    " commesso commessa docente tirocinante cameriere cuoco inginer programator asistent asistentă contabil"
    " profesor dezvoltator ontwikkelaar verpleegkundige medewerker"
)
_ENDINGS = re.compile(
    r"[^\W\d]{2,}(?:(?<!th)(?<!ath)er|[ts]or|ist|cian|rian|keeper|worker|mann|frau|leiter|leiterin|pfleger"
    r"|pflegerin|ingenieur|entwickler|entwicklerin|berater|beraterin|meister|kraft|euse|trice|ista|ador|adora"
    r"|eiro|eira|ière|ienne)\Z"
)
_NOT_BY_ENDING = listed(
    "customer center number computer paper over under after other order letter summer winter november december"
    " october september career water power master better never river silver offer user member super newsletter"
    " consumer inner outer proper gender border folder chapter vendor investor sector motor factor visitor"
    " error editor's minor major transfer semester quarter theater career engineer's december"
)
_ORGANISATION = re.compile(
    r"(?<!\w)(?:inc|llc|ltd|limited|corp|corporation|company|co|gmbh|ag|kg|e\.v|ohg|s\.?a\.?s?|s\.?l|s\.?r\.?l|lda"
    r"|ltda|plc|llp|n\.?v|b\.?v|group|gruppe|groupe|grupo|bank|university|universität|université|universidad"
    r"|universidade|college|school|schule|academy|institute|institut|instituto|hospital|klinikum|klinik|clinic"
    r"|clinique|clínica|medical center|church|department of|foundation|stiftung|fondation|fundación|solutions"
    r"|technologies|systems|services|partners|associates|industries|enterprises|holdings|international|agency"
    r"|agentur|agence|studio|studios|estudio|hotel|restaurant|society|association|verein|ministry|ministère"
    r"|army|navy|air force|national guard|county|district|store|stores|shop|labs|laboratories|insurance"
    r"|versicherung|editorial|verlag|werke|haus)(?!\w)",
    re.IGNORECASE,
)
_CERTAIN_ORGANISATION = re.compile(
    r"(?<!\w)(?:company name|inc|llc|ltd|gmbh|corp|s\.a\.|s\.l\.|s\.r\.l|ltda|plc|llp|university|hospital|klinikum)"
    r"(?!\w)",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_][\w'’.-]*")
_PAST_TENSE = re.compile(r"[A-Z][a-z]{2,}ed\Z")
_NOT_PAST = listed("certified registered licensed advanced embedded applied unlicensed shared managed speed")
_SMALL = listed(
    "of and & for in the to at a an de la le du des del da do di der die das und für im am et en y e o to with"
)
_PROSE_START = listed(
    "provide provides manage manages assist assists responsible work works ensure ensures perform performs"
    " maintain develop create prepare conduct oversee support supports handle serve serves train trains"
    " coordinate and or to with the in for of by on as from"
)
STRONG = 2.0
_LONGEST = 160
WEAK = 0.8
_SHORT = 4


def title_score(text: str) -> float:
    """0 for lines that name no occupation, up to about 3 for those that look like nothing else."""
    words = _WORD.findall(text) if len(text) <= _LONGEST else []
    if not words:
        return 0.0
    lower = [word.lower().rstrip(".'") for word in words]
    best = 0.0
    for place, word in enumerate(lower):
        stem = word.split("-")[-1] if "-" in word else word
        if word in _NOUNS or stem in _NOUNS or _root(stem) in _NOUNS:
            ends = place + 1 == len(lower) or lower[place + 1] in _SMALL
            best = max(best, STRONG + (0.5 if ends else 0.0))
        elif best < WEAK and stem not in _NOT_BY_ENDING and _ENDINGS.search(stem) is not None:
            best = WEAK
    if best and (_is_prose(words, lower)):
        best -= STRONG
    if best and _CERTAIN_ORGANISATION.search(text) is not None:
        best -= 1.0
    return max(0.0, best)


def _root(word: str) -> str:
    """The singular of an English plural."""
    return word.removesuffix("s") if len(word) > _SHORT and not word.endswith("ss") else word


def organisation_score(text: str) -> float:
    """2 when a word marks a company, school or hospital for certain, 1 when one may, else 0."""
    if _CERTAIN_ORGANISATION.search(text) is not None:
        return STRONG
    return 1.0 if _ORGANISATION.search(text) is not None else 0.0


def in_title_case(text: str) -> float:
    """Share of the words that begin with a capital, small words aside."""
    words = [word for word in _WORD.findall(text) if word.lower() not in _SMALL]
    return sum(1 for word in words if word[0].isupper()) / len(words) if words else 0.0


def _is_prose(words: list[str], lower: list[str]) -> bool:
    if lower[0] in _PROSE_START:
        return True
    return _PAST_TENSE.match(words[0]) is not None and lower[0] not in _NOT_PAST
