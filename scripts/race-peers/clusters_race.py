"""Getis-Ord Gi* of the areas' counts with permutations, as CSV."""

import csv
import math
import subprocess
import sys

from inputs import WORK, fields_of, script

PERMUTATIONS = 999
# Two tools draw different rearrangements. The difference of two such p has a standard deviation of
# at most 0.023; five of them happen to none of some thousand areas.
CHANCE = 5 * math.sqrt(2 * 0.25 / PERMUTATIONS)


class ClustersRace:
    peers = {"pygeoda": "pygeoda", "esda": "esda"}
    usual_peers = "pygeoda,esda"
    usual_rows = "1000000"
    steps = ["neighbours", "local statistics"]
    agreement = f"{PERMUTATIONS} permutations, z equal to a millionth (pygeoda has none)"

    def __init__(self, options, boundaries):
        self.options, self.boundaries = options, boundaries
        self.code, self.name = fields_of(options, boundaries)

    def columns(self, incidents, rows):
        """Yields a title, the tools' outputs and commands, and what compares the outputs."""
        values = WORK / "values.csv"
        subprocess.run(
            [self.options.hotspots, "areas", "--boundaries", self.boundaries,
             "--incidents", incidents, "--code-field", self.code, "--name-field", self.name,
             "--output", values, "--quiet"], check=True)
        commands = {
            tool: (WORK / f"{tool}-clusters.csv", self.command(tool, values))
            for tool in ["hotspots", *self.options.peers]
        }
        with open(values, encoding="utf-8", newline="") as file:
            areas = sum(1 for _ in csv.DictReader(file))
        expected = {}
        yield (f"{areas:,} areas", commands,
               lambda tool, output: compare(tool, statistics_of(output), expected))

    def command(self, tool, values):
        options, output = self.options, WORK / f"{tool}-clusters.csv"
        if tool == "hotspots":
            return [
                options.hotspots, "clusters", "--boundaries", self.boundaries,
                "--values", values, "--value-field", "incidents", "--values-code-field", "code",
                "--code-field", self.code, "--name-field", self.name,
                "--permutations", PERMUTATIONS, "--output", output,
                "--threads", options.threads, "--verbose",
            ]
        return script(f"{tool}_clusters.py", self.boundaries, values, self.code, PERMUTATIONS,
                      output)


def statistics_of(table):
    """Reads z, where there is one, and p of the permutations by area."""
    with open(table, encoding="utf-8", newline="") as file:
        return {
            row["code"]: (float(row["z"]) if row.get("z") else None, float(row["p_permutation"]))
            for row in csv.DictReader(file)
        }


def compare(tool, found, expected):
    """Ends the race when an area is missing, z differs, or p by more than chance allows."""
    if not expected:
        expected.update(found)
    if found.keys() != expected.keys():
        sys.exit(f"{tool} has {len(found)} areas, Hotspots {len(expected)}")
    for code, (z, p) in found.items():
        first_z, first_p = expected[code]
        if z is not None and not math.isclose(z, first_z, rel_tol=1e-6, abs_tol=1e-6):
            sys.exit(f"{tool} has z {z} for {code}, Hotspots {first_z}")
        if abs(p - first_p) > CHANCE:
            sys.exit(f"{tool} has p {p} of permutations for {code}, Hotspots {first_p}")
