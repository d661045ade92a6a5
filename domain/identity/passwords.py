"""What a password must be: long, not a well-known one, not the person's own name or address.

After NIST SP 800-63B-4, 3.1.1.2: length counts, composition rules and forced changes do not help.
"""

import re
import unicodedata

from domain.errors import InvalidInputError

SHORTEST = 12
LONGEST = 128
FEWEST_CHARACTERS = 5
"""Different characters; `aaaaaaaaaaaa` has one."""

_COMMON = (
    "password", "passwort", "motdepasse", "contrasena", "contraseña", "senha", "qwerty", "qwertz", "azerty", "letmein",
    "welcome", "willkommen", "iloveyou", "admin", "administrator", "changeme", "secret", "understudy", "recruiting",
    "summer", "winter", "spring", "autumn", "monday", "football", "dragon", "monkey", "abc", "test", "login",
)  # fmt: skip
_PADDING = re.compile(r"[\d\W_]+")
_RUNS = (
    "01234567890123456789", "98765432109876543210", "abcdefghijklmnopqrstuvwxyz", "qwertyuiopasdfghjklzxcvbnm",
)  # fmt: skip
"""In the order of the alphabet or of keys."""


def normalised(password: str) -> str:
    """The form that is hashed: one spelling for the same characters, whatever keyboard they come from (NFKC)."""
    return unicodedata.normalize("NFKC", password)


def check(password: str, email: str, name: str) -> None:
    """Raises InvalidInputError with a remedy for a password that is easy to guess."""
    text = normalised(password)
    if not SHORTEST <= len(text) <= LONGEST:
        raise InvalidInputError(
            f"A password has {SHORTEST} to {LONGEST} characters.",
            field="password",
            remedy="A few words in a row are easy to remember and hard to guess.",
        )
    if _is_easy(text.casefold(), email.casefold(), name.casefold()):
        raise InvalidInputError(
            "This password is easy to guess.",
            field="password",
            remedy="Leave out your name and address, and do not take a well-known word with digits.",
        )


def _is_easy(text: str, email: str, name: str) -> bool:
    if len(set(text)) < FEWEST_CHARACTERS or any(text in run for run in _RUNS):
        return True
    # Of guessable words and digits around them, only the words count.
    core = _PADDING.sub("", text)
    own = {part for part in _PADDING.split(f"{email} {name}") if part}
    return any(core in run for run in _RUNS) or _is_made_of(core, {*_COMMON, *own})


def _is_made_of(text: str, words: set[str]) -> bool:
    """Whether a text is nothing but these words in a row."""
    ends = {0}
    for start in range(len(text)):
        if start in ends:
            ends |= {start + len(word) for word in words if text.startswith(word, start)}
    return len(text) in ends
