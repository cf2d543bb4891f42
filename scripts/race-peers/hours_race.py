"""The hours of the week, each incident spread over its window, as CSV: every hour must agree."""

import csv
import math
import sys

from inputs import WORK, script

DAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]


class HoursRace:
    peers = {"pandas": "pandas"}
    usual_peers = "pandas"
    usual_rows = "1000000"
    agreement = "all 168 hours equal to a millionth"

    def __init__(self, options, boundaries):
        self.options = options

    def columns(self, incidents, rows):
        """Yields a title, the tools' outputs and commands, and what compares the outputs."""
        commands = {
            tool: (WORK / f"{tool}-hours.csv", self.command(tool, incidents))
            for tool in ["hotspots", *self.options.peers]
        }
        expected = {}

        def compare(tool, output):
            found = hours(output)
            for (hour, first) in expected.setdefault("hotspots", found).items():
                if not math.isclose(found[hour], first, rel_tol=1e-6):
                    sys.exit(f"{tool} has {found[hour]} for {hour}, Hotspots {first}")

        yield f"{rows:,}", commands, compare

    def command(self, tool, incidents):
        options, output = self.options, WORK / f"{tool}-hours.csv"
        if tool == "hotspots":
            return [
                options.hotspots, "hours", "--incidents", incidents, "--output", output,
                "--threads", options.threads, "--quiet",
            ]
        return script(f"{tool}_hours.py", incidents, output)


def hours(table):
    """Reads the expected incidents by day and hour."""
    with open(table, encoding="utf-8", newline="") as file:
        return {
            f"{day} {row['hour']}": float(row[day])
            for row in csv.DictReader(file) if row["hour"] != "Total" for day in DAYS
        }
