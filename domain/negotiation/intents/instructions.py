"""Finds the parts of a text that instruct the software. They are never followed and never read as a statement."""

import re

from domain.negotiation.intents.instruction_cues import HEADING, INSTRUCTION, ORDER
from domain.negotiation.intents.segments import sentences
from domain.negotiation.text.cleaned import blanked, merged

_PSEUDO_TAG = re.compile(r"<\s?/?\s?\|?\s?([a-z][\w:-]{1,30})(?:\s[^<>]{0,300})?\|?\s?/?>")
_NO_TAG = frozenset({"mailto", "http", "https"})
_BRACKETED = re.compile(
    r"\[\[[^\[\]]{0,600}\]\]|\{\{[^{}]{0,600}\}\}|\[(?:/?inst|/?sys\w*|/?admin\w*|/?system\w*|"
    r"/?bot|/?ai|/?assistant|/?hidden|/?override)\b[^\]]{0,600}\]"
)
_BRACKET_PAIR = re.compile(
    r"\[(inst|system|sys|admin|bot|ai|assistant|hidden|override)\][^\[]{0,1500}\[/\1\]"
)
_OBJECT = re.compile(r"\{[^{}]{0,1500}\}")
_KEYED = re.compile(r"[\"']?\w+[\"']?\s?[:=]")
_FENCE = re.compile(r"```|~~~")
_TICKED = re.compile(r"`[^`\n]{3,300}`")
_ENCODED = re.compile(
    r"(?<![\w/+])(?=[A-Za-z0-9+/_-]{0,200}[0-9A-Z])(?=[A-Za-z0-9+/_-]{0,200}[a-z])[A-Za-z0-9+/_-]{20,}={0,2}|"
    r"\b(?:[0-9a-fA-F]{2}[ :]?){14,}\b"
    r"|(?:\\[ux][0-9a-fA-F]{2,4}){3,}|(?:%[0-9A-Fa-f]{2}){3,}|\b(?:[01]{8} ?){3,}|(?:[.-]{1,5} ){8,}"
)
_WORDS_ONLY = re.compile(r"(?:[A-Z]?[a-z]+[-/]?)+")
_KEY_LINE = re.compile(
    r"^[ \t>*-]{0,4}[\"']?(?:intent|selected(?:_slot)?|action|status|role|content|slot|override|"
    r"command|candidate_status|notice|system|function|tool|"
    r"available_times|selection|decision)[\"']?[ \t]?[:=][ \t]?\S.*$|"
    r"^[ \t]{0,4}available[ \t]?[:=][ \t]?\[.*$",
    re.MULTILINE,
)
_ANSWER = re.compile(
    r"[.!?;,\n]\s+(?=(?:and )?(?:my|meine|ma|mi|(?:a )?minha) (?:(?:own|real|actual|eigene|vraie|propre) "
    r")?(?:answer|"
    r"reply|response|antwort|reponse|respuesta|resposta)\s?(?:is|ist|est|es)?\s?:)"
)
"""Before an honest answer that follows an instruction in the same line."""
_PARAGRAPH = re.compile(r"\n\s*\n")


def instructions(text: str, folded: str) -> list[tuple[int, int]]:
    """Places of instructions in `text`, in order; `folded` is the same text folded."""
    spans = [*_marked(text, folded), *((match.start(), match.end()) for match in _KEY_LINE.finditer(folded))]
    rest = blanked(text, spans)
    low = blanked(folded, spans)
    spans += (_before_answer(low, span) for span in _headed(folded))
    rest, low = blanked(rest, spans), blanked(low, spans)
    pieces = list(sentences(rest, low))
    strong = [
        piece for piece in pieces if INSTRUCTION.search(low[piece.start : piece.end].replace("\n", " "))
    ]
    spans += [_before_answer(low, (piece.start, piece.end)) for piece in strong]
    if spans:
        spans += [
            (piece.start, piece.end)
            for piece in pieces
            if ORDER.match(low[piece.start : piece.end].lstrip(" \"'-*#>.([,"))
        ]
    return list(merged(spans))


def _before_answer(folded: str, span: tuple[int, int]) -> tuple[int, int]:
    """An instruction up to the honest answer behind it, unless that instructs as well."""
    answer = _ANSWER.search(folded, *span)
    if answer is None:
        return span
    _, _, said = folded[answer.end() : span[1]].partition(":")
    if _is_instruction(said.strip()):
        return span
    return span[0], answer.end()


def _marked(text: str, folded: str) -> list[tuple[int, int]]:
    """Markup, objects, code and encoded text."""
    spans = [match.span() for match in _BRACKETED.finditer(folded)]
    spans += [match.span() for match in _OBJECT.finditer(folded) if _KEYED.search(match.group(0))]
    spans += [match.span() for match in _ENCODED.finditer(text) if not _WORDS_ONLY.fullmatch(match.group(0))]
    spans += [match.span() for match in _TICKED.finditer(folded) if _is_instruction(match.group(0))]
    spans += [match.span() for match in _BRACKET_PAIR.finditer(folded)]
    spans += _tagged(folded)
    fences = [match.span() for match in _FENCE.finditer(folded)]
    for opening, closing in zip(fences[::2], [*fences[1::2], (len(text), len(text))], strict=False):
        inside = folded[opening[1] : closing[0]]
        if _is_instruction(inside) or _OBJECT.search(inside):
            spans.append((opening[0], closing[1]))
    return spans


def _is_instruction(folded: str) -> bool:
    return bool(
        INSTRUCTION.search(folded[:1500].replace("\n", " "))
        or ORDER.match(folded.lstrip(" `\n"))
        or _KEY_LINE.search(folded)
    )


def _tagged(folded: str) -> list[tuple[int, int]]:
    """Tags that are no HTML ("<system>"): the tag with what it encloses, to its end or that of the paragraph."""
    spans: list[tuple[int, int]] = []
    reached = 0
    for match in _PSEUDO_TAG.finditer(folded):
        name = match.group(1)
        if match.start() < reached or name in _NO_TAG or "@" in match.group(0):
            continue
        if match.group(0).startswith("</") or match.group(0).endswith("/>"):
            spans.append(match.span())
            continue
        end = folded.find(f"</{name}", match.end())
        if end >= 0:
            close = folded.find(">", end)
            reached = close + 1 if close >= 0 else len(folded)
        else:
            stop = _PARAGRAPH.search(folded, match.end())
            reached = stop.start() if stop else len(folded)
        spans.append((match.start(), reached))
    return spans


def _headed(folded: str) -> list[tuple[int, int]]:
    """Lines that open with an address to the machine, each to its end; a heading alone takes its paragraph."""
    spans: list[tuple[int, int]] = []
    start = 0
    while start < len(folded):
        end = folded.find("\n", start)
        end = len(folded) if end < 0 else end
        match = HEADING.match(folded[start : min(end, start + 300)])
        if match:
            if not folded[start + match.end() : end].strip(" *#:-=>]|"):
                stop = _PARAGRAPH.search(folded, end)
                if stop and not folded[end : stop.start()].strip():
                    stop = _PARAGRAPH.search(folded, stop.end())
                end = stop.start() if stop else len(folded)
            spans.append((start, end))
        start = end + 1
    return spans
