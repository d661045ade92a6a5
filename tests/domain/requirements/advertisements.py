"""Twelve advertisements in five languages, and what a careful reader takes from each."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Advertisement:
    """A text, and its requirements by their texts."""

    name: str
    title: str
    text: str
    must: tuple[str, ...]
    nice: tuple[str, ...] = ()


ADVERTISEMENTS = (
    Advertisement(
        "backend",
        "Backend Engineer",
        """Northwind builds logistics software for 30 years. We are a team of 40.

What you'll do
- Design APIs that move a million parcels a day
- Review code and mentor colleagues

Requirements
- 3+ years of experience in backend development
- Strong knowledge of Python and PostgreSQL
- Experience with Docker or Kubernetes
- Fluent English, spoken and written
- Excellent communication skills and a positive attitude

Nice to have
- Go
- Terraform is a plus

What we offer
- 30 days of holiday, a pension and a salary of 65,000 to 80,000 €
We are an equal opportunity employer and welcome everybody regardless of religion or age.
""",
        (
            "3+ years of experience in backend development",
            "Python",
            "PostgreSQL",
            "Docker or Kubernetes",
            "English C1",
        ),
        ("Go", "Terraform"),
    ),
    Advertisement(
        "nurse",
        "ICU Nurse",
        """About us: Lakeside Hospital cares for 300,000 people.
Requirements: Registered Nurse, BLS, ACLS
* At least two years of critical care nursing
* Bachelor's degree in nursing preferred
* Must live in 60614
Benefits: health insurance, 401(k), paid vacation
""",
        ("Registered Nurse", "BLS", "ACLS", "two years of critical care nursing"),
        ("Bachelor's degree in nursing",),
    ),
    Advertisement(
        "driver",
        "Delivery driver",
        """We are looking for a driver for our bakery. You start at 4 am.

Your profile
• Driving licence class C required
• Forklift licence would be a plus
• High school diploma or equivalent experience
• Reliable and punctual

Apply now with your CV.
""",
        ("Driving licence class C", "High school diploma"),
        ("Forklift licence",),
    ),
    Advertisement(
        "accountant",
        "Senior Accountant",
        """Key responsibilities
- Prepare month-end close
- Liaise with auditors

Qualifications
- CPA required, MBA a plus
- Five years of experience in public accounting
- Proficiency in Excel, SAP and QuickBooks
- Knowledge of US GAAP
""",
        ("CPA", "Five years of experience in public accounting", "Excel", "SAP", "QuickBooks", "US GAAP"),
        ("MBA",),
    ),
    Advertisement(
        "pflege",
        "Pflegefachkraft (m/w/d)",
        """Ihre Aufgaben
- Grundpflege und Behandlungspflege
- Dokumentation

Ihr Profil
- Abgeschlossene Berufsausbildung als Altenpfleger
- Mindestens drei Jahre Berufserfahrung in der Intensivpflege
- Führerschein Klasse B
- Deutsch B2
- Teamfähigkeit und Zuverlässigkeit

Von Vorteil
- Kenntnisse in Wundmanagement
- Englischkenntnisse

Wir bieten
- 30 Tage Urlaub und ein Gehalt nach Tarif
""",
        (
            "Abgeschlossene Berufsausbildung als Altenpfleger",
            "drei Jahre Berufserfahrung in der Intensivpflege",
            "Führerschein Klasse B",
            "Deutsch B2",
        ),
        ("Wundmanagement", "Englisch"),
    ),
    Advertisement(
        "entwickler",
        "Softwareentwickler Java",
        """Über uns: Seit 1987 bauen wir Maschinen.

Das bringen Sie mit:
• Abgeschlossenes Studium der Informatik
• Mehrjährige Erfahrung mit Java oder Kotlin
• Sehr gute Kenntnisse in Spring Boot und SQL
• Verhandlungssicheres Deutsch und gutes Englisch
• Wünschenswert: Kenntnisse in AWS

Bewerben Sie sich mit Lebenslauf.
""",
        (
            "Abgeschlossenes Studium der Informatik",
            "Mehrjährige Erfahrung mit Java oder Kotlin",
            "Spring Boot",
            "SQL",
            "Deutsch C1",
            "Englisch B2",
        ),
        ("AWS",),
    ),
    Advertisement(
        "vendeur",
        "Responsable de boutique",
        """Vos missions
- Animer une équipe de cinq personnes
- Gérer les stocks

Profil recherché
- Au moins 5 ans d'expérience dans la vente
- Maîtrise d'Excel et de SAP
- Anglais courant
- Permis B exigé
- Sens du relationnel et rigueur

Un plus
- Espagnol
Nous offrons une mutuelle et des tickets restaurant.
""",
        ("5 ans d'expérience dans la vente", "Excel", "SAP", "Anglais C1", "Permis B"),
        ("Espagnol",),
    ),
    Advertisement(
        "comptable",
        "Comptable",
        """Profil
Diplôme : BTS comptabilité
Expérience de 3 ans en cabinet
Connaissance de Sage et de la fiscalité
Le logiciel Cegid serait un plus
Ce que nous offrons
Télétravail deux jours par semaine
""",
        ("BTS comptabilité", "3 ans en cabinet", "Sage", "fiscalité"),
        ("Cegid",),
    ),
    Advertisement(
        "enfermera",
        "Enfermera de quirófano",
        """Funciones
- Atención al paciente

Requisitos
- Grado en Enfermería
- Experiencia mínima de 2 años en quirófano
- Carnet de conducir B
- Inglés B1

Se valora
- Soporte vital avanzado
- Catalán

Ofrecemos
- Contrato indefinido y salario según convenio
""",
        ("Grado en Enfermería", "2 años en quirófano", "Carnet de conducir B", "Inglés B1"),
        ("Soporte vital avanzado", "Catalán"),
    ),
    Advertisement(
        "programador",
        "Desarrollador web",
        """Requisitos: React, TypeScript y Node.js
- Tres años de experiencia en desarrollo web
- Edad entre 25 y 35 años
- Valorable: conocimientos de GraphQL
Beneficios: seguro médico
""",
        ("React", "TypeScript", "Node.js", "Tres años de experiencia en desarrollo web"),
        ("GraphQL",),
    ),
    Advertisement(
        "analista",
        "Analista de dados",
        """Atividades
- Criar relatórios

Requisitos
- Ensino superior em Estatística
- Experiência de 2 anos com análise de dados
- Conhecimentos em SQL e Power BI
- Inglês avançado

Diferenciais
- Python ou R
- Espanhol

Benefícios
- Vale-refeição e plano de saúde
""",
        (
            "Ensino superior em Estatística",
            "2 anos com análise de dados",
            "SQL",
            "Power BI",
            "Inglês C1",
        ),
        ("Python ou R", "Espanhol"),
    ),
    Advertisement(
        "prose",
        "Warehouse operative",
        """Our client in Leeds runs a busy warehouse. \
You must have a forklift licence and at least one year of \
experience in order picking. Experience with barcode scanners is \
desirable. We offer 12 £ an hour and free parking. Apply today.
""",
        ("forklift licence", "one year of experience in order picking"),
        ("barcode scanners",),
    ),
)
