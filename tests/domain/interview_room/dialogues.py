"""Scripted beginnings of interviews, with who really was who."""

from collections.abc import Mapping

A, B, C = "speaker_0", "speaker_1", "speaker_2"
DIALOGUES: Mapping[str, tuple[tuple[str, ...], str, tuple[tuple[str, str], ...]]] = {
    "two people in English": (
        (A,), B,
        (
            (A, "Hi, welcome and thank you for joining us today."),
            (B, "Thank you for having me, I am glad to be here."),
            (A, "Can you tell me about your last project?"),
            (B, "Sure. In my last role I led a team of six and we migrated the billing system to the cloud."),
            (A, "What was the hardest part?"),
            (B, "I think the data. I wrote a tool that compared both systems every night for two months."),
        ),
    ),
    "the guest speaks first": (
        (B,), A,
        (
            (A, "Hello, thanks for inviting me, can you hear me well?"),
            (B, "Yes, we hear you. Let's get started."),
            (B, "Could you describe a conflict in your team?"),
            (A, "In my previous job we had two teams that both owned the checkout. I worked with both leads."),
            (B, "How did it end?"),
            (A, "We agreed on one owner, and I measured that incidents went down by half."),
        ),
    ),
    "a panel of two": (
        (A, C), B,
        (
            (A, "Good morning and welcome to the second round. My colleague will ask about technology."),
            (B, "Good morning, thanks for having me."),
            (C, "Which database did you use most?"),
            (B, "Postgres. I have worked with it for nine years, mostly in payments, with partitions and replicas."),
            (A, "How large was that team?"),
            (B, "Five engineers. I managed the roadmap and reviewed most of the code myself."),
            (C, "Why partitions?"),
            (B, "The table of events had two billion rows, and old ones had to be dropped each month."),
        ),
    ),
    "a guest who asks much": (
        (A,), B,
        (
            (A, "So, tell me about yourself and what you look for."),
            (B, "I have worked as a data engineer for eight years. Before I go on, how is the team structured?"),
            (A, "It is two squads of five. Why did you leave your last employer?"),
            (B, "The office moved. I reduced costs by a third. Do you offer remote work? What is the salary?"),
            (A, "Remote is fine, and we will come to money. Describe a pipeline you built."),
            (B, "I built one on Kafka for forty million events a day. What does your stack look like?"),
        ),
    ),
    "two people in German": (
        (A,), B,
        (
            (A, "Herzlich willkommen, schön, dass Sie da sind."),
            (B, "Guten Tag, vielen Dank für die Einladung."),
            (A, "Erzählen Sie doch kurz von Ihrer letzten Stelle."),
            (B, "In meiner letzten Stelle habe ich als Bäckermeister acht Leute geleitet."),
            (A, "Was war dort am schwierigsten?"),
            (B, "Die Nachtschichten. Ich habe einen Schichtplan eingeführt, und Krankheitstage sanken."),
        ),
    ),
    "two people in Spanish": (
        (B,), A,
        (
            (B, "Hola, bienvenida y gracias por venir."),
            (A, "Hola, gracias por la oportunidad."),
            (B, "Cuéntame sobre tu último proyecto, por favor."),
            (A, "En mi último trabajo lideré un equipo de cuatro personas y migramos la tienda."),
            (B, "¿Qué fue lo más difícil?"),
            (A, "Los datos. Reduje los errores a la mitad con una herramienta que desarrollé yo misma."),
        ),
    ),
    "without any punctuation": (
        (A,), B,
        (
            (A, "so welcome everyone"),
            (B, "hi"),
            (A, "what did you do at your last company"),
            (B, "well i worked on search and i built the ranking with two colleagues over three years"),
            (A, "how did you test it"),
            (B, "we shipped to one percent of users first and measured clicks and returns"),
        ),
    ),
}  # fmt: skip
"""Name: hosts, guest, lines. All made up."""
