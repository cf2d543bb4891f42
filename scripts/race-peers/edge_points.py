"""Lists the incidents that lie on an area's edge, where rounding decides who counts them.

usage: edge_points.py INCIDENTS.csv BOUNDARIES.shp CODE CRS
Prints one line of JSON for each: its row, its place, its column of counts, the areas it touches.
"""

import json
import sys

import pandas
import pyogrio
import pyproj
import shapely

from category_columns import category_column

# Metres: a thousand times what the tools' projections differ by, far below any real distance.
NEAR = 1e-6


def main(incidents_file, boundaries, code, crs):
    _, _, outlines, (codes,) = pyogrio.raw.read(boundaries, columns=[code])
    edges = shapely.STRtree(shapely.boundary(shapely.from_wkb(outlines)))
    project = pyproj.Transformer.from_crs("EPSG:4326", crs, always_xy=True).transform
    columns = ["Longitude", "Latitude", "Crime type"]
    for block in pandas.read_csv(incidents_file, usecols=columns, chunksize=500_000):
        block = block.dropna(subset=["Longitude", "Latitude"])
        points = shapely.points(*project(block["Longitude"], block["Latitude"]))
        touched = {}
        for point, area in edges.query(points, predicate="dwithin", distance=NEAR).T:
            touched.setdefault(point, []).append(codes[area])
        for point, areas in touched.items():
            row = block.iloc[point]
            print(json.dumps({
                "row": int(block.index[point]) + 1, "longitude": row["Longitude"],
                "latitude": row["Latitude"], "column": category_column(row["Crime type"]),
                "areas": areas,
            }))


if __name__ == "__main__":
    main(*sys.argv[1:])
