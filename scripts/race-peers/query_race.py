"""The incidents inside a polygon as GeoJSON: every tool must find the same ones.

A second DuckDB writes newline-delimited GeoJSON, for which it has a faster writer.
"""

import collections
import json
import math
import random
import sys

import pyproj

from inputs import WORK, extent_of, script

VERTICES = 400


class QueryRace:
    peers = {
        "duckdb": "DuckDB", "duckdb-ndjson": "DuckDB (newline-delimited)",
        "geopandas": "GeoPandas",
    }
    usual_peers = "duckdb,duckdb-ndjson,geopandas"
    usual_rows = "1000000"
    agreement = f"inside a polygon of {VERTICES} vertices the same incidents"

    def __init__(self, options, boundaries):
        self.options, self.boundaries = options, boundaries

    def columns(self, incidents, rows):
        """Yields a title, the tools' outputs and commands, and what compares the outputs."""
        polygon = WORK / "polygon.geojson"
        write_polygon(polygon, extent_of(self.boundaries), self.options.crs)
        commands = {}
        for tool in ["hotspots", *self.options.peers]:
            output = WORK / f"{tool}-query.{'ndjson' if tool.endswith('ndjson') else 'geojson'}"
            commands[tool] = output, self.command(tool, incidents, polygon, output)
        expected = {}

        def compare(tool, output):
            found = answers(output)
            if not found:
                sys.exit(f"{tool} finds nothing: the incidents are not around the areas' middle")
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


def write_polygon(file, extent, crs):
    """Writes a ragged polygon around the areas' middle, in London four to seven kilometres."""
    west, south, east, north = extent
    side = min(east - west, north - south)
    to_degrees = pyproj.Transformer.from_crs(crs, "EPSG:4326", always_xy=True)
    seeded = random.Random(2023)
    ring = []
    for vertex in range(VERTICES):
        angle, reach = 2 * math.pi * vertex / VERTICES, side * seeded.uniform(0.09, 0.155)
        ring.append(to_degrees.transform(
            (west + east) / 2 + reach * math.cos(angle),
            (south + north) / 2 + reach * math.sin(angle)))
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
