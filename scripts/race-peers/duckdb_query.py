"""The incidents inside a polygon, by DuckDB and its spatial extension.

GDAL writes GeoJSON, which takes most of the time; newline-delimited GeoJSON DuckDB writes itself.

usage: duckdb_query.py INCIDENTS.csv POLYGON.geojson OUTPUT.geojson|OUTPUT.ndjson
"""

import pathlib
import sys

import duckdb
import duckdb_extension_spatial

incidents, polygon, output = sys.argv[1:]

database = duckdb.connect(config={"allow_unsigned_extensions": "true", "threads": 2})
packaged = pathlib.Path(duckdb_extension_spatial.__file__).parent
extension = next(packaged.rglob("spatial.duckdb_extension"))
database.execute(f"LOAD '{extension}'")

# Times stay text, which takes less time than reading them.
database.execute(
    f"""
    CREATE VIEW found AS
    SELECT
      "Crime ID" AS id, "From" AS start, "To" AS "end", "Crime type" AS category,
      Location AS location, ST_Point(Longitude, Latitude) AS geometry
    FROM read_csv('{incidents}', header = true, types = {{
      'Longitude': 'DOUBLE', 'Latitude': 'DOUBLE', 'From': 'VARCHAR', 'To': 'VARCHAR'}})
    JOIN ST_Read('{polygon}') ON ST_Intersects(geom, ST_Point(Longitude, Latitude))
    """
)
pathlib.Path(output).unlink(missing_ok=True)
if output.endswith(".ndjson"):
    database.execute(
        f"""
        COPY (
          SELECT
            'Feature' AS type,
            {{'id': id, 'start': start, 'end': "end", 'category': category,
              'location': location}} AS properties,
            ST_AsGeoJSON(geometry)::JSON AS geometry
          FROM found
        ) TO '{output}' (FORMAT json)
        """
    )
else:
    database.execute(
        f"""
        COPY found TO '{output}'
        WITH (FORMAT gdal, DRIVER 'GeoJSON', LAYER_CREATION_OPTIONS 'COORDINATE_PRECISION=7')
        """
    )
