"""Results as GeoParquet."""

from pathlib import Path


def write_geoparquet(result: Path | str, output: Path | str) -> None:
    """Writes a result with shapes, such as a GeoPackage, as GeoParquet 1.1.

    Rows, columns and the coordinate system are those of the result. Each row has the box around its
    shape too, so that readers skip what lies elsewhere.

    Args:
        result: A GeoPackage or GeoJSON that the program wrote.
        output: The file to write.

    Raises:
        ModuleNotFoundError: GeoPandas is not installed (`hotspots-spark[geoparquet]`).
    """
    import geopandas

    layers = geopandas.list_layers(result)
    shapes = layers[layers.geometry_type.notna()].name.iloc[0]  # Beside it are styles.
    geopandas.read_file(result, layer=shapes).to_parquet(
        output, index=False, schema_version="1.1.0", write_covering_bbox=True, compression="zstd"
    )
