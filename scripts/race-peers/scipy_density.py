"""A quartic kernel density as ESRI ASCII grid, by polars, PROJ and SciPy: counts of cells convolved
with the kernel by a fast Fourier transform. All incidents of a cell lie at its middle, then.

usage: scipy_density.py INCIDENTS.csv WEST SOUTH EAST NORTH CRS BANDWIDTH CELL OUTPUT.asc
"""

import sys
import time

import numpy
import polars
import pyproj
import scipy.fft
import scipy.signal


def projected(incidents_file, crs):
    incidents = polars.read_csv(
        incidents_file,
        columns=["Longitude", "Latitude"],
        schema_overrides={"Longitude": polars.Float64, "Latitude": polars.Float64},
    ).drop_nulls()
    return pyproj.Transformer.from_crs("EPSG:4326", crs, always_xy=True).transform(
        incidents["Longitude"].to_numpy(), incidents["Latitude"].to_numpy())


def counted(eastings, northings, cell, west, south, wide, high):
    """Returns the incidents of each cell of a grid, row by row from the south."""
    column = numpy.floor((eastings - west) / cell).astype("int64")
    row = numpy.floor((northings - south) / cell).astype("int64")
    near = (column >= 0) & (column < wide) & (row >= 0) & (row < high)
    return numpy.bincount(row[near] * wide + column[near], minlength=wide * high).reshape(
        high, wide)


def surface(count, eastings, northings, bandwidth, cell, west, south, columns, rows):
    """Returns incidents per square kilometre, row by row from the south."""
    reach = int(numpy.ceil(bandwidth / cell))
    # Incidents around the grid reach into it.
    counts = count(
        eastings, northings, cell, west - reach * cell, south - reach * cell, columns + 2 * reach,
        rows + 2 * reach)
    away = numpy.arange(-reach, reach + 1) * cell
    squares = (away[:, None] ** 2 + away[None, :] ** 2) / bandwidth**2
    kernel = 3 / (numpy.pi * bandwidth**2) * numpy.maximum(0, 1 - squares) ** 2 * 1e6
    with scipy.fft.set_workers(2):
        found = scipy.signal.fftconvolve(counts, kernel, mode="valid")
    # The transform leaves less than nothing where there is nothing.
    return numpy.maximum(found, 0)


def main(count, incidents_file, west, south, east, north, crs, bandwidth, cell, output):
    west, south, east, north, bandwidth, cell = map(
        float, (west, south, east, north, bandwidth, cell))
    west, south = (numpy.floor(edge / cell) * cell for edge in (west, south))
    columns, rows = (int(numpy.ceil((to - start) / cell))
                     for start, to in ((west, east), (south, north)))
    eastings, northings = projected(incidents_file, crs)
    start = time.perf_counter()
    found = surface(
        count, eastings, northings, bandwidth, cell, west, south, columns, rows)
    print(f"time: density {(time.perf_counter() - start) * 1e3:.1f} ms", file=sys.stderr)
    with open(output, "wb") as file:
        file.write(
            f"ncols {columns}\nnrows {rows}\nxllcorner {west:.0f}\nyllcorner {south:.0f}\n"
            f"cellsize {cell:g}\nNODATA_value -9999\n".encode("ascii"))
        polars.from_numpy(found[::-1]).write_csv(
            file, include_header=False, separator=" ", float_precision=4)


if __name__ == "__main__":
    main(counted, *sys.argv[1:])
