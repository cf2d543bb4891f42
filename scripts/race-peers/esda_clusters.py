"""Getis-Ord Gi* with permutations, queen neighbours, as CSV, by esda and libpysal.

usage: esda_clusters.py BOUNDARIES.shp VALUES.csv CODE PERMUTATIONS OUTPUT.csv
"""

import sys
import time

import esda
import geopandas
import libpysal
import pandas

boundaries, values_file, code, permutations, output = sys.argv[1:]

areas = geopandas.read_file(boundaries, columns=[code]).rename(columns={code: "code"})
values = pandas.read_csv(values_file, usecols=["code", "incidents"])
areas = areas.merge(values, on="code", validate="1:1")

start = time.perf_counter()
neighbours = libpysal.weights.Queen.from_dataframe(areas, use_index=False)
middle = time.perf_counter()
# Not "R", by which esda's z differs from Getis and Ord's.
found = esda.G_Local(
    areas["incidents"].to_numpy(float), neighbours, transform="B", star=True,
    permutations=int(permutations), seed=1)
end = time.perf_counter()
pandas.DataFrame({"code": areas["code"], "z": found.Zs, "p_permutation": found.p_sim}).to_csv(
    output, index=False)
print(f"time: neighbours {(middle - start) * 1e3:.1f} ms", file=sys.stderr)
print(f"time: local statistics {(end - middle) * 1e3:.1f} ms", file=sys.stderr)
