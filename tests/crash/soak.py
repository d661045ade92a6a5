"""`python -m tests.crash.soak --runs 30 --seed 1`: many runs with kills; a miss prints all that is needed."""

import argparse
import asyncio
import json
import sys
from dataclasses import asdict

from tests.crash.scenario import Plan, Report, run


def main() -> int:
    """Play the runs one after the other. Returns 0 when every one held."""
    wanted = argparse.ArgumentParser(description=__doc__)
    wanted.add_argument("--runs", type=int, default=30)
    wanted.add_argument("--seed", type=int, default=1, help="of the first run; the next one adds 1")
    wanted.add_argument("--jobs", type=int, default=20)
    wanted.add_argument("--json", action="store_true", help="one JSON object per run")
    given = wanted.parse_args()
    missed = 0
    for seed in range(given.seed, given.seed + given.runs):
        report = asyncio.run(run(Plan(seed, jobs=given.jobs)))
        missed += bool(report.findings)
        sys.stdout.write((json.dumps(asdict(report)) if given.json else tell(report)) + "\n")
        sys.stdout.flush()
    sys.stdout.write(f"{given.runs - missed} of {given.runs} runs held.\n")
    return 1 if missed else 0


def tell(report: Report) -> str:
    """A run in lines for people."""
    r = report.recovery
    lines = [
        (
            f"seed {report.seed}: {'MISSED' if report.findings else 'held'} in {report.seconds:.0f} s,"
            f" {len(report.kills)} kills, {report.answers} answers,"
            f" {report.mails} mails ({report.repeated_mails} handed over again)"
        ),
        (
            f"  seat to promotion {r.seat_median:.2f} s, longest {r.seat_longest:.1f} s;"
            f" mail {r.mail_median:.2f} s, longest {r.mail_longest:.1f} s;"
            f" reconciler: {r.restarted} started, {r.nudged} woken; people met {report.troubles}"
        ),
    ]
    if report.findings:
        lines += [f"  kills: {', '.join(report.kills)}", *(f"  - {finding}" for finding in report.findings)]
        lines += [f"  {line}" for line in report.logs]
    return "\n".join(lines)


if __name__ == "__main__":
    sys.exit(main())
