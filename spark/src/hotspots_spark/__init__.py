"""Runs Hotspots on the rows of Spark DataFrames.

    import hotspots_spark

    incidents = spark.read.parquet("incidents")
    hotspots_spark.run(
        incidents,
        "areas",
        columns=["Longitude", "Latitude", "Crime type"],
        boundaries=["wards.shp"],
        output="areas.csv",
    )

The rows of each partition go through a pipe into the program, which makes a part of them. Parts are
merged by the program too, so that the result has the same bytes as one run over all rows.
"""

from hotspots_spark.arguments import OptionValue
from hotspots_spark.counting import count
from hotspots_spark.geoparquet import write_geoparquet
from hotspots_spark.merging import merge
from hotspots_spark.program import ProgramError
from hotspots_spark.rows import ColumnError
from hotspots_spark.running import Outcome, run

__all__ = [
    "ColumnError",
    "OptionValue",
    "Outcome",
    "ProgramError",
    "count",
    "merge",
    "run",
    "write_geoparquet",
]
