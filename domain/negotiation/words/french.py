"""French, with the formal address."""

from domain.negotiation.bot import Handover, Move
from domain.negotiation.words.phrases import Answers, Letterhead, Phrases, Questions, Times

FRENCH = Phrases(
    times=Times(
        time="{time}",
        day_and_time="{date}, {time}",
        named="{moment} ({zone})",
        in_both="{candidate} ; chez votre interlocuteur {interviewer}",
        range="{date}, {start}–{end}",
        range_over_days="{first}, {start} à {last}, {end}",
        whole_day="{date}, toute la journée",
        separator=" ; ",
        one_more="{times} ; et un autre horaire",
        many_more="{times} ; et {count} autres horaires",
        in_zone="{times} (fuseau horaire : {zone})",
    ),
    understood="J'ai compris : {times}.",
    proposals="Ces horaires sont libres.",
    one_proposal="Cet horaire est libre.",
    held="Réservation pour vous jusqu'au {until}.",
    how_to_answer=(
        "Pour en prendre un, répondez avec son numéro. Si aucun ne vous convient, écrivez d'autres jours ou "
        "d'autres heures."
    ),
    how_to_answer_one=(
        "Pour le prendre, répondez avec 1. S'il ne vous convient pas, écrivez d'autres jours ou d'autres heures."
    ),
    taken="Toutes nos excuses : l'horaire que vous avez choisi vient d'être pris.",
    nearest="Voici les horaires libres les plus proches.",
    nearest_one="Voici l'horaire libre le plus proche.",
    nothing_fits="Je n'ai trouvé aucun horaire libre qui corresponde à votre message.",
    window="Les horaires possibles vont jusqu'au {until}.",
    more_times=(
        "Merci d'écrire deux ou trois autres jours ou heures qui vous conviendraient, par exemple « mardi "
        "après-midi, ou jeudi avant midi »."
    ),
    booked="Votre entretien est réservé : {when}.",
    entry_follows="L'invitation pour votre agenda suit par e-mail. Nous nous réjouissons de vous rencontrer.",
    left="J'ai noté que vous ne souhaitez plus participer. Merci de nous l'avoir dit.",
    undo=(
        "Si ce n'est pas ce que vous vouliez dire, vous pouvez l'annuler sur la page de l'entretien "
        "jusqu'au {until}."
    ),
    questions=Questions(
        which_date=(
            "Vous avez écrit {weekday} et {date}, mais le {date} est un {real}. Lequel des deux voulez-vous dire ?"
        ),
        which_date_plain=(
            "Le jour de la semaine et la date de votre message ne correspondent pas. Quel jour voulez-vous dire ?"
        ),
        which_option="Plusieurs propositions correspondent à votre message : {options}. Laquelle choisissez-vous ?",
        which_option_plain="Plusieurs propositions correspondent à votre message. Laquelle choisissez-vous ?",
        am_or_pm="Vous avez écrit {clock}. Voulez-vous dire {morning} ou {evening} ?",
        am_or_pm_plain="Voulez-vous dire le matin ou le soir ?",
        which_day="Quel jour cela vous conviendrait-il ?",
        say_again=(
            "Je crains de ne pas vous avoir bien compris. Pourriez-vous écrire à nouveau quand vous seriez "
            "disponible, par exemple « mardi après-midi, ou jeudi avant midi » ?"
        ),
    ),
    handovers={
        Handover.ASKED_FOR_A_PERSON: "Bien sûr. {who} prend le relais et vous écrira.",
        Handover.LAST_ROUND: (
            "Nous n'avons pas encore trouvé d'horaire ensemble. {who} prend le relais et vous écrira."
        ),
        Handover.NO_FREE_TIMES: (
            "Pour le moment, aucun horaire libre ne peut vous être proposé. {who} prend le relais et vous écrira."
        ),
        Handover.NOT_UNDERSTOOD: (
            "Veuillez m'excuser de ne pas vous avoir assez bien compris. {who} prend le relais et vous écrira."
        ),
    },
    handover="{who} prend le relais et vous écrira.",
    no_need_to_act="Vous n'avez rien à faire ; ce que vous avez écrit jusqu'ici est transmis.",
    somebody="Une personne de l'équipe de recrutement",
    to_the_team="à l'équipe de recrutement",
    to_person="à {name}",
    answers=Answers(
        length="L'entretien dure {length}.",
        video="L'entretien a lieu en visioconférence.",
        video_at="Vous le rejoignez en visioconférence ici : {url}",
        place="Le lieu indiqué pour ce poste est : {place}.",
        who="Vous rencontrerez {names}.",
        zone="Tous les horaires sont donnés dans votre fuseau horaire ({zone}).",
        zones=(
            "Tous les horaires sont donnés dans votre fuseau horaire ({zone}) ; celui de votre interlocuteur "
            "est {other}."
        ),
        deadline="Vous pouvez choisir un horaire jusqu'au {until}.",
        bot=(
            "Vous écrivez avec un assistant automatique qui ne fait que fixer des rendez-vous. Si vous préférez "
            "écrire avec une personne, dites-le simplement."
        ),
        passed_on="J'ai transmis votre question « {question} » {who}.",
        several_passed_on="J'ai transmis vos questions {who}.",
        nothing_asked="Merci pour votre message.",
        go_on="Dès que vous le souhaitez, dites-moi quel horaire ou quels jours vous conviennent.",
    ),
    mail=Letterhead(
        subjects={
            Move.PROPOSE: "Des horaires pour votre entretien : {job}",
            Move.PROPOSE_NEXT_BEST: "D'autres horaires pour votre entretien : {job}",
            Move.ASK_OTHER_TIMES: "Il nous faut encore quelques horaires de votre part : {job}",
            Move.BOOK: "Votre entretien est réservé : {job}",
            Move.ANSWER: "Votre question sur l'entretien : {job}",
            Move.CLARIFY: "Une question sur votre message : {job}",
            Move.LEAVE: "Nous avons noté que vous ne participez plus : {job}",
            Move.ESCALATE: "Une personne prend le relais : {job}",
        },
        plain_subject="Une réponse à votre message : {job}",
        job_at="{title} chez {company}",
        hello="Bonjour {name},",
        hello_you="Bonjour,",
        plain="Une réponse à votre message vous attend sur la page ci-dessous.",
        on_the_page=(
            "Merci de répondre sur la page ci-dessous ; si vous répondez à cet e-mail, une personne le lira."
        ),
        option="Proposition {number}",
        choose_by="À choisir avant le",
        length="Durée",
        people="Avec",
        video="Visioconférence",
        open_page="Ouvrir la conversation",
        undo="Voir ou annuler votre réponse",
        footer=(
            "Les candidatures à ce poste sont classées à l'aide d'une automatisation qui compare chaque CV à la "
            "description du poste, et les rendez-vous sont fixés par un assistant automatique. Vous pouvez "
            "demander qu'une personne examine une décision, donner votre point de vue ou demander comment elle "
            "a été prise. Pour joindre une personne, répondez à cet e-mail."
        ),
    ),
)
