"""Counts the incidents of the made-up borough by ward and by LSOA, from Parquet.

Start it with `spark/examples/submit`, which names the program in `HOTSPOTS`.
"""

import os
from pathlib import Path

from pyspark.sql import SparkSession

import hotspots_spark

PROJECT = Path(__file__).resolve().parents[2]
OUTPUT = Path(".build/spark-example")


def main() -> None:
    """Writes the incidents as Parquet, as a lake would hold them, and counts these."""
    # Times are local, without a zone: they stay what they are.
    spark = SparkSession.builder.config("spark.sql.timestampType", "TIMESTAMP_NTZ").getOrCreate()
    spark.sparkContext.setLogLevel("ERROR")
    os.chdir(PROJECT)
    table = str((OUTPUT / "incidents.parquet").absolute())
    read = spark.read.csv(str(PROJECT / "samples/incidents.csv"), header=True, inferSchema=True)
    read.repartition(8).write.mode("overwrite").parquet(table)

    areas = hotspots_spark.run(
        spark.read.parquet(table),
        "areas",
        columns=["Easting", "Northing", "Crime type"],
        boundaries=["boundaries/wards.shp", "boundaries/lsoa.shp"],
        options={"weights": Path("samples/weights.csv"), "weights-name": "harm"},
        output=OUTPUT / "wards.parquet",
        map=OUTPUT / "wards.svg",
        partitions=4,
        program=os.environ.get("HOTSPOTS", "hotspots"),
    )
    print(areas.said)
    print(f"{areas.parts} parts of {areas.part_bytes:,} bytes together; results in {OUTPUT}")
    spark.stop()


if __name__ == "__main__":
    main()
