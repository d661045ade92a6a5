"""Words that begin a section, words of job titles, and the first lines before any section."""

from collections.abc import Sequence

from domain.masking.lines import word_set

_EDUCATION = word_set(
    "education educational academic academics studies schooling ausbildung studium bildung bildungsweg schulbildung"
    " hochschulstudium formation formations études diplômes formación educación estudios académica formação"
    " educação escolaridade académico acadêmica educație educaţie educatie studii școlarizare"
)
_HEADING = _EDUCATION | word_set(
    "summary professional profile personal career overview objective objectives focus highlights skills skill"
    " experience experiences work employment history executive qualifications qualification core accomplishments"
    " achievements certifications certification certificates credentials licenses licences interests hobbies"
    " activities affiliations memberships publications awards honors honours languages language references"
    " portfolio training relevant technical competencies competences strengths expertise areas additional"
    " information volunteer volunteering projects background key statement about me contact details projekte"
    " profil zusammenfassung berufserfahrung berufliche beruflicher werdegang kenntnisse fähigkeiten sprachen"
    " sprachkenntnisse interessen kompetenzen weiterbildung weiterbildungen zertifikate referenzen persönliche"
    " daten angaben kontakt résumé expérience expériences professionnelle professionnelles professionnel"
    " compétences langues loisirs centres intérêt références certifications parcours objectif experiencia"
    " laboral profesional perfil competencias habilidades idiomas intereses referencias objetivo resumen"
    " aptitudes certificaciones datos personales experiência profissional competências resumo interesses"
    " referências cursos certificações dados pessoais experiență experienţă experienta profesională"
    " profesionala competențe competente limbi străine straine aptitudini hobby-uri referințe obiectiv rezumat"
    " date certificări cursuri"
)
_WORK = word_set(
    "experience experiences work employment berufserfahrung beruflicher berufliche expérience expériences"
    " professionnelle experiencia laboral experiência profissional experiență experienţă experienta"
)
"""A section that is about work as well keeps its years: "Education and Experience"."""
_JOINING = word_set("and & of the und et y e și si de des d' / for with in")
_MOST_WORDS = 5

_CV_TITLES = (
    "curriculum vitae",
    "curriculum",
    "lebenslauf",
    "tabellarischer lebenslauf",
    "resume",
    "résumé",
    "cv",
    "hoja de vida",
    "currículo",
    "currículum",
    "currículum vitae",
    "europass",
    "curriculum vitæ",
    "bewerbung",
)
CV_TITLES = frozenset(_CV_TITLES)
"""What stands above a name."""

TITLE_WORDS = _HEADING | word_set(
    # English
    "accountant accounting administrative administrator advisor adviser agent analyst analytics apprentice"
    " architect artist assistant associate attendant auditor banker bartender bookkeeper builder buyer captain"
    " caregiver cashier certified chef chief cleaner clerk clinical coach commercial communications community"
    " compliance computer construction consultant consulting contractor controller coordinator corporate counsel"
    " counselor creative customer data database dental dentist designer developer development digital director"
    " dispatcher doctor driver economist editor educator electrical electrician engineer engineering enterprise"
    " entrepreneur environmental estate event executive expert facilities faculty field finance financial fitness"
    " freelance full general graduate graphic head health healthcare hospital hotel human industrial information"
    " infrastructure inspector instructor insurance intern internal international interpreter inventory"
    " investment it java journalist junior kitchen lab laboratory lawyer lead leader leadership learning"
    " lecturer legal librarian licensed line logistics machine machinist maintenance management manager"
    " managerial manufacturing marketing mechanic mechanical media medical merchandiser minister mobile network"
    " nurse nurses nursing nutritionist officer office operations operator owner paralegal partner pastry payroll"
    " pharmacist pharmacy photographer physician physicist pilot planner plant plumber police president principal"
    " procurement producer product production professor program programme programmer project psychologist public"
    " python quality realtor receptionist recruiter recruitment registered relations representative research"
    " researcher resource resources restaurant retail risk safety sales salesman salesperson scientist"
    " secretary security senior server service services shift site social software solutions sous"
    " specialist staff stack store strategic strategy student supervisor supply support surgeon system systems"
    " talent tax teacher teaching team technician technologist technology teller test tester therapist trader"
    " trainee trainer transport travel treasurer tutor underwriter unit university vendor veterinarian"
    " vice waiter waitress warehouse web welder worker writer youth company city state director/manager"
    # German
    " angestellte angestellter arzt ärztin assistent assistentin bauleiter berater beraterin betriebswirt buchhalter"
    " buchhalterin dipl diplom entwickler entwicklerin erzieher erzieherin fachkraft gmbh informatiker"
    " informatikerin ingenieur ingenieurin kaufmann kauffrau koch köchin krankenpfleger krankenschwester lehrer"
    " lehrerin leiter leiterin mechaniker meister mitarbeiter mitarbeiterin pflegefachfrau pflegefachmann"
    " projektleiter projektleiterin sachbearbeiter sachbearbeiterin softwareentwickler softwareentwicklerin"
    " techniker technikerin verkäufer verkäuferin verwaltung vertrieb"
    # French
    " acheteur agent assistante avocat avocate caissier caissière chargé chargée chauffeur chef comptable"
    " conseiller conseillère cuisinier cuisinière développeur développeuse directeur directrice employé employée"
    " enseignant enseignante gestionnaire infirmier infirmière ingénieur ingénieure mécanicien médecin professeur"
    " responsable secrétaire serveur serveuse technicien technicienne vendeur vendeuse"
    # Spanish, Portuguese
    " abogada abogado administrativa administrativo analista arquitecta arquitecto asesor auxiliar camarera"
    " camarero cocinera cocinero contable contador contadora desarrollador desarrolladora directora"
    " diseñador diseñadora enfermera enfermero gerente ingeniera ingeniero jefa jefe maestra maestro médica médico"
    " mecánico profesora profesor programador programadora técnica técnico vendedor vendedora advogada advogado"
    " contabilista cozinheira cozinheiro desenvolvedor desenvolvedora enfermeira enfermeiro engenheira engenheiro"
    " gestor gestora professor professora psicóloga psicólogo recepcionista"
    # Romanian
    " asistent asistentă avocată bucătar casier contabil contabilă dezvoltator economistă economist electrician"
    " inginer ingineră medic profesoară specialistă șofer vânzător vânzătoare"
)
"""A header line with one of these is a job title or a heading. No word here is also a common name."""

CREDENTIALS = word_set(
    "phd ph.d md m.d mba rn bsn msn cpa cfa pmp esq jd llm llb msc m.sc bsc b.sc ma ba bs ms dr dipl.-ing ing"
    " b.eng m.eng cissp shrm-cp phr sphr cma acca lpn cna np pe"
)
"""Kept beside a name: they say what somebody learned."""

_HEADER_LINES = 14
_PROSE = 90
_LONGEST = 60
_MOST_IN_A_NAME = 7


def heading(line: str) -> str | None:
    """`education` or `other` for the heading of a section, None for any other line."""
    if len(line) > _LONGEST:
        return None
    words = line.strip(" \t:•·-–—*#=_|.▪●").casefold().split()
    if not words or len(words) > _MOST_WORDS:
        return None
    content = [word.strip(",:") for word in words if word not in _JOINING]
    if not content or not all(word in _HEADING for word in content):
        return None
    if any(word in _WORK for word in content):
        return "other"
    return "education" if any(word in _EDUCATION for word in content) else "other"


def header_end(lines: Sequence[str]) -> int:
    """How many lines stand before the first heading or the first prose, at most a few."""
    seen = 0
    for number, line in enumerate(lines):
        stripped = line.strip()
        if not stripped:
            continue
        if stripped.casefold() not in CV_TITLES and (
            heading(line) or len(stripped) > _PROSE or _prose(stripped)
        ):
            return number
        seen += 1
        if seen >= _HEADER_LINES:
            return number + 1
    return len(lines)


def _prose(line: str) -> bool:
    """A sentence: many words, mostly small letters, a full stop."""
    words = line.split()
    small = sum(word[:1].islower() for word in words)
    return len(words) > _MOST_IN_A_NAME and small * 2 > len(words) and "@" not in line
