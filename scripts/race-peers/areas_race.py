"""Incidents per area and category as GeoJSON: every count must agree."""

import json
import subprocess
import sys

from inputs import WORK, fields_of, script


class AreasRace:
    peers = {
        "duckdb": "DuckDB", "sedonadb": "SedonaDB", "geopandas": "GeoPandas",
        "polars": "polars and Shapely",
    }
    usual_peers = "duckdb,sedonadb,geopandas"
    usual_rows = "100000,1000000,5000000"
    agreement = "all counts equal"

    def __init__(self, options, boundaries):
        self.options, self.boundaries = options, boundaries
        self.code, self.name = fields_of(options, boundaries)

    def columns(self, incidents, rows):
        """Yields a title, the tools' outputs and commands, and what compares the outputs."""
        commands = {
            tool: (WORK / f"{tool}.geojson", self.command(tool, incidents))
            for tool in ["hotspots", *self.options.peers]
        }
        agreement = Agreement(incidents, self.boundaries, self.code, self.options.crs)
        yield f"{rows:,}", commands, lambda tool, output: agreement.check(tool, counts(output))

    def command(self, tool, incidents):
        options, output = self.options, WORK / f"{tool}.geojson"
        if tool == "hotspots":
            return [
                options.hotspots, "areas", "--boundaries", self.boundaries,
                "--incidents", incidents, "--code-field", self.code, "--name-field", self.name,
                "--output", output, "--threads", options.threads, "--quiet",
            ]
        return script(f"{tool}_areas.py", incidents, self.boundaries, self.code, self.name,
                      options.crs, output)


def counts(geojson):
    """Reads the counts that are not zero, by area and column."""
    with open(geojson, encoding="utf-8") as file:
        features = json.load(file)["features"]
    found = {}
    for feature in features:
        properties = feature["properties"]
        for column, value in properties.items():
            if column.startswith("incidents") and value:
                found[properties["code"], column] = value
    return found


class Agreement:
    """Holds every tool to the counts of the first, points on an edge aside, which it lists."""

    def __init__(self, incidents, boundaries, code, crs):
        self.inputs = incidents, boundaries, code, crs
        self.expected = None
        self.on_edges = None

    def check(self, tool, found):
        """Ends the race when a count differs by more than the points on the area's edge."""
        if self.expected is None:
            self.reference, self.expected = tool, found
        cells = sorted(key for key in found.keys() | self.expected.keys()
                       if found.get(key, 0) != self.expected.get(key, 0))
        if not cells:
            return
        if self.on_edges is None:
            self.on_edges = count_edge_points(*self.inputs)
        for area, column in cells:
            pair = found.get((area, column), 0), self.expected.get((area, column), 0)
            if abs(pair[0] - pair[1]) > self.on_edges.get((area, column), 0):
                sys.exit(f"{tool} counts {pair[0]} for {area} {column}, {self.reference} {pair[1]}:"
                         f" one of {len(cells)} cells that differ")


def count_edge_points(incidents, boundaries, code, crs):
    """Lists the points on edges and returns their number by area and column."""
    command = script("edge_points.py", incidents, boundaries, code, crs)
    listing = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    found = {}
    for line in listing.splitlines():
        print(f"on an edge: {line}", file=sys.stderr)
        point = json.loads(line)
        for area in point["areas"]:
            for column in (point["column"], "incidents"):
                found[area, column] = found.get((area, column), 0) + 1
    return found
