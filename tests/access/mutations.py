"""Thousands of texts that are nearly a token: what guessing, copying and tampering make of it."""

import base64
import random
import string
from collections.abc import Iterator
from urllib.parse import quote

ALPHABET = string.ascii_letters + string.digits + "-_."
LOOKALIKES = {"a": "а", "e": "е", "o": "о", "I": "l", "l": "I", "0": "O", "O": "0", "-": "‐", ".": "․"}
EDGES = (
    "", " ", ".", "..", "\x00", "\n", "=", "==", "%", "%2e", "\u202e", "\ufeff", "\u00e9", "\U0001f4a9", "null", "{}",
    "../", "\x7f",
)  # fmt: skip


def mutated(genuine: str, others: tuple[str, ...] = (), *, seed: int = 5) -> Iterator[str]:
    """Endlessly many texts that differ from every genuine one. `others` are genuine for something else."""
    known = {genuine, *others}
    for text in _all(genuine, others, random.Random(seed)):
        if text not in known:
            known.add(text)
            yield text


def _all(genuine: str, others: tuple[str, ...], dice: random.Random) -> Iterator[str]:
    yield from EDGES
    yield from (genuine[:n] for n in range(len(genuine)))
    yield from (genuine[n:] for n in range(1, len(genuine)))
    for place, letter in enumerate(genuine):
        yield genuine[:place] + letter.swapcase() + genuine[place + 1 :]
        yield genuine[:place] + LOOKALIKES.get(letter, "ａ") + genuine[place + 1 :]
        yield genuine[:place] + genuine[place + 1 :]
        yield genuine[:place] + letter + genuine[place:]
        for bit in range(7):
            yield genuine[:place] + chr(ord(letter) ^ (1 << bit)) + genuine[place + 1 :]
    yield from (
        genuine.upper(),
        genuine.lower(),
        genuine[::-1],
        genuine * 2,
        genuine * 50,
        quote(genuine + "/"),
    )
    yield from (edge + genuine for edge in EDGES if edge)
    yield from (genuine + edge for edge in EDGES if edge)
    for other in others:
        yield from _crossed(genuine, other)
    while True:
        yield _at_random(genuine, dice)


def _crossed(one: str, other: str) -> Iterator[str]:
    """The content of one under the signature of the other, both ways, and halves of both."""
    for first, second in ((one, other), (other, one)):
        content, _, _ = first.rpartition(".")
        _, _, signature = second.rpartition(".")
        yield f"{content}.{signature}"
        yield f"{first}.{signature}"
        yield f"{content}."
        yield f".{signature}"
        yield first[: len(first) // 2] + second[len(second) // 2 :]
        padded = content + "=" * (-len(content) % 4)
        try:
            plain = base64.urlsafe_b64decode(padded)
        except ValueError:
            continue
        for old, new in ((b",0,", b",1,"), (b"0", b"9"), (b"[", b"{"), (b"]", b",true]")):
            changed = base64.urlsafe_b64encode(plain.replace(old, new)).decode().rstrip("=")
            yield f"{changed}.{first.rpartition('.')[2]}"


def _at_random(genuine: str, dice: random.Random) -> str:
    letters = list(genuine)
    for _ in range(dice.randint(1, 4)):
        place = dice.randrange(len(letters))
        match dice.randrange(4):
            case 0:
                letters[place] = dice.choice(ALPHABET)
            case 1:
                letters.insert(place, dice.choice(ALPHABET))
            case 2:
                del letters[place]
            case _:
                other = dice.randrange(len(letters))
                letters[place], letters[other] = letters[other], letters[place]
    return "".join(letters)
