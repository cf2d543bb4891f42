"""A seeded file of incidents over a boundary Shapefile, in the layout of data.police.uk with a
start and an end: about 162 bytes a row.

Seven in ten incidents lie in 300 clusters of different size and weight around the centres of areas,
the others anywhere in the rectangle around an area, which may be outside every area; one in two
hundred has no coordinates. Six in ten happened at a known minute, the others within hours or days.

usage: generate_incidents.py ROWS BOUNDARIES.shp CRS OUTPUT.csv
"""

import sys

import numpy
import pyproj

CATEGORIES = {
    "Anti-social behaviour": 21, "Bicycle theft": 2, "Burglary": 5, "Criminal damage and arson": 5,
    "Drugs": 4, "Other crime": 1, "Other theft": 10, "Possession of weapons": 1,
    "Public order": 5, "Robbery": 3, "Shoplifting": 5, "Theft from the person": 6,
    "Vehicle crime": 9, "Violence and sexual offences": 23,
}
HEADER = "Crime ID,Month,Longitude,Latitude,Location,Crime type,From,To\n"
CLUSTERS = 300
BLOCK = 200_000


def rectangles(shapefile):
    """Reads the rectangle around each record: four numbers that follow its length and type."""
    content = memoryview(open(shapefile, "rb").read())
    found, start = [], 100
    while start < len(content):
        if int.from_bytes(content[start + 8:start + 12], "little") != 0:
            found.append(numpy.frombuffer(content, "<f8", 4, start + 12))
        start += 8 + 2 * int.from_bytes(content[start + 4:start + 8], "big")
    return numpy.array(found)


def places(random, count, boxes, clusters):
    """Draws eastings and northings."""
    centre, spread, weight = clusters
    cluster = random.choice(CLUSTERS, count, p=weight)
    clustered = centre[cluster] + random.normal(size=(count, 2)) * spread[cluster, None]
    box = boxes[random.integers(0, len(boxes), count)]
    scattered = box[:, :2] + random.random((count, 2)) * (box[:, 2:] - box[:, :2])
    return numpy.where(random.random((count, 1)) < 0.7, clustered, scattered)


def windows(random, count):
    """Draws starts in 2023, more of them in the evening, and ends up to ten days later."""
    hour = numpy.where(
        random.random(count) < 0.5,
        random.integers(0, 24, count),
        numpy.clip(numpy.rint(random.normal(18, 4, count)), 0, 23).astype(int),
    )
    minutes = (random.integers(0, 365, count) * 24 + hour) * 60 + random.integers(0, 60, count)
    kind = random.random(count)
    length = numpy.where(kind < 0.9, random.integers(5, 1440, count),
                         random.integers(1440, 14400, count))
    start = numpy.datetime64("2023-01-01T00:00:00") + minutes.astype("m8[m]")
    return start, start + numpy.where(kind < 0.6, 0, length).astype("m8[m]")


def main(rows, boundaries, crs, output):
    random = numpy.random.default_rng(2023)
    boxes = rectangles(boundaries)
    chosen = boxes[random.integers(0, len(boxes), CLUSTERS)]
    weight = 1 / numpy.arange(1, CLUSTERS + 1) ** 0.8
    clusters = (
        (chosen[:, :2] + chosen[:, 2:]) / 2,
        numpy.exp(random.uniform(numpy.log(50), numpy.log(800), CLUSTERS)),
        weight / weight.sum(),
    )
    names = list(CATEGORIES)
    share = numpy.array(list(CATEGORIES.values())) / sum(CATEGORIES.values())
    to_degrees = pyproj.Transformer.from_crs(crs, "EPSG:4326", always_xy=True)
    with open(output, "w", encoding="ascii", newline="") as file:
        file.write(HEADER)
        for first in range(0, rows, BLOCK):
            count = min(BLOCK, rows - first)
            longitude, latitude = to_degrees.transform(*places(random, count, boxes, clusters).T)
            known = random.random(count) >= 0.005
            start, end = windows(random, count)
            digits = random.bytes(32 * count).hex()
            columns = zip(
                range(0, 64 * count, 64), longitude.tolist(), latitude.tolist(), known.tolist(),
                random.integers(0, 20_000, count).tolist(),
                random.choice(len(names), count, p=share).tolist(),
                numpy.datetime_as_string(start).tolist(), numpy.datetime_as_string(end).tolist(),
            )
            # As in life, anti-social behaviour has no id.
            file.writelines(
                f"{digits[at:at + 64] if category else ''},{start[:7]},"
                f"{f'{x:.6f},{y:.6f}' if has_place else ','},"
                f"On or near Street {street},{names[category]},{start},{end}\n"
                for at, x, y, has_place, street, category, start, end in columns
            )


if __name__ == "__main__":
    main(int(sys.argv[1]), *sys.argv[2:])
