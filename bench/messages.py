"""Messages as candidates write them, a dozen in each of five languages. Made up for the bench."""

MESSAGES: dict[str, tuple[str, ...]] = {
    "en": (
        "Tuesday at 10 works for me.",
        "I'm free on Wednesday and Thursday between 2 and 5 pm, but not on Friday.",
        "The second one is perfect, thank you!",
        "None of these work for me, sorry. What about next week in the mornings?",
        (
            "Hi Mia,\n"
            "\n"
            "thanks for the quick reply. I could do Monday after 4pm, or any time on Thursday except 12-1.\n"
            "\n"
            "Best,\n"
            "Alex\n"
            "\n"
            "On Mon, 8 June 2026 at 10:12, Mia Ott <mia@example.org> wrote:\n"
            "> Would any of these suit you?\n"
            "> - Tue 16 June 10:00\n"
            "> - Wed 17 June 14:00"
        ),
        "Is it a video call, and how long will it take?",
        "weds or thurs arvo, after 3ish pls",
        "Unfortunately I have to withdraw my application, I accepted another offer.",
        "Could I talk to a real person please?",
        "I'm in Tokyo until Friday, so 9 to 11 in the morning my time (JST) would be best.",
        "I can't do the 17th or 18th, otherwise I'm flexible, preferably in the afternoon.",
        "Let me check with my manager and get back to you tomorrow.",
    ),
    "de": (
        "Dienstag um 10 Uhr passt mir gut.",
        "Ich kann Mittwoch und Donnerstag zwischen 14 und 17 Uhr, Freitag leider nicht.",
        "Ich nehme den zweiten Termin, vielen Dank!",
        "Leider passt keiner der Termine. Ginge es nächste Woche vormittags?",
        (
            "Guten Tag Frau Ott,\n"
            "\n"
            "danke für die schnelle Antwort. Montag ab 16 Uhr oder Donnerstag ganztägig außer 12-13 Uhr würde gehen.\n"
            "\n"
            "Mit freundlichen Grüßen\n"
            "Jonas Keller\n"
            "\n"
            "Am 08.06.2026 um 10:12 schrieb Mia Ott:\n"
            "> Passt Ihnen einer dieser Termine?\n"
            "> Di 16.06. 10:00\n"
            "> Mi 17.06. 14:00"
        ),
        "Findet das Gespräch per Video statt, und wie lange dauert es?",
        "mi oder do nachmittag, so ab halb vier",
        "Leider muss ich meine Bewerbung zurückziehen, ich habe eine andere Stelle angenommen.",
        "Kann ich bitte mit einem Menschen sprechen?",
        "Ich bin bis Freitag in Tokio, am besten morgens von 9 bis 11 Uhr Ortszeit.",
        "Am 17. und 18. kann ich nicht, sonst bin ich flexibel, am liebsten nachmittags.",
        "Ich kläre das und melde mich morgen.",
    ),
    "fr": (
        "Mardi à 10h me convient.",
        "Je suis disponible mercredi et jeudi entre 14h et 17h, mais pas vendredi.",
        "Je prends le deuxième créneau, merci !",
        "Aucun de ces créneaux ne me convient. Plutôt la semaine prochaine, le matin ?",
        (
            "Bonjour Madame,\n"
            "\n"
            "merci pour votre réponse. Lundi à partir de 16h, ou jeudi toute la journée sauf de 12h à 13h.\n"
            "\n"
            "Cordialement,\n"
            "Camille Petit\n"
            "\n"
            "Le 8 juin 2026 à 10:12, Mia Ott a écrit :\n"
            "> Un de ces créneaux vous va-t-il ?\n"
            "> mardi 16 juin 10h\n"
            "> mercredi 17 juin 14h"
        ),
        "L'entretien se fait-il en visio, et combien de temps dure-t-il ?",
        "mer ou jeu aprem, vers 15h30",
        "Je dois malheureusement retirer ma candidature, j'ai accepté une autre offre.",
        "Pourrais-je parler à une personne, s'il vous plaît ?",
        "Je suis à Tokyo jusqu'à vendredi, le mieux serait de 9h à 11h, heure locale.",
        "Je ne peux pas le 17 ni le 18, sinon je suis flexible, de préférence l'après-midi.",
        "Je regarde mon agenda et je vous redis demain.",
    ),
    "es": (
        "El martes a las 10 me viene bien.",
        "Puedo el miércoles y el jueves entre las 14 y las 17, pero el viernes no.",
        "Me quedo con la segunda opción, ¡gracias!",
        "Ninguna de las horas me va bien. ¿Podría ser la semana que viene por la mañana?",
        (
            "Hola Mia:\n"
            "\n"
            "gracias por la respuesta. El lunes a partir de las 16, o el jueves todo el día menos de 12 a 13.\n"
            "\n"
            "Un saludo,\n"
            "Lucía Vega\n"
            "\n"
            "El 8 de junio de 2026 a las 10:12, Mia Ott escribió:\n"
            "> ¿Le viene bien alguna?\n"
            "> martes 16 de junio 10:00\n"
            "> miércoles 17 de junio 14:00"
        ),
        "¿La entrevista es por videollamada? ¿Cuánto dura?",
        "mié o jue por la tarde, sobre las 15:30",
        "Lamentablemente tengo que retirar mi candidatura, he aceptado otra oferta.",
        "¿Puedo hablar con una persona, por favor?",
        "Estoy en Tokio hasta el viernes, lo mejor sería de 9 a 11 de la mañana, hora local.",
        "El 17 y el 18 no puedo, por lo demás soy flexible, mejor por la tarde.",
        "Lo consulto y mañana les digo algo.",
    ),
    "pt": (
        "Terça às 10h funciona para mim.",
        "Posso na quarta e na quinta entre as 14h e as 17h, mas na sexta não.",
        "Fico com a segunda opção, obrigada!",
        "Nenhum desses horários serve. Pode ser na semana que vem, de manhã?",
        (
            "Olá Mia,\n"
            "\n"
            "obrigado pela resposta. Segunda a partir das 16h, ou quinta o dia todo, menos das 12h às 13h.\n"
            "\n"
            "Atenciosamente,\n"
            "Rui Costa\n"
            "\n"
            "Em 8 de junho de 2026 às 10:12, Mia Ott escreveu:\n"
            "> Algum destes horários serve?\n"
            "> terça 16 de junho 10:00\n"
            "> quarta 17 de junho 14:00"
        ),
        "A entrevista é por vídeo? Quanto tempo dura?",
        "qua ou qui à tarde, lá pelas 15h30",
        "Infelizmente preciso retirar a minha candidatura, aceitei outra proposta.",
        "Posso falar com uma pessoa, por favor?",
        "Estou em Tóquio até sexta, o melhor seria das 9h às 11h da manhã, horário local.",
        "Dias 17 e 18 não posso, de resto sou flexível, de preferência à tarde.",
        "Vou ver e respondo amanhã.",
    ),
}
"""By language: plain times, several days, a choice, a refusal, a mail with its history, a question, shorthand, a
withdrawal, a call for a person, another zone, exclusions, a promise to answer later."""
