"""German cues: calls for a person, and what only looks like one."""

from domain.negotiation.intents.cues import Cue

_MACHINE = (
    r"(?:ki|bot|roboter|maschine|computer|automat\w*|chatbot|chat-bot|programm|software|algorithmus|system)"
)
_PERSON = (
    r"(?:menschen?|personen?|mitarbeiter\w*|jemand\w*|recruiter\w*|personaler\w*|"
    r"ansprechpartner\w*|ansprechperson\w*|kolleg\w*|personalabteilung|hr(?:-\w+)?|"
    r"vorgesetzte\w*|zuständige\w*|sachbearbeiter\w*|team|hiring manager\w*)"
)

PATTERNS: dict[Cue, tuple[str, ...]] = {
    Cue.HUMAN: (
        (
            r"\bbitte (?:einen (?:kollegen|menschen|mitarbeiter|ansprechpartner)|eine (?:kollegin|person|"
            r"mitarbeiterin))\b\W*$"
        ),
        (
            r"\b(?:rede|spreche|schreibe|verhandle) (?:ich )?nicht (?:\w+ )?mit (?:maschinen?|bots?|"
            r"robotern?|computern?|automaten)\b|"
            r"\b(?:kann|könnte|darf|dürfte) ich (?:bitte )?(?:frau|herrn?) [\w-]+ (?:\w+ "
            r"){0,3}?(?:sprechen|erreichen|anrufen)\b|"
            r"\bmich (?:\w+ ){0,4}?durch(?:zu)?stellen\b|\bstellen sie mich (?:\w+ ){0,4}?durch\b"
        ),
        (
            r"\b(?:zurückgerufen|angerufen|kontaktiert) werden\b|\b(?:kann|könnte|darf|dürfte|möchte|"
            r"würde) ich (?:bitte |gerne? |mal |kurz |direkt |lieber )*mit (?:frau|"
            r"herrn?) [\w-]+ (?:\w+ ){0,2}?(?:telefonieren|sprechen|reden)\b"
        ),
        (
            r"\b(?:brauche|benötige|möchte|will|hätte gern\w*|bräuchte|wünsche) (?:\w+ ){0,4}?(?:von|"
            r"durch|mit) (?:eine[mnr] |ihrem |dem |der )?(?:\w+ )?(?:menschen|mitarbeiter\w*|person|"
            r"ansprechpartner\w*)\b|\b(?:an|zu) (?:eine[mnr]? )(?:\w+ )?(?:menschen|mitarbeiter\w*|"
            r"kolleg\w*|personaler\w*) (?:\w+ )?(?:weiter\w*|durchstell\w*|übergeb\w*|eskalier\w*)\b"
        ),
        (
            r"\b(?:mit|von|an|über|durch|bei) (?:eine[mnr]? |dem |der |den |ihre[mnr]? |"
            r"irgend)?(?:echten |richtigen |realen |wirklichen |lebenden |anderen |konkreten |"
            rf"zuständigen |menschlichen )?{_PERSON} (?:\w+ ){{0,4}}?(?:sprechen|reden|zu tun|"
            r"telefonieren|schreiben|kommunizieren|verbunden|verbinden|klären|abstimmen|besprechen|"
            r"vereinbaren|austauschen|kontakt\w*|chatten|unterhalten|weiter\w*|sprechen|abklären|"
            r"ausmachen|haben|regeln|angerufen|kontaktiert|gesprochen)"
        ),
        (
            r"\b(?:echte[rnms]?|richtige[rnms]?|reale[rnms]?|wirkliche[rnms]?|leibhaftige[rnms]?|"
            r"lebende[rnms]?) (?:mensch\w*|person\w*|mitarbeiter\w*|ansprech\w*|recruiter\w*)\b|"
            r"^\W*(?:einen? )?(?:mensch\w*|mitarbeiter|person|ansprechpartner|"
            r"persönlicher kontakt)\W*(?:bitte)?\W*$|\b(?:mensch|person|mitarbeiter|"
            r"ansprechpartner) bitte\b|\b(?:brauche|möchte|will|wünsche|hätte gern\w*|bräuchte|benötige|"
            r"bitte um|gibt es|verlange) (?:mir )?(?:einen? |bitte )?(?:\w+ )?(?:ansprechpartner\w*|"
            r"ansprechperson|mensch\w*|persönlichen kontakt|menschlichen kontakt|persönliches gespräch|"
            r"rückruf|anruf|telefonat|telefontermin)\b"
        ),
        (
            r"\b(?:rufen|ruf|ruft) (?:sie )?(?:mich|uns) (?:\w+ ){0,3}?(?:an|zurück)\b|\b(?:mich|"
            r"uns) (?:\w+ ){0,4}?(?:anrufen|zurückrufen|anzurufen|zurückzurufen|"
            r"telefonisch (?:zu )?(?:kontaktieren|erreichen))\b|\b(?:um|einen) (?:einen )?(?:rückruf|"
            r"anruf)\b|\b(?:rückruf|anruf) (?:bitte|erbeten|wäre)\b|\b(?:telefonisch|am telefon|"
            r"per telefon) (?:\w+ ){0,3}?(?:klären|besprechen|sprechen|abstimmen|vereinbaren|regeln|"
            r"ausmachen|abklären|abmachen)\b|\b(?:können|könnten|kann|könnte|wollen) (?:wir|ich|sie|"
            r"jemand|man) (?:bitte |kurz |vielleicht |einfach |mal |das |nicht |lieber |stattdessen |"
            r"sie |dort |irgendwo )*(?:telefonieren|anrufen)\b|\blieber telefonieren\b|"
            r"\b(?:telefonnummer|nummer|rufnummer)\b.{0,40}\b(?:erreich\w*|anruf\w*|melden)\b"
        ),
        (
            r"\b(?:verbinden|verbinde|weiterleiten|leiten|leite|geben|stellen) (?:sie )?(?:mich|mir|"
            r"das|es)? ?(?:bitte )?(?:\w+ )?(?:mit|an|zu|durch) (?:eine[mnr]? |den |die |dem |der |"
            rf"ihre[mnr]? )?(?:\w+ )?(?:{_PERSON})\b|\bwen kann ich (?:\w+ )?(?:anrufen|kontaktieren|"
            r"erreichen|sprechen)\b|\b(?:an|unter) (?:wen|welche[rn]? nummer) (?:kann|darf|soll|"
            r"muss) ich\b.{0,30}|\b(?:soll|kann|könnte|möge|bitte|"
            r"dass) (?:sich )?(?:bitte )?(?:jemand|ein mensch|ein mitarbeiter|eine person|ihr team|"
            r"ein kollege|eine kollegin|die personalabteilung|der recruiter|ein recruiter|"
            r"jmd) (?:\w+ ){0,5}?(?:anrufen|melden|meldet|anruft|kontaktieren|sprechen|übernehmen|"
            r"helfen|antworten|kontaktiert|kümmern)\b|\b(?:jemand|ein mensch|mensch|"
            r"ein mitarbeiter) (?:\w+ ){0,4}?(?:anrufen|bei mir melden|mich kontaktieren|übernehmen|"
            r"zurückrufen|mit mir (?:sprechen|reden))\b"
        ),
        (
            r"\b(?:nicht|nicht länger|nicht mehr|keine lust|ungern|statt|anstatt|weigere mich|kein|"
            r"keinen?)\b.{0,30}\b(?:mit )?(?:eine[mnr]? |der |dem |diese[mnr]? |"
            rf"ihrem )?{_MACHINE}\b.{{0,30}}(?:sprechen|reden|schreiben|chatten|kommunizieren|"
            rf"verhandeln|zu tun|diskutieren|unterhalten|$|[.!,])|\bkein(?:en|e)? (?:{_MACHINE})s?\b|"
            rf"\bmensch(?:en)? statt\b|\bstatt (?:mit )?(?:einem |einer )?{_MACHINE}\b"
        ),
        (
            r"\b(?:gehörlos|taub|schwerhörig\w*|hörbehinder\w*|hörgeschädigt|blind|sehbehinder\w*|"
            r"schwerbehinder\w*|behinder\w*|rollstuhl\w*|legasthen\w*|autis\w*|adhs|stotter\w*|"
            r"gebärdensprach\w*|barrierefrei\w*|nachteilsausgleich\w*|dyslexie|epilep\w*|"
            r"sprachbehinderung|gehbehinder\w*|neurodiver\w*|untertitel|assistenzhund|"
            r"chronisch krank)\b|\b(?:angemessene|besondere|spezielle) (?:vorkehrung\w*|anpassung\w*|"
            r"unterstützung|hilfsmittel|bedürfnisse)\b|\bmehr zeit (?:wegen|aufgrund)|\b(?:brauche|"
            r"benötige|bräuchte|bitte um) (?:\w+ ){0,4}?(?:vorkehrung\w*|anpassung(?:en)?|"
            r"unterstützung (?:wegen|aufgrund|beim))\b"
        ),
        (
            r"\b(?:persönlich|direkt) (?:mit|bei) (?:jemand\w*|einem menschen|dem recruiter|"
            r"der recruiterin|ihnen am telefon|der personalabteilung|ihrem team)\b|\bmit (?:jemand\w*|"
            r"irgend ?jemand\w*) (?:\w+ ){0,4}?(?:sprechen|reden|telefonieren|klären|besprechen|"
            r"abstimmen)\b|\b(?:ich )?(?:möchte|will|würde gerne?|würde lieber|kann ich|könnte ich|"
            r"darf ich|muss) (?:\w+ ){0,3}?(?:mit|von) (?:\w+ ){0,2}?(?:menschen?|mitarbeiter\w*|person|"
            r"recruiter\w*|personaler\w*|personalabteilung|ansprech\w*)\b"
        ),
    ),
    Cue.NOT_HUMAN: (
        (
            r"\b(?:ist|sind|wird|werde|bin|spreche|sprech|führt|werden|schreibe|war|rede|interviewt|"
            r"hab) (?:ich |es |das |mich |hier |man |sie |mit |gerade |dann |"
            r"denn )*(?:\w+ ){0,4}?(?:mensch\w*|bot|ki|person|recruiter\w*|maschine|roboter|computer|"
            r"mitarbeiter\w*|personaler\w*)\b.{0,60}\?(?<!bitte\?)|\b(?:kein|nicht|brauche keinen|"
            r"ohne) (?:rückruf|anruf|mensch(?:en)?|ansprechpartner)\b(?!.{0,10}(?:roboter|bot))|"
            r"\b(?:nicht|kein) (?:\w+ ){0,2}?(?:anrufen|telefonieren)\b|\b(?:habe|"
            r"hatte) (?:\w+ ){0,3}?(?:gesprochen|telefoniert)\b|\b(?:habe|"
            r"hab) (?:ich )?(?:\w+ ){0,5}?(?:ein(?:en?|em)? )?(?:telefonat|call|anruf|meeting|termin|"
            r"telefontermin)\b|\bfreue mich\b.{0,60}|\b(?:mit wem|wer) (?:werde|spreche|führt|wird|ruft|"
            r"sind|ist)\b.{0,60}\?|\bkeine (?:anpassung|vorkehrung|besonderen)\w*|\bwerde ich (?:mit|"
            r"von)\b.{0,60}\?|\bzeitliche anpassung|\bunterkunft\b|\bruf\w* (?:(?:sie|ihr|du|"
            r"jemand) mich|mich (?:jemand|wer|sie))\b.{0,40}\boder\b|\bwann ruf\w*\b"
        ),
    ),
}
