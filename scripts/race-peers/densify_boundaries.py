"""Copies a boundary Shapefile with more vertices on every edge, the same on shared edges.

usage: densify_boundaries.py BOUNDARIES.shp METRES OUTPUT.shp
"""

import sys

import geopandas
import numpy
import shapely


def densified(ring, step):
    """Returns a ring's positions with vertices at most a step apart."""
    start, end = ring[:-1], ring[1:]
    # Neighbours run along a shared edge in opposite directions. Interpolating always from the end
    # with the smaller coordinates gives both the same bits.
    swapped = (start[:, 0] > end[:, 0]) | ((start[:, 0] == end[:, 0]) & (start[:, 1] > end[:, 1]))
    low = numpy.where(swapped[:, None], end, start)
    high = numpy.where(swapped[:, None], start, end)
    pieces = numpy.maximum(1, numpy.ceil(numpy.hypot(*(high - low).T) / step)).astype(int)
    edge = numpy.repeat(numpy.arange(len(start)), pieces)
    piece = numpy.arange(len(edge)) - numpy.repeat(numpy.cumsum(pieces) - pieces, pieces)
    fraction = numpy.where(swapped[edge], pieces[edge] - piece, piece) / pieces[edge]
    inner = low[edge] + (high - low)[edge] * fraction[:, None]
    positions = numpy.where((piece == 0)[:, None], start[edge], inner)
    return numpy.vstack([positions, positions[:1]])


def densified_polygon(polygon, step):
    return shapely.Polygon(
        densified(shapely.get_coordinates(polygon.exterior), step),
        [densified(shapely.get_coordinates(hole), step) for hole in polygon.interiors],
    )


def densified_area(area, step):
    parts = [densified_polygon(part, step) for part in shapely.get_parts(area)]
    return parts[0] if len(parts) == 1 else shapely.MultiPolygon(parts)


def main(boundaries, metres, output):
    areas = geopandas.read_file(boundaries)
    areas.geometry = [densified_area(area, float(metres)) for area in areas.geometry]
    areas.to_file(output)
    print(f"{shapely.get_num_coordinates(areas.geometry.values).sum():,} vertices in {output}")


if __name__ == "__main__":
    main(*sys.argv[1:])
