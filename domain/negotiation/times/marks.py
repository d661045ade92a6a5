"""Marks and signs that mean the same in every language, and abbreviations whose dot ends no sentence."""

from domain.negotiation.times.lexicon.schema import Kind
from domain.negotiation.times.tokens import Mark

MARKS = {
    "-": Mark.DASH,
    "/": Mark.SLASH,
    "|": Mark.CELL,
    ",": Mark.COMMA,
    ":": Mark.COLON,
    ")": Mark.BREAK,
    ";": Mark.STOP,
    "!": Mark.STOP,
    "?": Mark.STOP,
    "\u2022": Mark.STOP,
    "\u00bf": Mark.STOP,
    **dict.fromkeys((":(", ":)", ":-(", ":-)", ";)", ";-)", "//", "||"), Mark.STOP),
}
SIGNS = {
    "~": Kind.AROUND,
    "\u2248": Kind.AROUND,
    **dict.fromkeys(
        "\u274c\u274e\u2717\u2718\u2716\U0001f6ab\u26d4\U0001f44e\U0001f534\U0001f645", Kind.CANNOT
    ),
    **dict.fromkeys("\u2705\u2713\u2714\u2611\U0001f44d\U0001f44c\U0001f197\U0001f7e2", Kind.CAN),
}
"""Signs that speak in every language."""
ABBREVIATED = frozenset({
    "z", "b", "ca", "p", "ex", "bzw", "ggf", "vs", "approx", "inkl", "nr", "o", "u", "d", "evtl", "min", "max", "hr",
    "hrs", "etc", "i", "e", "g", "usw", "bspw", "av", "std", "h",
})  # fmt: skip
