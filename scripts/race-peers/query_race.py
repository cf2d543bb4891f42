"""The incidents inside a polygon as GeoJSON: every tool must find the same ones.

A second DuckDB writes newline-delimited GeoJSON, for which it has a faster writer.
"""

import collections
import json
import math
import random
import sys

from inputs import WORK, script

VERTICES = 400
# Charing Cross, and metres in a degree there.
CENTRE = -0.1276, 51.5074
METRES = 69_400, 111_250


class QueryRace:
    peers = {
        "duckdb": "DuckDB", "duckdb-ndjson": "DuckDB (newline-delimited)",
        "geopandas": "GeoPandas",
    }
    usual_peers = "duckdb,duckdb-ndjson,geopandas"
    usual_rows = "1000000"
    agreement = f"inside a polygon of {VERTICES} vertices the same incidents"

    def __init__(self, options, boundaries):
        self.options = options

    def columns(self, incidents, rows):
        """Yields a title, the tools' outputs and commands, and what compares the outputs."""
        polygon = WORK / "polygon.geojson"
        write_polygon(polygon)
        commands = {}
        for tool in ["hotspots", *self.options.peers]:
            output = WORK / f"{tool}-query.{'ndjson' if tool.endswith('ndjson') else 'geojson'}"
            commands[tool] = output, self.command(tool, incidents, polygon, output)
        expected = {}

        def compare(tool, output):
            found = answers(output)
            if not found:
                sys.exit(f"{tool} finds nothing: the incidents are not around {CENTRE}")
            first = expected.setdefault("hotspots", found)
            if found != first:
                sys.exit(f"{tool} finds {found.total()}, Hotspots {first.total()} incidents; "
                         f"{(found - first).total()} and {(first - found).total()} of them alone")

        yield f"{rows:,}", commands, compare

    def command(self, tool, incidents, polygon, output):
        options = self.options
        if tool == "hotspots":
            return [
                options.hotspots, "query", "--incidents", incidents, "--within", polygon,
                "--output", output, "--threads", options.threads, "--quiet",
            ]
        package = tool.partition("-")[0]
        return script(f"{package}_query.py", incidents, polygon, output)


def write_polygon(file):
    """Writes a ragged polygon of four to seven kilometres around its centre, always the same."""
    seeded = random.Random(2023)
    ring = []
    for vertex in range(VERTICES):
        angle = 2 * math.pi * vertex / VERTICES
        reach = seeded.uniform(4000, 7000)
        ring.append([CENTRE[0] + reach * math.cos(angle) / METRES[0],
                     CENTRE[1] + reach * math.sin(angle) / METRES[1]])
    geometry = {"type": "Polygon", "coordinates": [[*ring, ring[0]]]}
    feature = {"type": "Feature", "properties": {}, "geometry": geometry}
    file.write_text(json.dumps({"type": "FeatureCollection", "features": [feature]}))


def answers(output):
    """Counts the incidents by what identifies them: not all have an id."""
    with open(output, encoding="utf-8") as file:
        if output.suffix == ".ndjson":
            features = [json.loads(line) for line in file]
        else:
            features = json.load(file)["features"]
    return collections.Counter(
        (feature["properties"]["id"] or "", feature["properties"]["category"],
         feature["properties"]["location"],
         *(round(number, 6) for number in feature["geometry"]["coordinates"]))
        for feature in features)
