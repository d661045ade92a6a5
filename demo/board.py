"""The demo's live board, and its last words."""

from typing import Any

from rich.console import Group, RenderableType
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

from demo.world import World

SEAT_STYLE = {
    None: ("·", "dim"),
    "invitation_sent": ("✉", "yellow"),
    "slot_pending": ("?", "yellow"),
    "confirmed": ("◷", "cyan"),
    "in_progress": ("▶", "cyan"),
    "completed": ("✔", "green"),
}
STORY_LINES = 14


def board(world: World, jobs: list[dict[str, Any]], notes: list[str]) -> RenderableType:
    """Jobs with their seats and bench, and the newest lines of the story."""
    table = Table(expand=True, box=None, padding=(0, 2))
    for heading in ("Job", "Status", "Seats", "Bench", "Applications", "Held"):
        table.add_column(heading)
    for job in jobs:
        table.add_row(
            job["job"]["title"], job["job"]["status"], _seats(job["board"]["seats"]), str(len(job["board"]["bench"])),
            _counts(job["board"]["counts"]), str(len(job["board"]["held"]) or ""),
        )  # fmt: skip
    clock = f"business time {world.now():%A %d %B %H:%M} UTC, {world.tempo.rate / 3600:.0f} h a second"
    story = Text("\n".join(world.events[-STORY_LINES:]))
    return Group(
        Panel(table, title="Understudy", subtitle=clock),
        Panel(story, title="What happens"),
        Text("\n".join(notes)),
    )


def _seats(seats: list[dict[str, Any]]) -> Text:
    text = Text()
    for seat in seats:
        sign, style = SEAT_STYLE.get(seat["interview_status"], ("✗", "red"))
        if seat["application_id"] is None:
            sign, style = "_", "red"
        text.append(f" {sign}", style=style)
    return text


def _counts(counts: dict[str, int]) -> str:
    return ", ".join(f"{count} {name}" for name, count in sorted(counts.items()) if count)


def last_words(result: dict[str, Any]) -> RenderableType:
    """What happened, as tables."""
    seats = Table(title="Jobs", expand=True)
    for heading in ("Job", "Ended", "Seats", "Invited", "Accepted", "Booked", "Interviewed", "Promoted"):
        seats.add_column(heading)
    for job in result["jobs"]:
        f = job["funnel"]
        seats.add_row(
            job["title"], job["status"], f"{job['seats_completed']}/{job['openings']}", str(f["invited"]),
            str(f["accepted"]), str(f["booked"]), str(f["completed"]), str(f["promotions"]),
        )  # fmt: skip
    checks = Table(title="Checks", expand=True)
    checks.add_column("What")
    checks.add_column("Result")
    for name, problems in result["checks"].items():
        style = "red" if problems else "green"
        checks.add_row(name, Text("; ".join(map(str, problems[:5])) or "holds", style=style))
    figures = Text(
        f"{result['applications']} applications, {result['unreadable']} unreadable with a reason; "
        f"{result['log_rows']} log rows; {result['mails']} mails; {result['histories']} histories searched; "
        f"{result['seconds']:.0f} s.\n"
    )
    return Group(seats, checks, figures)
