"""Types and skills as pages, without script: kept by admins, read by everybody who hires."""

from urllib.parse import urlsplit

import httpx
import pytest

from domain.vocabulary import UserRole
from tests.web.site import Site, csrf_of
from tests.web.statements import recorded

ADA, INES = "ada@hiring.example", "ines@hiring.example"


@pytest.fixture(autouse=True)
async def people(site: Site) -> None:
    """Ada keeps the bank, Ines interviews."""
    await site.data.a_user(UserRole.ADMIN, email=ADA)
    await site.data.a_user(UserRole.INTERVIEWER, email=INES)


async def sent(site: Site, path: str, form_at: str = "", **fields: str) -> httpx.Response:
    """A form of a page, sent as a browser would."""
    csrf = csrf_of(await site.http.get(form_at or path))
    return await site.http.post(path, data={"csrf": csrf, **fields})


@pytest.mark.parametrize("kind", ["types", "skills"])
async def test_an_admin_adds_renames_and_deletes(kind: str, site: Site) -> None:
    await site.sign_in(ADA)
    pages = f"/question-bank/{kind}"
    assert (await sent(site, pages, name="Pair bread baking\x00", description="Two ovens")).status_code == 303
    again = await sent(site, pages, name="PAIR BREAD BAKING")
    assert again.status_code == 409
    assert 'value="PAIR BREAD BAKING"' in again.text
    found = await site.http.get(pages, params={"search": "bread bak"})
    assert "Two ovens" in found.text
    assert "Teamwork" not in found.text
    table = "interview_types" if kind == "types" else "skills"
    name = "type_name" if kind == "types" else "skill_name"
    row = await site.row(f"SELECT id FROM {table} WHERE {name} = 'Pair bread baking'")
    one = f"{pages}/{row.id}"
    assert (await sent(site, one, name="Night baking", description="One oven")).status_code == 303
    assert "<h1>Night baking</h1>" in (await site.http.get(one)).text
    assert (await sent(site, f"{one}/remove", one)).status_code == 422
    gone = await sent(site, f"{one}/remove", one, sure="yes")
    assert urlsplit(gone.headers["location"]).path == pages
    assert (await site.http.get(one)).status_code == 404


async def test_an_interviewer_looks_and_changes_nothing(site: Site) -> None:
    await site.sign_in(INES)
    for kind in ("types", "skills"):
        page = await site.http.get(f"/question-bank/{kind}")
        assert page.status_code == 200
        assert "Add a" not in page.text
        csrf = csrf_of(await site.http.get("/interviews"))
        refused = await site.http.post(f"/question-bank/{kind}", data={"csrf": csrf, "name": "Mine"})
        assert refused.status_code == 403


async def test_the_page_of_types_asks_no_more_for_many_than_for_few(site: Site) -> None:
    await site.sign_in(ADA)
    counts = []
    for number in range(2):
        with recorded(site) as statements:
            assert (await site.http.get("/question-bank/types")).status_code == 200
        counts.append(len(statements.found))
        for more in range(5):
            await sent(site, "/question-bank/types", name=f"Another {number} {more}")
    assert counts[0] == counts[1]
