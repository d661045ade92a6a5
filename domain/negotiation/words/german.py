"""German, with the formal address."""

from domain.negotiation.bot import Handover, Move
from domain.negotiation.words.phrases import Answers, Letterhead, Phrases, Questions, Times

GERMAN = Phrases(
    times=Times(
        time="{time} Uhr",
        day_and_time="{date}, {time}",
        named="{moment} ({zone})",
        in_both="{candidate}; für Ihr Gegenüber {interviewer}",
        range="{date}, {start}–{end} Uhr",
        range_over_days="{first}, {start} Uhr bis {last}, {end} Uhr",
        whole_day="{date}, ganztägig",
        separator="; ",
        one_more="{times}; und eine weitere Zeit",
        many_more="{times}; und {count} weitere Zeiten",
        in_zone="{times} (Zeitzone {zone})",
    ),
    understood="Ich habe verstanden: {times}.",
    proposals="Diese Zeiten sind frei.",
    one_proposal="Diese Zeit ist frei.",
    held="Wir halten sie für Sie frei bis {until}.",
    how_to_answer=(
        "Um eine davon zu nehmen, antworten Sie mit ihrer Nummer. Wenn keine passt, schreiben Sie mir bitte "
        "andere Tage oder Uhrzeiten."
    ),
    how_to_answer_one=(
        "Um sie zu nehmen, antworten Sie mit 1. Wenn sie nicht passt, schreiben Sie mir bitte andere Tage oder "
        "Uhrzeiten."
    ),
    taken="Es tut mir leid: Die gewählte Zeit wurde vor einem Augenblick vergeben.",
    nearest="Dies sind die nächstgelegenen freien Zeiten.",
    nearest_one="Dies ist die nächstgelegene freie Zeit.",
    nothing_fits="Ich habe keine freie Zeit gefunden, die zu Ihrer Nachricht passt.",
    window="Möglich sind Zeiten bis {until}.",
    more_times=(
        "Bitte schreiben Sie mir zwei oder drei weitere Tage oder Uhrzeiten, die Ihnen passen, zum Beispiel "
        "„Dienstag am Nachmittag oder Donnerstag vor 12 Uhr“."
    ),
    booked="Ihr Gespräch ist gebucht: {when}.",
    entry_follows="Der Kalendereintrag folgt per Mail. Wir freuen uns auf Sie.",
    left="Ich habe notiert, dass Sie nicht mehr teilnehmen möchten. Danke, dass Sie uns Bescheid geben.",
    undo="Falls Sie das nicht gemeint haben: Auf der Seite zum Gespräch können Sie es bis {until} zurücknehmen.",
    questions=Questions(
        which_date=(
            "Sie haben {weekday} und {date} geschrieben, aber der {date} ist ein {real}. "
            "Welchen der beiden Tage meinen Sie?"
        ),
        which_date_plain=(
            "Der Wochentag und das Datum in Ihrer Nachricht passen nicht zusammen. Welchen Tag meinen Sie?"
        ),
        which_option="Zu Ihrer Nachricht passt mehr als ein Vorschlag: {options}. Welchen möchten Sie?",
        which_option_plain="Zu Ihrer Nachricht passt mehr als ein Vorschlag. Welchen möchten Sie?",
        am_or_pm="Sie haben {clock} geschrieben. Meinen Sie {morning} Uhr oder {evening} Uhr?",
        am_or_pm_plain="Meinen Sie morgens oder abends?",
        which_day="An welchem Tag würde Ihnen das passen?",
        say_again=(
            "Ich bin nicht sicher, ob ich Sie verstanden habe. Könnten Sie noch einmal schreiben, wann Sie Zeit "
            "haben, zum Beispiel „Dienstag am Nachmittag oder Donnerstag vor 12 Uhr“?"
        ),
    ),
    handovers={
        Handover.ASKED_FOR_A_PERSON: "Gern. {who} übernimmt ab hier und schreibt Ihnen.",
        Handover.LAST_ROUND: (
            "Wir haben bisher keine gemeinsame Zeit gefunden. {who} übernimmt ab hier und schreibt Ihnen."
        ),
        Handover.NO_FREE_TIMES: (
            "Zurzeit ist keine Zeit frei, die ich Ihnen anbieten kann. "
            "{who} übernimmt ab hier und schreibt Ihnen."
        ),
        Handover.NOT_UNDERSTOOD: (
            "Es tut mir leid, dass ich Sie nicht gut genug verstanden habe. "
            "{who} übernimmt ab hier und schreibt Ihnen."
        ),
    },
    handover="{who} übernimmt ab hier und schreibt Ihnen.",
    no_need_to_act="Sie müssen nichts tun; was Sie bisher geschrieben haben, wird weitergegeben.",
    somebody="Eine Person aus dem Auswahlteam",
    to_the_team="das Auswahlteam",
    to_person="{name}",
    answers=Answers(
        length="Das Gespräch dauert {length}.",
        video="Das Gespräch findet per Video statt.",
        video_at="Hier nehmen Sie per Video teil: {url}",
        place="Als Ort ist für diese Stelle angegeben: {place}.",
        who="Sie sprechen mit {names}.",
        zone="Alle Zeiten sind in Ihrer Zeitzone angegeben ({zone}).",
        zones="Alle Zeiten sind in Ihrer Zeitzone angegeben ({zone}); für Ihr Gegenüber gilt {other}.",
        deadline="Sie können bis {until} eine Zeit wählen.",
        bot=(
            "Sie schreiben mit einem automatischen Assistenten, der nur Termine vereinbart. Wenn Sie lieber mit "
            "einem Menschen schreiben möchten, sagen Sie es einfach."
        ),
        passed_on="Ihre Frage „{question}“ habe ich an {who} weitergegeben.",
        several_passed_on="Ihre Fragen habe ich an {who} weitergegeben.",
        nothing_asked="Vielen Dank für Ihre Nachricht.",
        go_on="Sobald Sie so weit sind, schreiben Sie mir, welche Zeit oder welche Tage Ihnen passen.",
    ),
    mail=Letterhead(
        subjects={
            Move.PROPOSE: "Zeiten für Ihr Gespräch: {job}",
            Move.PROPOSE_NEXT_BEST: "Andere Zeiten für Ihr Gespräch: {job}",
            Move.ASK_OTHER_TIMES: "Wir brauchen noch ein paar Zeiten von Ihnen: {job}",
            Move.BOOK: "Ihr Gespräch ist gebucht: {job}",
            Move.ANSWER: "Ihre Frage zum Gespräch: {job}",
            Move.CLARIFY: "Eine Frage zu Ihrer Nachricht: {job}",
            Move.LEAVE: "Sie nehmen nicht mehr teil: {job}",
            Move.ESCALATE: "Ab hier übernimmt ein Mensch: {job}",
        },
        plain_subject="Eine Antwort auf Ihre Nachricht: {job}",
        job_at="{title} bei {company}",
        hello="Guten Tag {name},",
        hello_you="Guten Tag,",
        plain="Auf der Seite unten finden Sie eine Antwort auf Ihre Nachricht.",
        on_the_page=(
            "Bitte antworten Sie auf der Seite unten; wenn Sie auf diese Mail antworten, liest sie ein Mensch."
        ),
        option="Vorschlag {number}",
        choose_by="Bitte wählen Sie bis",
        length="Dauer",
        people="Mit",
        video="Videogespräch",
        open_page="Zur Unterhaltung",
        undo="Antwort ansehen oder zurücknehmen",
        footer=(
            "Die Bewerbungen für diese Stelle werden mit Hilfe einer Automatik geordnet, die jeden Lebenslauf mit "
            "der Stellenbeschreibung vergleicht, und Termine vereinbart ein automatischer Assistent. Sie können "
            "verlangen, dass ein Mensch eine Entscheidung prüft, Ihre Sicht darlegen oder fragen, wie sie "
            "zustande kam. Einen Menschen erreichen Sie, wenn Sie auf diese Mail antworten."
        ),
    ),
)
