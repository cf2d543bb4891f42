"""The incidents inside a polygon as GeoJSON, by GeoPandas.

usage: geopandas_query.py INCIDENTS.csv POLYGON.geojson OUTPUT.geojson
"""

import sys

import geopandas
import pandas

incidents_file, polygon, output = sys.argv[1:]

names = {
    "Crime ID": "id", "From": "start", "To": "end", "Crime type": "category",
    "Location": "location",
}
incidents = pandas.read_csv(incidents_file, usecols=["Longitude", "Latitude", *names])
incidents = incidents.dropna(subset=["Longitude", "Latitude"]).rename(columns=names)
places = geopandas.GeoDataFrame(
    incidents[list(names.values())],
    geometry=geopandas.points_from_xy(incidents["Longitude"], incidents["Latitude"]),
    crs="EPSG:4326",
)
outline = geopandas.read_file(polygon).union_all()
inside = places.iloc[places.sindex.query(outline, predicate="intersects", sort=True)]
inside.to_file(output, driver="GeoJSON", COORDINATE_PRECISION=7)
