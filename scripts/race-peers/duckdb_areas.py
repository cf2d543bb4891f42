"""Incidents per area and category as GeoJSON, by DuckDB and its spatial extension.

usage: duckdb_areas.py INCIDENTS.csv BOUNDARIES.shp CODE NAME CRS OUTPUT.geojson
"""

import pathlib
import sys

import duckdb
import duckdb_extension_spatial

from category_columns import category_column

incidents, boundaries, code, name, crs, output = sys.argv[1:]

database = duckdb.connect(config={"allow_unsigned_extensions": "true", "threads": 2})
packaged = pathlib.Path(duckdb_extension_spatial.__file__).parent
extension = next(packaged.rglob("spatial.duckdb_extension"))
database.execute(f"LOAD '{extension}'")

database.execute(
    f"""
    CREATE TABLE areas AS
    SELECT "{code}" AS code, "{name}" AS name, geom AS outline FROM ST_Read('{boundaries}')
    """
)
# A view and not a table: joining while reading takes less time and memory.
database.execute(
    f"""
    CREATE VIEW incidents AS
    SELECT
      "Crime type" AS category,
      ST_Transform(ST_Point(Longitude, Latitude), 'EPSG:4326', '{crs}', always_xy := true) AS place
    FROM read_csv(
      '{incidents}', header = true, types = {{'Longitude': 'DOUBLE', 'Latitude': 'DOUBLE'}})
    WHERE Longitude IS NOT NULL AND Latitude IS NOT NULL
    """
)
database.execute(
    """
    CREATE TABLE counts AS
    SELECT code, category, count(*)::INTEGER AS incidents
    FROM incidents JOIN areas ON ST_Contains(outline, place)
    GROUP BY code, category
    """
)
categories = [row[0] for row in database.execute(
    "SELECT DISTINCT category FROM counts ORDER BY category").fetchall()]
columns = "".join(
    f""", coalesce(sum(incidents) FILTER (category = '{category.replace("'", "''")}'), 0)::INTEGER
          AS "{category_column(category)}" """
    for category in categories
)
pathlib.Path(output).unlink(missing_ok=True)
database.execute(
    f"""
    COPY (
      SELECT
        code, any_value(name) AS name, coalesce(sum(incidents), 0)::INTEGER AS incidents {columns},
        ST_Transform(any_value(outline), '{crs}', 'EPSG:4326', always_xy := true) AS outline
      FROM areas LEFT JOIN counts USING (code)
      GROUP BY code ORDER BY code
    ) TO '{output}'
    WITH (FORMAT gdal, DRIVER 'GeoJSON', LAYER_CREATION_OPTIONS 'COORDINATE_PRECISION=7')
    """
)
