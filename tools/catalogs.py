"""The sentences of the mails, and the catalogs that must hold each of them.

    python -m tools.catalogs

brings `translations/<language>/LC_MESSAGES/mails.po` up to date: new sentences are added empty, those that nothing
says any more are dropped. A test refuses catalogs that are not complete.
"""

from io import BytesIO
from pathlib import Path

from babel.messages import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import write_po

from domain.messages.catalog import LANGUAGES, SOURCE, parse

ROOT = Path(__file__).parent.parent
SAID = {"say": None, "later": None, "count": (1, 2)}
"""Functions of `domain.messages.tongue` whose texts are translated."""

UNSAID = (
    "# ", "#\n", '"Project-Id-Version', '"Report-Msgid-Bugs-To', '"POT-Creation-Date', '"PO-Revision-Date',
    '"Last-Translator', '"Language-Team', '"Generated-By',
)  # fmt: skip
"""Parts of a header that nobody here fills in."""


def extracted() -> Catalog:
    """Every sentence that a mail may say, in English."""
    found = Catalog(project="Understudy", fuzzy=False)
    folder = ROOT / "domain" / "messages"
    for name, _line, message, comments, context in extract_from_dir(
        folder, [("**.py", "python")], keywords=SAID
    ):
        found.add(message, None, [(f"domain/messages/{name}", 0)], auto_comments=comments, context=context)
    return found


def path(language: str) -> Path:
    """Where the catalog of a language stands."""
    return ROOT / "translations" / language / "LC_MESSAGES" / "mails.po"


def update() -> None:
    """Write every catalog anew, with the sentences of now."""
    template = extracted()
    for language in LANGUAGES:
        if language == SOURCE:
            continue
        place = path(language)
        catalog = parse(place.read_text("utf-8"), language) if place.exists() else Catalog(locale=language)
        catalog.update(template, no_fuzzy_matching=True)
        catalog.obsolete.clear()
        catalog.fuzzy = False
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(written(catalog), "utf-8")


def written(catalog: Catalog) -> str:
    """A catalog as its file holds it: without names and dates, which say nothing and change each time."""
    packed = BytesIO()
    write_po(packed, catalog, width=100, no_location=True)
    lines = packed.getvalue().decode().splitlines(keepends=True)
    return "".join(line for line in lines if not line.startswith(UNSAID)).lstrip()


if __name__ == "__main__":
    update()
