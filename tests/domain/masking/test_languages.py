"""Twins in five languages: the same work under another name, sex, age, origin and street is the same text."""

import pytest

from domain.masking import TOKEN, mask

GERMAN = (
    "{name}\n{street}\nTel: {phone}\nGeburtsdatum: {born}\n{family}\nStaatsangehörigkeit: {nation}\n\n"
    "Berufserfahrung\n2010 - 2014 {job} bei Siemens. {pronoun} war für das Team und mit der Leitung tätig.\n"
    "Ausbildung\nAbschluss {year}, {school}, Maschinenbau\nSprachen\nDeutsch, Englisch\n"
)
FRENCH = (
    "{name}\n{street}\n{phone}\n{born}\n{family}\n\nExpérience professionnelle\n"
    "{job} dans une équipe de vente pour la société. {pronoun} est responsable des comptes.\n"
    "Formation\nMaster en droit, {school}, {year}\nLangues\nFrançais, anglais\n"
)
SPANISH = (
    "{name}\n{street}\nMóvil: {phone}\nNacionalidad: {nation}\nEstado civil:"
    " {family}\n\nExperiencia laboral\n"
    "{job} con experiencia en el sector y en los equipos. {pronoun} ha dirigido el proyecto.\n"
    "Formación\nGrado en Enfermería, {school}, {year}\nIdiomas\nEspañol, inglés\n"
)
PORTUGUESE = (
    "{name}\n{street}\nTelemóvel: {phone}\nNacionalidade: {nation}\nEstado civil: {family}\n\n"
    "Experiência profissional\n{job} com experiência em vendas e na gestão dos projetos."
    " {pronoun} gere uma equipa.\n"
    "Formação\nLicenciatura em Economia, {school}, {year}\nIdiomas\nPortuguês, inglês\n"
)
ROMANIAN = (
    "{name}\n{street}\nTelefon: {phone}\nData nașterii: {born}\nStare civilă: {family}\n\n"
    "Experiență profesională\n{job} cu experiență în spital și pentru pacienți. {pronoun}"
    " lucrează din 2012 la clinică.\n"
    "Educație\n{school}, {year}, medicină generală\nLimbi străine\nRomână, engleză\n"
)
FIELDS = ("name", "street", "phone", "born", "family", "nation", "job", "pronoun", "year", "school")
TWINS = {
    "German": (
        GERMAN,
        (
            "Anna Schmidt",
            "Hauptstraße 5, 10115 Berlin",
            "030 1234567",
            "12.05.1985",
            "verheiratet, 2 Kinder",
            "deutsch",
            "Ingenieurin",
            "Sie",
            "2009",
            "Technische Universität München",
        ),
        (
            "Mehmet Yılmaz-Öztürk",
            "Am Alten Weg 17a, 50667 Köln",
            "+49 221 7654321",
            "1. Januar 1990",
            "ledig",
            "türkisch",
            "Ingenieur",
            "Er",
            "2011",
            "Fachhochschule Aachen",
        ),
        (
            "Dr. Karl-Heinz von Groß",
            "Lindenallee 3, D-80331 München",
            "0171/2345678",
            "03/1960",
            "geschieden",
            "Österreich",
            "Ingenieur:in",
            "Er",
            "1999",
            "Universität Wien",
        ),
    ),
    "French": (
        FRENCH,
        (
            "Marie Dupont",
            "12 rue de la Paix, 75002 Paris",
            "06 12 34 56 78",
            "Née le 12 mai 1985 à Lyon",
            "mariée, 2 enfants",
            "",
            "Une vendeuse",
            "Elle",
            "2008",
            "Université de Lyon",
        ),
        (
            "Karim Benali",
            "3 bis avenue Jean Jaurès, 69007 Lyon",
            "07 98 76 54 32",
            "Né le 1er juin 1990 à Alger",
            "célibataire",
            "",
            "Un vendeur",
            "Il",
            "2012",
            "Université Paris Dauphine",
        ),
        (
            "Anne-Sophie d'Arcy",
            "8 boulevard du Temple, 31000 Toulouse",
            "+33 6 12 34 56 78",
            "Née le 03/04/1979 à Brest",
            "divorcée",
            "",
            "Une vendeuse",
            "Elle",
            "2001",
            "École Normale Supérieure",
        ),
    ),
    "Spanish": (
        SPANISH,
        (
            "Ana María García López",
            "C/ Mayor 5, 3º B, 28013 Madrid",
            "612 345 678",
            "",
            "casada",
            "española",
            "Una ingeniera licenciada",
            "Ella",
            "2012",
            "Universidad de Sevilla",
        ),
        (
            "Juan Pérez",
            "Avenida de la Constitución 12, 41001 Sevilla",
            "655 111 222",
            "",
            "soltero",
            "peruana",
            "Un ingeniero licenciado",
            "Él",
            "2008",
            "Universidad Complutense de Madrid",
        ),
        (
            "Lucía Ñáñez",
            "Plaza de España, 7, 50001 Zaragoza",
            "+34 600 11 22 33",
            "",
            "viuda",
            "mexicana",
            "Una ingeniera licenciada",
            "Ella",
            "1999",
            "Universidad de Zaragoza",
        ),
    ),
    "Portuguese": (
        PORTUGUESE,
        (
            "Maria da Silva Santos",
            "Rua Augusta, 25, 1100-053 Lisboa",
            "912 345 678",
            "",
            "casada",
            "portuguesa",
            "Uma engenheira",
            "Ela",
            "2010",
            "Universidade do Porto",
        ),
        (
            "João Nguyen",
            "Av. Paulista 1000, São Paulo - SP, 01310-100",
            "965 111 222",
            "",
            "solteiro",
            "brasileira",
            "Um engenheiro",
            "Ele",
            "2015",
            "Universidade de Coimbra",
        ),
        (
            "Abena Mensah",
            "Travessa do Carmo 4, 4050-164 Porto",
            "+351 912 345 678",
            "",
            "divorciada",
            "angolana",
            "Uma engenheira",
            "Ela",
            "1998",
            "Universidade de Lisboa",
        ),
    ),
    "Romanian": (
        ROMANIAN,
        (
            "Popescu Ioana",
            "Str. Lipscani nr. 5, 030031 București",
            "0721 123 456",
            "12.05.1990",
            "căsătorită",
            "",
            "Asistentă medicală",
            "Ea",
            "2010 - 2012",
            "Universitatea din București",
        ),
        (
            "Andrei Ionescu",
            "Bd. Unirii 20, 400001 Cluj-Napoca",
            "0744 987 654",
            "1.2.1985",
            "necăsătorit",
            "",
            "Asistent medical",
            "El",
            "2001 - 2004",
            "Universitatea Babeș-Bolyai",
        ),
        (
            "Ștefan Țiriac",
            "Calea Victoriei 100, 010071 București",
            "+40 722 333 444",
            "3 mai 1970",
            "divorțat",
            "",
            "Asistent medical",
            "El",
            "1990 - 1995",
            "Universitatea din Craiova",
        ),
    ),
}


@pytest.mark.parametrize("language", TWINS)
def test_twins_become_one_text(language: str) -> None:
    template, *twins = TWINS[language]
    texts = [template.format(**dict(zip(FIELDS, twin, strict=True))) for twin in twins]
    masked = {mask(text).text for text in texts}
    assert len(masked) == 1
    assert masked.pop().startswith(f"{TOKEN}\n")


@pytest.mark.parametrize(
    ("feminine", "masculine"),
    [
        ("Chairwoman and saleswoman, waitress", "Chairman and salesman, waiter"),
        ("Als Kauffrau und Entwicklerin für das Team", "Als Kaufmann und Entwickler für das Team"),
        ("Die Krankenschwester und die Psychologin mit", "Der Krankenpfleger und der Psychologe mit"),
        ("La directrice des ventes et la pharmacienne", "Le directeur des ventes et le pharmacien"),
        ("Una enfermera y la directora para los", "Un enfermero y el director para los"),
        ("Uma enfermeira e a diretora dos", "Um enfermeiro e o diretor dos"),
        ("Vânzătoare și economistă pentru", "Vânzător și economist pentru"),
    ],
)
def test_words_for_people_at_work_have_one_form(feminine: str, masculine: str) -> None:
    assert mask(f"Summary\n{feminine} bank").text == mask(f"Summary\n{masculine} bank").text
