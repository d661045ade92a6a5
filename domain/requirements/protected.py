"""What a job may not ask for: protected traits, and places of living that stand for them.

Sources: Title VII of the Civil Rights Act of 1964 and the ADEA (US), Directives 2000/43/EC, 2000/78/EC and 2006/54/EC
(EU), the Equality Act 2010 (UK). Postal codes are refused because they stand for ethnic origin and income.
The patterns look for demands, not for words: "gender studies", "ISO 27001" and "work with people with
disabilities" are no demands on a person's traits.
"""

import re

_ONLY = r"(?:\s+(?:only|candidates?|applicants?|preferred|required|persons?|people))"
_TRAITS: tuple[tuple[str, str], ...] = (
    (
        "age",
        (r"\b(?:age limit|maximum age|(?:between|from|under|over|below)\s+\d\d(?:\s+(?:and"
        r"|to)\s+\d\d)?\s+years?\s+(?:old|of age)"
        r"|\d\d\s*(?:-|–|to)\s*\d\d\s+years?\s+old|aged?\s+(?:between|under|from|up to|\d\d)|(?:under"
        r"|over)\s+\d\d\s*$|years?\s+old"
        r"|altersgrenze|höchstalter|(?:zwischen\s+)?\d\d\s*(?:-|–|bis|und)\s*\d\d\s+jahren?\s+alt"
        r"|jahre\s+alt|unter\s+\d\d\s+jahren?\b"
        r"|limite d['’]âge|âgée?s?\s+de|(?:moins|plus) de \d\d ans$|ans d['’]âge|edad (?:máxima|mínima"
        r"|entre|hasta)|años de edad"
        r"|(?:menor|mayor)(?:es)? de \d\d|idade (?:máxima|mínima|entre|até)|anos de idade|(?:young"
        r"|youthful|junge[rs]?|jeune|joven|jovem)"
        r"\s+(?:people|person|candidates?|man|woman|menschen|personen?|mann|frau|homme|femme|hombre|mujer"
        r"|homem|mulher)|digital native)\b"),
    ),
    (
        "sex or gender",
        (rf"^(?:an?\s+)?(?:male|female|man|woman|men|women|männlich\w*|weiblich\w*|mann|frau|homme|femme"
        rf"|masculine?|féminine?"
        rf"|hombre|mujer|homem|mulher|varón|masculin[oa]|feminin[oa]|femenin[oa]){_ONLY}?$"
        rf"|\b(?:male|female|men|women|males|females)\s+(?:only|candidates?|applicants?)\b"
        rf"|\bsex[eo]?\s*:\s*\w+|\bgender\s*:\s*\w+"
        r"|\bnur (?:männer|frauen)\b|\bsólo (?:hombres|mujeres)\b|\bgender identity\b|\bgeschlecht\b"),
    ),
    (
        "nationality or origin",
        (r"\bnationality\b|\bcitizenship\b|\b(?:us|u\.s\.|eu|uk|british|american|german|french"
        r"|spanish)\s+(?:citizens?|nationals?)\b"
        r"|\bstaats(?:angehörigkeit|bürgerschaft|bürger\w*)\b|\bnationalité\b|\bnacionalidade?\b"
        r"|\bciudadan\w+\b|\bcidadania\b"
        r"|\bnational origin\b|\bherkunft\b|\bplace of birth\b|\bgeburtsort\b"),
    ),
    (
        "race or ethnic origin",
        (rf"^(?:white|black|asian|hispanic|latin[oax]|caucasian|european|arab|african){_ONLY}?$"
        rf"|\bethnic(?:ity| origin| background)\b"
        r"|\bskin colou?r\b|\bhautfarbe\b|^race\b|\bethnische\b|\bcouleur de peau\b|\bcolor de piel\b"
        r"|\bcor da pele\b"),
    ),
    (
        "religion or belief",
        (rf"\breligio(?:n|us affiliation|us belief)\b|\bkonfession\w*\b|\breligión\b|\breligião\b"
        rf"|\bkirchen(?:mitglied\w*|zugehörigkeit)\b"
        rf"|^(?:practi[sc]ing\s+)?(?:christian|catholic|protestant|muslim|jewish|hindu|buddhist|atheist"
        rf"|catholique|cat[oó]lic[oa]|katholisch\w*|evangelisch\w*)"
        rf"{_ONLY}?$|\b(?:christian|catholic|muslim|jewish|hindu)\s+(?:faith|believer)\b"),
    ),
    (
        "marital or family status",
        (r"\bmarital status\b|\b(?:un)?married\b|\bfamilienstand\b|\b(?:verheiratet|ledig)\b"
        r"|\bétat civil\b|\bcélibataire\b|\bestado civil\b"
        r"|\b(?:casad|solter|solteir)[oa]s?\b|\b(?:no|without|ohne|sans|sin|sem) (?:children|kids|kinder"
        r"|enfants|hijos|filhos)\b|\bpregnan(?:t|cy)\b"
        r"|\bschwanger\w*\b|\bembarazada\b|\bgrávida\b|^single$"),
    ),
    (
        "health or disability",
        (r"\b(?:no|without|ohne|sans|sin|sem) (?:disabilit\w+|behinderung\w*|handicap|discapacidad\w*"
        r"|deficiência\w*)\b|\bable-bodied\b|\bnon-disabled\b"
        r"|\b(?:perfect|good|excellent|gute|bonne|buena|boa) (?:health|gesundheit|santé|salud|saúde)$"
        r"|\bnon-?smokers?\b|\bnichtraucher\w*\b"),
    ),
    ("sexual orientation", r"\bsexual orientation\b|^(?:hetero|homo)sexual\b|^straight$"),
    (
        "a photograph or looks",
        (r"\b(?:recent|attach(?:ed)?|with|include|send)\s+(?:a\s+)?(?:photo|photograph|picture|headshot)\b"
        r"|\bbewerbungsfoto\b|\blichtbild\b"
        r"|\bavec photo\b|\bcon foto(?:grafía)?\b|\bcom foto\b|\b(?:attractive|good[- ]looking)\b"
        r"|\bbuena presencia\b|\bboa aparência\b"),
    ),
    (
        "a postal code or place of living",
        (r"\b(?:zip|postal|post)\s?-?code\b|\bpostleitzahl\b|\bplz\b|\bcode postal\b|\bcódigo postal\b"
         r"|\bcep\b"
        r"|^(?:[A-Z]{1,2}-)?\d{5}(?:-\d{3,4})?(?:\s+[^\W\d][\w .-]{1,30})?$"
        r"|^[A-Z]{1,2}\d[A-Z\d]?\s\d[A-Z]{2}$"
        r"|\b(?:resid\w+|liv(?:es?|ing)|wohn\w+|located|based|domicili\w+|habit\w+|vive|mora(?:r"
        r"|dor\w*)?)\b.{0,40}\b\d{5}\b"
        r"|\b(?:must live|resident of|residents of|wohnhaft in|living in|domicilié\w* à|residente en"
        r"|residente em|morador de)\b"),
    ),
)  # fmt: skip
_PATTERNS = [(trait, re.compile(pattern, re.IGNORECASE)) for trait, pattern in _TRAITS]
_EDGES = " \t.,;:!*•-–()"


def protected_trait(text: str) -> str | None:
    """Which protected trait a requirement asks about, in words; None when it asks about none."""
    bare = text.strip(_EDGES)
    return next((trait for trait, pattern in _PATTERNS if pattern.search(bare)), None)
