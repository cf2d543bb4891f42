"""Incidents per area and category as GeoJSON, by GeoPandas.

usage: geopandas_areas.py INCIDENTS.csv BOUNDARIES.shp CODE NAME CRS OUTPUT.geojson
"""

import sys

import geopandas
import pandas

from category_columns import category_column

incidents_file, boundaries, code, name, crs, output = sys.argv[1:]

incidents = pandas.read_csv(incidents_file, usecols=["Longitude", "Latitude", "Crime type"])
incidents = incidents.dropna(subset=["Longitude", "Latitude"])
places = geopandas.GeoDataFrame(
    {"category": incidents["Crime type"]},
    geometry=geopandas.points_from_xy(incidents["Longitude"], incidents["Latitude"]),
    crs="EPSG:4326",
).to_crs(crs)

areas = geopandas.read_file(boundaries, columns=[code, name])
areas = areas.set_crs(crs, allow_override=True).rename(columns={code: "code", name: "name"})

assigned = geopandas.sjoin(places, areas[["code", "geometry"]], predicate="within")
counts = assigned.groupby(["code", "category"]).size().unstack(fill_value=0)
counts.columns = [category_column(category) for category in counts.columns]
counts.insert(0, "incidents", counts.sum(axis=1))

table = areas.merge(counts, left_on="code", right_index=True, how="left")
table[counts.columns] = table[counts.columns].fillna(0).astype("int32")
table.to_crs("EPSG:4326").to_file(output, driver="GeoJSON", COORDINATE_PRECISION=7)
