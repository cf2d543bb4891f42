"""Counts the incidents on the cluster that is named, where slow tasks get a second attempt."""

import sys

from pyspark.sql import SparkSession

from hotspots_spark import run


def main(master: str, incidents: str, boundaries: str, program: str, output: str) -> None:
    """Writes `areas` of six partitions."""
    settings = {
        "spark.ui.enabled": "false",
        "spark.cores.max": "2",
        "spark.speculation": "true",
        "spark.speculation.interval": "100ms",
        "spark.speculation.quantile": "0.5",
        "spark.speculation.multiplier": "2",
    }
    builder = SparkSession.builder.master(master).appName("speculating")
    for name, value in settings.items():
        builder = builder.config(name, value)
    spark = builder.getOrCreate()
    rows = spark.read.csv(incidents, header=True).repartition(6)
    print(run(rows, "areas", boundaries=[boundaries], output=output, program=program).parts)
    # The slow attempt is not waited for.
    spark.stop()


if __name__ == "__main__":
    main(*sys.argv[1:])
