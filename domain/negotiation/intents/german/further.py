"""German cues: everyday and regional ways of saying what the other files say plainly."""

from domain.negotiation.intents.cues import Cue

PATTERNS: dict[Cue, tuple[str, ...]] = {
    Cue.WITHDRAWAL: (
        r"\b(?:sache|bewerbung|thema) hat sich (?:\w+ ){0,3}?erledigt\b",
        (
            r"\b(?:habe|hab) (?:ich )?(?:\w+ ){0,3}?(?:zusage|jobzusage|vertrag|angebot) (?:von|"
            r"bei) (?:einer |einem )?"
            r"(?:anderen|andern|anderer|neuen)\b|\bsage (?:ich )?(?:\w+ ){0,3}?ab\b.{0,60}\b(?:zusage|firma|"
            r"stelle|job|"
            r"angebot|unternehmen|vertrag|arbeitgeber)\b"
        ),
        (
            r"\b(?:springe|steige|klinke|zieh\w*) (?:ich )?(?:mich )?(?:\w+ ){0,3}?(?:ab|aus|"
            r"zurück)(?= (?:dem|der|aus|"
            r"vom)|\W*$)|\b(?:bewerbung|kandidatur) (?:hat sich )?(?:\w+ )?(?:erledigt|hinfällig|"
            r"gegenstandslos)\b"
        ),
        (
            r"\bviel (?:erfolg|glück) (?:\w+ )?(?:bei|mit) (?:der|ihrer|eurer) (?:\w+ )?(?:suche|"
            r"besetzung)\b(?! nach (?:einem |dem )?(?:raum|termin|zimmer|slot))|"
            r"\b(?:anderweitig|woanders|anderswo) (?:zugesagt|unterschrieben|untergekommen|fündig|angestellt)\b"
        ),
    ),
    Cue.WITHDRAWAL_SETTLED: (
        (
            r"\b(?:job|stelle|position|rolle) (?:\w+ ){0,4}?(?:nichts|nix|nicht das richtige) für mich\b|"
            r"\b(?:nicht|"
            r"nimmer) (?:mehr )?(?:auf (?:job|stellen)suche|auf der suche|zur verfügung für die stelle)\b|"
            r"\bkein "
            r"(?:interesse|bedarf) mehr\b"
        ),
    ),
    Cue.HUMAN: (
        (
            r"\b(?:kann|könnte|dürfte|darf|möchte|würde|will) (?:ich |man |gern |gerne |bitte |lieber |mal |"
            r"kurz |den |"
            r"die |der |dem |das |mit |einen |eine |einem |einer |ihren |ihrem |ihre )*(?:recruiter\w*|"
            r"personaler\w*|"
            r"personalabteilung|hr|sachbearbeiter\w*|ansprechpartner\w*|kollegen|kollegin|vorgesetzten|chef\w*|"
            r"mitarbeiter\w*|zuständigen|jemanden|jemand) (?:\w+ ){0,2}?(?:sprechen|reden|telefonieren|"
            r"erreichen|"
            r"anrufen|haben)\b"
        ),
        (
            r"\b(?:möchte|würde|will|lieber|gern|gerne) (?:ich )?(?:gern |gerne |lieber |bitte |"
            r"kurz )*(?:telefonieren|"
            r"persönlich sprechen|persönlich reden|am telefon (?:sprechen|reden|klären))\b|\b(?:gibts?|"
            r"gibt es|ist) "
            r"(?:\w+ ){0,3}?(?:ein|einen|irgendein\w*) (?:echten? |richtigen? )?(?:mensch\w*|person)\b"
        ),
        (
            r"\b(?:nicht|ned|nöd) mit (?:einem |einer |dem |so einem )?(?:bot|roboter|maschine|ki|computer|"
            r"automaten)\b"
        ),
    ),
    Cue.NOT_HUMAN: (r"\bruf\w* sie mich (?:bitte )?nicht (?:vor|nach|zwischen)\b",),
    Cue.DECLINE: (
        r"\b(?:sind|ist) (?:\w+ ){0,2}?n(?:ichts|ix) für mich(?= dabei|\W*$)",
        r"\b(?:da|dann) kann ich (?:leider )?(?:nirgends|nirgendwo|nie|gar nie|nirgens)\b|\bnirgends möglich\b",
    ),
    Cue.YES: (
        (
            r"(?:(?:ja|jo|ok|super|danke|gut|perfekt|merci)\W+)*(?:isch (?:guet|gued|guat|gut)(?: so)?|basst|"
            r"passt scho?|"
            r"geht in ordnung|geht sich aus|des geht|das geht sich (?:gut )?aus|tiptop|tip top|perfetto|"
            r"eh klar|"
            r"wird gemacht|bin am start|läuft|nehm ich(?: gern\w*)?|nehme ich(?: gern\w*)?|machen wir so|"
            r"so machen wir(?:'s| das| es)?|"
            r"abgemacht|gebongt|fix|einverstanden|freut mich|bis dann|alles klar(?:,? bis dann)?|geritzt)"
            r"(?:\W+(?:danke|merci|bis dann|vielen dank))*"
        ),
    ),
    Cue.PROPOSES: (
        r"\b(?:können|könnten|könnte) (?:wir|man|sie) (?:\w+ ){0,5}?(?:vermeiden|auslassen|ausschließen)\b",
    ),
    Cue.TIME: (r"\b(?:mo|di|mi|do|fr|sa)\.(?=\s)",),
    Cue.ASKS_SURELY: (
        (
            r"(?:was (?:verdien\w*|zahlt|zahlen|bekomm\w*|kriegt|passiert|kommt|gibts?|für ein\w*|macht|sind)|"
            r"wie (?:geht|"
            r"sind|wird|schaut|steht|weit|formell)|gibts (?:\w+ )?(?:ein\w*|dresscode|parkpl\w*|homeoffice|"
            r"benefits|"
            r"fahrtkosten|noch was)|welche \w+ (?:ist|gilt|sind)|wer (?:interviewt|sitzt|kommt|macht)|"
            r"wo (?:sitzt|liegt|"
            r"parke|kann|melde)|wann (?:bekomme|erfahre|höre|fängt|startet|würde)|ist (?:homeoffice|remote|"
            r"der job|die "
            r"stelle)|werden (?:fahrt|reise)kosten|wieviel\w*|wie lang)\b"
        ),
    ),
}
