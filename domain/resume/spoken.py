"""Languages that a person speaks, and how well."""

import re

from domain.resume.model import LanguageSkill
from domain.resume.sections import Part
from domain.resume.source import Source

# Names in English, German, French, Spanish, Portuguese, Italian, Romanian, and the language's own.
_NAMES = {
    "en": "english englisch anglais inglés ingles inglês inglese engleză engleza engels",
    "de": "german deutsch allemand alemán aleman alemão tedesco germană germana duits",
    "fr": "french französisch franzosisch français francais francés frances francês francese franceză franceza frans",
    "es": "spanish spanisch espagnol español espanol castellano espanhol spagnolo spaniolă spaniola spaans",
    "pt": "portuguese portugiesisch portugais portugués portugues português portoghese portugheză",
    "it": "italian italienisch italien italiano italiană italiana italiaans",
    "ro": "romanian rumänisch roumain rumano romeno rumeno română romana",
    "nl": "dutch niederländisch néerlandais neerlandés holandés holandês olandese nederlands",
    "pl": "polish polnisch polonais polaco polacco polski",
    "ru": "russian russisch russe ruso russo rusă русский",
    "uk": "ukrainian ukrainisch ukrainien ucraniano ucraino",
    "tr": "turkish türkisch turc turco türkçe",
    "ar": "arabic arabisch arabe árabe arabo العربية",
    "zh": "chinese mandarin cantonese chinesisch chinois chino chinês cinese 中文",
    "ja": "japanese japanisch japonais japonés japonês giapponese 日本語",
    "ko": "korean koreanisch coréen coreano 한국어",
    "hi": "hindi",
    "ur": "urdu",
    "bn": "bengali bangla",
    "pa": "punjabi",
    "gu": "gujarati",
    "ta": "tamil",
    "te": "telugu",
    "mr": "marathi",
    "ne": "nepali",
    "fa": "persian farsi persisch",
    "he": "hebrew hebräisch hébreu hebreo",
    "vi": "vietnamese vietnamesisch vietnamien vietnamita",
    "th": "thai",
    "tl": "tagalog filipino",
    "id": "indonesian indonesisch",
    "sw": "swahili kiswahili",
    "cs": "czech tschechisch tchèque checo",
    "sk": "slovak slowakisch slovaque",
    "sl": "slovenian slovene slowenisch slovène",
    "hr": "croatian kroatisch croate croata",
    "sr": "serbian serbisch serbe serbio",
    "bs": "bosnian bosnisch",
    "mk": "macedonian mazedonisch",
    "bg": "bulgarian bulgarisch bulgare búlgaro",
    "el": "greek griechisch grec griego grego greco",
    "hu": "hungarian ungarisch hongrois húngaro",
    "sv": "swedish schwedisch suédois sueco svenska",
    "no": "norwegian norwegisch norvégien noruego norsk",
    "da": "danish dänisch danois danés dansk",
    "fi": "finnish finnisch finnois finlandés",
    "ca": "catalan katalanisch català catalán",
    "sq": "albanian albanisch",
    "am": "amharic",
    "yo": "yoruba",
    "ig": "igbo",
    "ha": "hausa",
    "zu": "zulu",
    "xh": "xhosa",
    "af": "afrikaans",
    "ak": "twi akan",
    "uz": "uzbek usbekisch",
    "kk": "kazakh",
    "ka": "georgian",
    "hy": "armenian",
}
_CODE_OF = {name: code for code, names in _NAMES.items() for name in names.split()}
_WORD = re.compile(r"[^\W\d_]{3,}|中文|日本語")

_LEVELS = (
    ("native", (r"native|mother\s?tongue|first language|muttersprach\w*|langue maternelle|matern[ao]|natif|nativ[oa]"
               r"|lengua materna|madrelingua|maternă|bilingual|bilingue|bilingüe|zweisprachig")),
    ("fluent", (r"fluent\w*|fließend|fliessend|verhandlungssicher|courant|fluide?|fluente?|bilingue|avançado|avanzado"
               r"|advanced|full professional|proficient|sehr gut|très bien|fluido|corrente")),
    ("intermediate", (r"intermediate|conversational|professional working|gute?|gut|intermédiaire|bon|intermedio"
                     r"|intermediário|intermedi[oa]|working knowledge|business|limited working")),
    ("basic", (r"basic|beginner|elementary|grundkenntnisse|notions?|débutant|básico|basico|principiante|scolaire"
              r"|schulkenntnisse|anfänger")),
)  # fmt: skip
_LEVEL = [(name, re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE)) for name, words in _LEVELS]
_CEFR = re.compile(r"(?<!\w)([ABC][12])(?!\w)")
_CLAIM = re.compile(
    r"\b(?:fluent|fluency|bilingual|trilingual|multilingual|native speaker|speaks?|fließend|bilingue|bilingüe)\b",
    re.IGNORECASE,
)
_AROUND_CLAIM = 60
_STATED_WITHIN = 60
_MOST = 30
_MOST_READ = 4000
_OPENING = re.compile(r"\A\s?[(:\[–—-]")
_PARTING = re.compile(r"[,;|\n•)]")


def spoken_of(source: Source, part: Part) -> list[LanguageSkill]:
    """The languages that a language section names."""
    end = min(part.end, part.start + _MOST_READ)
    return _named(source, part.start, end)


def spoken_elsewhere(source: Source) -> list[LanguageSkill]:
    """Languages in claims such as "fluent in Spanish", for resumes without a language section."""
    found: dict[str, LanguageSkill] = {}
    for claim in _CLAIM.finditer(source.plain):
        line = source.plain.rfind("\n", max(0, claim.start() - _AROUND_CLAIM // 2), claim.start())
        start = line + 1 if line >= 0 else max(0, claim.start() - _AROUND_CLAIM // 2)
        for skill in _named(source, start, min(len(source.plain), claim.end() + _AROUND_CLAIM)):
            found.setdefault(skill.code, skill)
        if len(found) >= _MOST:
            break
    return list(found.values())


def _named(source: Source, start: int, end: int) -> list[LanguageSkill]:
    text = source.plain
    names = [w for w in _WORD.finditer(text, start, end) if w.group().lower() in _CODE_OF]
    found: dict[str, LanguageSkill] = {}
    for i, name in enumerate(names[: 2 * _MOST]):
        code = _CODE_OF[name.group().lower()]
        following = names[i + 1].start() if i + 1 < len(names) else end
        stop = min(following, name.end() + _STATED_WITHIN)
        level, _, reach = _level(text, name.end(), stop)
        begin = name.start()
        if level is None:
            # "Fluent in Spanish": what stands before belongs to the name when nothing parts them.
            floor = max(start, names[i - 1].end() if i else start, name.start() - _AROUND_CLAIM // 2)
            cut = max((m.end() for m in _PARTING.finditer(text, floor, name.start())), default=floor)
            level, at, _ = _level(text, cut, name.start())
            begin = at if level is not None else begin
            reach = name.end()
        if text.startswith(")", reach) and "(" in text[name.end() : reach]:
            reach += 1
        if code not in found:
            found[code] = LanguageSkill(code, level, source.fact(begin, max(reach, name.end())))
    return list(found.values())


def _level(text: str, start: int, end: int) -> tuple[str | None, int, int]:
    """The level stated in a stretch and where the statement stands; (None, 0, 0) without one."""
    part = text[start:end]
    cut = None if _OPENING.match(part) else _PARTING.search(part)
    if cut is None:
        closing = re.search(r"[)\n;]", part)
        cut = closing if closing is not None and closing.start() > 0 else None
    stretch = part[: cut.start()] if cut is not None else part
    cefr = _CEFR.search(stretch)
    if cefr is not None:
        return cefr.group(1), start + cefr.start(), start + cefr.end()
    for name, pattern in _LEVEL:
        match = pattern.search(stretch)
        if match is not None:
            return name, start + match.start(), start + match.end()
    return None, 0, 0
