"""Results as GeoParquet, which other programs accept and read."""

import shutil
import subprocess
import sys
from pathlib import Path

import geopandas
from pyspark.sql import DataFrame

from conftest import INCIDENTS, WARDS, single_run
from hotspots_spark import run


def test_the_validator_accepts_it_and_geopandas_reads_the_result(
    incidents: DataFrame, program: str, tmp_path: Path
) -> None:
    """Rows, columns, shapes and system are those of the GeoPackage that a single run writes."""
    output, alone = tmp_path / "areas.parquet", tmp_path / "areas.gpkg"
    run(incidents, "areas", boundaries=[WARDS], output=output, program=program)
    validator = shutil.which("geoparquet-validator", path=str(Path(sys.executable).parent))
    assert validator is not None
    checked = subprocess.run(
        [validator, "check", str(output)], check=False, capture_output=True, text=True
    )
    assert checked.returncode == 0, checked.stdout + checked.stderr

    single_run(program, "areas", "--incidents", INCIDENTS, "--boundaries", WARDS, "--output", alone)
    written, expected = geopandas.read_parquet(output), geopandas.read_file(alone, layer="wards")
    assert list(written.code) == list(expected.code)
    assert written.crs == expected.crs
    assert (written.geometry.geom_equals_exact(expected.geometry, 0)).all()
    assert (written.drop(columns=["bbox", "geometry"], errors="ignore")).equals(
        expected.drop(columns="geometry")
    )
