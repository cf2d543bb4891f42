"""Incidents per area and category as GeoJSON, by SedonaDB; GeoPandas writes the file.

usage: sedonadb_areas.py INCIDENTS.csv BOUNDARIES.shp CODE NAME CRS OUTPUT.geojson
"""

import sys

import geopandas
import sedonadb

from category_columns import category_column

incidents, boundaries, code, name, crs, output = sys.argv[1:]

database = sedonadb.connect()
database.read_pyogrio(boundaries).to_memtable().to_view("areas")
database.read.csv(incidents).to_view("incidents")
counts = database.sql(
    f"""
    SELECT code, category, count(*) AS incidents
    FROM (
      SELECT
        "Crime type" AS category,
        ST_Transform(ST_SetSRID(ST_Point("Longitude", "Latitude"), 4326), '{crs}') AS place
      FROM incidents
      WHERE "Longitude" IS NOT NULL AND "Latitude" IS NOT NULL
    )
    JOIN (SELECT "{code}" AS code, ST_SetCRS(wkb_geometry, '{crs}') AS outline FROM areas)
      ON ST_Contains(outline, place)
    GROUP BY code, category
    """
).to_pandas()
counts = counts.pivot(index="code", columns="category", values="incidents").fillna(0)
counts.columns = [category_column(category) for category in counts.columns]
counts.insert(0, "incidents", counts.sum(axis=1))

areas = geopandas.read_file(boundaries, columns=[code, name])
areas = areas.set_crs(crs, allow_override=True).rename(columns={code: "code", name: "name"})
table = areas.merge(counts, left_on="code", right_index=True, how="left")
table[counts.columns] = table[counts.columns].fillna(0).astype("int32")
table.to_crs("EPSG:4326").to_file(output, driver="GeoJSON", COORDINATE_PRECISION=7)
