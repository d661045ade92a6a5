"""Signing in for the first time, the own account, keys and people, in a browser."""

import re
from datetime import UTC, datetime

from playwright.async_api import Page, expect

from domain.vocabulary import UserRole
from services.identity import passwords
from tests.browser.conftest import Keep
from tests.browser.windows import Windows, axe, no_sideways_scrolling, targets_are_large, visit
from tests.support.data import AUTO
from tests.web.site import Site

ADA = "ada@hiring.example"
OWN = "four calm words here"


async def one_time(live: Site) -> str:
    """An admin who was given a password."""
    user = await live.data.a_user(UserRole.ADMIN, email=ADA, name="Ada Admin")
    await live.data.a_user(email="rosa@hiring.example", name="Rosa Recruiter-Wolfeschlegelstein")
    async with live.owner.begin() as session:
        now = datetime.now(UTC)
        return await passwords.give_one_time(session, user, cause=AUTO, now=now, at=live.clock.now)


async def looked_at(page: Page, keep: Keep, name: str) -> None:
    """The page is accessible, fits, and is kept as a picture."""
    await axe(page)
    await no_sideways_scrolling(page)
    await targets_are_large(page)
    await keep(page, name)


async def signed_in(page: Page, live: Site, password: str) -> None:
    """Sign in and choose a password."""
    await visit(page, live, "/sign-in")
    await page.get_by_label("Mail address").fill(ADA)
    await page.get_by_label("Password").fill(password)
    await page.get_by_role("button", name="Sign in").click()
    await page.get_by_label("Present password").fill(password)
    await page.get_by_label("New password", exact=True).fill(OWN)
    await page.get_by_label("New password again").fill(OWN)
    await page.get_by_role("button", name="Change password").click()
    await expect(page.get_by_text("Your password was changed")).to_be_visible()


async def test_an_admin_begins_makes_a_key_adds_somebody_and_signs_out(
    live: Site, desktop: Page, keep: Keep
) -> None:
    password = await one_time(live)
    await visit(desktop, live, "/sign-in")
    await looked_at(desktop, keep, "identity-sign-in")
    await signed_in(desktop, live, password)
    await looked_at(desktop, keep, "identity-account")
    await desktop.get_by_role("link", name="Your API keys").click()
    await desktop.get_by_label("Name of the program that will use it").fill("Our ATS")
    await desktop.get_by_role("checkbox", name=re.compile("^write:")).check()
    await desktop.get_by_role("button", name="Make the key").click()
    await expect(desktop.get_by_label("New key")).to_have_value(re.compile("^usk_"))
    await looked_at(desktop, keep, "identity-key-made")
    await desktop.get_by_role("link", name="People").click()
    await looked_at(desktop, keep, "identity-people")
    await desktop.get_by_label("Name", exact=True).fill("Ines")
    await desktop.get_by_label("Mail address").fill("ines@hiring.example")
    await desktop.get_by_role("button", name="Add").click()
    await expect(desktop.get_by_label("One-time password")).to_have_value(re.compile("^[a-z2-9-]{24}$"))
    await looked_at(desktop, keep, "identity-person")
    await desktop.get_by_role("button", name="Disable").click()
    await expect(desktop.get_by_role("button", name="Enable again")).to_be_visible()
    await desktop.get_by_role("link", name="Ada Admin, admin").click()
    await desktop.get_by_role("button", name="Sign out everywhere").click()
    await expect(desktop.get_by_role("heading", name="Sign in")).to_be_visible()


async def test_the_pages_fit_a_phone_in_the_dark(live: Site, windows: Windows, keep: Keep) -> None:
    password = await one_time(live)
    async with windows.open("phone", dark=True) as page:
        await visit(page, live, "/sign-in")
        await looked_at(page, keep, "identity-sign-in-dark")
        await signed_in(page, live, password)
        for path in ("/account", "/account/keys", "/users", "/password"):
            await visit(page, live, path)
            await looked_at(page, keep, f"identity{path.replace('/', '-')}-dark")


async def test_signing_in_needs_no_script(live: Site, phone_without_script: Page) -> None:
    await signed_in(phone_without_script, live, await one_time(live))
    await visit(phone_without_script, live, "/users")
    await expect(phone_without_script.get_by_role("link", name="Ada Admin", exact=True)).to_be_visible()
