"""Incidents per area and category as GeoJSON, by polars, PROJ and Shapely without data frames of
geometries: what a programmer would write who knows them well.

usage: polars_areas.py INCIDENTS.csv BOUNDARIES.shp CODE NAME CRS OUTPUT.geojson
"""

import sys

import numpy
import polars
import pyogrio
import pyproj
import shapely

from category_columns import category_column

incidents_file, boundaries, code, name, crs, output = sys.argv[1:]

incidents = polars.read_csv(
    incidents_file,
    columns=["Longitude", "Latitude", "Crime type"],
    schema_overrides={"Longitude": polars.Float64, "Latitude": polars.Float64},
).drop_nulls(["Longitude", "Latitude"])
eastings, northings = pyproj.Transformer.from_crs("EPSG:4326", crs, always_xy=True).transform(
    incidents["Longitude"].to_numpy(), incidents["Latitude"].to_numpy()
)

_, _, outlines, (codes, names) = pyogrio.raw.read(boundaries, columns=[code, name])
areas = shapely.from_wkb(outlines)
shapely.prepare(areas)
point, area = shapely.STRtree(areas).query(shapely.points(eastings, northings))
inside = shapely.contains_xy(areas[area], eastings[point], northings[point])
point, area = point[inside], area[inside]

categories = sorted(incidents["Crime type"].unique().to_list())
category = incidents["Crime type"].cast(polars.Enum(categories)).to_physical().to_numpy()
cells = area * len(categories) + category[point]
counts = numpy.bincount(cells, minlength=len(areas) * len(categories))
counts = counts.reshape(len(areas), len(categories)).astype("int32")

to_degrees = pyproj.Transformer.from_crs(crs, "EPSG:4326", always_xy=True)
degrees = shapely.transform(
    areas, lambda positions: numpy.column_stack(to_degrees.transform(*positions.T))
)
pyogrio.raw.write(
    output,
    shapely.to_wkb(degrees),
    [codes, names, counts.sum(axis=1, dtype="int32"), *counts.T],
    ["code", "name", "incidents", *map(category_column, categories)],
    driver="GeoJSON",
    geometry_type="MultiPolygon",
    promote_to_multi=True,
    crs="EPSG:4326",
    layer_options={"COORDINATE_PRECISION": "7"},
)
