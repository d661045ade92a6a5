"""The tables that come with this package."""

import gzip
import hashlib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

OCCUPATIONS, SKILLS = "occupations.tsv.gz", "skills.tsv.gz"


def rows(name: str) -> Iterator[list[str]]:
    """The fields of each line of a table in `data/`."""
    for line in gzip.decompress(_packed(name)).decode().splitlines():
        yield line.split("\t")


@cache
def fingerprint() -> str:
    """Hex SHA-256 over the tables: a change of their content changes it."""
    return hashlib.sha256(
        b"".join(hashlib.sha256(_packed(name)).digest() for name in (OCCUPATIONS, SKILLS))
    ).hexdigest()


def _packed(name: str) -> bytes:
    return files("domain.taxonomy").joinpath("data", name).read_bytes()
