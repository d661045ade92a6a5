"""Resumes that the tests of this folder read. Everybody in them is invented."""

ENGLISH = """\
Front-end developer

SUMMARY
-------
Ten years of web work.

WORK EXPERIENCE

Senior Developer, Blue Fern Ltd, Leeds
Mar 2018 - present
  - Builds shops with TypeScript and React.
  - Led the move to React from 2019 to 2020.

Web Developer, Harrow Studio, York
06/2014 - 02/2018
  - Python and Django behind a booking site.

EDUCATION
2010 - 2014: BSc Computer Science, University of the Dales
2021: Course in machine learning

Skills & Tools
Python, TypeScript (React, Vue), machine
learning, C++
Databases: PostgreSQL; Redis

PROJECTS
• A timetable for village buses, used by 300 people
  each week
• A bird atlas

LANGUAGES
English (native), German (B2), fluent in Spanish

CERTIFICATIONS
Certified Scrum Master
"""

GERMAN = """\
## Profil
Pfleger aus Leidenschaft.

## Berufserfahrung
**Gesundheits- und Krankenpfleger, Klinikum Lechau, Augsburg**
10/2020 – heute
* Ersteinschätzung nach Manchester-Triage.

**Altenpfleger, Haus am Anger**
Januar 2017 bis September 2020
* Grundpflege.

## Ausbildung
2014 – 2017: Ausbildung zum Altenpfleger, Berufsfachschule Stauden
12/2021: Fachweiterbildung Notfallpflege

## Kenntnisse
Triage, Monitoring

## Sprachen
Deutsch (Muttersprache), Englisch (A2)
"""

FRENCH = """\
Expérience professionnelle
Développeuse Python, Atelier du Lac, Annecy
mars 2019 – aujourd'hui
Comptable, Maison Verdier
janv. 2015 à février 2019
Formation
2014 : Licence en informatique, Université du Lac
2022 : formation continue
Compétences
Python, comptabilité
Langues
français (langue maternelle), anglais (C1)
"""

SPANISH = """\
EXPERIENCIA LABORAL
Desarrolladora, Estudio Albor, Granada
enero de 2018 - actualidad
Contable, Grupo Sierra
05/2013 – 12/2017
FORMACIÓN ACADÉMICA
2008 – 2012: Grado en Economía, Universidad del Genil
Junio 2023: curso de Python
HABILIDADES
Python, contabilidad
IDIOMAS
Español (nativo), Inglés (B2)
"""

PORTUGUESE = """\
EXPERIÊNCIA PROFISSIONAL
Desenvolvedor backend, Saúde Digital, Campinas
01/2022 – atual
Analista, Serra Azul Sistemas
fevereiro de 2020 até dezembro de 2021
FORMAÇÃO
2016 – 2020: Bacharelado em Sistemas de Informação
06/2024: curso
COMPETÊNCIAS
Python, Celery
IDIOMAS
Português (nativo), Inglês (B2)
"""

ONE_WORD_LINES = """\
Highlights
Budget planning
Payroll
Experience
Consultant
08/2015
to
Current
Company Name
City
State
Leads audits for retail clients.
Payroll Clerk
02/2013
to
08/2015
Company Name
City
State
Ran the payroll of 300 people.
Education
Master of Business Administration
:
Finance
2016
"""

ALL = (ENGLISH, GERMAN, FRENCH, SPANISH, PORTUGUESE, ONE_WORD_LINES)
