"""The sentences of the candidate's pages, and the catalogs that must hold each of them.

    python -m tools.page_catalogs

brings `translations/<language>/LC_MESSAGES/pages.po` up to date: new sentences are added empty, those that nothing
says any more are dropped. A test refuses catalogs that are not complete.
"""

from pathlib import Path

from babel.messages import Catalog
from babel.messages.extract import extract_from_dir

from domain.messages.catalog import LANGUAGES, SOURCE, parse
from tools.catalogs import written

ROOT = Path(__file__).parent.parent
SOURCES = (("web/candidate", "**.py", "python"), ("web/templates/candidate", "**.html", "jinja2"))
"""Folders, the files in them, and Babel's extractor for these."""
SAID = {"later": None, "_": None, "gettext": None, "ngettext": (1, 2)}
"""Functions whose texts are translated."""


def extracted() -> Catalog:
    """Every sentence that a candidate's page may say, in English."""
    found = Catalog(project="Understudy", fuzzy=False)
    for folder, files, method in SOURCES:
        messages = extract_from_dir(
            ROOT / folder, [(files, method)], {files: {"trimmed": "true", "silent": "false"}}, keywords=SAID
        )
        for name, _line, message, comments, context in messages:
            found.add(message, None, [(f"{folder}/{name}", 0)], auto_comments=comments, context=context)
    return found


def path(language: str) -> Path:
    """Where the catalog of a language stands."""
    return ROOT / "translations" / language / "LC_MESSAGES" / "pages.po"


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


if __name__ == "__main__":
    update()
