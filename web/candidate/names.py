"""A name on a page that may have been forwarded."""

from domain.messages.wording import one_line

LONGEST_MASK = 5
WORDS_OF_A_NAME = 3


def masked(name: str) -> str:
    """`A•••• L•••`: enough to recognise oneself, too little for whoever got a forwarded mail."""
    words = one_line(name).split()[:WORDS_OF_A_NAME]
    return " ".join(word[0] + "•" * min(len(word) - 1, LONGEST_MASK) for word in words)
